BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Get-PolicyText([string] $Principal = $importer, [string] $Action = 'comprehend:ImportModel') {
        '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"' + $Principal + '"},"Action":"' + $Action + '","Resource":"*"}]}'
    }

    function Get-StoredPolicy([string] $Arn = $version) {
        ((Get-ComprehendSandbox).Model | Where-Object ModelArn -EQ $Arn).ResourcePolicy
    }
}

Describe 'Set-ComprehendModelPolicy' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'is silent, and sets the policy as it was given' {
            Set-ComprehendModelPolicy -ModelArn $version -ResourcePolicy (Get-PolicyText) | Should -BeNullOrEmpty
            Get-StoredPolicy | Should -BeExactly (Get-PolicyText)
            (Get-Write).Operation | Should -Be 'PutResourcePolicy'
        }

        It 'gives the policy with its revision under -PassThru' {
            $policy = Set-ComprehendModelPolicy $version (Get-PolicyText) -PassThru
            $policy | Should -BeOfType ComprehendSharing.Sharing.ModelPolicy
            "$($policy.ModelArn)" | Should -BeExactly $version
            "$($policy.Principal)" | Should -BeExactly $importer
            $policy.Status | Should -Be 'Set'
            $policy.ResourcePolicy | Should -BeExactly (Get-PolicyText)
            $policy.PolicyRevisionId | Should -BeExactly ((Get-ComprehendSandbox).Model | Where-Object ModelArn -EQ $version).PolicyRevisionId
            $policy.PolicyRevisionId | Should -Match '^[0-9a-f]{32}$'
        }

        It 'acts as the profile, and as the first profile when there is none' {
            Set-ComprehendModelPolicy $version (Get-PolicyText)
            (Get-Write).Principal | Should -Be 'arn:aws:iam::111122223333:user/model-owner'
            $result = Invoke-Captured { Set-ComprehendModelPolicy $version (Get-PolicyText) -ProfileName partner }
            Assert-ItemError $result.Error AwsAccessDenied Set-ComprehendModelPolicy PermissionDenied $version
        }

        It 'takes the policy as <Name>' -ForEach @(
            @{ Name = 'text'; Policy = { Get-PolicyText } }
            @{ Name = 'a hashtable'; Policy = { @{ Version = '2012-10-17'; Statement = @(@{ Effect = 'Allow'; Principal = @{ AWS = $importer }; Action = 'comprehend:ImportModel'; Resource = '*' }) } } }
            @{ Name = 'an ordered hashtable with one statement'; Policy = { [ordered]@{ Version = '2012-10-17'; Statement = @{ Effect = 'Allow'; Principal = @{ AWS = $importer }; Action = 'comprehend:ImportModel'; Resource = '*' } } } }
            @{ Name = 'an object of ConvertFrom-Json'; Policy = { Get-PolicyText | ConvertFrom-Json } }
            @{ Name = 'the lines of a file'; Policy = { Get-PolicyText | ConvertFrom-Json | ConvertTo-Json -Depth 9 | Set-Content TestDrive:/policy.json; Get-Content TestDrive:/policy.json } }
            @{ Name = 'a PolicyDocument'; Policy = { (New-ComprehendModelPolicy $version $importer).Document } }
        ) {
            $policy = Set-ComprehendModelPolicy $version -ResourcePolicy (& $Policy) -PassThru
            $policy.Status | Should -Be 'Set'
            "$($policy.Principal)" | Should -BeExactly $importer
            $stored = Get-StoredPolicy
            $stored | Should -Not -Match "[`r`n]"
            ($stored | ConvertFrom-Json).Statement.Action | Should -BeExactly 'comprehend:ImportModel'
        }

        It 'takes the policy from a file' {
            Get-PolicyText | ConvertFrom-Json | ConvertTo-Json -Depth 9 | Set-Content TestDrive:/policy.json
            (Set-ComprehendModelPolicy $version -Path TestDrive:/policy.json -PassThru).Status | Should -Be 'Set'
            Get-StoredPolicy | ConvertFrom-Json | ConvertTo-Json -Depth 9 -Compress | Should -BeExactly (Get-PolicyText)
        }

        It 'writes nothing when the policy is there already, by meaning' {
            $set = Set-ComprehendModelPolicy $version (Get-PolicyText) -PassThru
            $same = '{ "Statement": { "Resource": ["*"], "Action": ["comprehend:importmodel"], "Principal": {"AWS": ["arn:aws:iam::444455556666:root"]}, "Effect": "Allow" }, "Version": "2012-10-17" }'
            $again = Set-ComprehendModelPolicy $version $same -PassThru
            $again.Status | Should -Be 'Unchanged'
            $again.PolicyRevisionId | Should -BeExactly $set.PolicyRevisionId
            $again.LastModifiedTime | Should -Not -BeNullOrEmpty
            Get-CallCount PutResourcePolicy | Should -Be 1
        }
    }

    Context 'access that would be lost' {
        BeforeEach {
            $first = Set-ComprehendModelPolicy $version (Get-PolicyText) -PassThru
        }

        It 'refuses to take it' {
            $result = Invoke-Captured { Set-ComprehendModelPolicy $version (Get-PolicyText $otherImporter) }
            Assert-ItemError $result.Error PolicyWouldRemoveAccess Set-ComprehendModelPolicy PermissionDenied $version
            $result.Error.Exception.Message | Should -BeLike "*$importer*-Merge*-Force*"
            Get-StoredPolicy | Should -BeExactly (Get-PolicyText)
            Get-CallCount PutResourcePolicy | Should -Be 1
        }

        It 'keeps the others with -Merge' {
            $policy = Set-ComprehendModelPolicy $version (Get-PolicyText $otherImporter) -Merge -PassThru
            # Only who was asked for is passed on: a merge opens nothing to those who were there before.
            "$($policy.Principal)" | Should -BeExactly $otherImporter
            $policy.Document.Statement.Principal.Value | Should -Be $importer, $otherImporter
            $policy.PolicyRevisionId | Should -Not -BeExactly $first.PolicyRevisionId
            (Get-StoredPolicy | ConvertFrom-Json).Statement.Principal.AWS | Should -Be $importer, $otherImporter
        }

        It 'writes nothing when -Merge has nothing to add' {
            $null = Set-ComprehendModelPolicy $version (Get-PolicyText $otherImporter) -Merge
            (Set-ComprehendModelPolicy $version (Get-PolicyText $importer) -Merge -PassThru).Status | Should -Be 'Unchanged'
            Get-CallCount PutResourcePolicy | Should -Be 2
        }

        It 'replaces with -Force' {
            $policy = Set-ComprehendModelPolicy $version (Get-PolicyText $otherImporter) -Force -PassThru
            "$($policy.Principal)" | Should -BeExactly $otherImporter
            Get-StoredPolicy | Should -BeExactly (Get-PolicyText $otherImporter)
        }

        It 'takes none from a role whose account is still authorised' {
            $null = Set-ComprehendModelPolicy $version (Get-PolicyText $role) -Force
            (Set-ComprehendModelPolicy $version (Get-PolicyText) -PassThru).Status | Should -Be 'Set'
        }
    }

    Context 'revisions' {
        It 'refuses a revision that is out of date' {
            $first = Set-ComprehendModelPolicy $version (Get-PolicyText) -PassThru
            $second = Set-ComprehendModelPolicy $version (Get-PolicyText $otherImporter) -Merge -PolicyRevisionId $first.PolicyRevisionId -PassThru
            $second.Status | Should -Be 'Set'

            $result = Invoke-Captured { Set-ComprehendModelPolicy $version (Get-PolicyText) -Force -PolicyRevisionId $first.PolicyRevisionId }
            Assert-ItemError $result.Error PolicyRevisionConflict Set-ComprehendModelPolicy ResourceBusy $version
            $result.Error.Exception.Message | Should -BeLike "*$($second.PolicyRevisionId), not $($first.PolicyRevisionId)*"
            Get-CallCount PutResourcePolicy | Should -Be 2
        }

        It 'refuses a revision of a policy that is gone' {
            $result = Invoke-Captured { Set-ComprehendModelPolicy $version (Get-PolicyText) -PolicyRevisionId 00ff }
            Assert-ItemError $result.Error PolicyRevisionConflict Set-ComprehendModelPolicy ResourceBusy $version
            Get-Write | Should -BeNullOrEmpty
        }

        It 'takes an empty revision for none' {
            Set-ComprehendModelPolicy $version (Get-PolicyText) -PolicyRevisionId ''
            Get-StoredPolicy | Should -BeExactly (Get-PolicyText)
        }
    }

    Context 'pipeline' {
        It 'binds its own output as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (New-ComprehendModelPolicy $version $importer))[$_]
            $policy = $form | Set-ComprehendModelPolicy -PassThru
            $policy.ResourceArn | Should -BeExactly $version
            $policy.ResourcePolicy | Should -BeExactly (Get-PolicyText)
            $policy.Status | Should -Be 'Set'
        }

        It 'binds the revision of what was set, as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (Set-ComprehendModelPolicy $version (Get-PolicyText) -PassThru))[$_]
            $null = Set-ComprehendModelPolicy $version (Get-PolicyText $otherImporter) -Merge
            $result = Invoke-Captured { $form | Set-ComprehendModelPolicy -Force }
            Assert-ItemError $result.Error PolicyRevisionConflict Set-ComprehendModelPolicy ResourceBusy $version
        }

        It 'binds ARNs by value' {
            $policy = $version, $plainVersion | Set-ComprehendModelPolicy -ResourcePolicy (Get-PolicyText) -PassThru
            $policy.ResourceArn | Should -Be $version, $plainVersion
        }

        It 'binds a [pscustomobject]' {
            $policy = [pscustomobject]@{ ResourceArn = $version; ResourcePolicy = Get-PolicyText } | Set-ComprehendModelPolicy -PassThru
            "$($policy.ModelArn) $($policy.Principal)" | Should -BeExactly "$version $importer"
        }

        It 'binds what Get-COMPDocumentClassifier writes' {
            (Get-Classifier | Set-ComprehendModelPolicy -ResourcePolicy (Get-PolicyText) -PassThru).ResourceArn | Should -BeExactly $version
        }

        It 'stops when the next command has enough' {
            $policy = $version, $plainVersion | New-ComprehendModelPolicy -Principal $importer | Set-ComprehendModelPolicy -PassThru | Select-Object -First 1
            $policy.ResourceArn | Should -BeExactly $version
            (Get-ComprehendSandbox).Call.Resource | Sort-Object -Unique | Should -Be $version
        }
    }

    Context 'dry run' {
        It 'writes nothing under -WhatIf, and is silent' {
            Set-ComprehendModelPolicy $version (Get-PolicyText) -WhatIf | Should -BeNullOrEmpty
            Get-Write | Should -BeNullOrEmpty
        }

        It 'is Planned under -WhatIf -PassThru' {
            $policy = Set-ComprehendModelPolicy $version (Get-PolicyText) -WhatIf -PassThru
            $policy.Status | Should -Be 'Planned'
            "$($policy.Principal)" | Should -BeExactly $importer
            $policy.PolicyRevisionId | Should -BeNullOrEmpty
            Get-Write | Should -BeNullOrEmpty
        }

        It 'is Planned even where nothing has to change, or what follows would not be dry' {
            $null = Set-ComprehendModelPolicy $version (Get-PolicyText)
            $policy = Set-ComprehendModelPolicy $version (Get-PolicyText) -WhatIf -PassThru
            $policy.Status | Should -Be 'Planned'
            "$($policy.Principal)" | Should -BeExactly $importer
        }

        It 'plans what is planned' {
            $policy = New-ComprehendModelPolicy $version $importer -WhatIf | Set-ComprehendModelPolicy -PassThru
            $policy.Status | Should -Be 'Planned'
            Get-Write | Should -BeNullOrEmpty
        }

        It 'follows $WhatIfPreference' {
            $WhatIfPreference = $true
            (Set-ComprehendModelPolicy $version (Get-PolicyText) -PassThru).Status | Should -Be 'Planned'
            Get-Write | Should -BeNullOrEmpty
        }

        It 'tells under -WhatIf of what would be refused' {
            $null = Set-ComprehendModelPolicy $version (Get-PolicyText)
            $result = Invoke-Captured { Set-ComprehendModelPolicy $version (Get-PolicyText $otherImporter) -WhatIf }
            Assert-ItemError $result.Error PolicyWouldRemoveAccess Set-ComprehendModelPolicy PermissionDenied $version
        }

        It 'does not ask with -Confirm:$false' {
            $ConfirmPreference = 'Low'
            Set-ComprehendModelPolicy $version (Get-PolicyText) -Confirm:$false
            Get-CallCount PutResourcePolicy | Should -Be 1
        }
    }

    Context 'refusals' {
        It 'goes on with the next model' {
            $result = Invoke-Captured {
                $version, $unknownVersion, $plainVersion | New-ComprehendModelPolicy -Principal $importer | Set-ComprehendModelPolicy -PassThru
            }
            Assert-ItemError $result.Error AwsNotFound Set-ComprehendModelPolicy ObjectNotFound $unknownVersion
            $result.Output.ResourceArn | Should -Be $version, $plainVersion
            $result.Output.Status | Should -Be 'Set', 'Set'
        }

        It 'refuses a policy with <Name> as <Id>' -ForEach @(
            @{ Name = 'another action'; Id = 'PolicyActionNotSupported'; Category = 'InvalidData'; Policy = { Get-PolicyText -Action comprehend:DescribeResourcePolicy } }
            @{ Name = 'all actions'; Id = 'PolicyActionNotSupported'; Category = 'InvalidData'; Policy = { Get-PolicyText -Action 'comprehend:*' } }
            @{ Name = 'everyone'; Id = 'PublicPrincipal'; Category = 'PermissionDenied'; Policy = { Get-PolicyText '*' } }
            @{ Name = 'everyone but one'; Id = 'PublicPrincipal'; Category = 'PermissionDenied'; Policy = { (Get-PolicyText).Replace('"Principal"', '"NotPrincipal"') } }
            @{ Name = 'a principal of another partition'; Id = 'PartitionMismatch'; Category = 'InvalidArgument'; Policy = { Get-PolicyText arn:aws-cn:iam::444455556666:root } }
            @{ Name = 'a character that Comprehend does not take'; Id = 'PolicyHasInvalidCharacter'; Category = 'InvalidData'; Policy = { (Get-PolicyText).Replace('"Effect"', "`"Sid`":`"5 $([char]0x20AC)`",`"Effect`"") } }
            @{ Name = 'more than 20,000 characters'; Id = 'PolicyTooLong'; Category = 'LimitsExceeded'; Policy = { (Get-PolicyText).Replace('"Effect"', "`"Sid`":`"$('x' * 20000)`",`"Effect`"") } }
        ) {
            $text = & $Policy
            $result = Invoke-Captured { Set-ComprehendModelPolicy $version $text -PassThru }
            Assert-ItemError $result.Error $Id Set-ComprehendModelPolicy $Category $version
            $result.Output | Should -BeNullOrEmpty
            Get-Write | Should -BeNullOrEmpty
        }

        It 'says line and column of malformed text' {
            $cause = Get-Cause (Get-Thrown { Set-ComprehendModelPolicy $version "{`n  `"Version`": `"2012-10-17`",`n  `"Statement`": oops`n}" })
            $cause.ErrorId | Should -Be 'InvalidPolicy'
            $cause.Line | Should -Be 3
            $cause.Column | Should -Be 16
            $cause.Message | Should -BeLike '*Line 3, column 16*'
            Get-Write | Should -BeNullOrEmpty
        }

        It 'says line and column of a malformed file' {
            "{`n  `"Statement`": []" | Set-Content TestDrive:/broken.json
            $result = Invoke-Captured { Set-ComprehendModelPolicy $version -Path TestDrive:/broken.json }
            Assert-ItemError $result.Error InvalidPolicy Set-ComprehendModelPolicy InvalidData $version
            $result.Error.Exception.Message | Should -BeLike '*Line 3, column 1*'
        }

        It 'refuses <Name> as a policy' -ForEach @(
            @{ Name = 'null'; Policy = $null }
            @{ Name = 'nothing'; Policy = '' }
            @{ Name = 'an empty list'; Policy = @() }
            @{ Name = 'a number'; Policy = 5 }
            @{ Name = 'an ARN'; Policy = 'arn:aws:iam::444455556666:root' }
            @{ Name = 'an empty object'; Policy = '{}' }
            @{ Name = 'a hashtable without statements'; Policy = @{ Version = '2012-10-17' } }
        ) {
            { Set-ComprehendModelPolicy $version -ResourcePolicy $Policy -ErrorAction Stop } |
                Should -Throw -ErrorId '*,ComprehendSharing.Commands.SetComprehendModelPolicyCommand'
            Get-Write | Should -BeNullOrEmpty
        }

        It 'refuses the file <_>' -ForEach 'TestDrive:/missing.json', 'Env:/PATH', 'NoSuchDrive:/policy.json' {
            $result = Invoke-Captured { Set-ComprehendModelPolicy $version -Path $_ }
            Assert-ItemError $result.Error FileNotReadable Set-ComprehendModelPolicy ObjectNotFound $version
        }

        It 'takes text or a file, not both' {
            { Set-ComprehendModelPolicy $version -ResourcePolicy (Get-PolicyText) -Path TestDrive:/policy.json } |
                Should -Throw -ErrorId 'AmbiguousParameterSet,*'
        }

        It 'tells a failure of the service as it is' {
            Reset-EditedSandbox { param($s) $s.faults = @(@{ operation = 'PutResourcePolicy'; call = 1; kind = 'ServerError' }) }
            $result = Invoke-Captured { Set-ComprehendModelPolicy $version (Get-PolicyText) }
            Assert-ItemError $result.Error AwsServiceFailure Set-ComprehendModelPolicy ResourceUnavailable $version
        }
    }
}
