namespace ComprehendSharing.Sharing;

/// <summary>The network that a model was trained in.</summary>
/// <param name="SecurityGroupId">1 to 5 security groups.</param>
/// <param name="Subnet">1 to 16 subnets.</param>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_VpcConfig.html">VpcConfig</see></remarks>
public sealed record VpcConfig(ValueList<string> SecurityGroupId, ValueList<string> Subnet)
{
    /// <summary>The groups and subnets in one line.</summary>
    public override string ToString() => $"{SecurityGroupId}; {Subnet}";
}
