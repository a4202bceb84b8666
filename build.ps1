#Requires -Version 7.4
<#
.SYNOPSIS
    Builds, tests, analyzes and packages ComprehendSharing.
.DESCRIPTION
    Build    compiles the module into bin/, beside the manifest at the root, and its help into en-US/
    Test     runs the xunit tests and, in a fresh pwsh, the Pester tests
    Analyze  runs PSScriptAnalyzer over the scripts
    Docs     builds the MAML help in en-US/ from docs/en-US (needs Microsoft.PowerShell.PlatyPS 1.0)
    Package  lays the module out in out/ComprehendSharing/<version>
    Clean    removes what the other tasks made
.EXAMPLE
    ./build.ps1 -Task Test
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Analyze', 'Docs', 'Package', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release'
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$manifest = Join-Path $root 'ComprehendSharing.psd1'

function Invoke-Native([string] $Command, [string[]] $Arguments) {
    & $Command @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$Command $($Arguments -join ' ') ended with exit code $LASTEXITCODE."
    }
}

function Build {
    Invoke-Native dotnet 'build', (Join-Path $root 'src/ComprehendSharing'), '--configuration', $Configuration, '--nologo'
    if (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS) {
        Docs
    }
    else {
        Write-Warning 'Microsoft.PowerShell.PlatyPS is not installed, so Get-Help will show only the syntax. Install-PSResource Microsoft.PowerShell.PlatyPS'
    }
}

function Test {
    # dotnet test runs the Pester tests too, in a pwsh of its own: this session keeps no lock on the module.
    Invoke-Native dotnet 'test', (Join-Path $root 'ComprehendSharing.slnx'), '--configuration', $Configuration, '--nologo'
}

function Analyze {
    $finding = foreach ($folder in 'tests', 'docs') {
        Invoke-ScriptAnalyzer -Path (Join-Path $root $folder) -Recurse -Settings (Join-Path $root 'PSScriptAnalyzerSettings.psd1')
    }
    $finding = @($finding) + @('build.ps1', 'ComprehendSharing.psd1' | ForEach-Object {
            Invoke-ScriptAnalyzer -Path (Join-Path $root $_) -Settings (Join-Path $root 'PSScriptAnalyzerSettings.psd1')
        })
    $finding = @($finding | Where-Object { $_ })
    $finding | Format-Table -AutoSize | Out-Host
    if ($finding) {
        throw "PSScriptAnalyzer has $($finding.Count) findings."
    }
}

function Docs {
    Import-Module Microsoft.PowerShell.PlatyPS
    $staging = Join-Path $root 'artifacts/help'
    Remove-Item $staging -Recurse -Force -ErrorAction Ignore
    $page = Get-ChildItem (Join-Path $root 'docs/en-US') -Filter '*-*.md'
    $null = $page | Import-MarkdownCommandHelp | Export-MamlCommandHelp -OutputFolder $staging -Force
    $target = New-Item (Join-Path $root 'en-US') -ItemType Directory -Force
    Get-ChildItem $staging -Recurse -Filter '*-Help.xml' | Copy-Item -Destination $target -Force
    Get-ChildItem (Join-Path $root 'docs/en-US') -Filter 'about_*.md' | ForEach-Object {
        Copy-Item $_ (Join-Path $target "$($_.BaseName).help.txt") -Force
    }
}

function Package {
    Build
    $version = (Import-PowerShellDataFile $manifest).ModuleVersion
    $target = Join-Path $root "out/ComprehendSharing/$version"
    Remove-Item $target -Recurse -Force -ErrorAction Ignore
    $null = New-Item $target -ItemType Directory -Force
    'bin', 'en-US', 'ComprehendSharing.psd1', 'LICENSE', 'README.md', 'CHANGELOG.md' |
        ForEach-Object { Join-Path $root $_ } |
        Where-Object { Test-Path $_ } |
        Copy-Item -Destination $target -Recurse
    $null = Test-ModuleManifest (Join-Path $target 'ComprehendSharing.psd1')
    Write-Output $target
}

function Clean {
    'artifacts', 'bin', 'en-US', 'out' | ForEach-Object { Remove-Item (Join-Path $root $_) -Recurse -Force -ErrorAction Ignore }
}

$Task | ForEach-Object { & $_ }
