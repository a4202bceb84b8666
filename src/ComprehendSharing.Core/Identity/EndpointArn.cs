using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.Identity;

/// <summary>
/// The ARN of an endpoint of a custom model:
/// <c>arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/name</c>.
/// </summary>
/// <remarks>
/// At most 256 characters; its name has 1 to 40 letters, digits and inner hyphens. Compares by value, with case.
/// <see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_EndpointProperties.html">EndpointProperties, EndpointArn</see>
/// </remarks>
public sealed record EndpointArn
{
    /// <summary>The longest name of an endpoint, in characters.</summary>
    public const int MaxNameLength = 40;

    private readonly Arn _arn;

    private EndpointArn(Arn arn)
    {
        _arn = arn;
        AccountId = AccountId.Parse(arn.Account);
    }

    /// <summary>The account that owns the endpoint.</summary>
    public AccountId AccountId { get; }

    /// <summary>The endpoint's name.</summary>
    public string Name => _arn.Resource[(_arn.Resource.IndexOf('/') + 1)..];

    /// <summary>The whole ARN, by which it comes back from JSON.</summary>
    public string Value => ToString();

    /// <summary>Reads an endpoint ARN.</summary>
    /// <param name="value">The text of the ARN.</param>
    /// <exception cref="SharingException"><c>InvalidEndpointArn</c>: the text is not the ARN of an endpoint.</exception>
    public static EndpointArn Parse(string value) =>
        TryParse(value, out EndpointArn? arn) ? arn : throw Errors.InvalidEndpointArn(value);

    /// <summary>Reads an endpoint ARN if the text is one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="arn">The ARN, or null.</param>
    /// <returns>Whether the text is an endpoint ARN.</returns>
    public static bool TryParse(string? value, [NotNullWhen(true)] out EndpointArn? arn)
    {
        bool isEndpoint = Arn.TryParse(value, out Arn? parts, out _)
            && ModelArn.IsPartition(parts.Partition)
            && parts.Service == "comprehend"
            && ModelArn.IsRegion(parts.Region)
            && AccountId.TryParse(parts.Account, out _)
            && IsEndpoint(parts.Resource);
        arn = isEndpoint ? new EndpointArn(Arn.Parse(value!)) : null;
        return isEndpoint;
    }

    private static bool IsEndpoint(string resource) =>
        resource.Split('/') is ["document-classifier-endpoint" or "entity-recognizer-endpoint", { Length: <= MaxNameLength } name]
        && ModelArn.IsName(name);

    /// <summary>The ARN as it was read.</summary>
    public override string ToString() => _arn.ToString();

    /// <summary>The same as an ARN of any resource.</summary>
    public Arn ToArn() => _arn;

    /// <summary>The same as an ARN of any resource.</summary>
    /// <param name="endpoint">The endpoint.</param>
    [return: NotNullIfNotNull(nameof(endpoint))]
    public static implicit operator Arn?(EndpointArn? endpoint) => endpoint?.ToArn();
}
