// One principal as a person or a policy writes it. What IAM does not accept as a principal is refused with the reason.
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.Identity;

/// <summary>Somebody to whom a policy can grant something: an account, a user, a role, a session, a service or everyone.</summary>
/// <remarks>
/// It prints as it was read. An account is equal to its root ARN, because IAM treats them as the same; all else compares by
/// its text, with case. IAM groups and wildcards inside an ARN are no principals.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</see>
/// </remarks>
public sealed record PolicyPrincipal
{
    // The longest name of DNS.
    private const int MaxServiceLength = 253;

    private static readonly string[] s_serviceSuffixes =
        [".amazonaws.com", ".amazonaws.com.cn", ".amazon.com", ".c2s.ic.gov", ".sc2s.sgov.gov"];

    private PolicyPrincipal(string value, PrincipalKind kind, AccountId? accountId = null, string? partition = null)
    {
        Value = value;
        Kind = kind;
        AccountId = accountId;
        Partition = partition;
    }

    /// <summary>Takes an account id as a number, as PowerShell makes of digits without quotes.</summary>
    /// <param name="value">A number of 12 digits, which cannot have lost leading zeros.</param>
    /// <exception cref="SharingException"><c>AccountIdNotQuoted</c>: it has fewer or more.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public PolicyPrincipal(long value)
    {
        Value = AccountId.FromNumber(value);
        Kind = PrincipalKind.Account;
        AccountId = AccountId.Parse(Value);
    }

    /// <summary>The principal as it was written.</summary>
    public string Value { get; }

    /// <summary>Whom it stands for.</summary>
    public PrincipalKind Kind { get; }

    /// <summary>The account that it belongs to; null for services, everyone and unique ids.</summary>
    public AccountId? AccountId { get; }

    /// <summary>The partition of its ARN; null where it has no ARN.</summary>
    public string? Partition { get; }

    /// <summary>Reads a principal.</summary>
    /// <param name="value">12 digits, an ARN of IAM or STS, a service's name, a unique id or <c>*</c>.</param>
    /// <exception cref="SharingException">
    /// <c>PrincipalIsGroup</c>, <c>PrincipalHasWildcard</c>, <c>InvalidPrincipal</c>: it is none of these.
    /// </exception>
    public static PolicyPrincipal Parse(string value) =>
        TryParse(value, out PolicyPrincipal? principal) ? principal : throw Refusal(value);

    /// <summary>Reads a principal if the text is one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="principal">The principal, or null.</param>
    /// <returns>Whether the text is a principal.</returns>
    public static bool TryParse(string? value, [NotNullWhen(true)] out PolicyPrincipal? principal)
    {
        principal = value switch
        {
            null => null,
            "*" => new PolicyPrincipal(value, PrincipalKind.Everyone),
            _ when AccountId.TryParse(value, out AccountId? id) => new PolicyPrincipal(value, PrincipalKind.Account, id),
            _ when IsUniqueId(value) => new PolicyPrincipal(value, PrincipalKind.UniqueId),
            _ when IsService(value) => new PolicyPrincipal(value, PrincipalKind.Service),
            _ => FromArn(value),
        };
        return principal is not null;
    }

    /// <summary>An account as its root ARN, the form that IAM itself stores.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="accountId">The account.</param>
    public static PolicyPrincipal Root(string partition, AccountId accountId) =>
        new($"arn:{partition}:iam::{accountId}:root", PrincipalKind.Account, accountId, partition);

    /// <summary>Whether a text is the unique id of a user or role.</summary>
    /// <param name="value">The text.</param>
    /// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">Unique identifiers</see></remarks>
    public static bool IsUniqueId(string? value) =>
        value is { Length: >= 16 and <= 128 }
        && (value.StartsWith("AIDA", StringComparison.Ordinal) || value.StartsWith("AROA", StringComparison.Ordinal))
        && value.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    private static bool IsService(string value) =>
        value.Length <= MaxServiceLength
        && s_serviceSuffixes.Any(suffix => value.Length > suffix.Length && value.EndsWith(suffix, StringComparison.Ordinal))
        && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
        && value[0] is not ('.' or '-')
        && !value.Contains("..", StringComparison.Ordinal);

    private static PolicyPrincipal? FromArn(string value)
    {
        if (!Arn.TryParse(value, out Arn? arn, out _)
            || !ModelArn.IsPartition(arn.Partition)
            || arn.Region.Length > 0
            || !AccountId.TryParse(arn.Account, out AccountId? account)
            || value.AsSpan().IndexOfAny('*', '?') >= 0)
        {
            return null;
        }

        string[] resource = arn.Resource.Split('/');
        bool named = resource.Length > 1 && resource.All(part => part.Length > 0);
        PrincipalKind? kind = (arn.Service, resource[0]) switch
        {
            ("iam", "root") when resource.Length == 1 => PrincipalKind.Account,
            ("iam", "user") when named => PrincipalKind.User,
            ("iam", "role") when named => PrincipalKind.Role,
            ("sts", "assumed-role") when named && resource.Length == 3 => PrincipalKind.AssumedRole,
            ("sts", "federated-user") when named && resource.Length == 2 => PrincipalKind.FederatedUser,
            _ => null,
        };
        return kind is null ? null : new PolicyPrincipal(value, kind.Value, account, arn.Partition);
    }

    private static SharingException Refusal(string? value)
    {
        if (!Arn.TryParse(value, out Arn? arn, out _))
        {
            return Errors.InvalidPrincipal(value);
        }

        if (arn.Service == "iam" && arn.Resource.StartsWith("group/", StringComparison.Ordinal))
        {
            return Errors.PrincipalIsGroup(value!);
        }

        return value.AsSpan().IndexOfAny('*', '?') >= 0 ? Errors.PrincipalHasWildcard(value!) : Errors.InvalidPrincipal(value);
    }

    /// <inheritdoc/>
    public bool Equals(PolicyPrincipal? other) =>
        other is not null
        && Kind == other.Kind
        && (Kind == PrincipalKind.Account ? AccountId == other.AccountId : Value == other.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Kind == PrincipalKind.Account ? AccountId!.Value : Value);

    /// <summary>The principal as it was written.</summary>
    public override string ToString() => Value;
}
