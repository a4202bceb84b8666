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

    It 'gives the sandbox under -PassThru' {
        $sandbox = Enter-ComprehendSandbox -PassThru
        $sandbox | Should -BeOfType ComprehendSharing.Sandbox.SandboxState
        "$($sandbox.Key.KeyArn)" | Should -BeExactly $key
    }

    It 'enters the scenario of a file, by position' {
        '{ "region": "eu-west-1", "accounts": [{ "id": "012345678901", "principals": [{ "arn": "arn:aws:iam::012345678901:root", "profile": "me" }] }] }' |
            Set-Content TestDrive:/mine.json
        Enter-ComprehendSandbox TestDrive:/mine.json
        $sandbox = Get-ComprehendSandbox
        $sandbox.Region | Should -BeExactly 'eu-west-1'
        "$($sandbox.Account.AccountId)" | Should -BeExactly '012345678901'
        $sandbox.Model | Should -BeNullOrEmpty
    }

    It 'follows the location of the session for a relative path' {
        '{ "region": "eu-west-1", "accounts": [{ "id": "012345678901", "principals": [{ "arn": "arn:aws:iam::012345678901:root", "profile": "me" }] }] }' |
            Set-Content TestDrive:/mine.json
        Push-Location TestDrive:/
        try {
            Enter-ComprehendSandbox mine.json
        }
        finally {
            Pop-Location
        }
        (Get-ComprehendSandbox).Region | Should -BeExactly 'eu-west-1'
    }

    It 'says in the verbose stream who one can be' {
        Enter-ComprehendSandbox -Verbose 4>&1 | Should -BeLike '*owner, partner*Exit-ComprehendSandbox*'
    }

    It 'does not enter twice' {
        Enter-ComprehendSandbox
        $null = New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
        $thrown = Get-Thrown { Enter-ComprehendSandbox }
        Assert-ItemError $thrown SandboxAlreadyActive Enter-ComprehendSandbox InvalidOperation $null
        # What was done in the first one is not lost.
        Get-CallCount PutResourcePolicy | Should -Be 1
    }

    It 'refuses the file <Name> as <Id>, and stays outside' -ForEach @(
        @{ Name = 'that is missing'; Text = $null; Id = 'FileNotReadable'; Category = 'ObjectNotFound'; Like = '*bad.json*' }
        @{ Name = 'that is empty'; Text = ''; Id = 'InvalidScenario'; Category = 'InvalidData'; Like = '*Line 1, column 1*' }
        @{ Name = 'that is no JSON'; Text = "{`n  `"region`": us-west-2`n}"; Id = 'InvalidScenario'; Category = 'InvalidData'; Like = '*Line 2, column 13*' }
        @{ Name = 'with a misspelt member'; Text = "{`n  `"regoin`": `"us-west-2`"`n}"; Id = 'InvalidScenario'; Category = 'InvalidData'; Like = '*Line 2, column 3*regoin*' }
    ) {
        if ($null -ne $Text) {
            Set-Content TestDrive:/bad.json $Text -NoNewline
        }
        $thrown = Get-Thrown { Enter-ComprehendSandbox -Path TestDrive:/bad.json }
        $thrown.FullyQualifiedErrorId | Should -BeExactly "$Id,ComprehendSharing.Commands.EnterComprehendSandboxCommand"
        $thrown.CategoryInfo.Category | Should -Be $Category
        $thrown.Exception.Message | Should -BeLike $Like
        $thrown.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
        (Invoke-Captured { Get-ComprehendSandbox }).Error | Should -HaveCount 1
    }

    It 'refuses <Name> as a path' -ForEach @{ Name = 'nothing'; Path = '' }, @{ Name = 'null'; Path = $null } {
        { Enter-ComprehendSandbox -Path $Path } | Should -Throw -ErrorId 'ParameterArgumentValidationError*,*'
    }

    It 'belongs to the runspace' {
        Enter-ComprehendSandbox
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({ param($Manifest) Import-Module $Manifest; Get-ComprehendSandbox }).AddArgument("$PSScriptRoot/../ComprehendSharing.psd1")
            $shell.Invoke() | Should -BeNullOrEmpty
            $shell.Streams.Error[0].FullyQualifiedErrorId | Should -BeLike 'SandboxNotActive,*'
        }
        finally {
            $shell.Dispose()
        }
    }
}
