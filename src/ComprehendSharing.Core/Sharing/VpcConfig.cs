namespace ComprehendSharing.Sharing;

/// <summary>The network that a model is trained in.</summary>
/// <param name="SecurityGroupId">1 to 5 security groups.</param>
/// <param name="Subnet">1 to 16 subnets.</param>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_VpcConfig.html">VpcConfig</see></remarks>
public sealed record VpcConfig(ValueList<string> SecurityGroupId, ValueList<string> Subnet)
{
    private const int MaxGroups = 5;
    private const int MaxSubnets = 16;
    private const int MaxIdLength = 32;

    /// <summary>The groups and subnets in one line.</summary>
    public override string ToString() => $"{SecurityGroupId}; {Subnet}";

    /// <summary>What the API would not take; null when it takes all.</summary>
    internal string? Refuse() =>
        Subnet.Count == 0 ? "there are security groups, but no subnet"
        : SecurityGroupId.Count == 0 ? "there are subnets, but no security group"
        : SecurityGroupId.Count > MaxGroups ? $"there are {SecurityGroupId.Count} security groups, and {MaxGroups} are the most"
        : Subnet.Count > MaxSubnets ? $"there are {Subnet.Count} subnets, and {MaxSubnets} are the most"
        : SecurityGroupId.Concat(Subnet).FirstOrDefault(id => !IsId(id)) is { } bad
            ? $"'{bad}' is no id: it has 1 to {MaxIdLength} letters, digits and hyphens"
        : null;

    private static bool IsId(string? id) =>
        id is { Length: > 0 and <= MaxIdLength } && id.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
