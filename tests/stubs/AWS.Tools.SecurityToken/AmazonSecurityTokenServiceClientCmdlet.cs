// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/SecurityToken/AmazonSecurityTokenServiceClientCmdlet.cs.
using System.Management.Automation;
using Amazon.PowerShell.Common;
using Amazon.SecurityToken;

namespace Amazon.PowerShell.Cmdlets.STS;

/// <summary>A cmdlet of STS.</summary>
public abstract class AmazonSecurityTokenServiceClientCmdlet : ServiceCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public AmazonSecurityTokenServiceConfig? ClientConfig
    {
        get => ServiceConfig as AmazonSecurityTokenServiceConfig;
        set => ServiceConfig = value;
    }

    protected override string ServiceName => "AWS Security Token Service (STS)";

    protected override Type ExceptionType => typeof(AmazonSecurityTokenServiceException);

    // STS speaks the query protocol, whose common errors have other codes:
    // https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
    protected override string ErrorCode(string operation, string code) => code switch
    {
        "ThrottlingException" => "Throttling",
        "InternalServerException" => "InternalFailure",
        "ExpiredTokenException" => "ExpiredToken",
        "AccessDeniedException" => "AccessDenied",
        "UnrecognizedClientException" => "InvalidClientTokenId",
        "InvalidSignatureException" => "SignatureDoesNotMatch",
        _ => code,
    };
}
