BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Enter-ComprehendSandbox' {
    BeforeEach {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    It 'enters the default scenario and is silent' {
        Enter-ComprehendSandbox | Should -BeNullOrEmpty
        (Get-ComprehendSandbox).Region | Should -Be 'us-west-2'
    }
}
