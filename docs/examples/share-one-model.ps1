<#
.SYNOPSIS
    Shares one version of a custom model with one account, and writes what that account needs into a folder.
.DESCRIPTION
    Sets the model's resource policy, keeping who has access already, opens its key, and saves the facts of the share bundle
    and the three IAM policies for the importing account as JSON files. Running it again changes nothing.
.EXAMPLE
    ./share-one-model.ps1 -ModelArn $version -AccountId 444455556666 -OutFolder ./for-444455556666
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [Parameter(Mandatory)]
    [string] $ModelArn,

    [Parameter(Mandatory)]
    [ValidatePattern('^\d{12}$')]
    [string] $AccountId,

    [Parameter(Mandatory)]
    [string] $OutFolder,

    # The profile of the model's owner.
    [string] $ProfileName
)

$ErrorActionPreference = 'Stop'
$owner = if ($ProfileName) { @{ ProfileName = $ProfileName } } else { @{} }

# With -WhatIf the first object is planned, so that nothing behind it writes to AWS.
$bundle = New-ComprehendModelPolicy -ModelArn $ModelArn -Principal $AccountId |
    Set-ComprehendModelPolicy @owner -Merge -PassThru |
    Grant-ComprehendKmsAccess @owner -PassThru |
    Get-ComprehendShareBundle @owner -ImporterAccountId $AccountId

if ($PSCmdlet.ShouldProcess($OutFolder, 'Write the files for the importer')) {
    $null = New-Item $OutFolder -ItemType Directory -Force
    [ordered]@{
        SourceModelArn = $bundle.SourceModelArn
        Region         = $bundle.Region
        Encryption     = "$($bundle.Encryption)"
        KmsKeyArn      = $bundle.KmsKeyArn ? "$($bundle.KmsKeyArn)" : $null
        Warning        = @($bundle.Warning)
    } | ConvertTo-Json | Set-Content (Join-Path $OutFolder 'share.json')

    # A model under an AWS owned key needs no role, so that there are no policies for one.
    foreach ($name in 'ImporterPolicy', 'ImportRolePolicy', 'ImportRoleTrustPolicy') {
        if ($bundle.$name) {
            $bundle.$name.ToJson() | Set-Content (Join-Path $OutFolder "$name.json")
        }
    }
}

$bundle
