<#
.SYNOPSIS
    Shares all models of a list, with one edit of each key.
.DESCRIPTION
    The list is a CSV file with the columns ModelArn and Principal; a model that is shared with several has several lines.
    What fails is reported, and the rest goes on. Running it again completes what was left undone.
.EXAMPLE
    ./share-many-models.ps1 -Path shares.csv | Export-Csv bundles.csv
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $Path,

    # The profile of the models' owner.
    [string] $ProfileName
)

$owner = if ($ProfileName) { @{ ProfileName = $ProfileName } } else { @{} }

# One object for each model, so that there is one policy and, in the end, one bundle for each of its importers.
Import-Csv $Path |
    Group-Object ModelArn |
    ForEach-Object { [pscustomobject]@{ ModelArn = $_.Name; Principal = $_.Group.Principal } } |
    New-ComprehendModelPolicy |
    Set-ComprehendModelPolicy @owner -Merge -PassThru |
    Grant-ComprehendKmsAccess @owner -PassThru |
    Get-ComprehendShareBundle @owner |
    Select-Object SourceModelArn, Region, ImporterAccountId, Encryption, KmsKeyArn
