BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Get-ComprehendModelPolicy' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
        $set = New-ComprehendModelPolicy $version $importer, $otherImporter | Set-ComprehendModelPolicy -PassThru
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'tells all of a policy, and writes nothing' {
            $policy = Get-ComprehendModelPolicy $version
            $policy | Should -BeOfType ComprehendSharing.Sharing.ModelPolicy
            "$($policy.ModelArn)" | Should -BeExactly $version
            "$($policy.Principal)" | Should -BeExactly "$importer $otherImporter"
            $policy.Status | Should -Be 'Set'
            $policy.PolicyRevisionId | Should -BeExactly $set.PolicyRevisionId
            $policy.CreationTime | Should -BeOfType DateTimeOffset
            $policy.LastModifiedTime | Should -BeOfType DateTimeOffset
            $policy.ResourceArn | Should -BeExactly $version
            $policy.ResourcePolicy | Should -BeExactly (Get-ComprehendSandbox).Model[0].ResourcePolicy
            $policy.Document.Statement.Action | Should -BeExactly 'comprehend:ImportModel'
            Get-Write | Should -HaveCount 1
        }

        It 'is no error where there is none' {
            $result = Invoke-Captured { Get-ComprehendModelPolicy $plainVersion }
            $result.Error | Should -BeNullOrEmpty
            "$($result.Output.ModelArn)" | Should -BeExactly $plainVersion
            $result.Output.Status | Should -Be 'None'
            $result.Output.Principal | Should -BeNullOrEmpty
            $result.Output.Document | Should -BeNullOrEmpty
            $result.Output.ResourcePolicy | Should -BeNullOrEmpty
            $result.Output.PolicyRevisionId | Should -BeNullOrEmpty
        }
    }

    Context 'pipeline' {
        It 'binds by value' {
            ($plainVersion, $version | Get-ComprehendModelPolicy).ModelArn | ForEach-Object ToString | Should -Be $plainVersion, $version
        }

        It 'binds its own output as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $policy = (Get-Form $set)[$_] | Get-ComprehendModelPolicy
            "$($policy.ModelArn) $($policy.PolicyRevisionId)" | Should -BeExactly "$version $($set.PolicyRevisionId)"
        }

        It 'binds the property <_>' -ForEach 'ModelArn', 'ResourceArn', 'DocumentClassifierArn', 'EntityRecognizerArn' {
            "$(([pscustomobject]@{ $_ = $version; Value = $plainVersion } | Get-ComprehendModelPolicy).ModelArn)" | Should -BeExactly $version
        }

        It 'binds what Get-COMPDocumentClassifier writes' {
            "$((Get-Classifier | Get-ComprehendModelPolicy).ModelArn)" | Should -BeExactly $version
        }

        It 'gives what Set-ComprehendModelPolicy takes: to write back what was read changes nothing' {
            (Get-ComprehendModelPolicy $version | Set-ComprehendModelPolicy -PassThru).Status | Should -Be 'Unchanged'
            Get-Write | Should -HaveCount 1
        }

        It 'asks no more when the next command has enough' {
            $null = $version, $plainVersion | Get-ComprehendModelPolicy | Select-Object -First 1
            (Get-ComprehendSandbox).Call[-1].Resource | Should -Be $version
        }
    }

    Context 'refusals' {
        It 'goes on with the next model' {
            $result = Invoke-Captured { $unknownVersion, $version | Get-ComprehendModelPolicy }
            Assert-ItemError $result.Error AwsNotFound Get-ComprehendModelPolicy ObjectNotFound $unknownVersion
            "$($result.Output.ModelArn)" | Should -BeExactly $version
        }

        It 'is denied to another account' {
            $result = Invoke-Captured { Get-ComprehendModelPolicy $version -ProfileName partner }
            Assert-ItemError $result.Error AwsAccessDenied Get-ComprehendModelPolicy PermissionDenied $version
        }
    }
}
