// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/KeyManagementService/AmazonKeyManagementServiceClientCmdlet.cs.
using System.Management.Automation;
using Amazon.KeyManagementService;
using Amazon.PowerShell.Common;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace Amazon.PowerShell.Cmdlets.KMS;

/// <summary>A cmdlet of KMS.</summary>
public abstract class AmazonKeyManagementServiceClientCmdlet : ServiceCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public AmazonKeyManagementServiceConfig? ClientConfig
    {
        get => ServiceConfig as AmazonKeyManagementServiceConfig;
        set => ServiceConfig = value;
    }

    protected override string ServiceName => "AWS Key Management Service";

    protected override Type ExceptionType => typeof(AmazonKeyManagementServiceException);

    /// <summary>The key of a key policy: an ARN, or an id in the caller's account and region, never an alias.</summary>
    protected KeyArn ReadKey(string operation, string? keyId)
    {
        if (KeyArn.TryParse(keyId, out KeyArn? arn))
        {
            return arn;
        }

        if (!KeyArn.IsKeyId(keyId))
        {
            string code = keyId?.StartsWith("arn:", StringComparison.Ordinal) == true ? "InvalidArnException" : "NotFoundException";
            throw new AwsServiceException(operation, code, $"Invalid keyId '{keyId}'");
        }

        return KeyArn.Parse($"arn:{CallerArn.Partition}:kms:{RegionName}:{CallerArn.AccountId}:key/{keyId}");
    }

    protected static void CheckPolicyName(string operation, string? policyName)
    {
        if (policyName is not (null or "default"))
        {
            throw new AwsServiceException(operation, "NotFoundException", "No such policy exists");
        }
    }
}
