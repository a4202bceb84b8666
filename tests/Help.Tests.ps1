# The pages of docs/en-US against the module: what they say of parameters, their examples, and the help that is built from
# them. When output changes on purpose: Update-CodeSample.ps1.
BeforeDiscovery {
    . $PSScriptRoot/CodeSamples.ps1
    $folder = Join-Path $PSScriptRoot '../docs/en-US'
    $page = Get-ChildItem $folder -Filter '*-*.md' | ForEach-Object { @{ Name = $_.BaseName; Path = $_.FullName } }
    $topic = Get-ChildItem $folder -Filter 'about_*.md' | ForEach-Object { @{ Name = $_.BaseName; Path = $_.FullName } }
    $index = 0
    $sample = @($page) + @($topic) | Sort-Object { Test-Walkthrough $_.Path } -Stable | ForEach-Object { Get-CodeSample $_.Path } | ForEach-Object {
        @{ File = $_.File; Title = $_.Title; Code = $_.Code -join "`n"; Expected = $_.Output -join "`n"; Index = $index++ }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/CodeSamples.ps1
    $folder = Join-Path $PSScriptRoot '../docs/en-US'

    # The text below a heading of the second level.
    function Get-Section([string] $Path, [string] $Heading) {
        $text = (Get-Content -LiteralPath $Path -Raw) -replace '\r'
        if ($text -match "(?ms)^## $Heading\n(?<body>.*?)(?=^## |\z)") { $Matches.body.Trim() }
    }

    # What a page says of a parameter, in one line for each of its sets.
    function Get-DocumentedParameter([string] $Path) {
        foreach ($part in (Get-Section $Path 'PARAMETERS') -split '(?m)^### ' -match '^-') {
            $name = ($part -split '\n')[0].TrimStart('-')
            $text = ($part -split '(?m)^```')[0].Substring($name.Length + 1).Trim()
            $yaml = ($part -split '(?m)^```yaml\n')[1]
            $type = [regex]::Match($yaml, '(?m)^Type: (.+)$').Groups[1].Value
            $alias = [regex]::Match($yaml, '(?m)^Aliases:\n(- .+\n)+').Value -split '\n' -match '^- ' -replace '^- '
            $set = foreach ($item in [regex]::Match($yaml, '(?ms)^ParameterSets:\n(.*?)^DontShow').Groups[1].Value -split '(?m)^- ' -match '\S') {
                $value = @{}
                $item -split '\n' -match ':' | ForEach-Object { $key, $content = $_.Trim() -split ': ', 2; $value[$key] = $content }
                '{0} {1} required={2} pipeline={3} property={4}' -f $value.Name, $value.Position, $value.IsRequired, $value.ValueFromPipeline, $value.ValueFromPipelineByPropertyName
            }
            [pscustomobject]@{ Name = $name; Description = $text; Facts = Join-Fact $type $alias $set }
        }
    }

    # The same of the command itself.
    function Get-ActualParameter([string] $Name) {
        foreach ($parameter in (Get-Command $Name).Parameters.Values) {
            $attribute = @($parameter.Attributes | Where-Object { $_ -is [Parameter] })
            if ($parameter.Name -notin [System.Management.Automation.Cmdlet]::CommonParameters -and $true -notin $attribute.DontShow) {
                $set = $attribute | ForEach-Object {
                    $setName = $_.ParameterSetName -eq '__AllParameterSets' ? '(All)' : $_.ParameterSetName
                    $position = $_.Position -lt 0 ? 'Named' : $_.Position
                    '{0} {1} required={2} pipeline={3} property={4}' -f $setName, $position, $_.Mandatory, $_.ValueFromPipeline, $_.ValueFromPipelineByPropertyName
                }
                [pscustomobject]@{ Name = $parameter.Name; Facts = Join-Fact $parameter.ParameterType.ToString() $parameter.Aliases $set }
            }
        }
    }

    function Join-Fact([string] $Type, $Alias, $Set) {
        "$Type; aliases: $(@($Alias | Where-Object { $_ }) -join ', '); $(($Set | Sort-Object) -join ', ')"
    }
}

AfterAll {
    Exit-ComprehendSandbox -ErrorAction Ignore
}

Describe 'The pages' {
    It 'are one for each cmdlet' {
        (Get-ChildItem $folder -Filter '*-*.md').BaseName | Sort-Object | Should -Be (Get-Command -Module ComprehendSharing).Name
    }

    It 'are linked to nothing that is not there' {
        $link = Select-String -Path $folder/*.md -Pattern '\]\((?<target>[^)]+\.md)\)' -AllMatches | ForEach-Object Matches
        $link.Count | Should -BeGreaterThan 0
        $link | ForEach-Object { Join-Path $folder $_.Groups['target'].Value } | Should -Exist
    }
}

Describe '<Name>.md' -ForEach $page {
    It 'has no placeholder' {
        $Path | Should -Not -FileContentMatch '\{\{|Fill in'
    }

    It 'has a synopsis in one line, and a description' {
        Get-Section $Path 'SYNOPSIS' | Should -Match '^[A-Z][^\n]+\.$'
        (Get-Section $Path 'DESCRIPTION').Length | Should -BeGreaterThan 200
    }

    It 'has at least two titled examples' {
        $title = @(Get-CodeSample $Path | ForEach-Object Title)
        $title.Count | Should -BeGreaterOrEqual 2
        $title | Should -Match '^Example \d+: \S'
        $title | Should -BeExactly ($title | Select-Object -Unique)
        [regex]::Matches((Get-Section $Path 'EXAMPLES'), '(?m)^### ').Count | Should -Be $title.Count
    }

    It 'says of the parameters what is so' {
        $documented = Get-DocumentedParameter $Path | Sort-Object Name | ForEach-Object { "-$($_.Name): $($_.Facts)" }
        $actual = Get-ActualParameter $Name | Sort-Object Name | ForEach-Object { "-$($_.Name): $($_.Facts)" }
        $documented -join "`n" | Should -Be ($actual -join "`n")
    }

    It 'describes every parameter' {
        Get-DocumentedParameter $Path | Where-Object { $_.Description.Length -lt 20 } | ForEach-Object Name | Should -BeNullOrEmpty
    }

    It 'has the parameter sets of the command' {
        $documented = [regex]::Matches((Get-Section $Path 'SYNTAX'), '(?m)^### (\w+)( \(Default\))?$') | ForEach-Object { $_.Groups[1].Value }
        $documented | Sort-Object | Should -Be ((Get-Command $Name).ParameterSets.Name | Sort-Object)
    }

    It 'names the types that the command writes' {
        $documented = [regex]::Matches((Get-Section $Path 'OUTPUTS'), '(?m)^### (.+)$') | ForEach-Object { $_.Groups[1].Value }
        $documented | Should -Be (Get-Command $Name).OutputType.Name
    }

    It 'lists error ids that exist' {
        $message = [xml](Get-Content (Join-Path $PSScriptRoot '../src/ComprehendSharing.Core/Messages.resx') -Raw)
        $id = [regex]::Matches((Get-Section $Path 'NOTES'), '`(\w+)`') | ForEach-Object { $_.Groups[1].Value }
        $id | Should -Not -BeNullOrEmpty
        $id | Where-Object { $_ -notin $message.root.data.name } | Should -BeNullOrEmpty
    }
}

Describe '<Name>.md' -ForEach $topic {
    It 'says what it is about in its second section' {
        Get-Section $Path 'Short description' | Should -Match '^[A-Z][\s\S]+\.$'
        Get-Content $Path -First 1 | Should -Be "# $Name"
    }

    It 'has code that runs' {
        @(Get-CodeSample $Path).Count | Should -BeGreaterThan 0
    }

    It 'fits a console of 80 columns, but for code' {
        $isCode = $false
        $long = foreach ($line in Get-Content $Path) {
            if ($line -match '^```') { $isCode = -not $isCode }
            elseif (-not $isCode -and $line.Length -gt 80) { $line }
        }
        $long | Should -BeNullOrEmpty
    }
}

Describe 'The examples' {
    BeforeAll {
        $file = @(Get-ChildItem $folder -Filter '*-*.md') + @(Get-ChildItem $folder -Filter 'about_*.md')
        $walkthrough, $plain = $file.Where({ Test-Walkthrough $_ }, 'Split')
        $code = $plain | ForEach-Object { Get-CodeSample $_.FullName }
        $printed = @(Invoke-CodeSample -Code ($code | ForEach-Object { $_.Code -join "`n" }))
        $printed += $walkthrough | ForEach-Object { Invoke-Runbook @(Get-CodeSample $_.FullName) }
    }

    It 'print what <File> shows: <Title>' -ForEach $sample {
        Format-SampleOutput $printed[$Index] | Should -BeExactly (Format-SampleOutput $Expected)
    }
}

Describe 'Get-Help' {
    BeforeAll {
        # A copy of the module, so that neither the help of the repository nor that of an installed one is found.
        $root = Join-Path $PSScriptRoot '..'
        $module = Join-Path $TestDrive 'ComprehendSharing'
        $null = New-Item $module -ItemType Directory
        Copy-Item (Join-Path $root 'bin'), (Join-Path $root 'ComprehendSharing.psd1') $module -Recurse
        if (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS) {
            pwsh -NoProfile -NonInteractive -File (Join-Path $root 'build.ps1') -Task Docs -HelpPath (Join-Path $module 'en-US')
            $LASTEXITCODE | Should -Be 0
            $script = @'
                [cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = 'en-US'
                $PSStyle.OutputRendering = 'PlainText'
                Import-Module ./ComprehendSharing.psd1
                $topic = Get-Help about_ComprehendSharing* | ForEach-Object { @{ Name = $_.Name; Synopsis = $_.Synopsis; Text = "$_" } }
                $command = (Get-Command -Module ComprehendSharing).Name | ForEach-Object {
                    $help = Get-Help $_ -Full
                    @{
                        Name     = $_
                        Synopsis = $help.Synopsis
                        Example  = @($help.examples.example).Count
                        Bare     = @($help.parameters.parameter | Where-Object { -not $_.description.Text } | ForEach-Object name)
                        Full     = $help | Out-String -Width 100
                        Examples = Get-Help $_ -Examples | Out-String -Width 200
                    }
                }
                ConvertTo-Json @{ Topic = @($topic); Command = @($command) } -Depth 4 | Set-Content help.json
'@
            pwsh -NoProfile -NonInteractive -WorkingDirectory $module -Command $script
            $found = Get-Content (Join-Path $module 'help.json') -Raw | ConvertFrom-Json
        }
    }

    It 'shows what <Name>.md says' -ForEach $page {
        if (-not (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS)) {
            Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PlatyPS is not installed'
        }

        $help = $found.Command | Where-Object Name -EQ $Name
        $help.Synopsis | Should -Be (Get-Section $Path 'SYNOPSIS')
        $help.Bare | Should -BeNullOrEmpty
        $help.Example | Should -Be @(Get-CodeSample $Path).Count
        $help.Full | Should -Not -Match '\*\*|```|\u0080|\{\{|Online Version'
        foreach ($example in Get-CodeSample $Path) {
            $help.Examples | Should -BeLike "*$([wildcardpattern]::Escape($example.Title))*"
            $help.Examples | Should -BeLike "*$([wildcardpattern]::Escape($example.Code[-1]))*"
        }
    }

    It 'finds <Name> with its summary' -ForEach $topic {
        if (-not (Get-Module -ListAvailable Microsoft.PowerShell.PlatyPS)) {
            Set-ItResult -Skipped -Because 'Microsoft.PowerShell.PlatyPS is not installed'
        }

        $help = $found.Topic | Where-Object Name -EQ $Name
        $help.Synopsis | Should -Be ((Get-Section $Path 'Short description') -split '\n')[0]
    }
}
