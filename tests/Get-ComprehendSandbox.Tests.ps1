BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Get-ComprehendSandbox' {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    It 'shows what is in the sandbox' {
        $sandbox = Get-ComprehendSandbox
        $sandbox | Should -BeOfType ComprehendSharing.Sandbox.SandboxState
        $sandbox.Region | Should -BeExactly 'us-west-2'
        $sandbox.Account.AccountId | ForEach-Object ToString | Should -Be '111122223333', $importer
        "$($sandbox.Key.KeyArn)" | Should -BeExactly $key
        $sandbox.Key[0].Policy | Should -BeOfType string
        ($sandbox.Key[0].Policy | ConvertFrom-Json).Statement.Sid | Should -BeExactly 'Enable IAM User Permissions'
        $sandbox.Model.ModelArn | ForEach-Object ToString | Should -Be $version, $plainVersion
        $sandbox.Model.Status | Should -Be 'TRAINED', 'TRAINED'
        $sandbox.Call | Should -BeNullOrEmpty
    }

    It 'logs every call, and itself makes none' {
        New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
        $null = Invoke-Captured { Get-ComprehendShareBundle $unknownVersion }
        $null = Get-ComprehendSandbox
        $call = (Get-ComprehendSandbox).Call
        $call.Sequence | Should -Be 1, 2, 3
        $call.Operation | Should -Be 'DescribeResourcePolicy', 'PutResourcePolicy', 'DescribeResourcePolicy'
        $call.Resource | Should -Be $version, $version, $unknownVersion
        $call.IsWrite | Should -Be $false, $true, $false
        $call.Error | Should -Be $null, $null, 'ResourceNotFoundException'
        $call.Principal | Sort-Object -Unique | Should -Be 'arn:aws:iam::111122223333:user/model-owner'
    }

    It 'is a picture of one moment' {
        $before = Get-ComprehendSandbox
        New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
        $before.Call | Should -BeNullOrEmpty
        $before.Model[0].ResourcePolicy | Should -BeNullOrEmpty
        (Get-ComprehendSandbox).Model[0].ResourcePolicy | Should -Not -BeNullOrEmpty
    }

    It 'says that there is none' {
        Exit-ComprehendSandbox
        $result = Invoke-Captured { Get-ComprehendSandbox; 'next' }
        Assert-ItemError $result.Error SandboxNotActive Get-ComprehendSandbox InvalidOperation $null
        $result.Output | Should -Be 'next'
    }

    It 'shows models that pipe into other cmdlets, as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
        $form = (Get-Form (Get-ComprehendSandbox).Model[0])[$_]
        $access = $form | Grant-ComprehendKmsAccess -Principal $importer -PassThru
        "$($access.ModelArn) $($access.KeyArn) $($access.Status)" | Should -BeExactly "$version $key Granted"
    }
}
