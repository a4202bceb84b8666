# The runbooks: their steps run one after the other in one sandbox and print what they show, and their links lead somewhere.
# When output changes on purpose: Update-CodeSample.ps1.
BeforeDiscovery {
    $runbook = Get-ChildItem (Join-Path $PSScriptRoot '../docs/runbooks') -Filter *.md | ForEach-Object {
        @{ Name = $_.Name; Path = $_.FullName }
    }
}

BeforeAll {
    . $PSScriptRoot/CodeSamples.ps1
}

Describe 'The runbook <Name>' -ForEach $runbook {
    BeforeAll {
        $sample = @(Get-CodeSample $Path)
        $printed = @(Invoke-Runbook $sample)
    }

    It 'prints in each step what it shows' {
        $sample.Count | Should -BeGreaterThan 0
        $printed.Count | Should -Be $sample.Count
        $shown = $sample | ForEach-Object { Format-SampleOutput ($_.Output -join "`n") }
        $printed | ForEach-Object { Format-SampleOutput $_ } | Should -BeExactly $shown
    }

    It 'runs without an error' {
        $printed -join "`n" | Should -Not -Match 'Recommendation:|^\s+\| '
    }

    It 'is named in the README' {
        Join-Path $PSScriptRoot '../README.md' | Should -FileContentMatch ([regex]::Escape("docs/runbooks/$Name"))
    }
}
