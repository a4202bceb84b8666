// A request as the elements of a statement see it: its own keys, and those that follow from who asks and for what.
using ComprehendSharing.Identity;

namespace ComprehendSharing.Evaluation;

/// <summary>A request and its condition keys.</summary>
internal sealed class RequestView(AccessRequest request)
{
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
            problem = Principal.Kind is PrincipalKind.User or PrincipalKind.Role or PrincipalKind.AssumedRole
                ? "aws:userid does not follow from an ARN: give it in the context"
                : null;
            value = Principal.Kind == PrincipalKind.Account ? Principal.AccountId!.Value : null;
        }
        else if (Is("aws:PrincipalAccount") || (Is("kms:CallerAccount") && Action.StartsWith("kms:", StringComparison.OrdinalIgnoreCase)))
        {
            value = Principal.AccountId?.Value;
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
            value = Principal.Kind == PrincipalKind.User ? Principal.Value[(Principal.Value.LastIndexOf('/') + 1)..] : null;
        }
        else if (Is("aws:PrincipalIsAWSService"))
        {
            value = Principal.Kind == PrincipalKind.Service ? "true" : "false";
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
                return _resource is null ? null : $"arn:{_resource.Partition}:iam::{Principal.AccountId}:root";
            case PrincipalKind.Account or PrincipalKind.User or PrincipalKind.Role or PrincipalKind.FederatedUser:
                return Principal.Value;
            default:
                return null;
        }
    }
}
