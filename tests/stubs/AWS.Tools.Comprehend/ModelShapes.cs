// A model of the sandbox in the shapes of the SDK. Lists without items and what the sandbox does not know are null.
using Amazon.Comprehend.Model;
using ComprehendSharing.Sharing;

namespace Amazon.PowerShell.Cmdlets.COMP;

internal static class ModelShapes
{
    public static DocumentClassifierProperties ToClassifier(ComprehendModel model) => new()
    {
        DocumentClassifierArn = model.ModelArn.ToString(),
        DataAccessRoleArn = model.DataAccessRoleArn?.ToString(),
        EndTime = model.EndTime?.UtcDateTime,
        LanguageCode = model.LanguageCode is null ? null : Amazon.Comprehend.LanguageCode.FindValue(model.LanguageCode),
        Message = model.Message,
        ModelKmsKeyId = model.ModelKmsKeyId,
        SourceModelArn = model.SourceModelArn?.ToString(),
        Status = model.Status,
        SubmitTime = model.SubmitTime?.UtcDateTime,
        VersionName = model.VersionName,
        VolumeKmsKeyId = model.VolumeKmsKeyId,
        VpcConfig = ToVpcConfig(model),
    };

    public static EntityRecognizerProperties ToRecognizer(ComprehendModel model) => new()
    {
        EntityRecognizerArn = model.ModelArn.ToString(),
        DataAccessRoleArn = model.DataAccessRoleArn?.ToString(),
        EndTime = model.EndTime?.UtcDateTime,
        LanguageCode = model.LanguageCode is null ? null : Amazon.Comprehend.LanguageCode.FindValue(model.LanguageCode),
        Message = model.Message,
        ModelKmsKeyId = model.ModelKmsKeyId,
        SourceModelArn = model.SourceModelArn?.ToString(),
        Status = model.Status,
        SubmitTime = model.SubmitTime?.UtcDateTime,
        VersionName = model.VersionName,
        VolumeKmsKeyId = model.VolumeKmsKeyId,
        VpcConfig = ToVpcConfig(model),
    };

    private static Amazon.Comprehend.Model.VpcConfig? ToVpcConfig(ComprehendModel model) => model.VpcConfig is null
        ? null
        : new Amazon.Comprehend.Model.VpcConfig
        {
            SecurityGroupIds = [.. model.VpcConfig.SecurityGroupId],
            Subnets = [.. model.VpcConfig.Subnet],
        };
}
