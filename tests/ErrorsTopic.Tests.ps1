BeforeDiscovery {
    $resources = [xml](Get-Content -Raw (Join-Path $PSScriptRoot '../src/ComprehendSharing.Core/Messages.resx'))
    $text = @{}
    $resources.root.data | ForEach-Object { $text[$_.name] = $_.value -replace '\{\d\}', [string][char] 0x2026 }
    $message = $text.Keys | Where-Object { $_ -notlike '*_Recommendation' } | Sort-Object | ForEach-Object {
        @{ Id = $_; Cause = $text[$_]; Remedy = $text["$($_)_Recommendation"] }
    }
}

Describe 'about_ComprehendSharing_Errors' {
    BeforeAll {
        $page = Get-Content -Raw (Join-Path $PSScriptRoot '../docs/en-US/about_ComprehendSharing_Errors.md')
        $section = @{}
        [regex]::Matches($page, '(?ms)^### (\w+)$(.*?)(?=^##)') | ForEach-Object {
            $section[$_.Groups[1].Value] = ($_.Groups[2].Value -replace '\s+', ' ').Trim()
        }
    }

    It 'has <Id> with its text and remedy' -ForEach $message {
        $section[$Id] | Should -BeExactly ("$Cause Remedy: $Remedy" -replace '\s+', ' ')
    }

    It 'has no other' -ForEach @{ Known = $message.Id } {
        $section.Keys | Sort-Object | Should -Be ($Known | Sort-Object)
    }
}
