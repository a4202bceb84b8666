# No secret that is given to a cmdlet is seen again, wherever PowerShell keeps or shows something. Secrets are given by variables:
# one that is typed stands in the user's own line, and so in the history.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/AwsToolsFakes.ps1

    function Search-Secret([string] $ModulePath, [switch] $ModulesOnly) {
        $result = Join-Path $TestDrive "$([guid]::NewGuid()).json"
        $saved = $env:PSModulePath
        try {
            if ($ModulePath) {
                $env:PSModulePath = $ModulePath
            }
            $null = pwsh -NoProfile -NonInteractive -File $PSScriptRoot/Search-Secret.ps1 -ResultPath $result -ModulesOnly:$ModulesOnly 2>&1
        }
        finally {
            $env:PSModulePath = $saved
        }
        Get-Content $result -Raw | ConvertFrom-Json
    }
}

Describe 'A secret' {
    It 'is nowhere after any cmdlet, whether it wrote or read, and however it ended' {
        $found = Search-Secret
        $control, $case = $found.Where({ $_.Name -like 'control*' }, 'Split')
        $control | ForEach-Object { $_.Place | Should -Not -BeNullOrEmpty -Because $_.Name }

        $case | Should -HaveCount (5 * 11 + 7 * 4)
        $case | Where-Object Place | ForEach-Object { "$($_.Name): $($_.Place -join ', ')" } | Should -BeNullOrEmpty

        # The cases are what they are meant to be.
        $case | Where-Object { $_.Name -match ', (none|object|Throttle)$' -and ($_.ErrorId -or -not $_.Output) } | ForEach-Object Name | Should -BeNullOrEmpty
        $expected = @{
            'object, denied' = 'AwsAccessDenied'; AccessDenied = 'AwsAccessDenied'; ExpiredCredentials = 'AwsNotAuthenticated'
            'wrong key' = 'AwsNotAuthenticated'; 'half a key' = 'AwsCredentialsMissing'
        }
        foreach ($one in $case | Where-Object { $_.Name -notlike 'Test,*' }) {
            $kind = ($one.Name -split ', ', 2)[1]
            if ($expected[$kind]) {
                $one.ErrorId | Should -Be $expected[$kind] -Because $one.Name
            }
        }
        @($case | Where-Object Verbose).Count | Should -BeGreaterThan 60
    }

    It 'is nowhere where the modules of AWS.Tools are <Name>' -ForEach @(
        @{ Name = 'missing'; Id = 'AwsToolsModuleNotFound'; Module = @() }
        @{ Name = 'too old'; Id = 'AwsToolsModuleTooOld'; Module = @(@('AWS.Tools.Comprehend', '4.1.900', ''), @('AWS.Tools.KeyManagementService', '5.0.1', '')) }
        @{ Name = 'mixed'; Id = 'AwsToolsModulesMixed'; Module = @(@('AWS.Tools.Common', '5.0.1', ''), @('AWS.Tools.Common', '5.0.2', ''), @('AWS.Tools.Comprehend', '5.0.2', '5.0.2'), @('AWS.Tools.KeyManagementService', '5.0.1', '5.0.1')) }
    ) {
        $root = New-Item "$TestDrive/$($Name -replace ' ')" -ItemType Directory
        $Module | ForEach-Object { New-FakeModule $root $_[0] $_[1] $_[2] }
        $found = Search-Secret $root -ModulesOnly
        $found | Should -HaveCount 12
        $found | Where-Object Place | ForEach-Object { "$($_.Name): $($_.Place -join ', ')" } | Should -BeNullOrEmpty
        $found.ErrorId | Select-Object -Unique | Should -Be $Id
    }
}
