BeforeAll {
    . $PSScriptRoot/Common.ps1
    $root = 'arn:aws:iam::444455556666:root'
    $user = 'arn:aws:iam::444455556666:user/data-scientist'
    $staleId = 'AIDACKCEVSQ6C2EXAMPLE'
    $noWarning = @{ WarningAction = 'Ignore' }
}

Describe 'Grant-ComprehendKmsAccess' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'is silent, and adds two statements behind what is there' {
            $before = (Get-ComprehendSandbox).Key[0].Policy | ConvertFrom-Json
            Grant-ComprehendKmsAccess -ModelArn $version -Principal $importer | Should -BeNullOrEmpty
            $after = (Get-ComprehendSandbox).Key[0].Policy | ConvertFrom-Json

            $after.Id | Should -BeExactly $before.Id
            $after.Statement | Should -HaveCount 3
            $after.Statement[0] | ConvertTo-Json | Should -BeExactly ($before.Statement[0] | ConvertTo-Json)
            $after.Statement[0].Principal.AWS | Should -BeExactly 'arn:aws:iam::111122223333:root'

            $use, $grant = $after.Statement[1, 2]
            $use.Action | Should -Be 'kms:Decrypt', 'kms:GenerateDataKey'
            $use.Condition | ConvertTo-Json -Compress | Should -BeExactly "{`"StringEquals`":{`"aws:SourceArn`":`"$version`"}}"
            $grant.Action | Should -BeExactly 'kms:CreateGrant'
            $grant.Condition | ConvertTo-Json -Compress | Should -BeExactly "{`"StringEquals`":{`"kms:EncryptionContext:aws:comprehend:arn`":`"$version`"}}"
            $use, $grant | ForEach-Object {
                $_.Effect | Should -BeExactly 'Allow'
                $_.Principal.AWS | Should -BeExactly $root
                $_.Resource | Should -BeExactly '*'
            }
            (Get-Write).Operation | Should -Be 'PutKeyPolicy'
        }

        It 'tells under -PassThru what it did' {
            $before = (Get-ComprehendSandbox).Key[0].Policy
            $access = Grant-ComprehendKmsAccess $version $importer -PassThru
            $access | Should -BeOfType ComprehendSharing.Sharing.KeyAccess
            "$($access.ModelArn)" | Should -BeExactly $version
            "$($access.KeyArn)" | Should -BeExactly $key
            "$($access.Principal)" | Should -BeExactly $importer
            $access.Scope | Should -Be 'ModelVersion'
            $access.Status | Should -Be 'Granted'
            $access.Warning | Should -BeNullOrEmpty
            $access.PreviousPolicy.ToJson() | Should -BeExactly $before
            $access.Statement.Sid | Should -Be (Get-KeyStatement)[1, 2].Sid
            $access.BytesLeft | Should -Be (32768 - [Text.Encoding]::UTF8.GetByteCount((Get-ComprehendSandbox).Key[0].Policy))
        }

        It 'adds nothing that is there already' {
            $null = Grant-ComprehendKmsAccess $version $importer
            $access = Grant-ComprehendKmsAccess $version $root -PassThru
            $access.Status | Should -Be 'AlreadyGranted'
            $access.Statement.Sid | Should -Be (Get-KeyStatement)[1, 2].Sid
            Get-CallCount PutKeyPolicy | Should -Be 1
        }

        It 'adds what is missing for another principal, in statements of its own' {
            $null = Grant-ComprehendKmsAccess $version $importer
            (Grant-ComprehendKmsAccess $version $otherImporter -PassThru).Status | Should -Be 'Granted'
            (Get-KeyStatement).Principal.AWS | Should -Be 'arn:aws:iam::111122223333:root', $root, $root, 'arn:aws:iam::777788889999:root', 'arn:aws:iam::777788889999:root'
        }

        It 'writes nothing, with a warning, where a broader statement allows it already' {
            Reset-EditedSandbox {
                param($s)
                $s.accounts[0].keys[0].policy.Statement += @{ Sid = 'Broad'; Effect = 'Allow'; Principal = @{ AWS = $root }; Action = 'kms:*'; Resource = '*' }
            }
            $result = Invoke-Captured { Grant-ComprehendKmsAccess $version $importer -PassThru }
            $result.Output.Status | Should -Be 'AlreadyGranted'
            $result.Output.Warning | Should -BeLike '*broader statement*'
            $result.Warning | Should -BeExactly "${version}: $($result.Output.Warning)"
            Get-Write | Should -BeNullOrEmpty
        }

        It 'needs no key policy for an AWS owned key' {
            $access = Grant-ComprehendKmsAccess $plainVersion $importer -PassThru
            "$($access.ModelArn)" | Should -BeExactly $plainVersion
            $access.KeyArn | Should -BeNullOrEmpty
            $access.Status | Should -Be 'NotNeeded'
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'DescribeEntityRecognizer'
        }

        It 'takes the key by <Name>' -ForEach @(
            @{ Name = 'its ARN'; KeyId = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' }
            @{ Name = 'its id'; KeyId = '1234abcd-12ab-34cd-56ef-1234567890ab' }
        ) {
            "$((Grant-ComprehendKmsAccess $version $importer -KeyArn $KeyId -PassThru).KeyArn)" | Should -BeExactly $key
        }
    }

    Context 'scope' {
        It 'reaches as far as <Scope>' -ForEach @(
            @{ Scope = 'ModelVersion'; Value = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2' }
            @{ Scope = 'Model'; Value = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/*' }
            @{ Scope = 'Account'; Value = 'arn:aws:comprehend:us-west-2:111122223333:*' }
            @{ Scope = 'Service'; Value = 'arn:aws:comprehend:*' }
        ) {
            $access = Grant-ComprehendKmsAccess $version $importer -Scope $Scope -PassThru @noWarning
            $access.Scope | Should -Be $Scope
            $access.Status | Should -Be 'Granted'
            $use, $grant = (Get-KeyStatement)[1, 2]
            $use.Condition.PSObject.Properties.Value.'aws:SourceArn' | Should -BeExactly $Value
            $grant.Condition.PSObject.Properties.Value.'kms:EncryptionContext:aws:comprehend:arn' | Should -BeExactly $Value
        }

        It 'warns of the scope Service' {
            (Invoke-Captured { Grant-ComprehendKmsAccess $version $importer -Scope Service }).Warning | Should -BeLike '*every model under this key*'
        }
    }

    Context '-KeyPrincipal' {
        It 'opens the key for others than may import' {
            $access = Grant-ComprehendKmsAccess $version $importer -KeyPrincipal $role -PassThru
            "$($access.Principal)" | Should -BeExactly $role
            (Get-KeyStatement)[1, 2].Principal.AWS | Should -Be $role, $role
        }

        It 'warns when no account and no role is among them, and the bundle carries the warning' {
            $null = New-ComprehendModelPolicy $version $user | Set-ComprehendModelPolicy
            $result = Invoke-Captured { Grant-ComprehendKmsAccess $version $user -PassThru }
            $result.Warning | Should -BeLike "${version}: *no account and no role*-KeyPrincipal*"
            ($result.Output | Get-ComprehendShareBundle).Warning | Should -BeLike '*no account and no role*'
        }

        It 'does not warn when it names the role' {
            (Invoke-Captured { Grant-ComprehendKmsAccess $version $user -KeyPrincipal $role }).Warning | Should -BeNullOrEmpty
        }
    }

    Context 'many models' {
        It 'makes one edit for 50 versions under one key' {
            Reset-EditedSandbox { param($s) Get-VersionArn 50 $s }
            $arn = Get-VersionArn 50
            $access = $arn | Grant-ComprehendKmsAccess -Principal $importer -PassThru

            $access.ModelArn | ForEach-Object ToString | Should -Be $arn
            $access.Status | Sort-Object -Unique | Should -Be 'Granted'
            (Get-Write).Operation | Should -Be 'PutKeyPolicy'
            $use, $grant = (Get-KeyStatement)[1, 2]
            Get-KeyStatement | Should -HaveCount 3
            $use.Condition.StringEquals.'aws:SourceArn' | Should -Be $arn
            $grant.Condition.StringEquals.'kms:EncryptionContext:aws:comprehend:arn' | Should -Be $arn
        }

        It 'adds a version to the statements that the same principals have' {
            Reset-EditedSandbox { param($s) Get-VersionArn 2 $s }
            $arn = Get-VersionArn 2
            $null = Grant-ComprehendKmsAccess $arn[0] $importer
            $sid = (Get-KeyStatement).Sid
            $access = $arn | Grant-ComprehendKmsAccess -Principal $importer -PassThru
            $access.Status | Should -Be 'AlreadyGranted', 'Granted'
            (Get-KeyStatement).Sid | Should -Be $sid
            (Get-KeyStatement)[1].Condition.StringEquals.'aws:SourceArn' | Should -Be $arn
        }

        It 'never mixes models that are shared with different principals' {
            Reset-EditedSandbox { param($s) Get-VersionArn 2 $s }
            $arn = Get-VersionArn 2
            [pscustomobject]@{ ModelArn = $arn[0]; Principal = $importer }, [pscustomobject]@{ ModelArn = $arn[1]; Principal = $otherImporter } |
                Grant-ComprehendKmsAccess
            Get-CallCount PutKeyPolicy | Should -Be 1
            $statement = (Get-KeyStatement) | Select-Object -Skip 1
            $statement | Should -HaveCount 4
            foreach ($one in $statement) {
                $number = if ($one.Principal.AWS -eq $root) { 0 } else { 1 }
                $one.Condition.StringEquals.PSObject.Properties.Value | Should -BeExactly $arn[$number]
            }
        }
    }

    Context 'pipeline' {
        It 'binds a policy as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (New-ComprehendModelPolicy $version $role))[$_]
            $access = $form | Grant-ComprehendKmsAccess -PassThru
            "$($access.ModelArn) $($access.Principal) $($access.KeyArn)" | Should -BeExactly "$version $role $key"
            $access.Status | Should -Be 'Granted'
        }

        It 'binds its own output as <_>, with the key' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (Grant-ComprehendKmsAccess $version $role -PassThru))[$_]
            $access = $form | Grant-ComprehendKmsAccess -PassThru
            "$($access.ModelArn) $($access.Principal) $($access.KeyArn)" | Should -BeExactly "$version $role $key"
            $access.Status | Should -Be 'AlreadyGranted'
        }

        It 'binds a [pscustomobject]' {
            $access = [pscustomobject]@{ ModelArn = $version; Principal = $importer; Value = $plainVersion } | Grant-ComprehendKmsAccess -PassThru
            "$($access.ModelArn) $($access.Principal)" | Should -BeExactly "$version $importer"
        }

        It 'binds the key of what Get-COMPDocumentClassifier writes' {
            (Get-Classifier | Grant-ComprehendKmsAccess -Principal $importer -PassThru).Status | Should -Be 'Granted'
            $other = 'arn:aws:kms:us-west-2:111122223333:key/9999abcd-12ab-34cd-56ef-1234567890ab'
            $result = Invoke-Captured { Get-Classifier -ModelKmsKeyId $other | Grant-ComprehendKmsAccess -Principal $importer }
            Assert-ItemError $result.Error KeyMismatch Grant-ComprehendKmsAccess InvalidArgument $version
            $result.Error.Exception.Message | Should -BeLike "*$other*"
        }

        It 'prefers the ARN of what Get-KMSKey writes to its id' {
            $kmsKey = [pscustomobject]@{ ModelArn = $version; Arn = $key; KeyId = 'something-else' }
            "$(($kmsKey | Grant-ComprehendKmsAccess -Principal $importer -PassThru).KeyArn)" | Should -BeExactly $key
        }

        It 'edits no second key when the next command has enough' {
            Reset-EditedSandbox {
                param($s)
                $second = '9999abcd-12ab-34cd-56ef-1234567890ab'
                $s.accounts[0].keys += @{ id = $second; policy = $s.accounts[0].keys[0].policy }
                $s.accounts[0].models += @{ arn = $unknownVersion; modelKmsKeyId = $second }
            }
            $access = $version, $unknownVersion | Grant-ComprehendKmsAccess -Principal $importer -PassThru | Select-Object -First 1
            "$($access.ModelArn)" | Should -BeExactly $version
            (Get-Write).Resource | Should -Be $key
        }
    }

    Context 'dry run' {
        It 'writes nothing under -WhatIf, and is silent' {
            Grant-ComprehendKmsAccess $version $importer -WhatIf | Should -BeNullOrEmpty
            Get-Write | Should -BeNullOrEmpty
            Get-KeyStatement | Should -HaveCount 1
        }

        It 'is Planned under -WhatIf -PassThru, with the statements that would be added' {
            $access = Grant-ComprehendKmsAccess $version $importer -WhatIf -PassThru
            $access.Status | Should -Be 'Planned'
            $access.Statement | Should -HaveCount 2
            Get-Write | Should -BeNullOrEmpty
        }

        It 'plans what is planned, as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (New-ComprehendModelPolicy $version $importer -WhatIf))[$_]
            ($form | Grant-ComprehendKmsAccess -PassThru).Status | Should -Be 'Planned'
            Get-Write | Should -BeNullOrEmpty
        }

        It 'is Planned even where <Name>, or what follows would not be dry' -ForEach @(
            @{ Name = 'the access is there'; Script = { Grant-ComprehendKmsAccess $version $importer; $version } }
            @{ Name = 'no access is needed'; Script = { $plainVersion } }
        ) {
            $arn = & $Script
            $writes = @(Get-Write).Count
            (Grant-ComprehendKmsAccess $arn $importer -WhatIf -PassThru).Status | Should -Be 'Planned'
            (New-ComprehendModelPolicy $arn $importer -WhatIf | Grant-ComprehendKmsAccess -PassThru).Status | Should -Be 'Planned'
            Get-Write | Should -HaveCount $writes
        }

        It 'does not ask with -Confirm:$false' {
            $ConfirmPreference = 'Low'
            Grant-ComprehendKmsAccess $version $importer -Confirm:$false
            Get-CallCount PutKeyPolicy | Should -Be 1
        }
    }

    Context 'other writers' {
        It 'keeps their edit of the key policy between read and write, and makes its own' {
            Reset-EditedSandbox {
                param($s)
                $theirs = $s.accounts[0].keys[0].policy | ConvertTo-Json -Depth 9 | ConvertFrom-Json -AsHashtable
                $theirs.Statement += @{ Sid = 'Theirs'; Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::111122223333:root' }; Action = 'kms:TagResource'; Resource = '*' }
                $s.faults = @(@{ operation = 'GetKeyPolicy'; call = 2; kind = 'ChangeKeyPolicy'; policy = $theirs })
            }
            (Grant-ComprehendKmsAccess $version $importer -PassThru).Status | Should -Be 'Granted'
            (Get-KeyStatement).Sid | Should -HaveCount 4
            (Get-KeyStatement).Sid[0, 1] | Should -Be 'Enable IAM User Permissions', 'Theirs'
            Get-CallCount PutKeyPolicy | Should -Be 1
        }

        It 'makes its edit again when theirs came right after it and took it away' {
            Reset-EditedSandbox {
                param($s)
                $theirs = $s.accounts[0].keys[0].policy | ConvertTo-Json -Depth 9 | ConvertFrom-Json -AsHashtable
                $theirs.Statement += @{ Sid = 'Theirs'; Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::111122223333:root' }; Action = 'kms:TagResource'; Resource = '*' }
                $s.faults = @(@{ operation = 'GetKeyPolicy'; call = 3; kind = 'ChangeKeyPolicy'; policy = $theirs })
            }
            (Grant-ComprehendKmsAccess $version $importer -PassThru).Status | Should -Be 'Granted'
            (Get-KeyStatement).Sid | Should -Contain 'Theirs'
            (Get-KeyStatement).Action | Should -Contain 'kms:CreateGrant'
            Get-CallCount PutKeyPolicy | Should -Be 2
        }

        It 'waits for KMS to catch up instead of writing again' {
            Reset-EditedSandbox { param($s) $s.faults = @(@{ operation = 'GetKeyPolicy'; call = 3; kind = 'StaleKeyPolicy' }) }
            (Grant-ComprehendKmsAccess $version $importer -PassThru).Status | Should -Be 'Granted'
            Get-CallCount PutKeyPolicy | Should -Be 1
            Get-CallCount GetKeyPolicy | Should -Be 4
        }

        It 'gives up after a number of times, and shows all three documents' {
            Reset-EditedSandbox {
                param($s)
                $s.faults = @(
                    foreach ($call in 2..9) {
                        $theirs = $s.accounts[0].keys[0].policy | ConvertTo-Json -Depth 9 | ConvertFrom-Json -AsHashtable
                        $theirs.Id = "edit-$call"
                        @{ operation = 'GetKeyPolicy'; call = $call; kind = 'ChangeKeyPolicy'; policy = $theirs }
                    }
                )
            }
            $result = Invoke-Captured { Grant-ComprehendKmsAccess $version $importer -PassThru }
            Assert-ItemError $result.Error KeyPolicyConflict Grant-ComprehendKmsAccess ResourceBusy $key
            $result.Error.Exception.Message | Should -BeLike '*It was *edit-5*The edit was *edit-5*kms:CreateGrant*It is now *edit-6*'
            $result.Output | Should -BeNullOrEmpty
            Get-Write | Should -BeNullOrEmpty
        }
    }

    Context 'keys that cannot be opened' {
        It 'refuses <Name> as <Id>' -ForEach @(
            @{ Name = 'a disabled key'; Id = 'KeyNotEnabled'; Category = 'InvalidOperation'; Edit = { param($s) $s.accounts[0].keys[0].state = 'Disabled' } }
            @{ Name = 'a key that is to be deleted'; Id = 'KeyNotEnabled'; Category = 'InvalidOperation'; Edit = { param($s) $s.accounts[0].keys[0].state = 'PendingDeletion' } }
            @{ Name = 'an AWS managed key'; Id = 'KeyNotCustomerManaged'; Category = 'InvalidOperation'; Edit = { param($s) $s.accounts[0].keys[0].manager = 'Aws' } }
            @{
                Name = 'a key of another region'; Id = 'KeyRegionMismatch'; Category = 'InvalidArgument'
                Edit = {
                    param($s)
                    $s.accounts[0].keys[0].region = 'eu-west-1'
                    $s.accounts[0].models[0].modelKmsKeyId = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
                }
            }
        ) {
            Reset-EditedSandbox $Edit
            $result = Invoke-Captured { $version, $plainVersion | Grant-ComprehendKmsAccess -Principal $importer -PassThru }
            Assert-ItemError $result.Error $Id Grant-ComprehendKmsAccess $Category $version
            $result.Output.Status | Should -Be 'NotNeeded'
            Get-Write | Should -BeNullOrEmpty
        }

        It 'prints the statements for the owner of a key in another account' {
            Reset-EditedSandbox {
                param($s)
                $s.accounts[1].keys = @(@{ id = '9999abcd-12ab-34cd-56ef-1234567890ab'; policy = $s.accounts[0].keys[0].policy })
                $s.accounts[0].models[0].modelKmsKeyId = 'arn:aws:kms:us-west-2:444455556666:key/9999abcd-12ab-34cd-56ef-1234567890ab'
            }
            $result = Invoke-Captured { Grant-ComprehendKmsAccess $version $otherImporter }
            Assert-ItemError $result.Error KeyInAnotherAccount Grant-ComprehendKmsAccess PermissionDenied $version
            $printed = $result.Error.ErrorDetails.RecommendedAction -replace '^[^{]*'
            $statement = "[$printed]" | ConvertFrom-Json
            $statement.Action | Should -Be 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'
            $statement.Principal.AWS | Sort-Object -Unique | Should -Be 'arn:aws:iam::777788889999:root'
            Get-Write | Should -BeNullOrEmpty
        }

        It 'refuses the key <KeyId> as <Id> where it is bound' -ForEach @(
            @{ KeyId = 'alias/models'; Id = 'KeyAliasNotSupported' }
            @{ KeyId = 'arn:aws:kms:us-west-2:111122223333:alias/models'; Id = 'KeyAliasNotSupported' }
            @{ KeyId = 'arn:aws:iam::444455556666:root'; Id = 'InvalidKeyArn' }
            @{ KeyId = ''; Id = 'InvalidKeyArn' }
        ) {
            (Get-Cause (Get-Thrown { Grant-ComprehendKmsAccess $version $importer -KeyArn $KeyId })).ErrorId | Should -Be $Id
            (Get-ComprehendSandbox).Call | Should -BeNullOrEmpty
        }

        It 'refuses <_>, which is not the key of the model' -ForEach 'arn:aws:kms:us-west-2:111122223333:key/9999abcd-12ab-34cd-56ef-1234567890ab', '9999abcd' {
            $result = Invoke-Captured { Grant-ComprehendKmsAccess $version $importer -KeyArn $_ }
            Assert-ItemError $result.Error KeyMismatch Grant-ComprehendKmsAccess InvalidArgument $version
            Get-Write | Should -BeNullOrEmpty
        }

        It 'takes <Name> from the pipeline for none: the key is found from the model' -ForEach @{ Name = 'a null key'; KeyId = $null }, @{ Name = 'an empty key'; KeyId = '' } {
            $result = Invoke-Captured { [pscustomobject]@{ ModelArn = $version; KeyArn = $KeyId } | Grant-ComprehendKmsAccess -Principal $importer -PassThru }
            $result.Error | Should -BeNullOrEmpty
            "$($result.Output.KeyArn)" | Should -BeExactly $key
        }
    }

    Context 'key policies that cannot be edited' {
        BeforeEach {
            Reset-EditedSandbox {
                param($s)
                $s.accounts[0].keys[0].policy.Statement += @{
                    Sid = 'Both'; Effect = 'Allow'; Principal = @{ AWS = $staleId, 'arn:aws:iam::111122223333:user/model-owner' }; Action = 'kms:DescribeKey'; Resource = '*'
                }
                $s.accounts[0].keys[0].policy.Statement += @{
                    Sid = 'Gone'; Effect = 'Allow'; Principal = @{ AWS = $staleId }; Action = 'kms:DescribeKey'; Resource = '*'
                }
            }
        }

        It 'refuses an edit that KMS would refuse for a deleted principal' {
            $result = Invoke-Captured { Grant-ComprehendKmsAccess $version $importer }
            Assert-ItemError $result.Error KeyPolicyHasStalePrincipal Grant-ComprehendKmsAccess InvalidOperation $key
            $result.Error.Exception.Message | Should -BeLike "*$staleId*-RemoveStalePrincipal*"
            Get-Write | Should -BeNullOrEmpty
        }

        It 'takes the deleted principal out with -RemoveStalePrincipal, and nothing else' {
            (Grant-ComprehendKmsAccess $version $importer -RemoveStalePrincipal -PassThru).Status | Should -Be 'Granted'
            $statement = Get-KeyStatement
            $statement.Sid[0, 1] | Should -Be 'Enable IAM User Permissions', 'Both'
            $statement | Should -HaveCount 4
            $statement[1].Principal.AWS | Should -Be 'arn:aws:iam::111122223333:user/model-owner'
            Get-CallCount PutKeyPolicy | Should -Be 1
        }

        It 'refuses a policy that would be too large' {
            Reset-EditedSandbox { param($s) Get-VersionArn 250 $s }
            $result = Invoke-Captured { Get-VersionArn 250 | Grant-ComprehendKmsAccess -Principal $importer -PassThru }
            Assert-ItemError $result.Error KeyPolicyTooLarge Grant-ComprehendKmsAccess LimitsExceeded $key
            $result.Error.Exception.Message | Should -BeLike '*32768*-Scope Model*'
            $result.Output | Should -BeNullOrEmpty
            Get-Write | Should -BeNullOrEmpty

            $access = Get-VersionArn 250 | Grant-ComprehendKmsAccess -Principal $importer -Scope Model -PassThru
            $access.Status | Sort-Object -Unique | Should -Be 'Granted'
            Get-CallCount PutKeyPolicy | Should -Be 1
        }

        It 'lets KMS decide about the size with -Force' {
            Reset-EditedSandbox { param($s) Get-VersionArn 250 $s }
            $result = Invoke-Captured { Get-VersionArn 250 | Grant-ComprehendKmsAccess -Principal $importer -Force -PassThru }
            Assert-ItemError $result.Error AwsLimitExceeded Grant-ComprehendKmsAccess LimitsExceeded $key
            (Get-Write).Error | Should -Be 'LimitExceededException'
            Get-KeyStatement | Should -HaveCount 1
        }
    }

    Context 'refusals' {
        It 'goes on with the next model' {
            $result = Invoke-Captured { $version, $unknownVersion, $plainVersion | Grant-ComprehendKmsAccess -Principal $importer -PassThru }
            Assert-ItemError $result.Error AwsNotFound Grant-ComprehendKmsAccess ObjectNotFound $unknownVersion
            $result.Output.ModelArn | ForEach-Object ToString | Sort-Object | Should -Be $version, $plainVersion
        }

        It 'goes on with the next key' {
            Reset-EditedSandbox {
                param($s)
                $second = '9999abcd-12ab-34cd-56ef-1234567890ab'
                $s.accounts[0].keys += @{ id = $second; policy = $s.accounts[0].keys[0].policy }
                $s.accounts[0].models += @{ arn = $unknownVersion; modelKmsKeyId = $second }
                if (-not $overAwsTools) {
                    $s.faults = @(@{ operation = 'GetKeyPolicy'; call = 1; kind = 'Throttle' })
                }
            }
            if ($overAwsTools) {
                # There a call that was throttled is made again, and only a refusal is an error.
                Add-AwsStubFault GetKeyPolicy -Kind AccessDenied
            }
            $result = Invoke-Captured { $version, $unknownVersion | Grant-ComprehendKmsAccess -Principal $importer -PassThru }
            $expected = if ($overAwsTools) { 'AwsAccessDenied', 'PermissionDenied' } else { 'AwsLimitExceeded', 'LimitsExceeded' }
            Assert-ItemError $result.Error $expected[0] Grant-ComprehendKmsAccess $expected[1] $key
            "$($result.Output.ModelArn)" | Should -BeExactly $unknownVersion
        }

        It 'refuses the principal <Principal> as <Id>' -ForEach @(
            @{ Principal = '*'; Id = 'PublicPrincipal'; Category = 'PermissionDenied' }
            @{ Principal = 'AIDACKCEVSQ6C2EXAMPLE'; Id = 'StalePrincipal'; Category = 'InvalidArgument' }
            @{ Principal = 'arn:aws-cn:iam::444455556666:root'; Id = 'PartitionMismatch'; Category = 'InvalidArgument' }
        ) {
            $result = Invoke-Captured { Grant-ComprehendKmsAccess $version $Principal }
            Assert-ItemError $result.Error $Id Grant-ComprehendKmsAccess $Category $version
            Get-Write | Should -BeNullOrEmpty
        }

        It 'refuses the principal <Principal> as <Id> where it is bound' -ForEach @(
            @{ Principal = 'arn:aws:iam::444455556666:group/scientists'; Id = 'PrincipalIsGroup' }
            @{ Principal = 'arn:aws:iam::444455556666:role/*'; Id = 'PrincipalHasWildcard' }
            @{ Principal = 12345678901; Id = 'AccountIdNotQuoted' }
        ) {
            (Get-Cause (Get-Thrown { Grant-ComprehendKmsAccess $version $Principal })).ErrorId | Should -Be $Id
            (Get-Cause (Get-Thrown { Grant-ComprehendKmsAccess $version $importer -KeyPrincipal $Principal })).ErrorId | Should -Be $Id
        }

        It 'refuses a policy that authorises nobody' {
            $result = Invoke-Captured { [pscustomobject]@{ ModelArn = $version; Principal = @() } | Grant-ComprehendKmsAccess }
            $result.Error | Should -HaveCount 1
            Get-Write | Should -BeNullOrEmpty
        }
    }
}
