<#
.SYNOPSIS
    Writes what the examples print now into the pages of docs/en-US and docs/runbooks. Look at what git shows afterwards.
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
. $PSScriptRoot/CodeSamples.ps1

$folder = 'en-US', 'runbooks' | ForEach-Object { Join-Path $PSScriptRoot "../docs/$_" }
foreach ($page in Get-ChildItem $folder -Filter *.md) {
    $sample = @(Get-CodeSample $page)
    [string[]]$printed = if (Test-Walkthrough $page) {
        @(Invoke-Runbook $sample)
    }
    else {
        @(Invoke-CodeSample -Code ($sample | ForEach-Object { $_.Code -join "`n" }))
    }
    $script:next = 0
    $text = (Get-Content $page -Raw) -replace '\r'
    $text = [regex]::Replace($text, '(?ms)^(?<code>```powershell\n.*?^```\n)(\n```output\n.*?^```\n)?', {
            $output = Format-SampleOutput $printed[$script:next++] -Raw
            $args[0].Groups['code'].Value + ($output ? "`n``````output`n$output`n```````n" : '')
        })
    Set-Content $page $text.TrimEnd()
}
