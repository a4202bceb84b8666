@{
    RootModule             = 'bin/ComprehendSharing.dll'
    ModuleVersion          = '0.1.0'
    GUID                   = 'ea93fe84-84ea-44d6-be90-9032d51d4f70'
    Author                 = 'The ComprehendSharing authors'
    CompanyName            = 'ComprehendSharing'
    Copyright              = '(c) The ComprehendSharing authors. MIT licence.'
    Description            = 'Shares Amazon Comprehend custom models with other AWS accounts and imports them: resource policies, KMS key policies that are never widened, hand-over bundles, imports, and a sandbox in which all of it can be rehearsed without an AWS account.'
    PowerShellVersion      = '7.4'
    CompatiblePSEditions   = @('Core')
    FormatsToProcess       = @('bin/ComprehendSharing.Format.ps1xml')
    TypesToProcess         = @('bin/ComprehendSharing.Types.ps1xml')
    FunctionsToExport      = @()
    AliasesToExport        = @()
    VariablesToExport      = @()
    CmdletsToExport        = @(
        'Compare-ComprehendPolicy'
        'Enter-ComprehendSandbox'
        'Exit-ComprehendSandbox'
        'Export-ComprehendShareBundle'
        'Get-ComprehendConditionKey'
        'Get-ComprehendKmsAccess'
        'Get-ComprehendModel'
        'Get-ComprehendModelPolicy'
        'Get-ComprehendSandbox'
        'Get-ComprehendShareBundle'
        'Grant-ComprehendKmsAccess'
        'Import-ComprehendShareBundle'
        'Import-ComprehendSharedModel'
        'New-ComprehendEndpoint'
        'New-ComprehendGuardrailPolicy'
        'New-ComprehendIdentityPolicy'
        'New-ComprehendKmsStatement'
        'New-ComprehendModel'
        'New-ComprehendModelPolicy'
        'Remove-ComprehendModelPolicy'
        'Revoke-ComprehendKmsAccess'
        'Set-ComprehendModelPolicy'
        'Test-ComprehendAccess'
        'Test-ComprehendPolicy'
        'Test-ComprehendShare'
        'Wait-ComprehendModel'
    )
    PrivateData            = @{
        PSData = @{
            Tags                       = @('AWS', 'Comprehend', 'KMS', 'IAM', 'Policy', 'MachineLearning', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            ReleaseNotes               = 'See CHANGELOG.md.'
            ExternalModuleDependencies = @('AWS.Tools.Comprehend', 'AWS.Tools.KeyManagementService')
        }
    }
}
