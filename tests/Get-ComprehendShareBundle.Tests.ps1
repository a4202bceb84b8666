BeforeAll {
    . $PSScriptRoot/Common.ps1
    $user = 'arn:aws:iam::444455556666:user/data-scientist'
}

Describe 'Get-ComprehendShareBundle' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
        $version, $plainVersion | New-ComprehendModelPolicy -Principal $importer | Set-ComprehendModelPolicy
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
        It 'has all that the importer of an encrypted version needs' {
            $bundle = Get-ComprehendShareBundle -ModelArn $version

            $bundle | Should -BeOfType ComprehendSharing.Sharing.ShareBundle
            $bundle.SchemaVersion | Should -Be 1
            "$($bundle.ModelArn)" | Should -BeExactly $version
            $bundle.SourceModelArn | Should -BeOfType string
            $bundle.SourceModelArn | Should -BeExactly $version
            $bundle.Kind | Should -Be 'DocumentClassifier'
            $bundle.SourceModelName | Should -BeExactly 'tickets'
            $bundle.SourceVersionName | Should -BeExactly 'v2'
            $bundle.Region | Should -BeExactly 'us-west-2'
            "$($bundle.OwnerAccountId)" | Should -BeExactly '111122223333'
            "$($bundle.ImporterAccountId)" | Should -BeExactly $importer
            $bundle.Encryption | Should -Be 'CustomerManagedKey'
            "$($bundle.KmsKeyArn)" | Should -BeExactly $key
            "$($bundle.AuthorizedPrincipal)" | Should -BeExactly $importer
            $bundle.LanguageCode | Should -BeExactly 'en'
            $bundle.CreatedAt | Should -BeOfType System.DateTimeOffset
            $bundle.Warning | Should -BeNullOrEmpty
            $bundle.Status | Should -Be 'Current'
        }

        It 'has the policies of the importer' {
            $bundle = Get-ComprehendShareBundle $version
            $import, $pass, $follow = ($bundle.ImporterPolicy.ToJson() | ConvertFrom-Json).Statement
            "$($import.Action) $($import.Resource)" | Should -BeExactly "comprehend:ImportModel $version"
            $pass.Action | Should -BeExactly 'iam:PassRole'
            $follow.Action | Should -Be 'comprehend:DescribeDocumentClassifier', 'comprehend:ListDocumentClassifiers'
            $pass.Resource | Should -BeLike "arn:aws:iam::${importer}:role/*"
            $pass.Condition.StringEquals.'iam:PassedToService' | Should -BeExactly 'comprehend.amazonaws.com'
            ($bundle.ImportRolePolicy.ToJson() | ConvertFrom-Json).Statement.Resource | Sort-Object -Unique | Should -BeExactly $key
            $trust = ($bundle.ImportRoleTrustPolicy.ToJson() | ConvertFrom-Json).Statement
            "$($trust.Action) $($trust.Principal.Service)" | Should -BeExactly 'sts:AssumeRole comprehend.amazonaws.com'
            $trust.Condition.StringEquals.'aws:SourceAccount' | Should -BeExactly $importer
        }

        It 'needs neither key nor role for an AWS owned key' {
            $bundle = Get-ComprehendShareBundle $plainVersion
            $bundle.Kind | Should -Be 'EntityRecognizer'
            $bundle.Encryption | Should -Be 'AwsOwnedKey'
            $bundle.KmsKeyArn, $bundle.ImportRolePolicy, $bundle.ImportRoleTrustPolicy | Should -Be $null, $null, $null
            $bundle.ImporterPolicy.ToJson() | Should -Not -BeLike '*iam:PassRole*'
        }
    }

    Context 'importers' {
        BeforeEach {
            New-ComprehendModelPolicy $version $user, $otherImporter | Set-ComprehendModelPolicy -Force
            $writes = @(Get-Write).Count
        }

        It 'makes one bundle for each account, which tells nothing of the others' {
            $bundle = Get-ComprehendShareBundle $version
            $bundle.ImporterAccountId | ForEach-Object ToString | Should -Be $importer, $otherImporter
            "$($bundle[0].AuthorizedPrincipal)" | Should -BeExactly $user
            "$($bundle[1].AuthorizedPrincipal)" | Should -BeExactly $otherImporter
            ConvertTo-Json $bundle[0] -Depth 9 | Should -Not -BeLike "*$otherImporter*"
            ConvertTo-Json $bundle[1] -Depth 9 | Should -Not -BeLike "*$importer*"
        }

        It 'makes the bundle of one account, given <Name>' -ForEach @(
            @{ Name = 'bare'; Script = { Get-ComprehendShareBundle $version -ImporterAccountId 777788889999 } }
            @{ Name = 'quoted'; Script = { Get-ComprehendShareBundle $version -ImporterAccountId '777788889999' } }
            @{ Name = 'by position'; Script = { Get-ComprehendShareBundle $version $otherImporter } }
        ) {
            "$((& $Script).ImporterAccountId)" | Should -BeExactly $otherImporter
        }

        It 'refuses <Account>, which the policy does not name' -ForEach @{ Account = '012345678901' }, @{ Account = '111122223333' } {
            $result = Invoke-Captured { Get-ComprehendShareBundle $version -ImporterAccountId $otherImporter, $Account }
            Assert-ItemError $result.Error ImporterNotAuthorized Get-ComprehendShareBundle PermissionDenied $version
            $result.Error.Exception.Message | Should -BeLike "*$Account*"
            $result.Output | Should -BeNullOrEmpty
        }
    }

    Context 'pipeline' {
        It 'binds ARNs by value' {
            ($version, $plainVersion | Get-ComprehendShareBundle).SourceModelArn | Should -Be $version, $plainVersion
        }

        It 'binds a policy as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (New-ComprehendModelPolicy $version $importer))[$_]
            $bundle = $form | Get-ComprehendShareBundle
            "$($bundle.SourceModelArn) $($bundle.ImporterAccountId)" | Should -BeExactly "$version $importer"
        }

        It 'binds the access to a key as <_>, with its warnings' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $access = Grant-ComprehendKmsAccess $version $user -PassThru -WarningAction Ignore
            $writes = @(Get-Write).Count
            $bundle = (Get-Form $access)[$_] | Get-ComprehendShareBundle
            $bundle.SourceModelArn | Should -BeExactly $version
            $bundle.Warning | Should -BeExactly $access.Warning
        }

        It 'binds a [pscustomobject] with a <_>' -ForEach 'ModelArn', 'ResourceArn', 'DocumentClassifierArn', 'EntityRecognizerArn' {
            ([pscustomobject]@{ $_ = $version } | Get-ComprehendShareBundle).SourceModelArn | Should -BeExactly $version
        }

        It 'binds what Get-COMPDocumentClassifier writes' {
            (Get-Classifier | Get-ComprehendShareBundle).SourceModelArn | Should -BeExactly $version
        }

        It 'binds its own output' {
            (Get-ComprehendShareBundle $version | Get-ComprehendShareBundle).SourceModelArn | Should -BeExactly $version
        }

        It 'describes a key once for many versions' {
            Reset-EditedSandbox { param($s) Get-VersionArn 5 $s }
            Get-VersionArn 5 | New-ComprehendModelPolicy -Principal $importer | Set-ComprehendModelPolicy
            $writes = @(Get-Write).Count
            Get-VersionArn 5 | Get-ComprehendShareBundle | Should -HaveCount 5
            Get-CallCount DescribeKey | Should -Be 1
        }

        It 'stops when the next command has enough' {
            $calls = (Get-ComprehendSandbox).Call.Count
            ($version, $plainVersion | Get-ComprehendShareBundle | Select-Object -First 1).SourceModelArn | Should -BeExactly $version
            ((Get-ComprehendSandbox).Call | Select-Object -Skip $calls).Resource | Should -Not -Contain $plainVersion
        }
    }

    Context 'dry run' {
        It 'tells of a planned policy what would be, though AWS has none' {
            Reset-Sandbox
            $writes = 0
            $bundle = New-ComprehendModelPolicy $version $user -WhatIf | Get-ComprehendShareBundle
            $bundle.Status | Should -Be 'Planned'
            "$($bundle.ImporterAccountId) $($bundle.AuthorizedPrincipal)" | Should -BeExactly "$importer $user"
            Get-CallCount DescribeResourcePolicy | Should -Be 0
        }

        It 'believes AWS, not the object, where nothing is planned' {
            $bundle = New-ComprehendModelPolicy $version $otherImporter | Get-ComprehendShareBundle
            "$($bundle.ImporterAccountId) $($bundle.Status)" | Should -BeExactly "$importer Current"
        }
    }

    Context 'warnings' {
        It 'warns of <Name>' -ForEach @(
            @{ Name = 'a model that is not trained'; Like = 'The model is TRAINING*'; Edit = { param($s) $s.accounts[0].models[0].status = 'TRAINING' } }
            @{ Name = 'a key that is not enabled'; Like = '*is Disabled*'; Edit = { param($s) $s.accounts[0].keys[0].state = 'Disabled' } }
            @{ Name = 'a key that nobody else can use'; Like = '*is AWS managed*'; Edit = { param($s) $s.accounts[0].keys[0].manager = 'Aws' } }
        ) {
            Reset-EditedSandbox $Edit
            New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
            $writes = 1
            (Get-ComprehendShareBundle $version).Warning | Should -BeLike $Like
        }
    }

    Context 'refusals' {
        It 'refuses a model that is shared with nobody, and goes on with the next' {
            Reset-Sandbox
            New-ComprehendModelPolicy $plainVersion $importer | Set-ComprehendModelPolicy
            $writes = 1
            $result = Invoke-Captured { $version, $plainVersion | Get-ComprehendShareBundle }
            Assert-ItemError $result.Error ModelNotShared Get-ComprehendShareBundle InvalidOperation $version
            $result.Output.SourceModelArn | Should -Be $plainVersion
        }

        It 'refuses a model that is shared only within its account' {
            New-ComprehendModelPolicy $version 'arn:aws:iam::111122223333:user/model-owner' | Set-ComprehendModelPolicy -Force
            $writes = @(Get-Write).Count
            $result = Invoke-Captured { Get-ComprehendShareBundle $version }
            Assert-ItemError $result.Error ModelNotShared Get-ComprehendShareBundle InvalidOperation $version
        }

        It 'goes on after a model that does not exist' {
            $result = Invoke-Captured { $version, $unknownVersion, $plainVersion | Get-ComprehendShareBundle }
            Assert-ItemError $result.Error AwsNotFound Get-ComprehendShareBundle ObjectNotFound $unknownVersion
            $result.Output.SourceModelArn | Should -Be $version, $plainVersion
        }

        It 'refuses the account <Account> as <Id>' -ForEach @(
            @{ Account = '44445555666'; Id = 'InvalidAccountId' }
            @{ Account = '444455556666 '; Id = 'InvalidAccountId' }
            @{ Account = 'arn:aws:iam::444455556666:root'; Id = 'InvalidAccountId' }
            @{ Account = 12345678901; Id = 'AccountIdNotQuoted' }
        ) {
            (Get-Cause (Get-Thrown { Get-ComprehendShareBundle $version -ImporterAccountId $Account })).ErrorId | Should -Be $Id
        }

        It 'refuses <Name>' -ForEach @(
            @{ Name = 'no model'; ModelArn = @() }
            @{ Name = 'a null model'; ModelArn = $null }
            @{ Name = 'the ARN of a role'; ModelArn = 'arn:aws:iam::444455556666:role/ComprehendImportRole' }
        ) {
            { Get-ComprehendShareBundle -ModelArn $ModelArn } | Should -Throw -ErrorId '*,ComprehendSharing.Commands.GetComprehendShareBundleCommand'
        }
    }
}
