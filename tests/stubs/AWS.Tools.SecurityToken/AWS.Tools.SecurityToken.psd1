# A stub for tests. Name, GUID and how it asks for AWS.Tools.Common are those of the published module:
# aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/*/AWS.Tools.SecurityToken.psd1.
@{
    RootModule           = 'AWS.Tools.SecurityToken.dll'
    ModuleVersion        = '5.0.200'
    GUID                 = 'b760f2e8-291f-4df4-bd69-3a615b47c8d4'
    Author               = 'The ComprehendSharing authors'
    Description          = 'Stands in for AWS.Tools.SecurityToken in tests.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    RequiredModules      = @(@{ ModuleName = 'AWS.Tools.Common'; RequiredVersion = '5.0.200'; Guid = 'e5b05bf3-9eee-47b2-81f2-41ddc0501b86' })
    RequiredAssemblies   = @()
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Get-STSCallerIdentity'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
}
