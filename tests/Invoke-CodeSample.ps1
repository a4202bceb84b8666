<#
.SYNOPSIS
    Runs code samples one statement after the other, as if they were typed, and prints what a console would show.
.DESCRIPTION
    Each sample runs in a default sandbox of its own, unless it enters one itself, in an empty folder and in an empty scope.
    A line with U+0001 stands before the output of each.
#>
[CmdletBinding()]
param(
    # A JSON file with the list of samples.
    [Parameter(Mandatory)]
    [string] $Path,

    [int] $Width = 80
)

[cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = 'en-US'
$PSStyle.OutputRendering = 'PlainText'
$ProgressPreference = 'SilentlyContinue'
Import-Module (Join-Path $PSScriptRoot '../ComprehendSharing.psd1')
$root = Split-Path $Path
$number = 0

function Invoke-Typed([System.Management.Automation.Language.StatementAst[]] $Statement, [int] $Columns) {
    foreach ($one in $Statement) {
        . ([scriptblock]::Create($one.Extent.Text)) 2>&1 | Out-String -Stream -Width $Columns | Out-Host
    }
}

foreach ($sample in Get-Content -LiteralPath $Path -Raw | ConvertFrom-Json) {
    Exit-ComprehendSandbox -ErrorAction Ignore
    Set-Location (New-Item (Join-Path $root (++$number)) -ItemType Directory)
    if ($sample -notmatch 'Enter-ComprehendSandbox') {
        Enter-ComprehendSandbox
    }

    [Console]::Out.WriteLine([char]1)
    $problem = $null
    $ast = [System.Management.Automation.Language.Parser]::ParseInput($sample, [ref] $null, [ref] $problem)
    if ($problem) {
        "The sample cannot be parsed: $($problem[0].Message)"
    }
    else {
        Invoke-Typed $ast.EndBlock.Statements $Width
    }
}
