# A stub for tests. Name, GUID and how it asks for AWS.Tools.Common are those of the published module:
# aws/aws-tools-for-powershell, modules/AWSPowerShell/Cmdlets/*/AWS.Tools.Comprehend.psd1.
@{
    RootModule           = 'AWS.Tools.Comprehend.dll'
    ModuleVersion        = '5.0.200'
    GUID                 = '3c112c0c-8721-4b7c-90fa-2b2f6f6c51d2'
    Author               = 'The ComprehendSharing authors'
    Description          = 'Stands in for AWS.Tools.Comprehend in tests.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    RequiredModules      = @(@{ ModuleName = 'AWS.Tools.Common'; RequiredVersion = '5.0.200'; Guid = 'e5b05bf3-9eee-47b2-81f2-41ddc0501b86' })
    RequiredAssemblies   = @('AWSSDK.Comprehend.dll')
    FunctionsToExport    = @()
    CmdletsToExport      = @(
        'Get-COMPDocumentClassifier',
        'Get-COMPDocumentClassifierList',
        'Get-COMPEndpoint',
        'Get-COMPEntityRecognizer',
        'Get-COMPEntityRecognizerList',
        'Get-COMPResourcePolicy',
        'Import-COMPModel',
        'New-COMPDocumentClassifier',
        'New-COMPEndpoint',
        'New-COMPEntityRecognizer',
        'Remove-COMPResourcePolicy',
        'Write-COMPResourcePolicy'
    )
    VariablesToExport    = @()
    AliasesToExport      = @()
}
