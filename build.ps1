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
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'The tasks use them.')]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Analyze', 'Docs', 'Package', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    # Where Docs puts the help. Get-Help looks for it in the culture's folder beside the manifest.
    [string] $HelpPath = (Join-Path $PSScriptRoot 'en-US')
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$manifest = Join-Path $root 'ComprehendSharing.psd1'

function Invoke-Native([string] $Command, [string[]] $Arguments) {
    & $Command @Arguments | Out-Host
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

# PlatyPS leaves the Markdown as it is: marks, fences, hard line ends. Get-Help wraps by itself and knows none of them.
function ConvertTo-ConsoleText([string] $Markdown) {
    $Markdown -replace '\r' -replace '(?<=\S)\n(?!\n|- )\s*', ' ' -replace '\*\*(\w+)\*\*', '-$1' -replace '`([^`\n]+)`', '$1'
}

function Write-ExampleHelp($Node, [string] $Remarks) {
    $form = '^(?<text>[\s\S]*?)\s*```powershell\n(?<code>[\s\S]*?)\n```(\s*```output\n(?<output>[\s\S]*?)\n```)?\s*(?<end>[\s\S]*)$'
    if ($Remarks.Replace("`r", '') -notmatch $form) {
        throw "An example is not a text, a powershell block and an output block: $Remarks"
    }

    Write-ExamplePart $Node 'introduction' "$(ConvertTo-ConsoleText $Matches.text)`n`n"
    $Node.SelectSingleNode('*[local-name()="code"]').InnerText = $Matches.code
    $end = ConvertTo-ConsoleText $Matches.end
    Write-ExamplePart $Node 'remarks' "$($Matches['output'], $end -ne '' -join "`n`n")`n`n"
}

function Write-ExamplePart($Node, [string] $Name, [string] $Text) {
    $part = $Node.SelectSingleNode("*[local-name()='$Name']")
    $part.InnerXml = '<maml:para xmlns:maml="http://schemas.microsoft.com/maml/2004/10" />'
    $part.FirstChild.InnerText = $Text
}

# PlatyPS 1.0 leaves the default values out.
function Add-DefaultValue($Command, $Page) {
    foreach ($parameter in $Command.SelectNodes('*[local-name()="parameters"]/*')) {
        $name = $parameter.SelectSingleNode('*[local-name()="name"]').InnerText
        $value = $Command.OwnerDocument.CreateElement('dev', 'defaultValue', 'http://schemas.microsoft.com/maml/dev/2004/10')
        $value.InnerText = ($Page.Parameters | Where-Object Name -EQ $name).DefaultValue
        $null = $parameter.AppendChild($value)
    }
}

function ConvertTo-ConsoleHelp([xml] $Maml, $Page) {
    foreach ($command in $Maml.SelectNodes('//*[local-name()="command"]')) {
        $source = $Page | Where-Object Title -EQ $command.SelectSingleNode('*/*[local-name()="name"]').InnerText
        foreach ($text in $command.SelectNodes('.//*[local-name()="para"]')) {
            $text.InnerText = ConvertTo-ConsoleText $text.InnerText
        }

        $example = $command.SelectNodes('.//*[local-name()="example"]')
        for ($i = 0; $i -lt $example.Count; $i++) {
            Write-ExampleHelp $example[$i] $source.Examples[$i].Remarks
        }

        Add-DefaultValue $command $source
        foreach ($uri in $command.SelectNodes('.//*[local-name()="uri"]')) {
            if (-not $uri.InnerText) {
                # The link to an online version, which PlatyPS writes although there is none.
                $null = $uri.ParentNode.ParentNode.RemoveChild($uri.ParentNode)
            }
            elseif ($uri.InnerText -like '*.md') {
                $uri.InnerText = ''
            }
        }
    }

    $Maml
}

# An about topic as Get-Help shows it: headings in capitals, all else indented, no fences. Its summary is in the fifth line.
function ConvertTo-AboutText([string[]] $Markdown) {
    $isCode = $false
    $line = foreach ($item in $Markdown) {
        if ($item -match '^```') {
            $isCode = -not $isCode
        }
        elseif ($isCode) {
            "        $item"
        }
        elseif ($item -match '^# (?<title>.+)$') {
            'TOPIC', "    $($Matches.title)"
        }
        elseif ($item -match '^#+ (?<title>.+)$') {
            $Matches.title.ToUpperInvariant()
        }
        else {
            "    $($item -replace '`')"
        }
    }

    # A blank line behind a heading, where Markdown has it, would push the summary down.
    ($line.TrimEnd() -join "`n") -replace '(?m)^(?<heading>[A-Z].*)\n\n', "`${heading}`n"
}

function Docs {
    Import-Module Microsoft.PowerShell.PlatyPS
    $source = Join-Path $root 'docs/en-US'
    $page = Get-ChildItem $source -Filter '*-*.md' | ForEach-Object { Import-MarkdownCommandHelp $_.FullName }
    $target = New-Item $HelpPath -ItemType Directory -Force
    $staging = New-Item (Join-Path ([IO.Path]::GetTempPath()) ([IO.Path]::GetRandomFileName())) -ItemType Directory
    try {
        # All commands go into one file, in a folder that is named like the module.
        $null = Export-MamlCommandHelp $page -OutputFolder $staging -Force
        foreach ($file in Get-ChildItem $staging -Recurse -Filter '*-Help.xml') {
            (ConvertTo-ConsoleHelp (Get-Content $file -Raw) $page).Save((Join-Path $target $file.Name))
        }
    }
    finally {
        Remove-Item $staging -Recurse -Force
    }

    foreach ($topic in Get-ChildItem $source -Filter 'about_*.md') {
        ConvertTo-AboutText (Get-Content $topic) | Set-Content (Join-Path $target "$($topic.BaseName).help.txt")
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
