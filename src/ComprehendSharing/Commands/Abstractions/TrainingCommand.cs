// What a training asks for whatever is trained. Nothing of it is bound from the pipeline: a person must give it.
using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

/// <summary>A cmdlet that has a model trained.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TrainingCommand : AwsCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("DocumentClassifierName", "RecognizerName")]
    public string ModelName { get; set; } = string.Empty;

    [Parameter]
    public string? VersionName { get; set; }

    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public RoleArn? DataAccessRoleArn { get; set; }

    [Parameter(Mandatory = true)]
    [ValidateSet("en", "es", "fr", "de", "it", "pt", "ar", "hi", "ja", "ko", "zh", "zh-TW", IgnoreCase = false)]
    public string LanguageCode { get; set; } = string.Empty;

    [Parameter]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public string? VolumeKmsKeyId { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public string? ModelKmsKeyId { get; set; }

    [Parameter]
    [Alias("VpcConfig_SecurityGroupId")]
    public string[]? SecurityGroupId { get; set; }

    [Parameter]
    [Alias("VpcConfig_Subnet")]
    public string[]? SubnetId { get; set; }

    [Parameter]
    [PolicyArgument]
    public PolicyDocument? ModelPolicy { get; set; }

    [Parameter]
    public Hashtable? Tag { get; set; }

    [Parameter]
    public string? ClientRequestToken { get; set; }

    /// <summary>What is asked for.</summary>
    private protected CreateModelRequest Request(ModelKind kind, TrainingData data)
    {
        CreateModelRequest request = new()
        {
            Kind = kind,
            ModelName = ModelName,
            VersionName = VersionName,
            DataAccessRoleArn = DataAccessRoleArn!,
            LanguageCode = LanguageCode,
            InputDataConfig = data,
            VolumeKmsKeyId = VolumeKmsKeyId,
            ModelKmsKeyId = ModelKmsKeyId,
            VpcConfig = SecurityGroupId is null && SubnetId is null ? null : new VpcConfig([.. SecurityGroupId ?? []], [.. SubnetId ?? []]),
            ModelPolicy = ModelPolicy?.ToCompactJson(),
            Tag = Tags(Tag),
        };
        return ClientRequestToken is null ? request : request with { ClientRequestToken = ClientRequestToken };
    }
}
