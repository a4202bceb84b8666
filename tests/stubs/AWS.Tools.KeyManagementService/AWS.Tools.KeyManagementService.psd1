# A stub for tests. Name, GUID and how it asks for AWS.Tools.Common are those of the published module:
# aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/*/AWS.Tools.KeyManagementService.psd1.
@{
    RootModule           = 'AWS.Tools.KeyManagementService.dll'
    ModuleVersion        = '5.0.200'
    GUID                 = 'e92d316c-0a98-4c80-9fd3-be05e12d0887'
    Author               = 'The ComprehendSharing authors'
    Description          = 'Stands in for AWS.Tools.KeyManagementService in tests.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    RequiredModules      = @(@{ ModuleName = 'AWS.Tools.Common'; RequiredVersion = '5.0.200'; Guid = 'e5b05bf3-9eee-47b2-81f2-41ddc0501b86' })
    RequiredAssemblies   = @('AWSSDK.KeyManagementService.dll')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Get-KMSKey',
        'Get-KMSKeyPolicy',
        'Write-KMSKeyPolicy'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
}
