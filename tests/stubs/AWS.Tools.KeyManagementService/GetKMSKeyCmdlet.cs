// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/KeyManagementService/Basic/Get-KMSKey-Cmdlet.cs.
using System.Management.Automation;
using Amazon.KeyManagementService;
using Amazon.KeyManagementService.Model;
using ComprehendSharing.Aws;

namespace Amazon.PowerShell.Cmdlets.KMS;

/// <summary>DescribeKey.</summary>
[Cmdlet("Get", "KMSKey")]
[OutputType("Amazon.KeyManagementService.Model.KeyMetadata")]
public class GetKMSKeyCmdlet : AmazonKeyManagementServiceClientCmdlet
{
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("GrantTokens")]
    public string[]? GrantToken { get; set; }

    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ValueFromPipeline = true, Mandatory = true)]
    [AllowEmptyString]
    [AllowNull]
    public string? KeyId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string Select { get; set; } = "KeyMetadata";

    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        Func<DescribeKeyResponse?, object?> select = Selector<DescribeKeyResponse>(Select, response => response.KeyMetadata);
        WriteOutput(Call("DescribeKey", aws => new DescribeKeyResponse { KeyMetadata = Read(aws.DescribeKey(KeyId ?? string.Empty)) }, select));
    }

    private static KeyMetadata Read(KeyDescription key) => new()
    {
        Arn = key.KeyArn.ToString(),
        AWSAccountId = key.KeyArn.AccountId.ToString(),
        CreationDate = DateTime.UnixEpoch,
        Description = string.Empty,
        Enabled = key.KeyState == KeyState.Enabled.Value,
        EncryptionAlgorithms = [EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT.Value],
        KeyId = key.KeyArn.KeyId,
        KeyManager = key.KeyManager == KeyManager.Aws ? KeyManagerType.AWS : KeyManagerType.CUSTOMER,
        KeySpec = KeySpec.SYMMETRIC_DEFAULT,
        KeyState = key.KeyState,
        KeyUsage = KeyUsageType.ENCRYPT_DECRYPT,
        MultiRegion = key.KeyArn.IsMultiRegion,
        Origin = OriginType.AWS_KMS,
    };
}
