<#
.SYNOPSIS
    Rehearses sharing and importing all models of a scenario, for a build pipeline: the exit code tells whether it works.
.DESCRIPTION
    The scenario describes the accounts, keys and models, for example with the key policies as they are to be deployed. Each
    model of the first profile's account is shared with the importer and imported there, in the sandbox. Nothing reaches AWS.
.EXAMPLE
    pwsh -File ./rehearse-in-a-pipeline.ps1 -Path scenario.json -ImporterProfile partner -DataAccessRoleArn $role
#>
[CmdletBinding()]
param(
    # The scenario; the default is the one that comes with the module.
    [string] $Path,

    [string] $ImporterProfile = 'partner',

    [string] $DataAccessRoleArn = 'arn:aws:iam::444455556666:role/ComprehendImportRole'
)

if (-not (Get-Module ComprehendSharing)) {
    Import-Module (Join-Path $PSScriptRoot '../../ComprehendSharing.psd1')
}

$scenario = if ($Path) { @{ Path = $Path } } else { @{} }
$sandbox = Enter-ComprehendSandbox @scenario -PassThru -ErrorAction Stop
try {
    $importer = $sandbox.Account | Where-Object { $_.Profile -contains $ImporterProfile }
    $shared = @($sandbox.Model | Where-Object { $_.ModelArn.AccountId -eq $sandbox.Account[0].AccountId })

    $copy = @($shared |
            New-ComprehendModelPolicy -Principal $importer.AccountId.Value |
            Set-ComprehendModelPolicy -Merge -PassThru |
            Grant-ComprehendKmsAccess -PassThru |
            Get-ComprehendShareBundle -ImporterAccountId $importer.AccountId |
            Import-ComprehendSharedModel -ProfileName $ImporterProfile -DataAccessRoleArn $DataAccessRoleArn -Wait)

    $copy | Out-Host
    $write = @((Get-ComprehendSandbox).Call | Where-Object IsWrite)
    "$($copy.Count) of $($shared.Count) models were imported, with $($write.Count) writes to AWS."
}
finally {
    Exit-ComprehendSandbox
}

exit [int]($copy.Count -lt $shared.Count)
