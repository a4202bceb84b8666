// What the elements of a statement and the layers of a decision ask of a request.
using ComprehendSharing.Identity;

namespace ComprehendSharing.Evaluation;

/// <summary>A request and its condition keys.</summary>
internal sealed class RequestView(AccessRequest request)
{
    // Cryptographic operations, and those that the guide lists besides. Permission for all others "has no effect".
    private static readonly string[] s_keyActionsAcrossAccounts =
    [
        "kms:CreateGrant", "kms:Decrypt", "kms:DeriveSharedSecret", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey",
        "kms:GenerateDataKeyPair", "kms:GenerateDataKeyPairWithoutPlaintext", "kms:GenerateDataKeyWithoutPlaintext", "kms:GenerateMac",
        "kms:GetKeyRotationStatus", "kms:GetPublicKey", "kms:ListGrants", "kms:ReEncryptFrom", "kms:ReEncryptTo", "kms:RetireGrant",
        "kms:RevokeGrant", "kms:Sign", "kms:Verify", "kms:VerifyMac",
    ];

    public PolicyPrincipal Principal => request.Principal;

    public string Action => request.Action;

    public string Resource => request.Resource;

    /// <summary>Whether the resource is of the caller's account; null when neither its ARN nor the context says whose it is.</summary>
    public bool? IsKnownAsOwn
    {
        get
        {
            ReadOnlySpan<char> account = request.Context.TryGetValue("aws:ResourceAccount", out ValueList<string>? values) && values.Count == 1
                ? values[0]
                : ResourcePart(ArnPart.Account);
            return account.IsEmpty ? null : Principal.AccountId is { } own && account.SequenceEqual(own.Value);
        }
    }

    /// <summary>Whether the resource is of the caller's account, for which it is taken when nothing says whose it is.</summary>
    public bool IsOwn => IsKnownAsOwn ?? true;

    /// <summary>Whether it is about assuming a role, which the role's trust policy decides.</summary>
    public bool IsAboutTrust =>
        Action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)
        && ResourcePart(ArnPart.Service) is "iam"
        && ResourcePart(ArnPart.Resource).StartsWith("role/");

    /// <summary>Whether it is about a KMS key, which the key policy decides.</summary>
    public bool IsAboutKey => ResourcePart(ArnPart.Service) is "kms" && ResourcePart(ArnPart.Resource).StartsWith("key/");

    /// <summary>The only callers that may do it whatever policies say; null when the caller is one of them.</summary>
    /// <remarks>
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_compare-resource-policies.html#aboutdelegation-resourcepolicy">Within a single partition</see>,
    /// <see href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html">Cross-account operations of KMS</see>
    /// </remarks>
    public string? RequiredCaller
    {
        get
        {
            ReadOnlySpan<char> partition = ResourcePart(ArnPart.Partition);
            if (!partition.IsEmpty && Principal.Partition is { } own && !partition.SequenceEqual(own))
            {
                return $"a principal of the partition {partition}";
            }

            bool isOutOfReach = !IsOwn && IsAboutKey && !s_keyActionsAcrossAccounts.Contains(Action, StringComparer.OrdinalIgnoreCase);
            return isOutOfReach ? $"a principal of the account {ResourcePart(ArnPart.Account)}" : null;
        }
    }

    /// <summary>The values of a key; null when the request does not have it.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <param name="problem">Why nobody can tell; null when the answer is certain.</param>
    public ValueList<string>? Find(string key, out string? problem)
    {
        problem = null;
        return request.Context.TryGetValue(key, out ValueList<string>? values) ? values : DerivedKeys.Find(this, key, out problem);
    }

    /// <summary>A part of the resource's ARN; empty when the resource is no ARN.</summary>
    /// <remarks>It is cut out when it is asked for: to make an Arn takes longer than most decisions.</remarks>
    public ReadOnlySpan<char> ResourcePart(ArnPart wanted)
    {
        ReadOnlySpan<char> rest = Resource;
        if (!rest.StartsWith("arn:"))
        {
            return default;
        }

        for (int part = 0; part < (int)wanted; part++)
        {
            int colon = rest.IndexOf(':');
            if (colon < 0)
            {
                return default;
            }

            rest = rest[(colon + 1)..];
        }

        int end = wanted == ArnPart.Resource ? -1 : rest.IndexOf(':');
        return end < 0 ? rest : rest[..end];
    }
}
