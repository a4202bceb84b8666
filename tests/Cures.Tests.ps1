# Each error is provoked, then its recommended action is followed to the letter, and the command must go through.
BeforeDiscovery {
    $resources = [xml](Get-Content -Raw (Join-Path $PSScriptRoot '../src/ComprehendSharing.Core/Messages.resx'))
    $known = @($resources.root.data.name | Where-Object { $_ -notlike '*_Recommendation' })

    # What cannot be cured by a command of this module, each with its reason.
    $elsewhere = @(
        'AwsServiceFailure'        # AWS failed: there is nothing to mend but to wait
        'AwsLimitExceeded'         # likewise
        'AwsKeyNotUsable'          # the key of the copy is mended in KMS
        'KeyNotEnabled'            # the key is enabled in KMS
        'KeyNotCustomerManaged'    # the model is trained again
        'KeyInAnotherAccount'      # another account makes the edit
        'KeyRegionMismatch'        # a model never has such a key; AWS would have to describe it so
        'KeyPolicyConflict'        # others end their edits
        'KeyPolicyWouldLockOut'    # no grant leads to it; it is held back all the same
        'NothingToRehearse'        # the console's; its scenario is edited
        'BundleTooNew'             # another version of the module
        'AwsNotAuthenticated'      # the caller signs in
        'AwsNotReachable'          # the network is mended
        'AwsCredentialsMissing'    # the caller signs in
        'AwsProfileNotFound'       # the profile is made with AWS.Tools
        'AwsSignInExpired'         # the caller signs in
        'AwsRegionMissing'         # the region is set with AWS.Tools
        'AwsToolsFailed'           # AWS.Tools tells more
        'AwsToolsModuleNotFound'   # the modules are installed
        'AwsToolsModuleTooOld'     # likewise
        'AwsToolsModulesMixed'     # likewise
        'ImportOutcomeUnknown'     # AWS failed: there is nothing to mend but to wait
    )

    $case = @(
        @{ Id = 'AccountIdNotQuoted'; Fail = { New-ComprehendModelPolicy $version @(12345678901) }; Cure = { New-ComprehendModelPolicy $version '012345678901' } }
        @{ Id = 'InvalidAccountId'; Fail = { Get-ComprehendShareBundle $version 'x' }; Cure = { Set-Shared; Get-ComprehendShareBundle $version '444455556666' } }
        @{ Id = 'InvalidModelArn'; Fail = { New-ComprehendModelPolicy -ModelArn 'x' -Principal $importer }; Cure = { New-ComprehendModelPolicy $version $importer } }
        @{ Id = 'InvalidModelName'; Fail = { Set-Shared; Import-ComprehendSharedModel $version $role -ProfileName partner -ModelName 'a_b' }; Cure = { Import-ComprehendSharedModel $version $role -ProfileName partner -ModelName 'a-b' } }
        @{ Id = 'InvalidKeyArn'; Fail = { Grant-ComprehendKmsAccess $version $importer -KeyArn 'a key' }; Cure = { Grant-ComprehendKmsAccess $version $importer -KeyArn $key } }
        @{ Id = 'KeyAliasNotSupported'; Fail = { Grant-ComprehendKmsAccess $version $importer -KeyArn 'alias/x' }; Cure = { Grant-ComprehendKmsAccess $version $importer -KeyArn $key } }
        @{ Id = 'KeyMismatch'; Fail = { Grant-ComprehendKmsAccess $version $importer -KeyArn 'another' }; Cure = { Grant-ComprehendKmsAccess $version $importer } }
        @{ Id = 'InvalidRoleArn'; Fail = { Set-Shared; Import-ComprehendSharedModel $version 'x' -ProfileName partner }; Cure = { Import-ComprehendSharedModel $version $role -ProfileName partner } }
        @{ Id = 'InvalidPrincipal'; Fail = { New-ComprehendModelPolicy $version 'jane' }; Cure = { New-ComprehendModelPolicy $version 'arn:aws:iam::444455556666:user/jane' } }
        @{ Id = 'PrincipalIsGroup'; Fail = { New-ComprehendModelPolicy $version 'arn:aws:iam::444455556666:group/x' }; Cure = { New-ComprehendModelPolicy $version '444455556666' } }
        @{ Id = 'PrincipalHasWildcard'; Fail = { New-ComprehendModelPolicy $version 'arn:aws:iam::444455556666:role/*' }; Cure = { New-ComprehendModelPolicy $version '444455556666' } }
        @{ Id = 'PublicPrincipal'; Fail = { New-ComprehendModelPolicy $version '*' }; Cure = { New-ComprehendModelPolicy $version $importer } }
        @{ Id = 'StalePrincipal'; Fail = { New-ComprehendModelPolicy $version 'AIDACKCEVSQ6C2EXAMPLE' }; Cure = { New-ComprehendModelPolicy $version 'arn:aws:iam::444455556666:user/jane' } }
        @{ Id = 'InvalidServicePrincipal'; Fail = { New-ComprehendModelPolicy $version $importer -ServicePrincipal 'x' }; Cure = { New-ComprehendModelPolicy $version $importer -ServicePrincipal 'comprehend.amazonaws.com' } }
        @{ Id = 'NoPrincipal'; Fail = { [ComprehendSharing.Templates.ModelPolicyTemplate]::Create([ComprehendSharing.Identity.PolicyPrincipal[]] @()) }; Cure = { New-ComprehendModelPolicy $version $importer } }
        @{ Id = 'PartitionMismatch'; Fail = { New-ComprehendModelPolicy $version 'arn:aws-us-gov:iam::444455556666:root' }; Cure = { New-ComprehendModelPolicy $version 'arn:aws:iam::444455556666:root' } }
        @{ Id = 'InvalidPurpose'; Fail = { New-ComprehendIdentityPolicy -Purpose Owner }; Cure = { New-ComprehendIdentityPolicy ModelOwner $version } }
        @{ Id = 'ParameterMissing'; Fail = { New-ComprehendIdentityPolicy ImportRoleTrust }; Cure = { Set-Shared; Get-ComprehendShareBundle $version | New-ComprehendIdentityPolicy ImportRoleTrust } }
        @{ Id = 'InvalidS3Uri'; Fail = { New-ComprehendIdentityPolicy TrainingRole $version -InputS3Uri 'bucket' }; Cure = { New-ComprehendIdentityPolicy TrainingRole $version -InputS3Uri 's3://bucket/training/' } }
        @{ Id = 'InvalidEndpointArn'; Fail = { New-ComprehendIdentityPolicy EndpointRoleTrust -EndpointArn 'x' }; Cure = { New-ComprehendIdentityPolicy EndpointRoleTrust -EndpointArn 'arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/name' } }
        @{ Id = 'AccountMismatch'; Fail = { New-ComprehendIdentityPolicy TrainingRoleTrust $version -DataAccessRoleArn $role }; Cure = { New-ComprehendIdentityPolicy TrainingRoleTrust $version -DataAccessRoleArn ($role -replace $importer, '111122223333') } }
        @{ Id = 'ContextKeyTwice'; Fail = { Test-ComprehendAccess @request -Context ('{"a:b":1,"A:B":2}' | ConvertFrom-Json -AsHashtable) }; Cure = { Test-ComprehendAccess @request -Context @{ 'a:b' = 1, 2 } } }
        @{ Id = 'KeyPolicyForOtherAction'; Fail = { Test-ComprehendAccess @request -KeyPolicy $policy }; Cure = { Test-ComprehendAccess @request -ResourcePolicy $policy } }
        @{ Id = 'InvalidArn'; Fail = { Test-ComprehendPolicy $policy ModelPolicy -ResourceArn 'x' }; Cure = { Test-ComprehendPolicy $policy ModelPolicy -ResourceArn $version } }
        @{ Id = 'PolicyKindMissing'; Fail = { Test-ComprehendPolicy $policy }; Cure = { Test-ComprehendPolicy $policy -Kind ModelPolicy } }
        @{ Id = 'NothingRequired'; Fail = { New-ComprehendGuardrailPolicy }; Cure = { New-ComprehendGuardrailPolicy -RequireVpc } }
        @{ Id = 'RequirementNotEnforceable'; Fail = { New-ComprehendGuardrailPolicy -RequireKey Model -Action UpdateFlywheel }; Cure = { New-ComprehendGuardrailPolicy -ModelKmsKey $key -Action UpdateFlywheel } }
        @{ Id = 'InvalidNetworkId'; Fail = { New-ComprehendGuardrailPolicy -SubnetId 'subnet-*' }; Cure = { New-ComprehendGuardrailPolicy -SubnetId 'subnet-0123456789abcdef0' } }
        @{ Id = 'UnknownAction'; Fail = { New-ComprehendGuardrailPolicy -RequireVpc -Action CreateClassifier }; Cure = { New-ComprehendGuardrailPolicy -RequireVpc -Action Create*Classifier } }
        @{ Id = 'UnknownConditionKey'; Fail = { Get-ComprehendConditionKey -Key KmsKey }; Cure = { Get-ComprehendConditionKey -Key *KmsKey } }
        @{ Id = 'InvalidPolicy'; Fail = { Set-ComprehendModelPolicy $version '{"Statement":[],}' }; Cure = { Set-ComprehendModelPolicy $version $policy } }
        @{ Id = 'PolicyActionNotSupported'; Fail = { Set-ComprehendModelPolicy $version ($policy -replace 'ImportModel', '*') }; Cure = { Set-ComprehendModelPolicy $version $policy } }
        @{ Id = 'PolicyHasInvalidCharacter'; Fail = { Set-ComprehendModelPolicy $version ($policy -replace 'Sid":"', ('Sid":"' + [char] 0x20AC)) }; Cure = { Set-ComprehendModelPolicy $version ($policy -replace 'Sid":"', 'Sid":"\u20AC') } }
        @{ Id = 'PolicyTooLong'; Fail = { New-ComprehendModelPolicy $version (1..600 | ForEach-Object { "arn:aws:iam::444455556666:user/jane-$_" }) | Set-ComprehendModelPolicy }; Cure = { New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy } }
        @{ Id = 'PolicyWouldRemoveAccess'; Fail = { Set-Shared; New-ComprehendModelPolicy $version $otherImporter | Set-ComprehendModelPolicy }; Cure = { New-ComprehendModelPolicy $version $otherImporter | Set-ComprehendModelPolicy -Merge } }
        @{ Id = 'PolicyRevisionConflict'; Fail = { Set-Shared; Set-ComprehendModelPolicy $version $policy -PolicyRevisionId aa }; Cure = { Get-ComprehendModelPolicy $version | Set-ComprehendModelPolicy } }
        @{ Id = 'ModelNotShared'; Fail = { Get-ComprehendShareBundle $version }; Cure = { New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy; Get-ComprehendShareBundle $version } }
        @{ Id = 'ImporterNotAuthorized'; Fail = { Set-Shared; Get-ComprehendShareBundle $version $otherImporter }; Cure = { New-ComprehendModelPolicy $version $otherImporter | Set-ComprehendModelPolicy -Merge; Get-ComprehendShareBundle $version $otherImporter } }
        @{ Id = 'KeyPolicyHasStalePrincipal'; Fail = { Reset-EditedSandbox { param($s) $s.accounts[0].keys[0].policy.Statement += $stale }; Grant-ComprehendKmsAccess $version $importer }; Cure = { Grant-ComprehendKmsAccess $version $importer -RemoveStalePrincipal } }
        @{ Id = 'KeyPolicyTooLarge'; Fail = { Reset-EditedSandbox { param($s) $script:many = Get-VersionArn 200 $s }; $many | Grant-ComprehendKmsAccess -Principal $importer }; Cure = { $many | Grant-ComprehendKmsAccess -Principal $importer -Scope Model } }
        @{ Id = 'DataAccessRoleRequired'; Fail = { Set-Shared; Get-ComprehendShareBundle $version | Import-ComprehendSharedModel -ProfileName partner }; Cure = { Get-ComprehendShareBundle $version | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role } }
        @{ Id = 'RegionMismatch'; Fail = { Set-Shared; Import-ComprehendSharedModel $version $role -ProfileName partner -Region us-east-1 }; Cure = { Import-ComprehendSharedModel $version $role -ProfileName partner -Region us-west-2 } }
        @{ Id = 'RoleInAnotherAccount'; Fail = { Set-Shared; Import-ComprehendSharedModel $version ($role -replace $importer, $otherImporter) -ProfileName partner }; Cure = { Import-ComprehendSharedModel $version $role -ProfileName partner } }
        @{ Id = 'InvalidTrainingData'; Fail = { New-ComprehendModel @train -OutputKmsKeyId $key }; Cure = { New-ComprehendModel @train -OutputKmsKeyId $key -OutputS3Uri s3://amzn-s3-demo-bucket/output } }
        @{ Id = 'InvalidVpcConfig'; Fail = { New-ComprehendModel @train -SecurityGroupId sg-1 }; Cure = { New-ComprehendModel @train -SecurityGroupId sg-1 -SubnetId subnet-1 } }
        @{ Id = 'InvalidRequestToken'; Fail = { New-ComprehendModel @train -ClientRequestToken 'a b' }; Cure = { New-ComprehendModel @train -ClientRequestToken (New-Guid) } }
        @{ Id = 'InvalidModelPolicy'; Fail = { New-ComprehendModel @train -ModelPolicy ($policy -replace '"Resource"', '"Condition":{"StringSometimes":{"a:b":"x"}},"Resource"') }; Cure = { New-ComprehendModel @train -ModelPolicy (New-ComprehendModelPolicy -Principal $importer) } }
        @{ Id = 'InvalidEndpointName'; Fail = { New-ComprehendEndpoint $plainVersion 'a_b' }; Cure = { New-ComprehendEndpoint $plainVersion 'a-b' } }
        @{ Id = 'EndpointRoleRequired'; Fail = { New-ComprehendEndpoint $version tickets }; Cure = { New-ComprehendEndpoint $version tickets -DataAccessRoleArn $trainingRole -Wait } }
        @{ Id = 'EndpointFailed'; Fail = { New-ComprehendEndpoint $version tickets -DataAccessRoleArn "$($trainingRole)s" -Wait }; Cure = { New-ComprehendEndpoint $version tickets-2 -DataAccessRoleArn $trainingRole -Wait } }
        @{ Id = 'ModelAlreadyImported'; Fail = { Set-Shared; Import-Copy; Import-Copy }; Cure = { Import-ComprehendSharedModel $version $role -ProfileName partner -Force -VersionName v3 } }
        @{ Id = 'ModelNotTrained'; Fail = { New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy; Import-ComprehendSharedModel $version $role -ProfileName partner -Wait }; Cure = { Grant-ComprehendKmsAccess $version $importer; Import-ComprehendSharedModel $version $role -ProfileName partner -Wait -VersionName v3 } }
        @{ Id = 'WaitTimedOut'; Fail = { Set-Shared; Import-ComprehendSharedModel $version $role -ProfileName partner -Wait -TimeoutSec 5 }; Cure = { Get-ComprehendModel -ProfileName partner | Wait-ComprehendModel -ProfileName partner -TimeoutSec 600 } }
        @{ Id = 'AwsAccessDenied'; Fail = { Set-Shared; Import-ComprehendSharedModel $plainVersion -ProfileName partner }; Cure = { New-ComprehendModelPolicy $plainVersion $importer | Set-ComprehendModelPolicy; Import-ComprehendSharedModel $plainVersion -ProfileName partner } }
        @{ Id = 'AwsNotFound'; Fail = { Get-ComprehendModel $unknownVersion }; Cure = { Get-ComprehendModel $version } }
        @{ Id = 'AwsConflict'; Fail = { Set-Shared; Import-Copy; Import-ComprehendSharedModel $version $role -ProfileName partner -Force }; Cure = { Import-ComprehendSharedModel $version $role -ProfileName partner -Force -ModelName another } }
        @{ Id = 'AwsInvalidRequest'; Fail = { Grant-ComprehendKmsAccess $version 'arn:aws:iam::444455556666:user/nobody' -WarningAction Ignore }; Cure = { Grant-ComprehendKmsAccess $version $role } }
        @{ Id = 'ProfileNotFound'; Fail = { Get-ComprehendModel -ProfileName nobody }; Cure = { Get-ComprehendModel -ProfileName partner } }
        @{ Id = 'SandboxAlreadyActive'; Fail = { Enter-ComprehendSandbox }; Cure = { Exit-ComprehendSandbox; Enter-ComprehendSandbox } }
        @{ Id = 'SandboxNotActive'; Fail = { Exit-ComprehendSandbox; Get-ComprehendSandbox }; Cure = { Enter-ComprehendSandbox; Get-ComprehendSandbox } }
        @{ Id = 'InvalidScenario'; Fail = { Exit-ComprehendSandbox; '{}' | Set-Content TestDrive:/s.json; Enter-ComprehendSandbox TestDrive:/s.json }; Cure = { Reset-EditedSandbox { } } }
        @{ Id = 'FileNotReadable'; Fail = { Set-ComprehendModelPolicy $version -Path TestDrive:/none.json }; Cure = { $policy | Set-Content TestDrive:/none.json; Set-ComprehendModelPolicy $version -Path TestDrive:/none.json } }
        @{ Id = 'FileExists'; Fail = { Export-Bundle TestDrive:/b.json; Export-Bundle TestDrive:/b.json }; Cure = { Get-ComprehendShareBundle $version | Export-ComprehendShareBundle TestDrive:/b.json -Force } }
        @{ Id = 'FileNotWritable'; Fail = { Export-Bundle TestDrive:/none/b.json }; Cure = { $null = New-Item TestDrive:/none -ItemType Directory; Get-ComprehendShareBundle $version | Export-ComprehendShareBundle TestDrive:/none/b.json } }
        @{ Id = 'InvalidBundle'; Fail = { '{' | Set-Content TestDrive:/c.json; Import-ComprehendShareBundle TestDrive:/c.json }; Cure = { Set-Shared; Get-ComprehendShareBundle $version | Export-ComprehendShareBundle TestDrive:/c.json -Force; Import-ComprehendShareBundle TestDrive:/c.json } }
        @{ Id = 'BundleInconsistent'; Fail = { Export-Bundle TestDrive:/d.json; (Get-Content TestDrive:/d.json -Raw) -replace '"us-west-2"', '"us-east-1"' | Set-Content TestDrive:/d.json; Import-ComprehendShareBundle TestDrive:/d.json }; Cure = { Get-ComprehendShareBundle $version | Export-ComprehendShareBundle TestDrive:/d.json -Force; Import-ComprehendShareBundle TestDrive:/d.json } }
    )
    if ($env:COMPREHENDSHARING_OVER -eq 'AwsTools') {
        # Only the sandbox has these, and only its clock lets an import last.
        $case = $case | Where-Object Id -NotIn 'ProfileNotFound', 'SandboxAlreadyActive', 'SandboxNotActive', 'WaitTimedOut'
    }
}

Describe 'Recommended actions' -Tag AwsTools {
    BeforeAll {
        . $PSScriptRoot/Common.ps1
        $policy = '{"Version":"2012-10-17","Statement":[{"Sid":"","Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}]}'
        $trainingRole = 'arn:aws:iam::111122223333:role/ComprehendTrainingRole'
        $train = @{ ModelName = 'mails'; DataAccessRoleArn = $trainingRole; LanguageCode = 'en'; InputS3Uri = 's3://amzn-s3-demo-bucket/train.csv'; Region = 'us-west-2' }
        $request = @{ Principal = $importer; Action = 'comprehend:ImportModel'; Resource = $version }
        $stale = @{ Sid = 'Gone'; Effect = 'Allow'; Principal = @{ AWS = 'AIDACKCEVSQ6C2EXAMPLE' }; Action = 'kms:DescribeKey'; Resource = '*' }

        function Set-Shared {
            New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
        }

        function Import-Copy {
            Import-ComprehendSharedModel $version $role -ProfileName partner -Wait
        }

        function Export-Bundle([string] $Path) {
            Set-Shared
            Get-ComprehendShareBundle $version | Export-ComprehendShareBundle $Path
        }

        # The ids in an error of a cmdlet, of the binding of a parameter, or of a method.
        function Get-ErrorId([scriptblock] $Script) {
            $written = try { & $Script 2>&1 3>$null } catch { $_ }
            foreach ($record in $written | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }) {
                (Get-Cause $record)?.ErrorId
            }
        }
    }

    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    It 'cure <Id>' -ForEach $case {
        Get-ErrorId $Fail | Should -Be $Id
        $ErrorActionPreference = 'Stop'
        { $null = & $Cure 3>$null } | Should -Not -Throw
    }

    It 'are tried for every error but those that are mended elsewhere' -Tag SandboxOnly -ForEach @{ Known = $known; Tried = @($case.Id) + $elsewhere } {
        $Tried | Sort-Object | Should -Be ($Known | Sort-Object)
    }
}
