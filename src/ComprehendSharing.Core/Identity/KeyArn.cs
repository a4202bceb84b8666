using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.Identity;

/// <summary>The ARN of a KMS key: <c>arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab</c>.</summary>
/// <remarks>
/// An alias is refused: a key policy belongs to a key, an alias can be moved to another key, and the Comprehend API takes
/// only ids and key ARNs for a model's key. Compares by value, with case.
/// <see href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-id">Key identifiers</see>
/// </remarks>
public sealed record KeyArn
{
    private KeyArn(string partition, string region, AccountId accountId, string keyId)
    {
        Partition = partition;
        Region = region;
        AccountId = accountId;
        KeyId = keyId;
    }

    /// <summary>The partition, <c>aws</c> or <c>aws-…</c>.</summary>
    public string Partition { get; }

    /// <summary>The region of the key.</summary>
    public string Region { get; }

    /// <summary>The account that owns the key.</summary>
    public AccountId AccountId { get; }

    /// <summary>The key's id; that of a multi-Region key starts with <c>mrk-</c>.</summary>
    public string KeyId { get; }

    /// <summary>Whether it is a multi-Region key; each of its replicas has a key policy of its own.</summary>
    public bool IsMultiRegion => KeyId.StartsWith("mrk-", StringComparison.Ordinal);

    /// <summary>The whole ARN, by which it comes back from JSON.</summary>
    public string Value => ToString();

    /// <summary>Reads a key ARN.</summary>
    /// <param name="value">The text of the ARN.</param>
    /// <exception cref="SharingException"><c>KeyAliasNotSupported</c>: it names an alias. <c>InvalidKeyArn</c>: it is no key ARN.</exception>
    public static KeyArn Parse(string value)
    {
        if (IsAlias(value))
        {
            throw Errors.KeyAliasNotSupported(value);
        }

        return TryParse(value, out KeyArn? arn, out string reason) ? arn : throw Errors.InvalidKeyArn(value, reason);
    }

    /// <summary>Reads a key ARN if the text is one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="arn">The ARN, or null.</param>
    /// <returns>Whether the text is a key ARN.</returns>
    public static bool TryParse(string? value, [NotNullWhen(true)] out KeyArn? arn) => TryParse(value, out arn, out _);

    /// <summary>Whether a text names an alias, by name (<c>alias/…</c>) or by ARN.</summary>
    /// <param name="value">The text.</param>
    public static bool IsAlias(string? value) =>
        value is not null
        && (value.StartsWith("alias/", StringComparison.Ordinal)
            || (Arn.TryParse(value, out Arn? arn, out _) && arn.Service == "kms" && arn.Resource.StartsWith("alias/", StringComparison.Ordinal)));

    /// <summary>Whether a text can be the id of a key, such as <c>1234abcd-12ab-34cd-56ef-1234567890ab</c> or <c>mrk-…</c>.</summary>
    /// <param name="value">The text.</param>
    public static bool IsKeyId(string? value) =>
        value is { Length: > 0 and <= 256 } && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    private static bool TryParse(string? value, [NotNullWhen(true)] out KeyArn? arn, out string reason)
    {
        arn = null;
        if (!Arn.TryParse(value, out Arn? parts, out reason))
        {
            return false;
        }

        reason = parts switch
        {
            _ when !ModelArn.IsPartition(parts.Partition) => $"the partition '{parts.Partition}' is neither aws nor aws-…",
            { Service: not "kms" } => $"it belongs to the service '{parts.Service}', not to kms",
            _ when !ModelArn.IsRegion(parts.Region) => $"'{parts.Region}' is not a region",
            _ when !AccountId.TryParse(parts.Account, out _) => $"'{parts.Account}' is not an account id of 12 digits",
            _ when !parts.Resource.StartsWith("key/", StringComparison.Ordinal) || !IsKeyId(parts.Resource[4..]) =>
                $"'{parts.Resource}' is not key/ and a key id",
            _ => string.Empty,
        };
        if (reason.Length > 0)
        {
            return false;
        }

        arn = new KeyArn(parts.Partition, parts.Region, AccountId.Parse(parts.Account), parts.Resource[4..]);
        return true;
    }

    /// <summary>The ARN as it was read.</summary>
    public override string ToString() => $"arn:{Partition}:kms:{Region}:{AccountId}:key/{KeyId}";

    /// <summary>The same as an ARN of any resource.</summary>
    public Arn ToArn() => Arn.Parse(Value);

    /// <summary>The same as an ARN of any resource.</summary>
    /// <param name="key">The key.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(key))]
    public static implicit operator Arn?(KeyArn? key) => key?.ToArn();
}
