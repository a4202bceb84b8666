// Condition keys that follow from who asks and for what, so that a caller need not repeat them in the context.
using ComprehendSharing.Identity;

namespace ComprehendSharing.Evaluation;

/// <summary>The condition keys that AWS puts into every request, as far as they follow from principal and resource.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see></remarks>
internal static class DerivedKeys
{
    /// <summary>The value of a key; null when the request does not have it.</summary>
    public static ValueList<string>? Find(RequestView request, string key, out string? problem)
    {
        PolicyPrincipal caller = request.Principal;
        problem = null;
        string? value = null;
        if (Is("aws:PrincipalArn"))
        {
            value = PrincipalArn(request, out problem);
        }
        else if (Is("aws:userid"))
        {
            value = caller.Kind switch
            {
                PrincipalKind.Account => caller.AccountId!.Value,
                PrincipalKind.FederatedUser => $"{caller.AccountId}:{LastPart(caller)}",
                _ => null,
            };
            problem = value is null ? "aws:userid does not follow from the principal: give it in the context" : null;
        }
        else if (Is("aws:PrincipalAccount") || (Is("kms:CallerAccount") && request.Action.StartsWith("kms:", StringComparison.OrdinalIgnoreCase)))
        {
            value = caller.Kind == PrincipalKind.Everyone ? "anonymous" : caller.AccountId?.Value;
        }
        else if (Is("aws:PrincipalType"))
        {
            value = caller.Kind switch
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
            value = caller.Kind == PrincipalKind.User ? LastPart(caller) : null;
        }
        else if (Is("aws:PrincipalIsAWSService"))
        {
            value = caller.Kind switch
            {
                PrincipalKind.Service => "true",
                PrincipalKind.Everyone => null,
                _ => "false",
            };
        }
        else if (Is("aws:PrincipalServiceName"))
        {
            value = caller.Kind == PrincipalKind.Service ? caller.Value : null;
        }
        else if (Is("aws:ResourceAccount"))
        {
            value = request.ResourcePart(ArnPart.Account).ToString();
        }
        else if (Is("aws:RequestedRegion"))
        {
            value = request.ResourcePart(ArnPart.Region).ToString();
        }

        return string.IsNullOrEmpty(value) ? null : [value];

        bool Is(string name) => name.Equals(key, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The ARN that AWS compares aws:PrincipalArn with: of a session that of its role.</summary>
    private static string? PrincipalArn(RequestView request, out string? problem)
    {
        PolicyPrincipal caller = request.Principal;
        ReadOnlySpan<char> partition = request.ResourcePart(ArnPart.Partition);
        problem = null;
        switch (caller.Kind)
        {
            case PrincipalKind.AssumedRole:
                problem = "aws:PrincipalArn has the path of the role, which the ARN of a session does not: give it in the context";
                return null;
            case PrincipalKind.Account when caller.Partition is null:
                problem = partition.IsEmpty ? "aws:PrincipalArn has a partition, which neither principal nor resource names: give it in the context" : null;
                return partition.IsEmpty ? null : $"arn:{partition}:iam::{caller.AccountId}:root";
            case PrincipalKind.Account or PrincipalKind.User or PrincipalKind.Role or PrincipalKind.FederatedUser:
                return caller.Value;
            default:
                return null;
        }
    }

    /// <summary>The name of a user or session in its ARN.</summary>
    private static string LastPart(PolicyPrincipal principal) => principal.Value[(principal.Value.LastIndexOf('/') + 1)..];
}
