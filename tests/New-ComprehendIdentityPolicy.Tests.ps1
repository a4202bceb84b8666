BeforeAll {
    . $PSScriptRoot/Common.ps1
    $copyKey = 'arn:aws:kms:us-west-2:444455556666:key/9999abcd-12ab-34cd-56ef-1234567890ab'

    $training = @{
        InputKmsKeyArn  = 'arn:aws:kms:us-west-2:111122223333:key/1111abcd-12ab-34cd-56ef-1234567890ab'
        OutputS3Uri     = 's3://results/tickets/'
        OutputKmsKeyArn = 'arn:aws:kms:us-west-2:111122223333:key/2222abcd-12ab-34cd-56ef-1234567890ab'
        VolumeKmsKeyArn = 'arn:aws:kms:us-west-2:111122223333:key/3333abcd-12ab-34cd-56ef-1234567890ab'
        ModelKmsKeyArn  = 'arn:aws:kms:us-west-2:111122223333:key/4444abcd-12ab-34cd-56ef-1234567890ab'
        SubnetId        = 'subnet-0a'
        SecurityGroupId = 'sg-0b'
    }

    function Get-Statement($Policy) {
        @(($Policy.ToJson() | ConvertFrom-Json).Statement)
    }
}

Describe 'New-ComprehendIdentityPolicy' {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'purposes' {
        It 'ModelOwner: the policies of the model and of its key' {
            $policy = New-ComprehendIdentityPolicy ModelOwner $version -KmsKeyArn $key
            $policy | Should -BeOfType ComprehendSharing.Policies.PolicyDocument
            $policy.Version | Should -BeExactly '2012-10-17'
            $statement = Get-Statement $policy
            $statement.Effect | Should -Be 'Allow', 'Allow', 'Allow', 'Allow'
            $statement[0].Action | Should -Be 'comprehend:PutResourcePolicy', 'comprehend:DeleteResourcePolicy', 'comprehend:DescribeResourcePolicy'
            $statement[1].Action | Should -Be 'comprehend:DescribeDocumentClassifier'
            $statement[0, 1].Resource | ForEach-Object { $_ | Should -BeLike 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/[*]' }
            "$($statement[2].Action) $($statement[2].Resource)" | Should -BeExactly 'comprehend:ListDocumentClassifiers *'
            $statement[3].Action | Should -Be 'kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:PutKeyPolicy'
            $statement[3].Resource | Should -BeExactly $key
        }

        It 'ModelOwner of a recognizer without a key' {
            $statement = Get-Statement (New-ComprehendIdentityPolicy ModelOwner $plainVersion)
            $statement | Should -HaveCount 3
            $statement[1].Action | Should -BeExactly 'comprehend:DescribeEntityRecognizer'
            $statement[2].Action | Should -BeExactly 'comprehend:ListEntityRecognizers'
        }

        It 'ModelImporter: the import, and to pass the role to Comprehend alone' {
            $statement = Get-Statement (New-ComprehendIdentityPolicy ModelImporter $version -DataAccessRoleArn $role)
            $statement | Should -HaveCount 4
            "$($statement[0].Action) $($statement[0].Resource)" | Should -BeExactly "comprehend:ImportModel $version"
            "$($statement[1].Action) $($statement[1].Resource)" | Should -BeExactly "iam:PassRole $role"
            $statement[1].Condition.StringEquals.'iam:PassedToService' | Should -BeExactly 'comprehend.amazonaws.com'
            "$($statement[2].Action) $($statement[2].Resource)" | Should -BeExactly 'comprehend:DescribeDocumentClassifier arn:aws:comprehend:us-west-2:444455556666:document-classifier/*'
            "$($statement[3].Action) $($statement[3].Resource)" | Should -BeExactly 'comprehend:ListDocumentClassifiers *'
        }

        It 'ModelImporter with a key and no role yet: any role of the account' {
            $statement = Get-Statement (New-ComprehendIdentityPolicy ModelImporter $version -ImporterAccountId $importer -KmsKeyArn $key)
            $statement[1].Resource | Should -BeExactly 'arn:aws:iam::444455556666:role/*'
            $statement[1].Condition.StringEquals.'iam:PassedToService' | Should -BeExactly 'comprehend.amazonaws.com'
        }

        It 'ModelImporter without a key: no role is passed' {
            (Get-Statement (New-ComprehendIdentityPolicy ModelImporter $plainVersion -ImporterAccountId $importer)).Action |
                Should -Be 'comprehend:ImportModel', 'comprehend:DescribeEntityRecognizer', 'comprehend:ListEntityRecognizers'
        }

        It 'ModelImporter may tag only with -AllowTagging, and only copies in its own account' {
            (New-ComprehendIdentityPolicy ModelImporter $version -DataAccessRoleArn $role).ToJson() | Should -Not -Match 'TagResource'
            $statement = (Get-Statement (New-ComprehendIdentityPolicy ModelImporter $version -DataAccessRoleArn $role -AllowTagging))[2]
            "$($statement.Action) $($statement.Resource)" | Should -BeExactly 'comprehend:TagResource arn:aws:comprehend:us-west-2:444455556666:document-classifier/*'
        }

        It 'ImportRole: the key of the model, its data through S3 only' {
            $statement = Get-Statement (New-ComprehendIdentityPolicy ImportRole -KmsKeyArn $key)
            "$($statement[0].Action) $($statement[0].Resource)" | Should -BeExactly "kms:CreateGrant $key"
            $statement[1].Action | Should -Be 'kms:Decrypt', 'kms:GenerateDataKey'
            $statement[1].Resource | Should -BeExactly $key
            $statement[1].Condition.StringEquals.'kms:ViaService' | Should -BeExactly 's3.us-west-2.amazonaws.com'
        }

        It 'ImportRole: the key of the copy too, or alone' {
            (Get-Statement (New-ComprehendIdentityPolicy ImportRole -KmsKeyArn $key -ModelKmsKeyArn $copyKey))[1].Resource | Should -Be $key, $copyKey
            (Get-Statement (New-ComprehendIdentityPolicy ImportRole -ModelKmsKeyArn $copyKey))[1].Resource | Should -BeExactly $copyKey
        }

        It 'ImportRoleTrust: Comprehend, for this one account' {
            $statement = Get-Statement (New-ComprehendIdentityPolicy ImportRoleTrust -ImporterAccountId $importer)
            $statement | Should -HaveCount 1
            $statement.Action | Should -BeExactly 'sts:AssumeRole'
            $statement.Principal.Service | Should -BeExactly 'comprehend.amazonaws.com'
            $statement.Condition.StringEquals.'aws:SourceAccount' | Should -BeExactly $importer
        }

        It 'TrainingRole: what is given, and nothing else' {
            $policy = New-ComprehendIdentityPolicy TrainingRole $version -InputS3Uri 's3://training-data/tickets/', 's3://test-data/t.csv'
            $statement = Get-Statement $policy
            $statement.Action | Should -Be 's3:GetObject', 's3:ListBucket'
            $statement[0].Resource | Should -Be 'arn:aws:s3:::training-data/tickets/*', 'arn:aws:s3:::test-data/t.csv*'
            $statement[1].Resource | Should -Be 'arn:aws:s3:::training-data', 'arn:aws:s3:::test-data'
        }

        It 'TrainingRole: each key for its use, and the network' {
            $policy = New-ComprehendIdentityPolicy TrainingRole $version -InputS3Uri 's3://data' @training
            $statement = @{}
            Get-Statement $policy | ForEach-Object { $statement[$_.Sid] = $_ }
            "$($statement.WriteOutput.Action) $($statement.WriteOutput.Resource)" | Should -BeExactly 's3:PutObject arn:aws:s3:::results/tickets/*'
            "$($statement.DecryptInput.Action) $($statement.DecryptInput.Resource)" | Should -BeExactly "kms:Decrypt $($training.InputKmsKeyArn)"
            "$($statement.EncryptOutput.Action) $($statement.EncryptOutput.Resource)" | Should -BeExactly "kms:GenerateDataKey $($training.OutputKmsKeyArn)"
            "$($statement.EncryptVolume.Action) $($statement.EncryptVolume.Resource)" | Should -BeExactly "kms:CreateGrant $($training.VolumeKmsKeyArn)"
            "$($statement.UseModelKey.Action) $($statement.UseModelKey.Resource)" | Should -BeExactly "kms:CreateGrant kms:RetireGrant kms:GenerateDataKey kms:Decrypt $($training.ModelKmsKeyArn)"
            $statement.CreateNetworkInterface.Resource | Should -Be @(
                'arn:aws:ec2:us-west-2:111122223333:network-interface/*', 'arn:aws:ec2:us-west-2:111122223333:subnet/subnet-0a'
                'arn:aws:ec2:us-west-2:111122223333:security-group/sg-0b'
            )
            Test-ComprehendPolicy $policy -Kind IdentityPolicy | Should -BeNullOrEmpty
        }

        It 'EndpointRole: the key of the model' {
            $statement = Get-Statement (New-ComprehendIdentityPolicy EndpointRole $version -ModelKmsKeyArn $key)
            $statement | Should -HaveCount 1
            $statement.Action | Should -Be 'kms:CreateGrant', 'kms:RetireGrant', 'kms:GenerateDataKey', 'kms:Decrypt'
            $statement.Resource | Should -BeExactly $key
        }

        It '<Purpose>: Comprehend, for the account, and for <Operator> <Source> alone' -ForEach @(
            @{ Purpose = 'TrainingRoleTrust'; Operator = 'ArnEquals'; Source = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2'; With = @{ ModelArn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2' } }
            @{ Purpose = 'TrainingRoleTrust'; Operator = 'ArnLike'; Source = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/t', 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/t/version/*'; With = @{ ModelArn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/t' } }
            @{ Purpose = 'EndpointRoleTrust'; Operator = 'ArnEquals'; Source = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/e'; With = @{ EndpointArn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/e' } }
            @{ Purpose = 'EndpointRoleTrust'; Operator = 'ArnLike'; Source = 'arn:aws:comprehend:us-west-2:111122223333:entity-recognizer-endpoint/*'; With = @{ ModelArn = 'arn:aws:comprehend:us-west-2:111122223333:entity-recognizer/names' } }
            @{ Purpose = 'TrainingRoleTrust'; Operator = $null; Source = $null; With = @{ AccountId = '111122223333' } }
            @{ Purpose = 'EndpointRoleTrust'; Operator = $null; Source = $null; With = @{ DataAccessRoleArn = 'arn:aws:iam::111122223333:role/r' } }
        ) {
            $policy = New-ComprehendIdentityPolicy $Purpose @With
            $statement = Get-Statement $policy
            "$($statement.Principal.Service) $($statement.Action)" | Should -BeExactly 'comprehend.amazonaws.com sts:AssumeRole'
            $statement.Condition.StringEquals.'aws:SourceAccount' | Should -BeExactly '111122223333'
            if ($Operator) {
                $statement.Condition.$Operator.'aws:SourceArn' | Should -Be $Source
            }
            else {
                $statement.Condition.PSObject.Properties.Name | Should -Be 'StringEquals'
            }
            Test-ComprehendPolicy $policy -Kind TrustPolicy | Should -BeNullOrEmpty
        }

        It 'knows the account from the role' {
            (Get-Statement (New-ComprehendIdentityPolicy ImportRoleTrust -DataAccessRoleArn $role)).Condition.StringEquals.'aws:SourceAccount' | Should -BeExactly $importer
        }

        It 'keeps the leading zeros of a bare account id' {
            (Get-Statement (New-ComprehendIdentityPolicy ImportRoleTrust -ImporterAccountId 012345678901)).Condition.StringEquals.'aws:SourceAccount' |
                Should -BeExactly '012345678901'
        }

        It 'calls nothing, in a sandbox or out of it' {
            $null = New-ComprehendIdentityPolicy ModelOwner $version
            (Get-ComprehendSandbox).Call | Should -BeNullOrEmpty
            Exit-ComprehendSandbox
            New-ComprehendIdentityPolicy ModelOwner $version | Should -Not -BeNullOrEmpty
        }
    }

    Context 'keys of another account' {
        It 'warns of each, and writes the policy' {
            $policy = New-ComprehendIdentityPolicy TrainingRole $version -InputS3Uri 's3://data' -VolumeKmsKeyArn $copyKey -ModelKmsKeyArn $key -WarningVariable told -WarningAction SilentlyContinue
            $policy | Should -BeOfType ComprehendSharing.Policies.PolicyDocument
            $told | Should -HaveCount 1
            "$told" | Should -BeLike "*$copyKey*444455556666*-KeyOwnerStatement*"
        }

        It 'does not warn of one''s own' {
            $null = New-ComprehendIdentityPolicy TrainingRole $version -InputS3Uri 's3://data' @training -WarningVariable told
            $told | Should -BeNullOrEmpty
            New-ComprehendIdentityPolicy TrainingRole $version -InputS3Uri 's3://data' @training -KeyOwnerStatement | Should -BeNullOrEmpty
        }

        It 'writes what the owner must add, for <Who>' -ForEach @(
            @{ Who = 'the role'; With = @{ DataAccessRoleArn = 'arn:aws:iam::111122223333:role/r' }; Principal = 'arn:aws:iam::111122223333:role/r' }
            @{ Who = 'the account'; With = @{}; Principal = 'arn:aws:iam::111122223333:root' }
        ) {
            $statement = New-ComprehendIdentityPolicy TrainingRole $version -InputS3Uri 's3://data' -VolumeKmsKeyArn $copyKey @With -KeyOwnerStatement
            $statement | Should -HaveCount 1
            $statement | Should -BeOfType ComprehendSharing.Policies.PolicyStatement
            $json = $statement.ToJson() | ConvertFrom-Json
            "$($json.Sid) $($json.Principal.AWS) $($json.Action)" | Should -BeExactly "ComprehendEncryptVolume $Principal kms:CreateGrant"
            $json.Condition.Bool.'kms:GrantIsForAWSResource' | Should -BeExactly 'true'
        }

        It 'writes it for the key of an endpoint''s model' {
            (New-ComprehendIdentityPolicy EndpointRole $version -ModelKmsKeyArn $copyKey -KeyOwnerStatement).Sid |
                Should -Be 'ComprehendUseModelKey', 'ComprehendUseModelKeyGrants'
        }
    }

    Context 'pipeline' {
        It 'binds by value' {
            ($version, $plainVersion | New-ComprehendIdentityPolicy ModelOwner) | Should -HaveCount 2
        }

        It 'binds a bundle as <_>, and makes what the bundle has' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $null = New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
            $bundle = Get-ComprehendShareBundle $version
            $form = (Get-Form $bundle)[$_]
            "$($form | New-ComprehendIdentityPolicy ModelImporter)" | Should -BeExactly "$($bundle.ImporterPolicy)"
            "$($form | New-ComprehendIdentityPolicy ImportRole)" | Should -BeExactly "$($bundle.ImportRolePolicy)"
            "$($form | New-ComprehendIdentityPolicy ImportRoleTrust)" | Should -BeExactly "$($bundle.ImportRoleTrustPolicy)"
        }

        It 'binds the property <_>' -ForEach 'ModelArn', 'ResourceArn', 'SourceModelArn', 'DocumentClassifierArn', 'EntityRecognizerArn' {
            $policy = [pscustomobject]@{ $_ = $version; Value = $plainVersion } | New-ComprehendIdentityPolicy ModelOwner
            $policy.ToJson() | Should -BeLike '*document-classifier/tickets/*'
        }

        It 'binds what Get-COMPDocumentClassifier writes' {
            (Get-Classifier | New-ComprehendIdentityPolicy ModelOwner).ToJson() | Should -BeLike '*document-classifier/tickets/*'
        }

        It 'stops when the next command has enough' {
            $version, $plainVersion | New-ComprehendIdentityPolicy ModelOwner | Select-Object -First 1 | Should -HaveCount 1
        }
    }

    Context 'refusals' {
        It '<Purpose> needs -<Parameter>' -ForEach @(
            @{ Purpose = 'ModelOwner'; Parameter = 'ModelArn'; With = @{} }
            @{ Purpose = 'ModelImporter'; Parameter = 'ModelArn'; With = @{ ImporterAccountId = '444455556666' } }
            @{ Purpose = 'ModelImporter'; Parameter = 'ImporterAccountId'; With = @{ ModelArn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2' } }
            @{ Purpose = 'ImportRole'; Parameter = 'KmsKeyArn'; With = @{ ImporterAccountId = '444455556666' } }
            @{ Purpose = 'ImportRoleTrust'; Parameter = 'ImporterAccountId'; With = @{ KmsKeyArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' } }
            @{ Purpose = 'TrainingRole'; Parameter = 'ModelArn'; With = @{ InputS3Uri = 's3://data' } }
            @{ Purpose = 'TrainingRole'; Parameter = 'InputS3Uri'; With = @{ ModelArn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2' } }
            @{ Purpose = 'TrainingRole'; Parameter = 'OutputS3Uri'; With = @{ ModelArn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/t'; InputS3Uri = 's3://data'; OutputKmsKeyArn = 'arn:aws:kms:us-west-2:111122223333:key/1' } }
            @{ Purpose = 'TrainingRole'; Parameter = 'SubnetId'; With = @{ ModelArn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/t'; InputS3Uri = 's3://data'; SecurityGroupId = 'sg-0b' } }
            @{ Purpose = 'TrainingRole'; Parameter = 'SecurityGroupId'; With = @{ ModelArn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/t'; InputS3Uri = 's3://data'; SubnetId = 'subnet-0a' } }
            @{ Purpose = 'TrainingRoleTrust'; Parameter = 'AccountId'; With = @{ InputS3Uri = 's3://data' } }
            @{ Purpose = 'EndpointRole'; Parameter = 'ModelArn'; With = @{ ModelKmsKeyArn = 'arn:aws:kms:us-west-2:111122223333:key/1' } }
            @{ Purpose = 'EndpointRole'; Parameter = 'ModelKmsKeyArn'; With = @{ ModelArn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/t' } }
            @{ Purpose = 'EndpointRoleTrust'; Parameter = 'AccountId'; With = @{} }
        ) {
            $result = Invoke-Captured { New-ComprehendIdentityPolicy -Purpose $Purpose @With }
            Assert-ItemError $result.Error ParameterMissing New-ComprehendIdentityPolicy InvalidArgument ($With.ModelArn ?? $Purpose)
            $result.Error.Exception.Message | Should -BeLike "*$Purpose*-$Parameter*"
            $result.Output | Should -BeNullOrEmpty
        }

        It 'refuses <Purpose> for what is of another account' -ForEach @(
            @{ Purpose = 'TrainingRoleTrust'; With = @{ AccountId = '444455556666' } }
            @{ Purpose = 'EndpointRoleTrust'; With = @{ DataAccessRoleArn = 'arn:aws:iam::444455556666:role/r' } }
            @{ Purpose = 'EndpointRole'; With = @{ DataAccessRoleArn = 'arn:aws:iam::444455556666:role/r'; KeyOwnerStatement = $true; ModelKmsKeyArn = 'arn:aws:kms:us-west-2:444455556666:key/1' } }
        ) {
            $result = Invoke-Captured { New-ComprehendIdentityPolicy $Purpose $version @With }
            Assert-ItemError $result.Error AccountMismatch New-ComprehendIdentityPolicy InvalidArgument $version
            $result.Error.Exception.Message | Should -BeLike '*111122223333*444455556666*'
        }

        It 'goes on with the next object' {
            $result = Invoke-Captured { [pscustomobject]@{ ImporterAccountId = $null }, [pscustomobject]@{ ImporterAccountId = $importer } | New-ComprehendIdentityPolicy ImportRoleTrust }
            $result.Error | Should -HaveCount 1
            $result.Output | Should -HaveCount 1
        }

        It 'refuses -<Name> <Value> where it is bound' -ForEach @(
            @{ Name = 'Purpose'; Value = 'Everything' }
            @{ Name = 'Purpose'; Value = 99 }
            @{ Name = 'ModelArn'; Value = 'arn:aws:s3:::bucket' }
            @{ Name = 'ImporterAccountId'; Value = 'x' }
            @{ Name = 'KmsKeyArn'; Value = 'alias/models' }
            @{ Name = 'DataAccessRoleArn'; Value = 'arn:aws:iam::444455556666:user/x' }
            @{ Name = 'InputS3Uri'; Value = 'bucket/prefix' }
            @{ Name = 'OutputS3Uri'; Value = 'https://bucket' }
            @{ Name = 'EndpointArn'; Value = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/x' }
            @{ Name = 'SubnetId'; Value = 'subnet/*' }
            @{ Name = 'SecurityGroupId'; Value = '' }
            @{ Name = 'AccountId'; Value = 'x' }
        ) {
            $with = @{ Purpose = 'ModelImporter'; ModelArn = $version; ImporterAccountId = $importer }
            $with[$Name] = $Value
            (Get-Thrown { New-ComprehendIdentityPolicy @with }).Exception | Should -BeOfType System.Management.Automation.ParameterBindingException
        }
    }
}
