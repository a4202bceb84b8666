// A request as the elements of a statement see it: its own keys, and those that follow from who asks and for what.
using ComprehendSharing.Identity;

namespace ComprehendSharing.Evaluation;

/// <summary>A request and its condition keys.</summary>
internal sealed class RequestView(AccessRequest request)
{
    // Parts of the resource's ARN are cut out when they are asked for: an Arn would be made for every decision.
    private const int Partition = 1;
    private const int Service = 2;
    private const int Region = 3;
    private const int Account = 4;
    private const int Resources = 5;

    public PolicyPrincipal Principal => request.Principal;

    public string Action => request.Action;

    public string Resource => request.Resource;

    /// <summary>Whether the resource is the caller's; null when neither its ARN nor the context says whose it is.</summary>
    public bool? IsOwnResource
    {
        get
        {
            ReadOnlySpan<char> account = request.Context.TryGetValue("aws:ResourceAccount", out ValueList<string>? values) && values.Count == 1
                ? values[0]
                : ResourcePart(Account);
            return account.IsEmpty ? null : Principal.AccountId is { } own && account.SequenceEqual(own.Value);
        }
    }

    /// <summary>Whether it is about assuming a role, which the role's trust policy decides.</summary>
    public bool IsAboutTrust =>
        Action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase)
        && ResourcePart(Service) is "iam"
        && ResourcePart(Resources).StartsWith("role/");

    /// <summary>Whether it is about a KMS key, which the key policy decides.</summary>
    public bool IsAboutKey => ResourcePart(Service) is "kms" && ResourcePart(Resources).StartsWith("key/");

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
            value = ResourcePart(Account).ToString();
        }
        else if (Is("aws:RequestedRegion"))
        {
            value = ResourcePart(Region).ToString();
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
                return ResourcePart(Partition) is { IsEmpty: false } partition ? $"arn:{partition}:iam::{Principal.AccountId}:root" : null;
            case PrincipalKind.Account or PrincipalKind.User or PrincipalKind.Role or PrincipalKind.FederatedUser:
                return Principal.Value;
            default:
                return null;
        }
    }

    /// <summary>A part of the resource's ARN, from 0; empty when the resource is none.</summary>
    private ReadOnlySpan<char> ResourcePart(int index)
    {
        ReadOnlySpan<char> rest = Resource;
        if (!rest.StartsWith("arn:"))
        {
            return default;
        }

        for (int part = 0; part < index; part++)
        {
            int colon = rest.IndexOf(':');
            if (colon < 0)
            {
                return default;
            }

            rest = rest[(colon + 1)..];
        }

        int end = index == Resources ? -1 : rest.IndexOf(':');
        return end < 0 ? rest : rest[..end];
    }
}
