BeforeAll {
    . $PSScriptRoot/Common.ps1
    $root = 'arn:aws:iam::444455556666:root'
    $otherRoot = 'arn:aws:iam::777788889999:root'
    $asked = @{ Confirm = $false }

    function Get-KeyPolicyText {
        (Get-ComprehendSandbox).Key[0].Policy
    }

    # The default key policy, with a change, in a text of its own.
    function Reset-KeyPolicyText([scriptblock] $Rewrite) {
        Reset-EditedSandbox {
            param($s)
            $text = [ordered]@{ Version = '2012-10-17'; Statement = @([ordered]@{ Sid = 'Root'; Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::111122223333:root' }; Action = 'kms:*'; Resource = '*' }) } |
                ConvertTo-Json -Depth 9
            $s.accounts[0].keys[0].policy = & $Rewrite ($text -replace "`r")
        }
    }

    # What this module would write, under a Sid of somebody else.
    function Add-HandWritten([hashtable] $Scenario, [string] $Principal = $root) {
        $statement = New-ComprehendKmsStatement $version $Principal | ForEach-Object { $_.ToJson() | ConvertFrom-Json -AsHashtable }
        $number = 0
        foreach ($one in $statement) {
            $one.Sid = "ByHand$((++$number))"
        }
        $Scenario.accounts[0].keys[0].policy.Statement += $statement
    }
}

Describe 'Revoke-ComprehendKmsAccess' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'is silent, and leaves the key policy as it was before the Grant, to the byte' {
            $before = Get-KeyPolicyText
            Grant-ComprehendKmsAccess $version $importer
            Get-KeyPolicyText | Should -Not -BeExactly $before
            Revoke-ComprehendKmsAccess $version $importer @asked | Should -BeNullOrEmpty
            Get-KeyPolicyText | Should -BeExactly $before
            (Get-Write).Operation | Should -Be 'PutKeyPolicy', 'PutKeyPolicy'
        }

        It 'tells under -PassThru what it did' {
            $granted = Grant-ComprehendKmsAccess $version $importer -PassThru
            $before = Get-KeyPolicyText
            $access = Revoke-ComprehendKmsAccess $version $importer -PassThru @asked
            $access | Should -BeOfType ComprehendSharing.Sharing.KeyAccess
            "$($access.ModelArn)" | Should -BeExactly $version
            "$($access.KeyArn)" | Should -BeExactly $key
            "$($access.Principal)" | Should -BeExactly $importer
            $access.Scope | Should -Be 'ModelVersion'
            $access.Status | Should -Be 'Revoked'
            $access.Statement.Sid | Should -Be $granted.Statement.Sid
            $access.PreviousPolicy.ToJson() | Should -BeExactly $before
            $access.BytesLeft | Should -Be (32768 - [Text.Encoding]::UTF8.GetByteCount((Get-KeyPolicyText)))
            $access.Warning | Should -BeNullOrEmpty
        }

        It 'is NotFound, and no write, where there is nothing of ours' {
            $result = Invoke-Captured { Revoke-ComprehendKmsAccess $version $importer -PassThru @asked }
            $result.Output.Status | Should -Be 'NotFound'
            $result.Error | Should -BeNullOrEmpty
            Get-Write | Should -BeNullOrEmpty
        }

        It 'is NotNeeded for an AWS owned key' {
            $access = Revoke-ComprehendKmsAccess $plainVersion $importer -PassThru @asked
            $access.Status | Should -Be 'NotNeeded'
            $access.KeyArn | Should -BeNullOrEmpty
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'DescribeEntityRecognizer'
        }

        It 'makes the import fail' {
            $null = New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
            Revoke-ComprehendKmsAccess $version @asked
            $result = Invoke-Captured { Import-ComprehendSharedModel $version -ProfileName partner -DataAccessRoleArn $role -Wait }
            Assert-ItemError $result.Error ModelNotTrained Import-ComprehendSharedModel InvalidOperation $version
        }
    }

    Context 'to the byte' {
        It 'restores <Name>' -ForEach @(
            @{ Name = 'a policy that is indented'; Looks = '^\{\n  "'; Rewrite = { $args[0] } }
            @{ Name = 'a policy in one line'; Looks = '^\{"[^\n]*$'; Rewrite = { $args[0] | ConvertFrom-Json | ConvertTo-Json -Depth 9 -Compress } }
            @{ Name = 'a policy with CRLF'; Looks = '^\{\r\n  "'; Rewrite = { $args[0] -replace "`n", "`r`n" } }
            @{ Name = 'a policy with tabs'; Looks = '^\{\n\t"'; Rewrite = { $args[0] -replace '  ', "`t" } }
            @{ Name = 'a policy with odd blanks'; Looks = '^\{\n\n  "Version"  :'; Rewrite = { $args[0] -replace '": ', '"  :   ' -replace '^\{', "{`n" } }
        ) {
            Reset-KeyPolicyText $Rewrite
            $before = Get-KeyPolicyText
            $before | Should -Match $Looks
            Grant-ComprehendKmsAccess $version $importer
            Revoke-ComprehendKmsAccess $version $importer @asked
            Get-KeyPolicyText | Should -BeExactly $before
        }

        It 'restores what was there with the grants of other principals before and after' {
            Grant-ComprehendKmsAccess $version $otherImporter
            $before = Get-KeyPolicyText
            Grant-ComprehendKmsAccess $version $importer
            Revoke-ComprehendKmsAccess $version $importer @asked
            Get-KeyPolicyText | Should -BeExactly $before

            Reset-Sandbox
            Grant-ComprehendKmsAccess $version $otherImporter
            Grant-ComprehendKmsAccess $version 123456789012
            $without = Get-KeyPolicyText
            Reset-Sandbox
            Grant-ComprehendKmsAccess $version $otherImporter
            Grant-ComprehendKmsAccess $version $importer
            Grant-ComprehendKmsAccess $version 123456789012
            Revoke-ComprehendKmsAccess $version $importer @asked
            Get-KeyPolicyText | Should -BeExactly $without
        }

        It 'restores what was there with a hand-written statement in between' {
            $byHand = @{ Sid = 'ByHand'; Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::111122223333:root' }; Action = 'kms:TagResource'; Resource = '*' }
            Reset-EditedSandbox {
                param($s)
                $theirs = $s.accounts[0].keys[0].policy | ConvertTo-Json -Depth 9 | ConvertFrom-Json -AsHashtable
                $theirs.Statement += $byHand
                $s.faults = @(@{ operation = 'GetKeyPolicy'; call = 2; kind = 'ChangeKeyPolicy'; policy = $theirs })
            }
            Grant-ComprehendKmsAccess $version $importer
            (Get-KeyStatement).Sid | Should -HaveCount 4
            $mixed = Get-KeyPolicyText
            Grant-ComprehendKmsAccess $version $otherImporter
            Revoke-ComprehendKmsAccess $version $otherImporter @asked
            Get-KeyPolicyText | Should -BeExactly $mixed
            Revoke-ComprehendKmsAccess $version $importer @asked
            (Get-KeyStatement).Sid | Should -Be 'Enable IAM User Permissions', 'ByHand'
            Get-KeyPolicyText | Should -Not -Match 'ComprehendSharing'
        }

        It 'takes one version out of the list that it was added to' {
            Reset-EditedSandbox { param($s) Get-VersionArn 3 $s }
            $arn = Get-VersionArn 3
            $arn[0, 1] | Grant-ComprehendKmsAccess -Principal $importer
            $before = Get-KeyPolicyText
            Grant-ComprehendKmsAccess $arn[2] $importer
            Revoke-ComprehendKmsAccess $arn[2] $importer @asked
            Get-KeyPolicyText | Should -BeExactly $before
        }

        It 'restores the single version that a second one was added to' {
            Reset-EditedSandbox { param($s) Get-VersionArn 2 $s }
            $arn = Get-VersionArn 2
            Grant-ComprehendKmsAccess $arn[0] $importer
            $before = Get-KeyPolicyText
            Grant-ComprehendKmsAccess $arn[1] $importer
            Revoke-ComprehendKmsAccess $arn[1] $importer @asked
            Get-KeyPolicyText | Should -BeExactly $before
        }
    }

    Context 'scope' {
        It 'takes back <_>' -ForEach 'ModelVersion', 'Model', 'Account', 'Service' {
            $before = Get-KeyPolicyText
            Grant-ComprehendKmsAccess $version $importer -Scope $_ -WarningAction Ignore
            (Revoke-ComprehendKmsAccess $version $importer -Scope $_ -PassThru @asked).Status | Should -Be 'Revoked'
            Get-KeyPolicyText | Should -BeExactly $before
        }

        It 'leaves another scope alone, and says that the access goes on' {
            Grant-ComprehendKmsAccess $version $importer -Scope Model
            $result = Invoke-Captured { Revoke-ComprehendKmsAccess $version $importer -PassThru @asked }
            $result.Output.Status | Should -Be 'NotFound'
            $result.Warning | Should -BeLike "${version}: *can use the key*still*another*"
            Get-CallCount PutKeyPolicy | Should -Be 1
        }
    }

    Context 'principals' {
        It 'leaves the other of two principals of one statement its access' {
            Grant-ComprehendKmsAccess $version $importer, $otherImporter
            $access = Revoke-ComprehendKmsAccess $version $importer -PassThru @asked
            $access.Status | Should -Be 'Revoked'
            $left = Get-ComprehendKmsAccess $version
            "$($left.Principal)" | Should -BeExactly $otherRoot
            $left.Status | Should -Be 'Granted'
            $left.Statement | Should -HaveCount 2
            (Get-KeyStatement).Principal.AWS | Should -Not -Contain $root
        }

        It 'leaves it for the other versions of a shared statement too' {
            Reset-EditedSandbox { param($s) Get-VersionArn 2 $s }
            $arn = Get-VersionArn 2
            $arn | Grant-ComprehendKmsAccess -Principal $importer, $otherImporter
            Revoke-ComprehendKmsAccess $arn[0] $importer @asked
            "$((Get-ComprehendKmsAccess $arn[0]).Principal)" | Should -BeExactly $otherRoot
            (Get-ComprehendKmsAccess $arn[1]).Principal | ForEach-Object ToString | Sort-Object | Should -Be $root, $otherRoot
        }

        It 'revokes what Get-ComprehendKmsAccess shows, in its scope' {
            Grant-ComprehendKmsAccess $version $importer -Scope Model
            $access = Get-ComprehendKmsAccess $version | Revoke-ComprehendKmsAccess -PassThru @asked
            "$($access.Status) $($access.Scope)" | Should -BeExactly 'Revoked Model'
            (Get-ComprehendKmsAccess $version).Status | Should -Be 'NotFound'
        }

        It 'does not take <Name> for everybody' -ForEach @(
            @{ Name = 'an object that names nobody'; With = { Get-ComprehendModelPolicy $plainVersion | Select-Object @{ n = 'ModelArn'; e = { $version } }, Principal | Revoke-ComprehendKmsAccess @asked } }
            @{ Name = 'an empty list'; With = { Revoke-ComprehendKmsAccess $version @() @asked } }
            @{ Name = 'null'; With = { Revoke-ComprehendKmsAccess $version $null @asked } }
        ) {
            Grant-ComprehendKmsAccess $version $importer
            $before = @(Get-Write).Count
            & $With -WarningVariable warning 3>&1 | Out-String | Should -BeLike '*no principal is named*'
            @(Get-Write).Count | Should -Be $before
            (Get-ComprehendKmsAccess $version).Status | Should -Be 'Granted'
        }

        It 'ends the access of everybody to that version without -Principal' {
            Reset-EditedSandbox { param($s) Get-VersionArn 2 $s }
            $arn = Get-VersionArn 2
            $arn | Grant-ComprehendKmsAccess -Principal $importer
            $arn | Grant-ComprehendKmsAccess -Principal $otherImporter
            (Revoke-ComprehendKmsAccess $arn[0] -PassThru @asked).Status | Should -Be 'Revoked'
            (Get-ComprehendKmsAccess $arn[0]).Status | Should -Be 'NotFound'
            (Get-ComprehendKmsAccess $arn[1]).Principal | ForEach-Object ToString | Sort-Object | Should -Be $root, $otherRoot
        }

        It 'knows an account by its root too' {
            Grant-ComprehendKmsAccess $version $importer
            (Revoke-ComprehendKmsAccess $version $root -PassThru @asked).Status | Should -Be 'Revoked'
        }

        It 'does not take an account for one of its roles' {
            Grant-ComprehendKmsAccess $version $role
            (Revoke-ComprehendKmsAccess $version $importer -PassThru @asked).Status | Should -Be 'NotFound'
            "$((Get-ComprehendKmsAccess $version).Principal)" | Should -BeExactly $role
        }
    }

    Context 'statements written by hand' {
        BeforeEach {
            Reset-EditedSandbox { param($s) Add-HandWritten $s }
        }

        It 'are reported and left alone' {
            $result = Invoke-Captured { Revoke-ComprehendKmsAccess $version $importer -PassThru @asked }
            $result.Output.Status | Should -Be 'NotFound'
            $result.Warning | Should -HaveCount 2
            $result.Warning[0] | Should -BeLike "${version}: *'ByHand1'*did not write*-Force*"
            $result.Output.Warning | Should -HaveCount 2
            Get-Write | Should -BeNullOrEmpty
        }

        It 'are removed with -Force' {
            $result = Invoke-Captured { Revoke-ComprehendKmsAccess $version $importer -Force -PassThru @asked }
            $result.Output.Status | Should -Be 'Revoked'
            $result.Output.Statement.Sid | Should -Be 'ByHand1', 'ByHand2'
            $result.Warning | Should -BeNullOrEmpty
            (Get-KeyStatement).Sid | Should -Be 'Enable IAM User Permissions'
        }

        It 'of other principals are left alone with -Force too' {
            (Revoke-ComprehendKmsAccess $version $otherImporter -Force -PassThru @asked).Status | Should -Be 'NotFound'
            Get-Write | Should -BeNullOrEmpty
        }
    }

    Context 'many models' {
        It 'makes one edit for 50 versions under one key' {
            Reset-EditedSandbox { param($s) Get-VersionArn 50 $s }
            $before = Get-KeyPolicyText
            $arn = Get-VersionArn 50
            $arn | Grant-ComprehendKmsAccess -Principal $importer
            $access = $arn | Revoke-ComprehendKmsAccess -Principal $importer -PassThru @asked
            $access.ModelArn | ForEach-Object ToString | Should -Be $arn
            $access.Status | Sort-Object -Unique | Should -Be 'Revoked'
            Get-KeyPolicyText | Should -BeExactly $before
            Get-CallCount PutKeyPolicy | Should -Be 2
        }

        It 'edits no second key when the next command has enough' {
            Reset-EditedSandbox {
                param($s)
                $second = '9999abcd-12ab-34cd-56ef-1234567890ab'
                $s.accounts[0].keys += @{ id = $second; policy = $s.accounts[0].keys[0].policy }
                $s.accounts[0].models += @{ arn = $unknownVersion; modelKmsKeyId = $second }
            }
            $version, $unknownVersion | Grant-ComprehendKmsAccess -Principal $importer
            $access = $version, $unknownVersion | Revoke-ComprehendKmsAccess -PassThru @asked | Select-Object -First 1
            "$($access.ModelArn)" | Should -BeExactly $version
            Get-CallCount PutKeyPolicy | Should -Be 3
        }
    }

    Context 'pipeline' {
        BeforeEach {
            $granted = Grant-ComprehendKmsAccess $version $role -PassThru
        }

        It 'binds by value' {
            "$(($version | Revoke-ComprehendKmsAccess -PassThru @asked).ModelArn)" | Should -BeExactly $version
        }

        It 'binds an access as <_>: model, principal and key' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            Grant-ComprehendKmsAccess $version $otherImporter
            $access = (Get-Form $granted)[$_] | Revoke-ComprehendKmsAccess -PassThru @asked
            "$($access.ModelArn) $($access.Principal) $($access.KeyArn) $($access.Status)" | Should -BeExactly "$version $role $key Revoked"
            "$((Get-ComprehendKmsAccess $version).Principal)" | Should -BeExactly $otherRoot
        }

        It 'binds a policy as <_>' -ForEach 'object', 'deserialized', 'JSON' {
            $access = (Get-Form (New-ComprehendModelPolicy $version $role))[$_] | Revoke-ComprehendKmsAccess -PassThru @asked
            "$($access.ModelArn) $($access.Principal) $($access.Status)" | Should -BeExactly "$version $role Revoked"
        }

        It 'binds the property <_>' -ForEach 'ModelArn', 'ResourceArn', 'DocumentClassifierArn', 'EntityRecognizerArn' {
            $access = [pscustomobject]@{ $_ = $version; Principal = $role; Value = $plainVersion } | Revoke-ComprehendKmsAccess -PassThru @asked
            "$($access.ModelArn) $($access.Principal) $($access.Status)" | Should -BeExactly "$version $role Revoked"
        }

        It 'binds the key of what Get-COMPDocumentClassifier writes' {
            (Get-Classifier | Revoke-ComprehendKmsAccess -PassThru @asked).Status | Should -Be 'Revoked'
            $other = 'arn:aws:kms:us-west-2:111122223333:key/9999abcd-12ab-34cd-56ef-1234567890ab'
            $result = Invoke-Captured { Get-Classifier -ModelKmsKeyId $other | Revoke-ComprehendKmsAccess @asked }
            Assert-ItemError $result.Error KeyMismatch Revoke-ComprehendKmsAccess InvalidArgument $version
        }

        It 'takes back what Get-ComprehendModel | Get-ComprehendKmsAccess shows' {
            Get-ComprehendModel | Get-ComprehendKmsAccess | Revoke-ComprehendKmsAccess @asked
            (Get-ComprehendKmsAccess $version).Status | Should -Be 'NotFound'
        }
    }

    Context 'dry run' {
        BeforeEach {
            $granted = Grant-ComprehendKmsAccess $version $importer -PassThru
        }

        It 'writes nothing under -WhatIf, and is silent' {
            Revoke-ComprehendKmsAccess $version -WhatIf | Should -BeNullOrEmpty
            Get-CallCount PutKeyPolicy | Should -Be 1
        }

        It 'is Planned under -WhatIf -PassThru, with the statements that would go' {
            $access = Revoke-ComprehendKmsAccess $version -WhatIf -PassThru
            $access.Status | Should -Be 'Planned'
            $access.Statement.Sid | Should -Be $granted.Statement.Sid
            Get-CallCount PutKeyPolicy | Should -Be 1
        }

        It 'does not act on what is planned, as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (Grant-ComprehendKmsAccess $version $importer -WhatIf -PassThru))[$_]
            ($form | Revoke-ComprehendKmsAccess -PassThru @asked).Status | Should -Be 'Planned'
            Get-CallCount PutKeyPolicy | Should -Be 1
        }
    }

    Context 'other writers' {
        It 'keeps their edit between read and write' {
            Grant-ComprehendKmsAccess $version $importer
            $theirs = Get-KeyPolicyText | ConvertFrom-Json -AsHashtable
            $theirs.Statement += @{ Sid = 'Theirs'; Effect = 'Allow'; Principal = @{ AWS = 'arn:aws:iam::111122223333:root' }; Action = 'kms:TagResource'; Resource = '*' }
            $ours = Get-KeyPolicyText | ConvertFrom-Json -AsHashtable
            Reset-EditedSandbox {
                param($s)
                $s.accounts[0].keys[0].policy = $ours
                $s.faults = @(@{ operation = 'GetKeyPolicy'; call = 2; kind = 'ChangeKeyPolicy'; policy = $theirs })
            }
            (Revoke-ComprehendKmsAccess $version -PassThru @asked).Status | Should -Be 'Revoked'
            (Get-KeyStatement).Sid | Should -Be 'Enable IAM User Permissions', 'Theirs'
        }
    }

    Context 'refusals' {
        It 'goes on with the next model' {
            $result = Invoke-Captured { $unknownVersion, $version | Revoke-ComprehendKmsAccess -PassThru @asked }
            Assert-ItemError $result.Error AwsNotFound Revoke-ComprehendKmsAccess ObjectNotFound $unknownVersion
            "$($result.Output.ModelArn)" | Should -BeExactly $version
        }

        It 'refuses a key in another account' {
            Reset-EditedSandbox {
                param($s)
                $s.accounts[1].keys = @(@{ id = '9999abcd-12ab-34cd-56ef-1234567890ab'; policy = $s.accounts[0].keys[0].policy })
                $s.accounts[0].models[0].modelKmsKeyId = 'arn:aws:kms:us-west-2:444455556666:key/9999abcd-12ab-34cd-56ef-1234567890ab'
            }
            foreach ($with in @{}, @{ Principal = $otherImporter }) {
                $result = Invoke-Captured { Revoke-ComprehendKmsAccess $version @with @asked }
                Assert-ItemError $result.Error KeyInAnotherAccount Revoke-ComprehendKmsAccess PermissionDenied $version
                $statement = "[$($result.Error.ErrorDetails.RecommendedAction -replace '^[^{]*')]" | ConvertFrom-Json
                $statement.Action | Should -Be 'kms:Decrypt', 'kms:GenerateDataKey', 'kms:CreateGrant'
                "$($statement.Principal.AWS | Sort-Object -Unique)" | Should -BeExactly "$($with.Principal ? $otherRoot : '')"
            }
            Get-Write | Should -BeNullOrEmpty
        }

        It 'refuses <Name> as <Id>' -ForEach @(
            @{ Name = 'an AWS managed key'; Id = 'KeyNotCustomerManaged'; Edit = { param($s) $s.accounts[0].keys[0].manager = 'Aws' } }
        ) {
            Reset-EditedSandbox $Edit
            $result = Invoke-Captured { $version, $plainVersion | Revoke-ComprehendKmsAccess -PassThru @asked }
            Assert-ItemError $result.Error $Id Revoke-ComprehendKmsAccess InvalidOperation $version
            $result.Output.Status | Should -Be 'NotNeeded'
        }

        It 'works on a disabled key: to take access back must always be possible' {
            Grant-ComprehendKmsAccess $version $importer
            $ours = Get-KeyPolicyText
            Reset-EditedSandbox { param($s) $s.accounts[0].keys[0].policy = $ours; $s.accounts[0].keys[0].state = 'Disabled' }
            (Revoke-ComprehendKmsAccess $version -PassThru @asked).Status | Should -Be 'Revoked'
        }

        It 'refuses an edit that KMS would refuse for a deleted principal, but with -RemoveStalePrincipal' {
            Grant-ComprehendKmsAccess $version $importer
            $ours = Get-KeyPolicyText | ConvertFrom-Json -AsHashtable
            $ours.Statement += @{ Sid = 'Gone'; Effect = 'Allow'; Principal = @{ AWS = 'AIDACKCEVSQ6C2EXAMPLE' }; Action = 'kms:DescribeKey'; Resource = '*' }
            Reset-EditedSandbox { param($s) $s.accounts[0].keys[0].policy = $ours }
            $result = Invoke-Captured { Revoke-ComprehendKmsAccess $version @asked }
            Assert-ItemError $result.Error KeyPolicyHasStalePrincipal Revoke-ComprehendKmsAccess InvalidOperation $key
            Revoke-ComprehendKmsAccess $version -RemoveStalePrincipal @asked
            (Get-KeyStatement).Sid | Should -Be 'Enable IAM User Permissions'
        }

        It 'takes <Principal> for nobody who has access' -ForEach @{ Principal = '*' }, @{ Principal = 'AIDACKCEVSQ6C2EXAMPLE' }, @{ Principal = 'arn:aws-cn:iam::444455556666:root' } {
            Grant-ComprehendKmsAccess $version $importer
            $null = Invoke-Captured { Revoke-ComprehendKmsAccess $version $Principal @asked }
            Get-CallCount PutKeyPolicy | Should -Be 1
        }
    }
}
