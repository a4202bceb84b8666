using System.Diagnostics.CodeAnalysis;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>A model version of a sandbox with its resource policy.</summary>
public sealed record SandboxModel : ComprehendModel
{
    /// <summary>Takes over the data of a model.</summary>
    /// <param name="model">The model.</param>
    [SetsRequiredMembers]
    public SandboxModel(ComprehendModel model) : base(model)
    {
    }

    /// <summary>The text of the resource policy; null when the model has none.</summary>
    public string? ResourcePolicy { get; init; }

    /// <summary>The id of the policy's revision, 32 hexadecimal digits; null in a scenario and for a model without a policy.</summary>
    public string? PolicyRevisionId { get; init; }

    /// <summary>The model alone, as a Describe call answers it.</summary>
    internal ComprehendModel ToModel() => new()
    {
        ModelArn = ModelArn,
        Status = Status,
        Message = Message,
        LanguageCode = LanguageCode,
        ModelKmsKeyId = ModelKmsKeyId,
        VolumeKmsKeyId = VolumeKmsKeyId,
        VpcConfig = VpcConfig,
        DataAccessRoleArn = DataAccessRoleArn,
        SourceModelArn = SourceModelArn,
        SubmitTime = SubmitTime,
        EndTime = EndTime,
    };
}
