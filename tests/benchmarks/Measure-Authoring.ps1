<#
.SYNOPSIS
    Compares New-ComprehendModelPolicy in the pipeline with the hashtable and ConvertTo-Json that one would write instead.
.DESCRIPTION
    Both make an object with the ARN and the policy in one line for each of so many model versions.
    Build first: ./build.ps1 -Task Build
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 1000000)]
    [int] $Count = 10000,

    [ValidateRange(1, 100)]
    [int] $Runs = 5
)

$ErrorActionPreference = 'Stop'
Import-Module (Join-Path $PSScriptRoot '../../ComprehendSharing.psd1')
$arn = 1..$Count | ForEach-Object { "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v$_" }

$ours = { $arn | New-ComprehendModelPolicy -Principal '444455556666' }
$byHand = {
    $arn | ForEach-Object {
        $policy = @{
            Version   = '2012-10-17'
            Statement = @(
                @{
                    Effect    = 'Allow'
                    Principal = @{ AWS = 'arn:aws:iam::444455556666:root' }
                    Action    = 'comprehend:ImportModel'
                    Resource  = '*'
                }
            )
        }
        [pscustomobject]@{ ResourceArn = $_; ResourcePolicy = $policy | ConvertTo-Json -Depth 10 -Compress }
    }
}

$time = @{ Ours = @(); ByHand = @() }
foreach ($number in 0..$Runs) {
    # Both are read to the end, because ours makes the text when it is asked for.
    $first = (Measure-Command { foreach ($policy in & $ours) { $null = $policy.ResourcePolicy } }).TotalMilliseconds
    $second = (Measure-Command { foreach ($policy in & $byHand) { $null = $policy.ResourcePolicy } }).TotalMilliseconds
    if ($number -gt 0) {
        $time.Ours += $first
        $time.ByHand += $second
    }
}

$median = @{}
foreach ($name in 'Ours', 'ByHand') {
    $sorted = @($time[$name] | Sort-Object)
    $median[$name] = $sorted[[int][Math]::Floor($sorted.Count / 2)]
    [pscustomobject]@{
        Way     = $name -eq 'Ours' ? 'New-ComprehendModelPolicy' : 'hashtable | ConvertTo-Json'
        Objects = $Count
        Median  = '{0:F0} ms' -f $median[$name]
    }
}
Write-Output ('{0:F1} times as fast (target: at least 5)' -f ($median.ByHand / $median.Ours))
