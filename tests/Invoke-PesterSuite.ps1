<#
.SYNOPSIS
    Runs all Pester tests of this folder and writes the outcome of each file as JSON.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ResultPath
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0 -MaximumVersion 5.99
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'Normal'
$run = Invoke-Pester -Configuration $configuration

$file = foreach ($container in $run.Containers) {
    $failure = @($run.Failed | Where-Object { $_.Block.Root.BlockContainer.Item.FullName -eq $container.Item.FullName })
    [pscustomobject]@{
        Name     = $container.Item.Name
        Passed   = $container.PassedCount
        # A block or a container that could not start counts as one failure, so that it is never mistaken for success.
        Failed   = $container.FailedCount + [int]($container.Result -eq 'Failed' -and $container.FailedCount -eq 0)
        Skipped  = $container.SkippedCount + $container.NotRunCount
        Failures = @(
            $failure | ForEach-Object { '{0}: {1}' -f $_.ExpandedPath, ($_.ErrorRecord.DisplayErrorMessage -join ' ') }
            $container.ErrorRecord | ForEach-Object { "$_" }
        )
    }
}
ConvertTo-Json -InputObject @($file) -Depth 4 | Set-Content -LiteralPath $ResultPath
