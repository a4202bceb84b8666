using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ComprehendSharing.Identity;

/// <summary>A place in Amazon S3 as the Comprehend API names it: <c>s3://bucket</c>, <c>s3://bucket/prefix</c>.</summary>
/// <remarks>
/// At most 1,024 characters (API shape S3Uri). What follows the bucket is the name of one object or what the names of
/// several begin with; Comprehend takes it as both. Compares by value, with case.
/// <see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_InputDataConfig.html">InputDataConfig, S3Uri</see>
/// </remarks>
public sealed record S3Uri
{
    /// <summary>The longest S3 URI, in characters.</summary>
    public const int MaxLength = 1024;

    private const string Scheme = "s3://";
    private const int MinBucketLength = 3;
    private const int MaxBucketLength = 63;

    private S3Uri(string value, string bucket, string prefix)
    {
        Value = value;
        Bucket = bucket;
        Prefix = prefix;
    }

    /// <summary>The whole URI as it was read.</summary>
    public string Value { get; }

    /// <summary>The bucket's name.</summary>
    public string Bucket { get; }

    /// <summary>All after the slash that follows the bucket; empty for the whole bucket.</summary>
    public string Prefix { get; }

    /// <summary>Reads an S3 URI.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="SharingException"><c>InvalidS3Uri</c>: it is none that Comprehend takes.</exception>
    public static S3Uri Parse(string value) => TryParse(value, out S3Uri? uri) ? uri : throw Errors.InvalidS3Uri(value);

    /// <summary>Reads an S3 URI if the text is one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="uri">The URI, or null.</param>
    /// <returns>Whether the text is an S3 URI.</returns>
    public static bool TryParse(string? value, [NotNullWhen(true)] out S3Uri? uri)
    {
        uri = null;
        if (value is not { Length: <= MaxLength } || !value.StartsWith(Scheme, StringComparison.Ordinal) || value.Any(char.IsControl))
        {
            return false;
        }

        string[] parts = value[Scheme.Length..].Split('/', 2);
        if (!IsBucket(parts[0]))
        {
            return false;
        }

        uri = new S3Uri(value, parts[0], parts.Length == 2 ? parts[1] : string.Empty);
        return true;
    }

    /// <summary>The ARN of the bucket.</summary>
    /// <param name="partition">The partition, which a URI does not tell.</param>
    public string BucketArn(string partition) => $"arn:{partition}:s3:::{Bucket}";

    /// <summary>An object's ARN: the one that the URI names.</summary>
    /// <param name="partition">The partition, which a URI does not tell.</param>
    public string ObjectArn(string partition) => $"{BucketArn(partition)}/{Prefix}";

    /// <summary>The pattern of the ARNs of all objects whose names begin as the URI does.</summary>
    /// <param name="partition">The partition, which a URI does not tell.</param>
    /// <remarks>An asterisk, a question mark or a dollar sign of the URI itself stands for itself.</remarks>
    public string ObjectPattern(string partition)
    {
        StringBuilder prefix = new();
        foreach (char c in Prefix)
        {
            _ = c is '*' or '?' or '$' ? prefix.Append("${").Append(c).Append('}') : prefix.Append(c);
        }

        return $"{BucketArn(partition)}/{prefix}*";
    }

    /// <summary>Whether it stands for all that another does, and for more.</summary>
    /// <param name="other">The other.</param>
    public bool Covers(S3Uri other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Bucket == other.Bucket && Prefix.Length < other.Prefix.Length && other.Prefix.StartsWith(Prefix, StringComparison.Ordinal);
    }

    private static bool IsBucket(string value) =>
        value.Length is >= MinBucketLength and <= MaxBucketLength
        && value.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.')
        && char.IsAsciiLetterOrDigit(value[0])
        && char.IsAsciiLetterOrDigit(value[^1]);

    /// <summary>The URI as it was read.</summary>
    public override string ToString() => Value;
}
