# What holds for the errors of all cmdlets. Each id has its own test in the file of a cmdlet.
BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Errors' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'an error of one item' {
        BeforeDiscovery {
            $cmdlet = @(
                @{ Name = 'Set-ComprehendModelPolicy'; Run = { $unknownVersion | Set-ComprehendModelPolicy -ResourcePolicy (New-ComprehendModelPolicy -Principal $importer).Document @args } }
                @{ Name = 'Grant-ComprehendKmsAccess'; Run = { $unknownVersion | Grant-ComprehendKmsAccess -Principal $importer @args } }
                @{ Name = 'Get-ComprehendModel'; Run = { $unknownVersion | Get-ComprehendModel @args } }
                @{ Name = 'Get-ComprehendModelPolicy'; Run = { $unknownVersion | Get-ComprehendModelPolicy @args } }
                @{ Name = 'Remove-ComprehendModelPolicy'; Run = { $unknownVersion | Remove-ComprehendModelPolicy -Confirm:$false @args } }
                @{ Name = 'Get-ComprehendKmsAccess'; Run = { $unknownVersion | Get-ComprehendKmsAccess @args } }
                @{ Name = 'Revoke-ComprehendKmsAccess'; Run = { $unknownVersion | Revoke-ComprehendKmsAccess -Confirm:$false @args } }
                @{ Name = 'New-ComprehendEndpoint'; Run = { $unknownVersion | New-ComprehendEndpoint -EndpointName x @args } }
                @{ Name = 'Wait-ComprehendModel'; Run = { $unknownVersion | Wait-ComprehendModel @args } }
                @{ Name = 'Get-ComprehendShareBundle'; Run = { $unknownVersion | Get-ComprehendShareBundle @args } }
                @{ Name = 'Import-ComprehendSharedModel'; Run = { $unknownVersion | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role @args } }
            )
        }

        It 'of <Name> is told with what AWS said' -ForEach $cmdlet {
            $result = Invoke-Captured { & $Run }
            Assert-ItemError $result.Error AwsNotFound $Name ObjectNotFound $unknownVersion
            $result.Error.TargetObject | Should -BeOfType ComprehendSharing.Identity.ModelArn
            $exception = $result.Error.Exception
            $exception | Should -BeOfType ComprehendSharing.Aws.AwsServiceException
            $exception.ErrorId | Should -BeExactly 'AwsNotFound'
            $exception.ErrorCode | Should -BeExactly 'ResourceNotFoundException'
            $exception.AwsMessage | Should -BeLike 'RESOURCE_NOT_FOUND:*'
            $exception.Operation | Should -BeExactly (Get-ComprehendSandbox).Call[-1].Operation
        }

        It 'of <Name> obeys -ErrorAction and -ErrorVariable' -ForEach $cmdlet {
            { & $Run -ErrorAction Stop } | Should -Throw -ErrorId "AwsNotFound,ComprehendSharing.Commands.$($Name -replace '-')Command"
            & $Run -ErrorAction SilentlyContinue -ErrorVariable told
            $told | Should -HaveCount 1
        }

        It 'shows cause and remedy on the screen, each once' {
            $shown = (Invoke-Captured { Get-ComprehendShareBundle $version }).Error | Out-String -Width 4000
            $shown = $shown -replace '\e\[[0-9;]*m' -replace '\s*\|\s*|\s+', ' '
            [regex]::Matches($shown, 'has no resource policy that authorises another account').Count | Should -Be 1
            [regex]::Matches($shown, 'Authorise the importing account first').Count | Should -Be 1
        }

        It 'is a sentence, even where the message of AWS is none' {
            $result = Invoke-Captured { Import-ComprehendSharedModel $version -ProfileName partner -DataAccessRoleArn $role }
            $result.Error.Exception.Cause | Should -BeLike '*comprehend:ImportModel action.'
        }
    }

    Context 'an error of the session' {
        It 'a profile that does not exist ends the command' {
            $thrown = Get-Thrown { $version, $plainVersion | Get-ComprehendShareBundle -ProfileName nobody }
            # Only the sandbox knows all profiles.
            $expected = if ($overAwsTools) { 'AwsProfileNotFound', 'AuthenticationError', "*'nobody'*" } else { 'ProfileNotFound', 'ObjectNotFound', "*'nobody'*owner, partner*" }
            Assert-ItemError $thrown $expected[0] Get-ComprehendShareBundle $expected[1] nobody
            $thrown.Exception.Message | Should -BeLike $expected[2]
            (Get-ComprehendSandbox).Call | Should -BeNullOrEmpty
        }
    }

    Context 'hostile values' {
        It 'a value that fills screens is shortened' {
            $thrown = Get-Thrown { New-ComprehendModelPolicy $version ('x' * 100000) }
            (Get-Cause $thrown).Message.Length | Should -BeLessThan 800
        }

        It 'a policy that is nested without end is refused quickly' {
            $deep = '{"Statement":' + ('[' * 100000)
            (Get-Cause (Get-Thrown { Set-ComprehendModelPolicy $version $deep })).ErrorId | Should -BeExactly 'InvalidPolicy'
        }

        It 'braces in a value are no placeholders' {
            (Get-Cause (Get-Thrown { New-ComprehendModelPolicy $version 'arn:{0}:{1}' })).Message | Should -BeLike '*arn:{0}:{1}*'
        }
    }

    Context 'what is told of a call' {
        It 'is one verbose line for each, and never a secret' {
            $secret = @{ AccessKey = 'AKIASECRETACCESSKEY'; SecretKey = 'SECRETSECRETKEY'; SessionToken = 'SECRETTOKEN' }
            if ($overAwsTools) {
                # There the keys must be those of somebody.
                Enter-AwsStub -AccessKey @{ $secret.AccessKey = $secret.Clone() + @{ ProfileName = 'owner' } }
            }
            $told = @(Grant-ComprehendKmsAccess $version $importer @secret -Verbose 4>&1 | ForEach-Object Message)
            $place = $overAwsTools ? 'AWS' : 'sandbox'
            foreach ($call in (Get-ComprehendSandbox).Call) {
                $told | Should -Contain ($told -like "*$($call.Operation) $($call.Resource) (us-west-2, $place, *ms)")[0]
            }
            ($told -like "*(us-west-2, $place, *").Count | Should -Be (Get-ComprehendSandbox).Call.Count
            ($told -like 'In the sandbox, as its first profile*').Count | Should -Be ($overAwsTools ? 0 : 1)
            "$told" | Should -Not -BeLike '*SECRET*'
        }

        It 'leaves no error behind when the next command has enough' {
            $count = $Error.Count
            $null = $version, $plainVersion | New-ComprehendModelPolicy -Principal $importer | Set-ComprehendModelPolicy -PassThru | Select-Object -First 1
            $Error.Count | Should -Be $count
        }
    }
}
