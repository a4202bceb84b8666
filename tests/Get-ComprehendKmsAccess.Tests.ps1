BeforeAll {
    . $PSScriptRoot/Common.ps1
    $root = 'arn:aws:iam::444455556666:root'
    $otherRoot = 'arn:aws:iam::777788889999:root'
}

Describe 'Get-ComprehendKmsAccess' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'tells all of an access, and writes nothing' {
            $granted = Grant-ComprehendKmsAccess $version $importer -PassThru
            $access = Get-ComprehendKmsAccess $version
            $access | Should -BeOfType ComprehendSharing.Sharing.KeyAccess
            "$($access.ModelArn)" | Should -BeExactly $version
            "$($access.KeyArn)" | Should -BeExactly $key
            "$($access.Principal)" | Should -BeExactly $root
            $access.Scope | Should -Be 'ModelVersion'
            $access.Status | Should -Be 'Granted'
            $access.Statement.Sid | Should -Be $granted.Statement.Sid
            $access.PreviousPolicy.ToJson() | Should -BeExactly (Get-ComprehendSandbox).Key[0].Policy
            $access.BytesLeft | Should -Be $granted.BytesLeft
            $access.Warning | Should -BeNullOrEmpty
            Get-Write | Should -HaveCount 1
        }

        It 'is NotFound where nobody has it' {
            $access = Get-ComprehendKmsAccess $version
            $access.Status | Should -Be 'NotFound'
            "$($access.KeyArn)" | Should -BeExactly $key
            $access.Principal | Should -BeNullOrEmpty
            $access.Statement | Should -BeNullOrEmpty
        }

        It 'is NotNeeded for an AWS owned key' {
            $access = Get-ComprehendKmsAccess $plainVersion
            $access.Status | Should -Be 'NotNeeded'
            $access.KeyArn | Should -BeNullOrEmpty
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'DescribeEntityRecognizer'
        }

        It 'tells one for each set of principals and each scope' {
            Grant-ComprehendKmsAccess $version $importer
            Grant-ComprehendKmsAccess $version 'arn:aws:iam::777788889999:role/One', $otherImporter
            Grant-ComprehendKmsAccess $version 'arn:aws:iam::123456789012:root' -Scope Model
            $access = Get-ComprehendKmsAccess $version
            $access | ForEach-Object { "$($_.Scope): $($_.Principal | Sort-Object)" } | Sort-Object |
                Should -Be 'Model: arn:aws:iam::123456789012:root', "ModelVersion: $root", "ModelVersion: arn:aws:iam::777788889999:role/One $otherRoot"
        }

        It 'warns of half an access' {
            Grant-ComprehendKmsAccess $version $importer
            $half = Get-KeyStatement | Where-Object Action -NE 'kms:CreateGrant'
            Reset-EditedSandbox { param($s) $s.accounts[0].keys[0].policy = @{ Version = '2012-10-17'; Statement = @($half) } }
            $result = Invoke-Captured { Get-ComprehendKmsAccess $version }
            $result.Output.Warning | Should -BeLike '*import will fail*'
            $result.Warning | Should -BeExactly "${version}: $($result.Output.Warning)"
        }
    }

    Context 'what is asked' {
        BeforeEach {
            Grant-ComprehendKmsAccess $version $importer
            Grant-ComprehendKmsAccess $version $otherImporter -Scope Model
        }

        It 'by principal' {
            "$((Get-ComprehendKmsAccess $version $importer).Principal)" | Should -BeExactly $root
            Get-ComprehendKmsAccess $version 123456789012 | Should -BeNullOrEmpty
        }

        It 'by scope' {
            "$((Get-ComprehendKmsAccess $version -Scope Model).Principal)" | Should -BeExactly $otherRoot
            Get-ComprehendKmsAccess $version -Scope Service | Should -BeNullOrEmpty
            Get-ComprehendKmsAccess $version -Scope Model, ModelVersion | Should -HaveCount 2
        }
    }

    Context 'pipeline' {
        It 'binds by value, and reads a key policy once' {
            Reset-EditedSandbox { param($s) Get-VersionArn 5 $s }
            (Get-VersionArn 5 | Get-ComprehendKmsAccess).Status | Should -Be (@('NotFound') * 5)
            Get-CallCount GetKeyPolicy | Should -Be 1
        }

        It 'binds its own output as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $access = (Get-Form (Grant-ComprehendKmsAccess $version $role -PassThru))[$_] | Get-ComprehendKmsAccess
            "$($access.ModelArn) $($access.KeyArn) $($access.Principal) $($access.Status)" | Should -BeExactly "$version $key $role Granted"
        }

        It 'binds the property <_>' -ForEach 'ModelArn', 'ResourceArn', 'DocumentClassifierArn', 'EntityRecognizerArn' {
            "$(([pscustomobject]@{ $_ = $version; Value = $plainVersion } | Get-ComprehendKmsAccess).ModelArn)" | Should -BeExactly $version
        }

        It 'binds the key of what Get-COMPDocumentClassifier writes' {
            (Get-Classifier | Get-ComprehendKmsAccess).Status | Should -Be 'NotFound'
            $other = 'arn:aws:kms:us-west-2:111122223333:key/9999abcd-12ab-34cd-56ef-1234567890ab'
            $result = Invoke-Captured { Get-Classifier -ModelKmsKeyId $other | Get-ComprehendKmsAccess }
            Assert-ItemError $result.Error KeyMismatch Get-ComprehendKmsAccess InvalidArgument $version
        }

        It 'asks no more when the next command has enough' {
            $null = $plainVersion, $version | Get-ComprehendKmsAccess | Select-Object -First 1
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'DescribeEntityRecognizer'
        }
    }

    Context 'refusals' {
        It 'goes on with the next model' {
            $result = Invoke-Captured { $unknownVersion, $plainVersion | Get-ComprehendKmsAccess }
            Assert-ItemError $result.Error AwsNotFound Get-ComprehendKmsAccess ObjectNotFound $unknownVersion
            "$($result.Output.ModelArn)" | Should -BeExactly $plainVersion
        }

        It 'refuses the key <KeyId> as <Id> where it is bound' -ForEach @(
            @{ KeyId = 'alias/models'; Id = 'KeyAliasNotSupported' }
            @{ KeyId = ''; Id = 'InvalidKeyArn' }
        ) {
            (Get-Cause (Get-Thrown { Get-ComprehendKmsAccess $version -KeyArn $KeyId })).ErrorId | Should -Be $Id
        }

        It 'refuses the principal <Principal> as <Id> where it is bound' -ForEach @(
            @{ Principal = 12345678901; Id = 'AccountIdNotQuoted' }
            @{ Principal = 'arn:aws:iam::444455556666:role/*'; Id = 'PrincipalHasWildcard' }
        ) {
            (Get-Cause (Get-Thrown { Get-ComprehendKmsAccess $version $Principal })).ErrorId | Should -Be $Id
        }
    }
}
