<#
.SYNOPSIS
    Compares the time of Import-Module with that of a binary module that has the same views and no code.
.DESCRIPTION
    Each import runs in a fresh pwsh; the two take turns, so that a slow spell of the machine meets both.
    Build first: ./build.ps1 -Task Build
#>
[CmdletBinding()]
param(
    [ValidateRange(1, 1000)]
    [int] $Count = 15
)

$ErrorActionPreference = 'Stop'
$root = Resolve-Path (Join-Path $PSScriptRoot '../..')
$peer = Join-Path ([System.IO.Path]::GetTempPath()) "EmptyModule-$([guid]::NewGuid())"
$null = New-Item (Join-Path $peer 'bin') -ItemType Directory
try {
    Add-Type -OutputAssembly (Join-Path $peer 'bin/EmptyModule.dll') -TypeDefinition @'
[System.Management.Automation.Cmdlet("Get", "Nothing")]
public sealed class GetNothingCommand : System.Management.Automation.PSCmdlet { }
'@
    Copy-Item (Join-Path $root 'bin/ComprehendSharing.Format.ps1xml') (Join-Path $peer 'bin')
    New-ModuleManifest (Join-Path $peer 'EmptyModule.psd1') -RootModule 'bin/EmptyModule.dll' -CmdletsToExport 'Get-Nothing' `
        -FormatsToProcess 'bin/ComprehendSharing.Format.ps1xml'

    $manifest = @{
        ComprehendSharing = Join-Path $root 'ComprehendSharing.psd1'
        EmptyModule       = Join-Path $peer 'EmptyModule.psd1'
    }
    $run = foreach ($number in 0..$Count) {
        foreach ($name in $manifest.Keys) {
            $command = "(Measure-Command { Import-Module '$($manifest[$name])' -ErrorAction Stop }).TotalMilliseconds"
            $time = [double](pwsh -NoLogo -NoProfile -NonInteractive -Command $command)
            # The first turn warms the file cache.
            if ($number -gt 0) {
                [pscustomobject]@{ Module = $name; Milliseconds = $time }
            }
        }
    }
}
finally {
    Remove-Item $peer -Recurse -Force
}

$median = @{}
foreach ($group in $run | Group-Object Module) {
    $sorted = @($group.Group.Milliseconds | Sort-Object)
    $median[$group.Name] = $sorted[[int][Math]::Floor($sorted.Count / 2)]
    [pscustomobject]@{
        Module  = $group.Name
        Runs    = $sorted.Count
        Minimum = '{0:F1} ms' -f $sorted[0]
        Median  = '{0:F1} ms' -f $median[$group.Name]
        Maximum = '{0:F1} ms' -f $sorted[-1]
    }
}
Write-Output ('Ratio of the medians: {0:F2} (target: at most 1.3)' -f ($median.ComprehendSharing / $median.EmptyModule))
