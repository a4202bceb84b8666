<#
.SYNOPSIS
    Runs the Pester tests of this folder and writes the outcome of each file as JSON.
.PARAMETER Over
    How the cmdlets come to the sandbox: directly, in all files; or through AWS.Tools, whose stubs answer from it, in what is tagged so.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ResultPath,

    [ValidateSet('Sandbox', 'AwsTools')]
    [string] $Over = 'Sandbox'
)

$ErrorActionPreference = 'Stop'
Import-Module Pester -MinimumVersion 5.0 -MaximumVersion 5.99
$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
if ($Over -eq 'AwsTools') {
    $configuration.Run.Path = (Select-String -Path $PSScriptRoot/*.Tests.ps1 -Pattern '^Describe .* -Tag AwsTools ' -List).Path
    $configuration.Filter.Tag = 'AwsTools'
    $configuration.Filter.ExcludeTag = 'SandboxOnly'
}
$env:COMPREHENDSHARING_OVER = $Over
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
