BeforeAll {
    . $PSScriptRoot/Common.ps1
    $asked = @{ Confirm = $false }

    function Get-StoredPolicy([string] $Arn = $version) {
        ((Get-ComprehendSandbox).Model | Where-Object ModelArn -EQ $Arn).ResourcePolicy
    }
}

Describe 'Remove-ComprehendModelPolicy' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
        $set = New-ComprehendModelPolicy $version, $plainVersion $importer | Set-ComprehendModelPolicy -PassThru
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'is silent, and removes the policy' {
            Remove-ComprehendModelPolicy $version @asked | Should -BeNullOrEmpty
            Get-StoredPolicy | Should -BeNullOrEmpty
            Get-StoredPolicy $plainVersion | Should -Not -BeNullOrEmpty
            (Get-Write).Operation | Should -Be 'PutResourcePolicy', 'PutResourcePolicy', 'DeleteResourcePolicy'
        }

        It 'tells under -PassThru what is left, and who lost the access' {
            $policy = Remove-ComprehendModelPolicy $version @asked -PassThru
            $policy | Should -BeOfType ComprehendSharing.Sharing.ModelPolicy
            "$($policy.ModelArn)" | Should -BeExactly $version
            $policy.Status | Should -Be 'None'
            $policy.Document | Should -BeNullOrEmpty
            "$($policy.Principal)" | Should -BeExactly $importer
            $policy.PolicyRevisionId | Should -BeNullOrEmpty
        }

        It 'lets nobody import any more' {
            Remove-ComprehendModelPolicy $plainVersion @asked
            $result = Invoke-Captured { Import-ComprehendSharedModel $plainVersion -ProfileName partner -Wait }
            Assert-ItemError $result.Error AwsAccessDenied Import-ComprehendSharedModel PermissionDenied $plainVersion
        }

        It 'makes no call and no error where there is none' {
            Remove-ComprehendModelPolicy $version @asked
            $result = Invoke-Captured { Remove-ComprehendModelPolicy $version -PassThru @asked }
            $result.Error | Should -BeNullOrEmpty
            $result.Output.Status | Should -Be 'None'
            Get-CallCount DeleteResourcePolicy | Should -Be 1
        }

        It 'is no error when the answer is lost and the policy gone' {
            Reset-EditedSandbox { param($s) $s.faults = @(@{ operation = 'DeleteResourcePolicy'; call = 1; kind = 'TimeoutAfterWork' }) }
            New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
            $result = Invoke-Captured { Remove-ComprehendModelPolicy $version @asked }
            $result.Error | Should -BeNullOrEmpty
            Get-StoredPolicy | Should -BeNullOrEmpty
        }
    }

    Context 'revisions' {
        It 'removes the revision that was meant' {
            Remove-ComprehendModelPolicy $version -PolicyRevisionId $set[0].PolicyRevisionId @asked
            Get-StoredPolicy | Should -BeNullOrEmpty
        }

        It 'removes no other, whether it was given or piped' {
            New-ComprehendModelPolicy $version $importer, $otherImporter | Set-ComprehendModelPolicy -Force
            foreach ($script in { Remove-ComprehendModelPolicy $version -PolicyRevisionId $set[0].PolicyRevisionId @asked }, { $set[0] | Remove-ComprehendModelPolicy @asked }) {
                $result = Invoke-Captured $script
                Assert-ItemError $result.Error PolicyRevisionConflict Remove-ComprehendModelPolicy ResourceBusy $version
                $result.Error.Exception.Message | Should -BeLike "*$($set[0].PolicyRevisionId)*"
            }
            Get-CallCount DeleteResourcePolicy | Should -Be 0
            Get-StoredPolicy | Should -Not -BeNullOrEmpty
        }

        It 'takes <Name> for any revision' -ForEach @{ Name = 'null'; Revision = $null }, @{ Name = 'empty'; Revision = '' } {
            [pscustomobject]@{ ModelArn = $version; PolicyRevisionId = $Revision } | Remove-ComprehendModelPolicy @asked
            Get-StoredPolicy | Should -BeNullOrEmpty
        }
    }

    Context 'pipeline' {
        It 'binds by value' {
            $version, $plainVersion | Remove-ComprehendModelPolicy @asked
            Get-StoredPolicy | Should -BeNullOrEmpty
            Get-StoredPolicy $plainVersion | Should -BeNullOrEmpty
        }

        It 'binds a policy as <_>, with its revision' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form $set[0])[$_]
            $policy = $form | Remove-ComprehendModelPolicy -PassThru @asked
            "$($policy.ModelArn) $($policy.Status)" | Should -BeExactly "$version None"
            $null = New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
            (Invoke-Captured { $form | Remove-ComprehendModelPolicy @asked }).Error.FullyQualifiedErrorId | Should -BeLike 'PolicyRevisionConflict,*'
        }

        It 'binds the property <_>' -ForEach 'ModelArn', 'ResourceArn', 'DocumentClassifierArn', 'EntityRecognizerArn' {
            $policy = [pscustomobject]@{ $_ = $version; Value = $plainVersion } | Remove-ComprehendModelPolicy -PassThru @asked
            "$($policy.ModelArn)" | Should -BeExactly $version
            Get-StoredPolicy | Should -BeNullOrEmpty
        }

        It 'binds what Get-COMPDocumentClassifier writes' {
            "$((Get-Classifier | Remove-ComprehendModelPolicy -PassThru @asked).ModelArn)" | Should -BeExactly $version
            Get-StoredPolicy | Should -BeNullOrEmpty
        }

        It 'removes no second policy when the next command has enough' {
            $null = $version, $plainVersion | Remove-ComprehendModelPolicy -PassThru @asked | Select-Object -First 1
            Get-CallCount DeleteResourcePolicy | Should -Be 1
        }
    }

    Context 'dry run' {
        It 'writes nothing under -WhatIf, and is silent' {
            Remove-ComprehendModelPolicy $version -WhatIf | Should -BeNullOrEmpty
            Get-CallCount DeleteResourcePolicy | Should -Be 0
        }

        It 'is Planned under -WhatIf -PassThru, with what would be removed' {
            $policy = Remove-ComprehendModelPolicy $version -WhatIf -PassThru
            $policy.Status | Should -Be 'Planned'
            "$($policy.Principal)" | Should -BeExactly $importer
            Get-CallCount DeleteResourcePolicy | Should -Be 0
        }

        It 'does not act on what is planned, as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (New-ComprehendModelPolicy $version $importer -WhatIf))[$_]
            ($form | Remove-ComprehendModelPolicy -PassThru @asked).Status | Should -Be 'Planned'
            Get-CallCount DeleteResourcePolicy | Should -Be 0
        }
    }

    Context 'refusals' {
        It 'goes on with the next model' {
            $result = Invoke-Captured { $unknownVersion, $version | Remove-ComprehendModelPolicy -PassThru @asked }
            Assert-ItemError $result.Error AwsNotFound Remove-ComprehendModelPolicy ObjectNotFound $unknownVersion
            "$($result.Output.ModelArn)" | Should -BeExactly $version
        }

        It 'is denied to another account' {
            $result = Invoke-Captured { Remove-ComprehendModelPolicy $version -ProfileName partner @asked }
            Assert-ItemError $result.Error AwsAccessDenied Remove-ComprehendModelPolicy PermissionDenied $version
            Get-StoredPolicy | Should -Not -BeNullOrEmpty
        }

        It 'refuses the revision <Name>' -ForEach @(
            @{ Name = 'with a control character'; Revision = "`0" }
            @{ Name = 'of 100,000 characters'; Revision = 'a' * 100000 }
            @{ Name = 'with braces'; Revision = '{0}' }
        ) {
            $result = Invoke-Captured { Remove-ComprehendModelPolicy $version -PolicyRevisionId $Revision @asked }
            Assert-ItemError $result.Error PolicyRevisionConflict Remove-ComprehendModelPolicy ResourceBusy $version
            Get-StoredPolicy | Should -Not -BeNullOrEmpty
        }
    }
}
