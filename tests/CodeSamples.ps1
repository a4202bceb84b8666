# The examples of the pages: reads them from Markdown, and runs them in a fresh pwsh as somebody who types them.

# Every ```powershell block with the ```output block that may follow it, under the heading where they stand.
function Get-CodeSample {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [string] $Path
    )

    $title = ''
    $sample = $null
    $language = $null
    foreach ($line in Get-Content -LiteralPath $Path) {
        if ($null -ne $language) {
            if ($line -eq '```') {
                $language = $null
            }
            elseif ($language -eq 'powershell') {
                $sample.Code.Add($line)
            }
            elseif ($language -eq 'output') {
                $sample.Output.Add($line)
            }
        }
        elseif ($line -match '^#+ (?<title>.+)$') {
            $title = $Matches.title
        }
        elseif ($line -match '^```(?<language>\w*)$') {
            $language = $Matches.language
            if ($language -eq 'powershell') {
                if ($sample) {
                    $sample
                }

                $sample = [pscustomobject]@{
                    File   = Split-Path $Path -Leaf
                    Title  = $title
                    Code   = [System.Collections.Generic.List[string]]::new()
                    Output = [System.Collections.Generic.List[string]]::new()
                }
            }
        }
    }

    if ($sample) {
        $sample
    }
}

# Runs samples, each in a sandbox of its own, and gives what each of them printed.
function Invoke-CodeSample {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [AllowEmptyCollection()]
        [string[]] $Code,

        [int] $Width = 80
    )

    $folder = Join-Path ([System.IO.Path]::GetTempPath()) ([System.IO.Path]::GetRandomFileName())
    $null = New-Item $folder -ItemType Directory
    try {
        $list = Join-Path $folder 'samples.json'
        ConvertTo-Json -InputObject @($Code) | Set-Content -LiteralPath $list
        $printed = pwsh -NoLogo -NoProfile -NonInteractive -File (Join-Path $PSScriptRoot 'Invoke-CodeSample.ps1') -Path $list -Width $Width 2>&1 |
            Out-String -Width 4096
        $part = $printed -split '(?m)^\u0001\r?\n'
        if ($part.Count -ne $Code.Count + 1) {
            throw "The samples did not run to the end: $printed"
        }

        $part | Select-Object -Skip 1
    }
    finally {
        Remove-Item -LiteralPath $folder -Recurse -Force
    }
}

# Runs the samples of one page one after the other in the same sandbox and scope, and gives what each of them printed.
function Invoke-Runbook {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)]
        [object[]] $Sample
    )

    $code = ($Sample | ForEach-Object { $_.Code -join "`n" }) -join "`n[string] [char] 2`n"
    (Invoke-CodeSample -Code $code) -split '(?m)^\u0002\r?\n'
}

# Whether the samples of a page go on where the one before ended: those of the runbooks, and of the topics that say so.
function Test-Walkthrough([string] $Path) {
    (Split-Path (Split-Path $Path) -Leaf) -eq 'runbooks' -or (Get-Content -LiteralPath $Path) -contains 'The blocks go on where the one before ended, so run them in order.'
}

# Without what two runs may differ in: times and durations, blanks at the end of a line, and how many empty lines there are.
# With -Raw the times stay.
function Format-SampleOutput([string] $Text, [switch] $Raw) {
    $line = $Text -split '\r?\n' | ForEach-Object TrimEnd
    $result = ($line -join "`n" -replace '\n{3,}', "`n`n").Trim("`n")
    if ($Raw) {
        return $result
    }

    $result -replace '\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d{2}:\d{2} [AP]M', '<time>' `
        -replace '\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})', '<time>' `
        -replace '\b\d+ ms\b', '<n> ms'
}
