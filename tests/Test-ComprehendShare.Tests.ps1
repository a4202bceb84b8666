BeforeAll {
    . $PSScriptRoot/Common.ps1
    $user = 'arn:aws:iam::444455556666:user/data-scientist'
    $encrypted = @(
        'Region', 'ModelExists', 'ModelVersion', 'ModelStatus', 'ModelPolicy'
        'KeyManager', 'KeyRegion', 'KeyAccount', 'KeyState', 'StalePrincipals', 'KeyPolicySize'
        'ModelPolicyPrincipal', 'KeyPolicyDecrypt', 'KeyPolicyGrant'
        'ImporterPolicy', 'PassRole', 'RoleAccount', 'RoleTrust', 'RolePolicy'
    )

    # The checks that ended so, by name.
    function Get-Named($Check, [string] $Result) {
        @($Check | Where-Object Result -EQ $Result | ForEach-Object Name)
    }
}

Describe 'Test-ComprehendShare' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
        $version, $plainVersion | New-ComprehendModelPolicy -Principal $importer | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
        $writes = @(Get-Write).Count
    }

    AfterEach {
        # It only ever reads.
        Get-Write | Should -HaveCount $writes
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'passes all that the owner can see, and says what the importer would have to tell' {
            $check = Test-ComprehendShare -ModelArn $version
            $check | Should -BeOfType ComprehendSharing.Sharing.ShareCheck
            $check.Name | Should -Be $encrypted
            Get-Named $check Pass | Should -Be $encrypted[0..13]
            Get-Named $check NotChecked | Should -Be $encrypted[14..18]
            $check | ForEach-Object { "$($_.ModelArn)" } | Select-Object -Unique | Should -BeExactly $version
            $check[0..10] | Where-Object Principal | Should -BeNullOrEmpty
            $check[11..18] | ForEach-Object { "$($_.Principal)" } | Select-Object -Unique | Should -BeExactly $importer
            $check | Where-Object { [bool] $_.Recommendation -eq ($_.Result -eq 'Pass') } | Should -BeNullOrEmpty
        }

        It 'asks nothing about keys and roles where the key is AWS owned' {
            $check = Test-ComprehendShare $plainVersion
            $check.Name | Should -Be ($encrypted[0..5] + 'ModelPolicyPrincipal', 'ImporterPolicy')
            Get-Named $check Fail | Should -BeNullOrEmpty
        }

        It 'takes the policies of the importer as <Form>' -ForEach @(
            @{ Form = 'an object'; Convert = { param($policy) $policy } }
            @{ Form = 'text'; Convert = { param($policy) $policy.ToJson() } }
            @{ Form = 'lines'; Convert = { param($policy) $policy.ToJson() -split '\n' } }
            @{ Form = 'JSON'; Convert = { param($policy) $policy.ToJson() | ConvertFrom-Json } }
        ) {
            $bundle = Get-ComprehendShareBundle $version
            $policy = @{
                ImporterPolicy        = & $Convert $bundle.ImporterPolicy
                ImportRolePolicy      = & $Convert $bundle.ImportRolePolicy
                ImportRoleTrustPolicy = & $Convert $bundle.ImportRoleTrustPolicy
            }
            $check = Test-ComprehendShare $version $importer -DataAccessRoleArn $role @policy
            $check.Name | Should -Be $encrypted
            $check.Result | Select-Object -Unique | Should -Be 'Pass'
        }

        It 'checks the key that the copy shall have' {
            $check = Test-ComprehendShare $version -ModelKmsKeyId alias/mine
            Get-Named $check Fail | Should -Be 'CopyKey'
        }

        It 'checks an account given <Name>' -ForEach @(
            @{ Name = 'bare'; Script = { Test-ComprehendShare $version 777788889999 } }
            @{ Name = 'quoted'; Script = { Test-ComprehendShare $version -Principal '777788889999' } }
        ) {
            $check = & $Script
            Get-Named $check Fail | Should -Be 'ModelPolicyPrincipal', 'KeyPolicyDecrypt', 'KeyPolicyGrant'
            "$($check[-1].Principal)" | Should -BeExactly '777788889999'
        }
    }

    Context 'the names of the checks' {
        It 'are all in the help' {
            $page = Get-Content (Join-Path $PSScriptRoot '../docs/en-US/Test-ComprehendShare.md') -Raw
            $listed = [regex]::Matches(($page -split '(?m)^## ' -match '^DESCRIPTION')[0], '(?m)^- ([A-Z][A-Za-z]+): ').ForEach({ $_.Groups[1].Value }) | Where-Object { $_ -notin 'Pass', 'Warning', 'Fail', 'NotChecked' }
            $listed | Should -Be ([ComprehendSharing.Sharing.ShareCheckName]::All)
        }
    }

    Context 'what is wrong' {
        It 'finds <Name>, and what it recommends mends it' -ForEach @(
            @{ Name = 'that the model has no policy'; Fails = 'ModelPolicy'; Break = { Remove-ComprehendModelPolicy $version -Confirm:$false } }
            @{ Name = 'that the key policy lacks the importer'; Fails = 'KeyPolicyDecrypt'; Break = { Revoke-ComprehendKmsAccess $version -Confirm:$false } }
        ) {
            $null = & $Break
            $check = Test-ComprehendShare $version $importer
            Get-Named $check Fail | Should -Contain $Fails
            $command = ($check | Where-Object Name -EQ $Fails).Recommendation -replace '^Run ' -replace '\.$'
            & ([scriptblock]::Create($command))
            Get-Named (Test-ComprehendShare $version $importer) Fail | Should -BeNullOrEmpty
            $writes = @(Get-Write).Count
        }

        It 'finds <Name>' -ForEach @(
            @{ Name = 'a model that is not trained'; Fails = 'ModelStatus'; Edit = { param($s) $s.accounts[0].models[0].status = 'TRAINING' } }
            @{ Name = 'a key that is not enabled'; Fails = 'KeyState'; Edit = { param($s) $s.accounts[0].keys[0].state = 'Disabled' } }
            @{ Name = 'a key that nobody else can use'; Fails = 'KeyManager'; Edit = { param($s) $s.accounts[0].keys[0].manager = 'Aws' } }
        ) {
            Reset-EditedSandbox $Edit
            $writes = 0
            Get-Named (Test-ComprehendShare $version) Fail | Should -Contain $Fails
        }

        It 'tells of a model that does not exist once, and writes no error' {
            $result = Invoke-Captured { Test-ComprehendShare $unknownVersion }
            $result.Error | Should -BeNullOrEmpty
            Get-Named $result.Output Fail | Should -Be 'ModelExists'
        }

        It 'warns where the key is open to a user alone' {
            $null = Revoke-ComprehendKmsAccess $version -Confirm:$false
            New-ComprehendModelPolicy $version $user | Set-ComprehendModelPolicy -Force -PassThru | Grant-ComprehendKmsAccess -WarningAction Ignore
            $writes = @(Get-Write).Count
            Get-Named (Test-ComprehendShare $version) Warning | Should -Be 'KeyPolicyDecrypt', 'KeyPolicyGrant'
        }

        It 'does not check what it may not see, and writes no error' {
            $result = Invoke-Captured { Test-ComprehendShare $version -ProfileName partner }
            $result.Error | Should -BeNullOrEmpty
            Get-Named $result.Output Fail | Should -BeNullOrEmpty
            Get-Named $result.Output NotChecked | Should -Contain 'ModelExists'
            ($result.Output | Where-Object Name -EQ ModelPolicy).Reason | Should -BeLike 'AWS denied DescribeResourcePolicy*'
        }
    }

    Context 'quiet' {
        It 'says of each model whether nothing fails' {
            $null = Revoke-ComprehendKmsAccess $version -Confirm:$false
            $writes = @(Get-Write).Count
            $answer = $version, $plainVersion, $unknownVersion | Test-ComprehendShare -Quiet
            $answer | Should -BeOfType bool
            $answer | Should -Be $false, $true, $false
        }
    }

    Context 'pipeline' {
        It 'binds ARNs by value' {
            $check = $version, $plainVersion | Test-ComprehendShare
            $check | ForEach-Object { "$($_.ModelArn)" } | Select-Object -Unique | Should -Be $version, $plainVersion
        }

        It 'binds a policy as <_>, with its principals' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (New-ComprehendModelPolicy $version $user))[$_]
            $check = $form | Test-ComprehendShare
            "$($check[0].ModelArn) $($check[-1].Principal)" | Should -BeExactly "$version $user"
        }

        It 'binds a model, and not the role that it was trained with' {
            $model = Get-ComprehendModel $version
            $model.PSObject.Properties.Add([psnoteproperty]::new('DataAccessRoleArn', 'arn:aws:iam::111122223333:role/Trainer'))
            Get-Named ($model | Test-ComprehendShare) NotChecked | Should -Contain 'RoleAccount'
        }

        It 'binds what Get-COMPDocumentClassifier writes' {
            "$((Get-Classifier | Test-ComprehendShare)[0].ModelArn)" | Should -BeExactly $version
        }

        It 'binds a bundle as <_>: model, principals and policies' -ForEach 'object', 'deserialized' {
            $form = (Get-Form (Get-ComprehendShareBundle $version))[$_]
            $check = $form | Test-ComprehendShare -DataAccessRoleArn $role
            $check.Name | Should -Be $encrypted
            $check.Result | Select-Object -Unique | Should -Be 'Pass'
        }

        It 'binds a bundle as <_>: model and principals, for its policies are in pieces' -ForEach 'JSON', 'shallowJSON', 'JSONlist' {
            $result = Invoke-Captured { (Get-Form (Get-ComprehendShareBundle $version))[$_] | Test-ComprehendShare -DataAccessRoleArn $role }
            $result.Error | Should -BeNullOrEmpty
            $result.Output.Name | Should -Be $encrypted
            Get-Named $result.Output NotChecked | Should -Be 'ImporterPolicy', 'PassRole', 'RoleTrust', 'RolePolicy'
        }

        It 'binds a bundle from a file' {
            Get-ComprehendShareBundle $version | Export-ComprehendShareBundle TestDrive:/bundle.json -Force
            $check = Import-ComprehendShareBundle TestDrive:/bundle.json | Test-ComprehendShare -DataAccessRoleArn $role
            $check.Result | Select-Object -Unique | Should -Be 'Pass'
        }

        It 'binds who may import, not who may use the key' {
            $access = Grant-ComprehendKmsAccess $version $user -KeyPrincipal $role -PassThru -WarningAction Ignore
            $writes = @(Get-Write).Count
            "$(($access | Test-ComprehendShare)[-1].Principal)" | Should -BeExactly $user
        }

        It 'prefers the principal on the command line to those of the pipeline' {
            "$((Get-ComprehendShareBundle $version | Test-ComprehendShare -Principal $user)[-1].Principal)" | Should -BeExactly $user
        }

        It 'checks whom the model policy names, where the pipeline names nobody' {
            "$((Get-ComprehendModel $version | Test-ComprehendShare)[-1].Principal)" | Should -BeExactly $importer
        }

        It 'reads a key once for many versions' {
            Reset-EditedSandbox { param($s) Get-VersionArn 5 $s }
            $writes = 0
            Get-VersionArn 5 | Test-ComprehendShare -Quiet | Should -HaveCount 5
            Get-CallCount DescribeKey | Should -Be 1
            Get-CallCount GetKeyPolicy | Should -Be 1
            Get-CallCount DescribeDocumentClassifier | Should -Be 5
        }

        It 'stops when the next command has enough' {
            $calls = (Get-ComprehendSandbox).Call.Count
            ($version, $plainVersion | Test-ComprehendShare | Select-Object -First 1).Name | Should -BeExactly 'Region'
            ((Get-ComprehendSandbox).Call | Select-Object -Skip $calls).Resource | Should -Not -Contain $plainVersion
        }
    }

    Context 'errors' {
        It 'is an error that AWS fails, and the pipeline goes on' {
            Reset-EditedSandbox { param($s) $s.faults = @(@{ operation = 'DescribeDocumentClassifier'; call = 1; kind = 'Throttle' }) }
            $writes = 0
            $result = Invoke-Captured { $version, $plainVersion | Test-ComprehendShare }
            if ($overAwsTools) {
                # There a call that was throttled is made again.
                $result.Error | Should -BeNullOrEmpty
                Get-CallCount DescribeDocumentClassifier | Should -Be 2
                Add-AwsStubFault DescribeDocumentClassifier -Kind ExpiredCredentials
                $result = Invoke-Captured { $version, $plainVersion | Test-ComprehendShare }
                Assert-ItemError $result.Error AwsNotAuthenticated Test-ComprehendShare AuthenticationError $version
                "$($result.Output[0].ModelArn)" | Should -BeExactly $plainVersion
                return
            }
            Assert-ItemError $result.Error AwsLimitExceeded Test-ComprehendShare LimitsExceeded $version
            "$($result.Output[0].ModelArn)" | Should -BeExactly $plainVersion
        }

        It 'ends where the profile does not exist' {
            $thrown = Get-Thrown { $version, $plainVersion | Test-ComprehendShare -ProfileName nobody }
            $expected = if ($overAwsTools) { 'AwsProfileNotFound', 'AuthenticationError' } else { 'ProfileNotFound', 'ObjectNotFound' }
            Assert-ItemError $thrown $expected[0] Test-ComprehendShare $expected[1] nobody
        }

        It 'refuses <Name>' -ForEach @(
            @{ Name = 'the ARN of a key'; Id = 'InvalidModelArn'; Script = { Test-ComprehendShare $key } }
            @{ Name = 'a group'; Id = 'PrincipalIsGroup'; Script = { Test-ComprehendShare $version 'arn:aws:iam::444455556666:group/x' } }
            @{ Name = 'an account that lost its zeros'; Id = 'AccountIdNotQuoted'; Script = { Test-ComprehendShare $version 12345678901 } }
            @{ Name = 'a role that is none'; Id = 'InvalidRoleArn'; Script = { Test-ComprehendShare $version -DataAccessRoleArn $user } }
            @{ Name = 'a policy that is none'; Id = 'InvalidPolicy'; Script = { Test-ComprehendShare $version -ImporterPolicy '{' } }
        ) {
            (Get-Cause (Get-Thrown $Script)).ErrorId | Should -BeExactly $Id
        }
    }
}
