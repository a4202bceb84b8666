# Small imitations of the modules of AWS.Tools: their names, a few of their parameters, and a note of every call. What they
# answer is what a test has put into the journal, by the name of the cmdlet.
if (-not ('AwsToolsFakes.ServiceException' -as [type])) {
    Add-Type -TypeDefinition @'
namespace AwsToolsFakes
{
    // As Amazon.Runtime.AmazonServiceException, as far as it is read.
    public class ServiceException : System.Exception
    {
        public ServiceException(string message, string errorCode, System.Net.HttpStatusCode statusCode) : base(message)
        {
            ErrorCode = errorCode;
            StatusCode = statusCode;
        }

        public string ErrorCode { get; set; }
        public string RequestId { get; set; } = "4711";
        public System.Net.HttpStatusCode StatusCode { get; set; }
    }

    public static class Journal
    {
        public static readonly System.Collections.Generic.List<object> Call = new System.Collections.Generic.List<object>();
        public static System.Collections.Hashtable Answer = new System.Collections.Hashtable();
        public static string Warning;
    }

    // As Amazon.Runtime.ConstantClass.
    public class Constant
    {
        public Constant(string value) { Value = value; }
        public string Value { get; private set; }
    }
}
'@
}

$fakeCmdlet = @{
    'AWS.Tools.Comprehend'           = @{
        'Write-COMPResourcePolicy'       = '[string] $ResourceArn, [string] $ResourcePolicy, [string] $PolicyRevisionId, [switch] $Force'
        'Get-COMPResourcePolicy'         = '[string] $ResourceArn'
        'Remove-COMPResourcePolicy'      = '[string] $ResourceArn, [string] $PolicyRevisionId, [switch] $Force'
        'Import-COMPModel'               = '[string] $SourceModelArn, [string] $ModelName, [string] $VersionName, [string] $ModelKmsKeyId, [string] $DataAccessRoleArn, [object[]] $Tag, [switch] $Force'
        'Get-COMPDocumentClassifier'     = '[string] $DocumentClassifierArn'
        'Get-COMPDocumentClassifierList' = '[string] $Filter_DocumentClassifierName, [string] $NextToken, [switch] $NoAutoIteration'
        'Get-COMPEntityRecognizer'       = '[string] $EntityRecognizerArn'
        'Get-COMPEntityRecognizerList'   = '[string] $Filter_RecognizerName, [string] $NextToken, [switch] $NoAutoIteration'
        'New-COMPDocumentClassifier'     = '[string] $DocumentClassifierName, [string] $Mode, [string] $InputDataConfig_S3Uri, [string] $OutputDataConfig_S3Uri, [string] $OutputDataConfig_KmsKeyId, [string] $VersionName, [string] $DataAccessRoleArn, [string] $LanguageCode, [string] $InputDataConfig_DataFormat, [object[]] $InputDataConfig_AugmentedManifest, [string] $VolumeKmsKeyId, [string] $ModelKmsKeyId, [string[]] $VpcConfig_SecurityGroupId, [string[]] $VpcConfig_Subnet, [string] $ModelPolicy, [object[]] $Tag, [string] $ClientRequestToken, [switch] $Force'
        'New-COMPEntityRecognizer'       = '[string] $RecognizerName, [object[]] $InputDataConfig_EntityType, [string] $Documents_S3Uri, [string] $Annotations_S3Uri, [string] $EntityList_S3Uri, [string] $VersionName, [string] $DataAccessRoleArn, [string] $LanguageCode, [string] $InputDataConfig_DataFormat, [object[]] $InputDataConfig_AugmentedManifest, [string] $VolumeKmsKeyId, [string] $ModelKmsKeyId, [string[]] $VpcConfig_SecurityGroupId, [string[]] $VpcConfig_Subnet, [string] $ModelPolicy, [object[]] $Tag, [string] $ClientRequestToken, [switch] $Force'
        'New-COMPEndpoint'               = '[string] $EndpointName, [string] $ModelArn, [int] $DesiredInferenceUnit, [string] $DataAccessRoleArn, [object[]] $Tag, [string] $ClientRequestToken, [switch] $Force'
        'Get-COMPEndpoint'               = '[string] $EndpointArn'
    }
    'AWS.Tools.KeyManagementService' = @{
        'Get-KMSKey'         = '[string] $KeyId'
        'Get-KMSKeyPolicy'   = '[string] $KeyId, [string] $PolicyName'
        'Write-KMSKeyPolicy' = '[string] $KeyId, [string] $PolicyName, [string] $Policy, [switch] $Force'
    }
    'AWS.Tools.SecurityToken'        = @{
        'Get-STSCallerIdentity' = ''
    }
    'AWS.Tools.Common'               = @{}
}

$fakeBody = @'
    if ($PSBoundParameters.ContainsKey('Force') -and -not $Force -and -not $PSCmdlet.ShouldProcess('it')) { return }
    [AwsToolsFakes.Journal]::Call.Add([pscustomobject]@{ Name = $MyInvocation.MyCommand.Name; Parameter = @{} + $PSBoundParameters })
    Write-Verbose 'a verbose line of AWS.Tools'
    if ([AwsToolsFakes.Journal]::Warning) { Write-Warning ([AwsToolsFakes.Journal]::Warning) }
    $answer = [AwsToolsFakes.Journal]::Answer[$MyInvocation.MyCommand.Name]
    $answer = if ($answer -is [scriptblock]) { & $answer $PSBoundParameters } else { $answer }
    if ($answer -is [Exception]) {
        # As AWS.Tools does it: the SDK's exception inside, and the cmdlet, which has the credentials, as the target.
        $failure = [System.InvalidOperationException]::new($answer.Message, $answer)
        $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new($failure, $answer.GetType().FullName, 'InvalidOperation', $PSCmdlet))
    }
    $answer
'@

function New-FakeModule([string] $Root, [string] $Name, [string] $Version, [string] $Common) {
    $folder = New-Item "$Root/$Name/$Version" -ItemType Directory -Force
    $shared = '[object] $Region, [string] $ProfileName, [string] $ProfileLocation, [string] $AccessKey, [string] $SecretKey, [string] $SessionToken, [object] $Credential, [string] $EndpointUrl, [string] $Select'
    $text = foreach ($cmdlet in $fakeCmdlet[$Name].Keys) {
        $parameter = @($fakeCmdlet[$Name][$cmdlet], $shared | Where-Object { $_ }) -join ', '
        "function $cmdlet { [CmdletBinding(SupportsShouldProcess)] param ($parameter)`n$fakeBody`n}"
    }
    Set-Content "$folder/$Name.psm1" ($text -join "`n")
    $exported = ($fakeCmdlet[$Name].Keys | ForEach-Object { "'$_'" }) -join ', '
    $required = if ($Common) { "RequiredModules = @(@{ ModuleName = 'AWS.Tools.Common'; RequiredVersion = '$Common' })" }
    "@{ RootModule = '$Name.psm1'; ModuleVersion = '$Version'; FunctionsToExport = @($exported); $required }" | Set-Content "$folder/$Name.psd1"
}

# A folder of modules that fit together.
function New-FakeModuleSet([string] $Root, [string] $Version = '5.0.1', [switch] $WithoutSecurityToken) {
    New-FakeModule $Root AWS.Tools.Common $Version
    foreach ($name in 'AWS.Tools.Comprehend', 'AWS.Tools.KeyManagementService', 'AWS.Tools.SecurityToken') {
        if (-not ($WithoutSecurityToken -and $name -eq 'AWS.Tools.SecurityToken')) {
            New-FakeModule $Root $name $Version $Version
        }
    }
}

function Remove-FakeModule {
    Get-Module AWS.Tools.* | Remove-Module -Force
}

function New-AwsFailure([string] $Message, [string] $Code, [System.Net.HttpStatusCode] $Status = 'BadRequest') {
    [AwsToolsFakes.ServiceException]::new($Message, $Code, $Status)
}
