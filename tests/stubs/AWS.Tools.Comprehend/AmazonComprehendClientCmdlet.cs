// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/Comprehend/AmazonComprehendClientCmdlet.cs.
using System.Management.Automation;
using Amazon.Comprehend;
using Amazon.PowerShell.Common;
using ComprehendSharing.Identity;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>A cmdlet of Comprehend.</summary>
public abstract class AmazonComprehendClientCmdlet : ServiceCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public AmazonComprehendConfig? ClientConfig
    {
        get => ServiceConfig as AmazonComprehendConfig;
        set => ServiceConfig = value;
    }

    protected override string ServiceName => "Amazon Comprehend";

    protected override Type ExceptionType => typeof(AmazonComprehendException);

    // The three policy operations have no TooManyRequestsException in their model.
    protected override string ErrorCode(string operation, string code) =>
        code == "ThrottlingException" && !operation.EndsWith("ResourcePolicy", StringComparison.Ordinal) ? "TooManyRequestsException" : code;

    protected static ModelArn ReadArn(string operation, string parameter, string? value, ModelKind? kind = null) =>
        ModelArn.TryParse(value, out ModelArn? arn) && (kind is null || arn.Kind == kind)
            ? arn
            : throw StubValidation.Refuse(operation, parameter, value);

    protected static RoleArn ReadRole(string operation, string? value) =>
        RoleArn.TryParse(value, out RoleArn? role) ? role : throw StubValidation.Refuse(operation, "dataAccessRoleArn", value);
}
