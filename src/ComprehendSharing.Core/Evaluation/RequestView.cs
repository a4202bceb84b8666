// A request as the elements of a statement see it: its own keys, and those that follow from who asks and for what.
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

    private readonly Arn? _resource = Arn.TryParse(request.Resource, out Arn? arn, out _) ? arn : null;

    public PolicyPrincipal Principal => request.Principal;

    public string Action => request.Action;

    public string Resource => request.Resource;

    /// <summary>The account that owns the resource; null when neither its ARN nor the context says.</summary>
    public AccountId? ResourceAccount =>
        Find("aws:ResourceAccount", out _) is { Count: 1 } values && AccountId.TryParse(values[0], out AccountId? account) ? account : null;

    /// <summary>Whether it is about assuming a role, which the role's trust policy decides.</summary>
    public bool IsAboutTrust =>
        Action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)
        && _resource is { Service: "iam" } role
        && role.Resource.StartsWith("role/", StringComparison.Ordinal);

    /// <summary>Whether it is about a KMS key, which the key policy decides.</summary>
    public bool IsAboutKey => _resource is { Service: "kms" } key && key.Resource.StartsWith("key/", StringComparison.Ordinal);

    /// <summary>Whether the resource is the caller's own account's, for which it is taken when nothing says whose it is.</summary>
    public bool IsOwn => ResourceAccount is not { } owner || owner == Principal.AccountId;

    /// <summary>The only callers that may do it whatever policies say; null when the caller is one of them.</summary>
    /// <remarks>
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_compare-resource-policies.html#aboutdelegation-resourcepolicy">Within a single partition</see>,
    /// <see href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html">Cross-account operations of KMS</see>
    /// </remarks>
    public string? RequiredCaller
    {
        get
        {
            if (_resource is not null && Principal.Partition is { } partition && partition != _resource.Partition)
            {
                return $"a principal of the partition {_resource.Partition}";
            }

            bool isWithinAccount = IsAboutKey && !s_keyActionsAcrossAccounts.Contains(Action, StringComparer.OrdinalIgnoreCase);
            return isWithinAccount && !IsOwn ? $"a principal of the account {ResourceAccount}" : null;
        }
    }

    /// <summary>The name of a user or session in its ARN.</summary>
    private string LastPart => Principal.Value[(Principal.Value.LastIndexOf('/') + 1)..];

    /// <summary>The values of a key; null when the request does not have it.</summary>
    /// <param name="key">The key, in any case.</param>
    /// <param name="problem">Why nobody can tell; null when the answer is certain.</param>
    public ValueList<string>? Find(string key, out string? problem)
    {
        problem = null;
        return request.Context.TryGetValue(key, out ValueList<string>? values) ? values : Derive(key, out problem);
    }

    private ValueList<string>? Derive(string key, out string? problem)
    {
        problem = null;
        string? value = null;
        if (Is("aws:PrincipalArn"))
        {
            value = PrincipalArn(out problem);
        }
        else if (Is("aws:userid"))
        {
            value = Principal.Kind switch
            {
                PrincipalKind.Account => Principal.AccountId!.Value,
                PrincipalKind.FederatedUser => $"{Principal.AccountId}:{LastPart}",
                _ => null,
            };
            problem = value is null ? "aws:userid does not follow from the principal: give it in the context" : null;
        }
        else if (Is("aws:PrincipalAccount") || (Is("kms:CallerAccount") && Action.StartsWith("kms:", StringComparison.OrdinalIgnoreCase)))
        {
            value = Principal.Kind == PrincipalKind.Everyone ? "anonymous" : Principal.AccountId?.Value;
        }
        else if (Is("aws:PrincipalType"))
        {
            value = Principal.Kind switch
            {
                PrincipalKind.Account => "Account",
                PrincipalKind.User => "User",
                PrincipalKind.Role or PrincipalKind.AssumedRole => "AssumedRole",
                PrincipalKind.FederatedUser => "FederatedUser",
                PrincipalKind.Everyone => "Anonymous",
                _ => null,
            };
        }
        else if (Is("aws:username"))
        {
            value = Principal.Kind == PrincipalKind.User ? LastPart : null;
        }
        else if (Is("aws:PrincipalIsAWSService"))
        {
            value = Principal.Kind switch
            {
                PrincipalKind.Service => "true",
                PrincipalKind.Everyone => null,
                _ => "false",
            };
        }
        else if (Is("aws:PrincipalServiceName"))
        {
            value = Principal.Kind == PrincipalKind.Service ? Principal.Value : null;
        }
        else if (Is("aws:ResourceAccount"))
        {
            value = _resource?.Account;
        }
        else if (Is("aws:RequestedRegion"))
        {
            value = _resource?.Region;
        }

        return string.IsNullOrEmpty(value) ? null : [value];

        bool Is(string name) => name.Equals(key, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The ARN that AWS compares aws:PrincipalArn with: of a session that of its role.</summary>
    private string? PrincipalArn(out string? problem)
    {
        problem = null;
        switch (Principal.Kind)
        {
            case PrincipalKind.AssumedRole:
                problem = "aws:PrincipalArn has the path of the role, which the ARN of a session does not: give it in the context";
                return null;
            case PrincipalKind.Account when Principal.Partition is null:
                problem = _resource is null ? "aws:PrincipalArn has a partition, which neither principal nor resource names: give it in the context" : null;
                return _resource is null ? null : $"arn:{_resource.Partition}:iam::{Principal.AccountId}:root";
            case PrincipalKind.Account or PrincipalKind.User or PrincipalKind.Role or PrincipalKind.FederatedUser:
                return Principal.Value;
            default:
                return null;
        }
    }
}
