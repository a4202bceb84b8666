# A stub for tests. Name, GUID and how it asks for AWS.Tools.Common are those of the published module:
# aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/*/AWS.Tools.Common.psd1.
@{
    RootModule           = 'AWS.Tools.Common.dll'
    ModuleVersion        = '5.0.200'
    GUID                 = 'e5b05bf3-9eee-47b2-81f2-41ddc0501b86'
    Author               = 'The ComprehendSharing authors'
    Description          = 'Stands in for AWS.Tools.Common in tests.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    RequiredAssemblies   = @('AWSSDK.Core.dll', 'AWSSDK.SecurityToken.dll')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Add-AwsStubFault',
        'Enter-AwsStub',
        'Exit-AwsStub',
        'Get-AWSCredential',
        'Get-AwsStub',
        'Set-AWSCredential',
        'Set-DefaultAWSRegion'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
}
