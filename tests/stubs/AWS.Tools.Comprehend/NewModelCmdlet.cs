// What CreateDocumentClassifier and CreateEntityRecognizer have in common.
using System.Management.Automation;
using Amazon.Comprehend.Model;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>A cmdlet that trains a model.</summary>
public abstract class NewModelCmdlet : AmazonComprehendClientCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ClientRequestToken { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? DataAccessRoleArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("InputDataConfig_AugmentedManifests")]
    public AugmentedManifestsListItem[]? InputDataConfig_AugmentedManifest { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true, Mandatory = true)]
    [AllowNull]
    public Amazon.Comprehend.LanguageCode? LanguageCode { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ModelKmsKeyId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? ModelPolicy { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Tags")]
    public Tag[]? Tag { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? VersionName { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? VolumeKmsKeyId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("VpcConfig_SecurityGroupIds")]
    public string[]? VpcConfig_SecurityGroupId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("VpcConfig_Subnets")]
    public string[]? VpcConfig_Subnet { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public SwitchParameter Force { get; set; }

    private protected CreateModelRequest Request(string operation, ModelKind kind, string? name, TrainingData data) => new()
    {
        Kind = kind,
        ModelName = name ?? string.Empty,
        VersionName = VersionName,
        DataAccessRoleArn = ReadRole(operation, DataAccessRoleArn),
        LanguageCode = LanguageCode?.Value ?? string.Empty,
        InputDataConfig = ReadManifest(operation, data),
        VolumeKmsKeyId = VolumeKmsKeyId,
        ModelKmsKeyId = ModelKmsKeyId,
        VpcConfig = VpcConfig_SecurityGroupId is null && VpcConfig_Subnet is null
            ? null
            : new ComprehendSharing.Sharing.VpcConfig([.. VpcConfig_SecurityGroupId ?? []], [.. VpcConfig_Subnet ?? []]),
        ModelPolicy = ModelPolicy,
        Tag = (Tag ?? []).ToDictionary(tag => tag.Key!, tag => tag.Value ?? string.Empty),
        ClientRequestToken = ClientRequestToken ?? $"{Guid.NewGuid()}",
    };

    private protected static S3Uri? ReadUri(string operation, string parameter, string? value) =>
        value is null ? null : S3Uri.TryParse(value, out S3Uri? uri) ? uri : throw StubValidation.Refuse(operation, parameter, value);

    // The sandbox has one manifest for a model.
    private TrainingData ReadManifest(string operation, TrainingData data) => InputDataConfig_AugmentedManifest switch
    {
        null or [] => data,
        [{ } manifest] => data with
        {
            S3Uri = ReadUri(operation, "inputDataConfig.augmentedManifests.s3Uri", manifest.S3Uri),
            AttributeName = [.. manifest.AttributeNames ?? []],
        },
        _ => throw StubValidation.Refuse(operation, "inputDataConfig.augmentedManifests", $"{InputDataConfig_AugmentedManifest.Length} manifests"),
    };
}
