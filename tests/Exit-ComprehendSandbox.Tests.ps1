BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Exit-ComprehendSandbox' {
    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    It 'leaves the sandbox and is silent' {
        Reset-Sandbox
        Exit-ComprehendSandbox | Should -BeNullOrEmpty
        (Invoke-Captured { Get-ComprehendSandbox }).Error.FullyQualifiedErrorId | Should -BeLike 'SandboxNotActive,*'
    }

    It 'forgets what happened in it' {
        Reset-Sandbox
        New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
        Exit-ComprehendSandbox
        Enter-ComprehendSandbox
        (Get-ComprehendSandbox).Call | Should -BeNullOrEmpty
        (Get-ComprehendSandbox).Model.ResourcePolicy | Should -Be $null, $null
    }

    It 'says that there is none to leave, and goes on' {
        Exit-ComprehendSandbox -ErrorAction Ignore
        $result = Invoke-Captured { Exit-ComprehendSandbox; 'next' }
        Assert-ItemError $result.Error SandboxNotActive Exit-ComprehendSandbox InvalidOperation $null
        $result.Output | Should -Be 'next'
    }
}
