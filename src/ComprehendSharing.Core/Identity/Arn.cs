// The six parts that every ARN has. What a part may hold is known only to the types for one kind of resource.
using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.Identity;

/// <summary>An Amazon Resource Name: <c>arn:partition:service:region:account-id:resource</c>.</summary>
/// <remarks>
/// 1 to 2,048 printable ASCII characters; region and account may be empty, as in IAM's ARNs. Compares by value, with case.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names (ARNs)</see>
/// </remarks>
public sealed record Arn
{
    /// <summary>The longest ARN of any service, in characters.</summary>
    public const int MaxLength = 2048;

    private Arn(string partition, string service, string region, string account, string resource)
    {
        Partition = partition;
        Service = service;
        Region = region;
        Account = account;
        Resource = resource;
    }

    /// <summary>The partition: <c>aws</c>, <c>aws-us-gov</c>, <c>aws-cn</c> …</summary>
    public string Partition { get; }

    /// <summary>The service's namespace, such as <c>comprehend</c>.</summary>
    public string Service { get; }

    /// <summary>The region, or an empty string for a global resource.</summary>
    public string Region { get; }

    /// <summary>The account that owns the resource, or an empty string.</summary>
    public string Account { get; }

    /// <summary>All after the fifth colon, such as <c>key/1234abcd-…</c>.</summary>
    public string Resource { get; }

    /// <summary>Reads an ARN.</summary>
    /// <param name="value">The text of the ARN.</param>
    /// <exception cref="SharingException"><c>InvalidArn</c>: the text is not an ARN.</exception>
    public static Arn Parse(string value) =>
        TryParse(value, out Arn? arn, out string reason) ? arn : throw Errors.InvalidArn(value, reason);

    internal static bool TryParse(string? value, [NotNullWhen(true)] out Arn? arn, out string reason)
    {
        arn = null;
        if (string.IsNullOrEmpty(value))
        {
            reason = "it is empty";
            return false;
        }

        if (value.Length > MaxLength)
        {
            reason = $"it has {value.Length} characters, and the longest ARN has {MaxLength}";
            return false;
        }

        int bad = value.AsSpan().IndexOfAnyExceptInRange('!', '~');
        if (bad >= 0)
        {
            reason = $"character {bad + 1} is white space, a control character or not ASCII";
            return false;
        }

        string[] parts = value.Split(':', 6);
        if (parts.Length < 6 || parts[0] != "arn")
        {
            reason = "an ARN has six parts, arn:partition:service:region:account-id:resource";
            return false;
        }

        if (parts[1].Length == 0 || parts[2].Length == 0 || parts[5].Length == 0)
        {
            reason = "its partition, service or resource is empty";
            return false;
        }

        arn = new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
        reason = string.Empty;
        return true;
    }

    /// <summary>The ARN as it was read.</summary>
    public override string ToString() => $"arn:{Partition}:{Service}:{Region}:{Account}:{Resource}";
}
