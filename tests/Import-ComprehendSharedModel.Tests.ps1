BeforeAll {
    . $PSScriptRoot/Common.ps1
    $copy = 'arn:aws:comprehend:us-west-2:444455556666:document-classifier/tickets/version/v2'
    $plainCopy = 'arn:aws:comprehend:us-west-2:444455556666:entity-recognizer/products/version/v1'
    $asPartner = @{ ProfileName = 'partner'; DataAccessRoleArn = $role }
}

Describe 'Import-ComprehendSharedModel' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
        $version, $plainVersion | New-ComprehendModelPolicy -Principal $importer | Set-ComprehendModelPolicy
        Grant-ComprehendKmsAccess $version $importer
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'asks for the import and gives the copy' {
            $model = Import-ComprehendSharedModel -SourceModelArn $version -SourceKmsKeyArn $key @asPartner

            $model | Should -BeOfType ComprehendSharing.Sharing.ImportedModel
            "$($model.ModelArn)" | Should -BeExactly $copy
            "$($model.SourceModelArn)" | Should -BeExactly $version
            $model.DocumentClassifierArn | Should -BeExactly $copy
            $model.EntityRecognizerArn | Should -BeNullOrEmpty
            $model.Name | Should -BeExactly 'tickets'
            $model.VersionName | Should -BeExactly 'v2'
            "$($model.DataAccessRoleArn)" | Should -BeExactly $role
            $model.ModelKmsKeyId | Should -BeNullOrEmpty
            $model.LanguageCode | Should -BeExactly 'en'
            # The clock of AWS does not stand still between two calls, as that of the sandbox does.
            $model.Status | Should -BeExactly ($overAwsTools ? 'TRAINED' : 'SUBMITTED')
            Get-CallCount ImportModel | Should -Be 1
        }

        It 'waits for the copy with -Wait, on the clock of the sandbox' {
            $model = Import-ComprehendSharedModel $version @asPartner -Wait
            $model | Should -BeOfType ComprehendSharing.Sharing.ImportedModel
            $model.Status | Should -BeExactly 'TRAINED'
            "$($model.SourceModelArn)" | Should -BeExactly $version
            $model.EndTime | Should -BeGreaterThan $model.SubmitTime
        }

        It 'needs no role for a model under an AWS owned key' {
            $model = Import-ComprehendSharedModel $plainVersion -ProfileName partner -Wait
            "$($model.ModelArn) $($model.Status)" | Should -BeExactly "$plainCopy TRAINED"
            $model.EntityRecognizerArn | Should -BeExactly $plainCopy
            $model.DataAccessRoleArn | Should -BeNullOrEmpty
        }

        It 'takes the role by position' {
            "$((Import-ComprehendSharedModel $version $role -ProfileName partner).DataAccessRoleArn)" | Should -BeExactly $role
        }

        It 'gives the copy other names, a key and tags' {
            Reset-EditedSandbox {
                param($s)
                $s.accounts[1].keys = @(@{ id = '9999abcd-12ab-34cd-56ef-1234567890ab'; policy = $s.accounts[0].keys[0].policy })
            }
            New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
            $model = Import-ComprehendSharedModel $version @asPartner -ModelName mails -VersionName from-owner -ModelKmsKeyId 9999abcd-12ab-34cd-56ef-1234567890ab -Tag @{ Team = 'Support'; Cost = 7 }
            "$($model.ModelArn)" | Should -BeExactly 'arn:aws:comprehend:us-west-2:444455556666:document-classifier/mails/version/from-owner'
            $model.ModelKmsKeyId | Should -BeExactly '9999abcd-12ab-34cd-56ef-1234567890ab'
        }

        It 'shows progress, and ends it' -Tag SandboxOnly {
            # The progress of a runspace of its own can be read.
            $shell = [powershell]::Create()
            try {
                $null = $shell.AddScript({
                        param($Manifest, $Version, $Role)
                        Import-Module $Manifest
                        Enter-ComprehendSandbox
                        New-ComprehendModelPolicy $Version 444455556666 | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
                        Import-ComprehendSharedModel $Version $Role -ProfileName partner -Wait
                    }).AddArgument("$PSScriptRoot/../ComprehendSharing.psd1").AddArgument($version).AddArgument($role)
                ($shell.Invoke()).Status | Should -BeExactly 'TRAINED'
                $progress = $shell.Streams.Progress | Where-Object Activity -Like '*Comprehend*'
                # What is waited for is the copy.
                $progress.StatusDescription | Sort-Object -Unique | Should -BeExactly ($version -replace '111122223333', $importer)
                $progress[0].CurrentOperation | Should -BeExactly 'SUBMITTED after 0 s'
                $progress[-1].RecordType | Should -Be 'Completed'
                ($progress | Where-Object RecordType -EQ Completed) | Should -HaveCount 1
            }
            finally {
                $shell.Dispose()
            }
        }
    }

    Context 'pipeline' {
        It 'binds a bundle as <_>: source and key, and nothing that a person must give' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (Get-ComprehendShareBundle $version))[$_]
            $model = $form | Import-ComprehendSharedModel @asPartner
            "$($model.SourceModelArn)" | Should -BeExactly $version
            "$($model.ModelArn)" | Should -BeExactly $copy
        }

        It 'binds the key of a bundle as <_>, so that a missing role is found before the call' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (Get-ComprehendShareBundle $version))[$_]
            $result = Invoke-Captured { $form | Import-ComprehendSharedModel -ProfileName partner }
            Assert-ItemError $result.Error DataAccessRoleRequired Import-ComprehendSharedModel InvalidArgument $version
            Get-CallCount ImportModel | Should -Be 0
        }

        It 'binds a [pscustomobject]' {
            $bundle = [pscustomobject]@{ SourceModelArn = $version; KmsKeyArn = $key }
            "$(($bundle | Import-ComprehendSharedModel @asPartner).SourceModelArn)" | Should -BeExactly $version
        }

        It 'binds ARNs by value, and waits for all of them after asking for all of them' {
            $model = $version, $plainVersion | Import-ComprehendSharedModel @asPartner -Wait
            $model.ModelArn | ForEach-Object ToString | Should -Be $copy, $plainCopy
            $model.Status | Should -Be 'TRAINED', 'TRAINED'
            $call = (Get-ComprehendSandbox).Call
            $lastImport = ($call | Where-Object Operation -EQ ImportModel)[-1].Sequence
            ($call | Where-Object { $_.Operation -like 'Describe*Classifier' -and $_.Resource -eq $copy })[1].Sequence | Should -BeGreaterThan $lastImport
        }

        It 'takes no role, key or name from an object' {
            $hostile = [pscustomobject]@{
                SourceModelArn = $version; DataAccessRoleArn = 'arn:aws:iam::444455556666:role/Admin'; ModelKmsKeyId = 'x'; ModelName = 'evil'; VersionName = 'evil'
                ProfileName = 'owner'; Region = 'eu-west-1'
            }
            $model = $hostile | Import-ComprehendSharedModel @asPartner
            "$($model.ModelArn) $($model.DataAccessRoleArn) $($model.ModelKmsKeyId)" | Should -BeExactly "$copy $role "

            $hostile | Add-Member KmsKeyArn $key
            $result = Invoke-Captured { $hostile | Import-ComprehendSharedModel -ProfileName partner }
            Assert-ItemError $result.Error DataAccessRoleRequired Import-ComprehendSharedModel InvalidArgument $version
        }

        It 'does not bind an AWS object that names no source' {
            $result = Invoke-Captured { Get-Classifier | Import-ComprehendSharedModel @asPartner }
            $result.Error.FullyQualifiedErrorId | Should -BeLike 'Input*,ComprehendSharing.Commands.ImportComprehendSharedModelCommand'
            Get-CallCount ImportModel | Should -Be 0
        }

        It 'stops when the next command has enough' {
            $model = $version, $plainVersion | Import-ComprehendSharedModel @asPartner | Select-Object -First 1
            "$($model.ModelArn)" | Should -BeExactly $copy
            Get-CallCount ImportModel | Should -Be 1
        }
    }

    Context 'second copies' {
        BeforeEach {
            $null = Import-ComprehendSharedModel $version @asPartner
        }

        It 'refuses one, with the copy that is there' {
            $result = Invoke-Captured { Import-ComprehendSharedModel $version @asPartner -VersionName another }
            Assert-ItemError $result.Error ModelAlreadyImported Import-ComprehendSharedModel ResourceExists $version
            $result.Error.Exception.Message | Should -BeLike "*$copy*-Force*"
            Get-CallCount ImportModel | Should -Be 1
        }

        It 'makes one with -Force and another name' {
            "$((Import-ComprehendSharedModel $version @asPartner -VersionName v2b -Force).ModelArn)" | Should -BeExactly ($copy + 'b')
        }

        It 'tells that the name is taken with -Force alone' {
            $result = Invoke-Captured { Import-ComprehendSharedModel $version @asPartner -Force }
            Assert-ItemError $result.Error AwsConflict Import-ComprehendSharedModel ResourceBusy $version
        }
    }

    Context 'dry run' {
        It 'makes no call that writes under -WhatIf, and shows the copy as Planned' {
            $model = Import-ComprehendSharedModel $version @asPartner -ModelName mails -WhatIf -Wait
            $model | Should -BeOfType ComprehendSharing.Sharing.ImportedModel
            $model.Status | Should -BeExactly 'Planned'
            "$($model.ModelArn)" | Should -BeExactly ($copy -replace 'tickets', 'mails')
            "$($model.SourceModelArn) $($model.DataAccessRoleArn)" | Should -BeExactly "$version $role"
            Get-CallCount ImportModel | Should -Be 0
        }

        It 'plans what is planned, as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (New-ComprehendModelPolicy $version $importer -WhatIf | Get-ComprehendShareBundle))[$_]
            ($form | Import-ComprehendSharedModel @asPartner -Wait).Status | Should -BeExactly 'Planned'
            Get-CallCount ImportModel | Should -Be 0
        }

        It 'tells under -WhatIf of what would be refused' {
            $result = Invoke-Captured { Import-ComprehendSharedModel $version -SourceKmsKeyArn $key -ProfileName partner -WhatIf }
            Assert-ItemError $result.Error DataAccessRoleRequired Import-ComprehendSharedModel InvalidArgument $version
        }

        It 'does not ask with -Confirm:$false' {
            $ConfirmPreference = 'Low'
            $null = Import-ComprehendSharedModel $version @asPartner -Confirm:$false
            Get-CallCount ImportModel | Should -Be 1
        }
    }

    Context 'refused before the call' {
        It 'refuses <Name> as <Id>' -ForEach @(
            @{ Name = 'another region'; Id = 'RegionMismatch'; Category = 'InvalidArgument'; With = @{ Region = 'eu-west-1' } }
            @{ Name = 'a role of another account'; Id = 'RoleInAnotherAccount'; Category = 'InvalidArgument'; With = @{ DataAccessRoleArn = 'arn:aws:iam::111122223333:role/ComprehendImportRole' } }
            @{ Name = 'a model name with a blank'; Id = 'InvalidModelName'; Category = 'InvalidArgument'; With = @{ ModelName = 'my tickets' } }
            @{ Name = 'an empty model name'; Id = 'InvalidModelName'; Category = 'InvalidArgument'; With = @{ ModelName = '' } }
            @{ Name = 'a version name of 64 characters'; Id = 'InvalidModelName'; Category = 'InvalidArgument'; With = @{ VersionName = 'x' * 64 } }
            @{ Name = 'an alias as the key of the copy'; Id = 'KeyAliasNotSupported'; Category = 'InvalidArgument'; With = @{ ModelKmsKeyId = 'alias/models' } }
        ) {
            $argument = @{} + $asPartner
            foreach ($name in $With.Keys) {
                $argument[$name] = $With[$name]
            }
            $result = Invoke-Captured { Import-ComprehendSharedModel $version @argument }
            Assert-ItemError $result.Error $Id Import-ComprehendSharedModel $Category $version
            $result.Output | Should -BeNullOrEmpty
            Get-CallCount ImportModel | Should -Be 0
        }

        It 'wants a role for the key of the copy' {
            $result = Invoke-Captured { Import-ComprehendSharedModel $plainVersion -ProfileName partner -ModelKmsKeyId 9999abcd-12ab-34cd-56ef-1234567890ab }
            Assert-ItemError $result.Error DataAccessRoleRequired Import-ComprehendSharedModel InvalidArgument $plainVersion
            $result.Error.Exception.Message | Should -BeLike '*the copy is encrypted*'
        }

        It 'refuses <Parameter> <Value> as <Id> where it is bound' -ForEach @(
            @{ Parameter = 'SourceModelArn'; Value = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'; Id = 'InvalidModelArn' }
            @{ Parameter = 'SourceModelArn'; Value = ''; Id = 'InvalidModelArn' }
            @{ Parameter = 'SourceKmsKeyArn'; Value = 'arn:aws:iam::444455556666:role/ComprehendImportRole'; Id = 'InvalidKeyArn' }
            @{ Parameter = 'SourceKmsKeyArn'; Value = '1234abcd-12ab-34cd-56ef-1234567890ab'; Id = 'InvalidKeyArn' }
            @{ Parameter = 'SourceKmsKeyArn'; Value = 'arn:aws:kms:us-west-2:111122223333:alias/models'; Id = 'KeyAliasNotSupported' }
            @{ Parameter = 'DataAccessRoleArn'; Value = 'arn:aws:iam::444455556666:user/data-scientist'; Id = 'InvalidRoleArn' }
            @{ Parameter = 'DataAccessRoleArn'; Value = 'ComprehendImportRole'; Id = 'InvalidRoleArn' }
            @{ Parameter = 'DataAccessRoleArn'; Value = 'arn:aws:iam::444455556666:role/*'; Id = 'InvalidRoleArn' }
        ) {
            $argument = @{ SourceModelArn = $version }
            $argument[$Parameter] = $Value
            (Get-Cause (Get-Thrown { Import-ComprehendSharedModel @argument -ProfileName partner })).ErrorId | Should -Be $Id
            Get-CallCount ImportModel | Should -Be 0
        }

        It 'takes <Seconds> seconds for no time to wait' -ForEach @{ Seconds = 0 }, @{ Seconds = -1 }, @{ Seconds = 'soon' } {
            { Import-ComprehendSharedModel $version @asPartner -Wait -TimeoutSec $Seconds } | Should -Throw -ErrorId '*,ComprehendSharing.Commands.ImportComprehendSharedModelCommand'
        }
    }

    Context 'refused by AWS' {
        It 'is denied without the principal in the model policy' {
            Reset-Sandbox
            $result = Invoke-Captured { Import-ComprehendSharedModel $version @asPartner -Wait }
            Assert-ItemError $result.Error AwsAccessDenied Import-ComprehendSharedModel PermissionDenied $version
            $result.Error.Exception.Message | Should -BeLike '*not authorized to perform: comprehend:ImportModel*'
        }

        It 'says of an import that ended in error what the service said' {
            Reset-Sandbox
            New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
            $result = Invoke-Captured { Import-ComprehendSharedModel $version @asPartner -Wait }
            Assert-ItemError $result.Error ModelNotTrained Import-ComprehendSharedModel InvalidOperation $version
            $result.Error.Exception.Message | Should -BeLike "*IN_ERROR*The data access role $role cannot use the KMS key $key for the source model*"
            $result.Output | Should -BeNullOrEmpty
        }

        It 'can be repeated after an import that ended in error, under another name' {
            Reset-Sandbox
            New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
            $null = Invoke-Captured { Import-ComprehendSharedModel $version @asPartner -Wait }
            Grant-ComprehendKmsAccess $version $importer
            (Import-ComprehendSharedModel $version @asPartner -VersionName v2b -Wait).Status | Should -BeExactly 'TRAINED'
        }

        It 'says that it waited long enough' -Tag SandboxOnly {
            $result = Invoke-Captured { Import-ComprehendSharedModel $version @asPartner -Wait -TimeoutSec 20 }
            Assert-ItemError $result.Error WaitTimedOut Import-ComprehendSharedModel OperationTimeout $version
            $result.Error.Exception.Message | Should -BeLike '*TRAINING after 20 seconds*-TimeoutSec*'
        }

        It 'goes on with the next model' {
            $result = Invoke-Captured { $unknownVersion, $plainVersion | Import-ComprehendSharedModel @asPartner -Wait }
            Assert-ItemError $result.Error AwsNotFound Import-ComprehendSharedModel ObjectNotFound $unknownVersion
            "$($result.Output.ModelArn)" | Should -BeExactly $plainCopy
        }

        It 'wants a role for an encrypted source whose key nobody told' {
            $result = Invoke-Captured { Import-ComprehendSharedModel $version -ProfileName partner }
            Assert-ItemError $result.Error AwsInvalidRequest Import-ComprehendSharedModel InvalidArgument $version
            $result.Error.Exception.Message | Should -BeLike '*customer managed key*DataAccessRoleArn*'
        }

        It 'does not know the key of the copy' {
            $result = Invoke-Captured { Import-ComprehendSharedModel $version @asPartner -ModelKmsKeyId 9999abcd-12ab-34cd-56ef-1234567890ab }
            Assert-ItemError $result.Error AwsKeyNotUsable Import-ComprehendSharedModel InvalidOperation $version
        }

        It 'never repeats a call by itself: <Kind> leaves <Copies> copies' -ForEach @(
            @{ Kind = 'ServerError'; Id = 'ImportOutcomeUnknown'; Category = 'ResourceUnavailable'; Copies = 0 }
            @{ Kind = 'Throttle'; Id = 'AwsLimitExceeded'; Category = 'LimitsExceeded'; Copies = 0 }
        ) {
            Reset-EditedSandbox { param($s) $s.faults = @(@{ operation = 'ImportModel'; call = 1; kind = $Kind }) }
            New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
            $result = Invoke-Captured { Import-ComprehendSharedModel $version @asPartner }
            if ($overAwsTools -and $Kind -eq 'Throttle') {
                # What was throttled was not done, and there it is asked again.
                $result.Error | Should -BeNullOrEmpty
                Get-CallCount ImportModel | Should -Be 2
                (Get-ComprehendSandbox).Model | Where-Object SourceModelArn | Should -HaveCount 1
                return
            }
            Assert-ItemError $result.Error $Id Import-ComprehendSharedModel $Category $version
            Get-CallCount ImportModel | Should -Be 1
            (Get-ComprehendSandbox).Model | Where-Object SourceModelArn | Should -HaveCount $Copies
        }

        It 'finds the copy after an answer that was lost' {
            Reset-EditedSandbox { param($s) $s.faults = @(@{ operation = 'ImportModel'; call = 1; kind = 'TimeoutAfterWork' }) }
            New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
            $result = Invoke-Captured { Import-ComprehendSharedModel $version @asPartner }
            $result.Error | Should -BeNullOrEmpty
            "$($result.Output.SourceModelArn)" | Should -BeExactly $version
            Get-CallCount ImportModel | Should -Be 1
        }
    }
}
