using ComprehendSharing.ConditionKeys;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Templates;

/// <summary>Which encryption and VPC settings requests to Comprehend must have.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/comprehend/latest/dg/using-iam-condition-keys-for-vpc.html">Using IAM condition keys for VPC settings</see>
/// </remarks>
public sealed record Guardrail
{
    // https://docs.aws.amazon.com/comprehend/latest/APIReference/API_VpcConfig.html
    private const int MaxIdLength = 32;

    /// <summary>The keys that must be given, whichever they are.</summary>
    public ValueList<GuardrailKey> RequiredKey { get; init; } = [];

    /// <summary>The only keys for volumes; empty when any will do. One of them must be given.</summary>
    public ValueList<KeyArn> VolumeKmsKey { get; init; } = [];

    /// <summary>The only keys for models; empty when any will do. One of them must be given.</summary>
    public ValueList<KeyArn> ModelKmsKey { get; init; } = [];

    /// <summary>The only keys for results; empty when any will do. One of them must be given.</summary>
    public ValueList<KeyArn> OutputKmsKey { get; init; } = [];

    /// <summary>Whether security groups and subnets must be given, whichever they are.</summary>
    public bool RequiresVpc { get; init; }

    /// <summary>The only security groups, such as <c>sg-0123456789abcdef0</c>; empty when any will do. Some of them must be given.</summary>
    public ValueList<string> SecurityGroupId { get; init; } = [];

    /// <summary>The only subnets, such as <c>subnet-0123456789abcdef0</c>; empty when any will do. Some of them must be given.</summary>
    public ValueList<string> SubnetId { get; init; } = [];

    /// <summary>The actions that it is about, with or without <c>comprehend:</c> and with wildcards; empty for all that can carry a setting.</summary>
    public ValueList<string> Action { get; init; } = [];

    /// <summary>What is required, one condition key each.</summary>
    /// <exception cref="SharingException"><c>InvalidNetworkId</c>, <c>NothingRequired</c>.</exception>
    internal ValueList<GuardrailRequirement> Requirements()
    {
        ValueList<GuardrailRequirement> required =
        [
            .. Key("comprehend:VolumeKmsKey", GuardrailKey.Volume, VolumeKmsKey),
            .. Key("comprehend:ModelKmsKey", GuardrailKey.Model, ModelKmsKey),
            .. Key("comprehend:OutputKmsKey", GuardrailKey.Output, OutputKmsKey),
            .. Network("comprehend:VpcSecurityGroupIds", "security group", "sg-", SecurityGroupId),
            .. Network("comprehend:VpcSubnets", "subnet", "subnet-", SubnetId),
        ];
        return required.Count > 0 ? required : throw Errors.NothingRequired();
    }

    private IEnumerable<GuardrailRequirement> Key(string name, GuardrailKey key, ValueList<KeyArn> allowed) =>
        allowed.Count > 0 || RequiredKey.Contains(key) ? [Requirement(name, allowed.Select(arn => arn.Value))] : [];

    private IEnumerable<GuardrailRequirement> Network(string name, string what, string prefix, ValueList<string> allowed)
    {
        if (allowed.FirstOrDefault(id => !IsId(id, prefix)) is { } wrong)
        {
            throw Errors.InvalidNetworkId(wrong, what, prefix);
        }

        return allowed.Count > 0 || RequiresVpc ? [Requirement(name, allowed)] : [];
    }

    private static GuardrailRequirement Requirement(string name, IEnumerable<string> allowed) =>
        new(ConditionKeyTable.ServiceKeys.First(key => key.Name == name), [.. allowed.Distinct()]);

    // StringEquals would compare a wildcard as it stands.
    private static bool IsId(string id, string prefix) =>
        id.Length <= MaxIdLength
        && id.Length > prefix.Length
        && id.StartsWith(prefix, StringComparison.Ordinal)
        && id.Skip(prefix.Length).All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));
}
