BeforeDiscovery {
    # The settings that the guardrail of the second source document asks for; VPC stands for subnets and security groups.
    $setting = 'VolumeKmsKeyId', 'ModelKmsKeyId', 'OutputKmsKeyId', 'SecurityGroupId, SubnetId'
    $operation = @{ DocumentClassifier = 'CreateDocumentClassifier'; EntityRecognizer = 'CreateEntityRecognizer' }
    $kind = $operation.Keys | ForEach-Object { @{ Kind = $_; Operation = $operation[$_] } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1

    # What is yet to be made has its ARN from the region, and what a profile says of that only AWS.Tools knows.
    $savedRegion = $env:AWS_REGION
    if ($overAwsTools) {
        $env:AWS_REGION = 'us-west-2'
    }

    $modelArn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/testModel'
    $trainingRole = 'arn:aws:iam::111122223333:role/ComprehendTrainingRole'
    $classifier = @{
        ModelName = 'testModel'; DataAccessRoleArn = $trainingRole; LanguageCode = 'en'
        InputS3Uri = 's3://amzn-s3-demo-bucket/train.csv'; OutputS3Uri = 's3://amzn-s3-demo-bucket/output'
    }
    $recognizer = @{
        ModelName = 'testModel'; DataAccessRoleArn = $trainingRole; LanguageCode = 'en'; EntityType = 'PERSON', 'LOCATION'
        DocumentS3Uri = 's3://amzn-s3-demo-bucket/docs'; AnnotationS3Uri = 's3://amzn-s3-demo-bucket/marks.csv'
    }
    $common = @{
        VolumeKmsKeyId = $key; ModelKmsKeyId = $key
        SecurityGroupId = 'sg-11a111111a1example'; SubnetId = 'subnet-11aaa111111example'
    }
    $secure = $common + @{ OutputKmsKeyId = $key }
    $of = @{ DocumentClassifier = $classifier + $secure; EntityRecognizer = $recognizer + $common }

    $full = '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'
    $guardrail = New-ComprehendGuardrailPolicy -RequireKey Volume, Model, Output -RequireVpc

    function Get-Without([string] $Name) {
        $request = $classifier + $secure
        $Name -split ', ' | ForEach-Object { $request.Remove($_) }
        $request
    }
}

Describe 'New-ComprehendModel' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
        $env:AWS_REGION = $savedRegion
    }

    Context 'plain' {
        It 'asks for the training of a <Kind> and gives the model' -ForEach $kind {
            $request = $of[$Kind]
            $model = New-ComprehendModel @request
            $model | Should -BeOfType ComprehendSharing.Sharing.ComprehendModel
            # The clock of AWS does not stand still between two calls, as that of the sandbox does.
            $status = $overAwsTools ? 'TRAINED' : 'SUBMITTED'
            "$($model.Kind) $($model.Name) $($model.Status) $($model.LanguageCode)" | Should -BeExactly "$Kind testModel $status en"
            "$($model.VolumeKmsKeyId) $($model.ModelKmsKeyId) $($model.DataAccessRoleArn)" | Should -BeExactly "$key $key $trainingRole"
            "$($model.VpcConfig)" | Should -BeExactly 'sg-11a111111a1example; subnet-11aaa111111example'
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'GetCallerIdentity', $Operation, "Describe$Kind"
        }

        It 'waits with -Wait, on the clock of the sandbox' {
            $model = New-ComprehendModel @classifier -Wait
            "$($model.ModelArn) $($model.Status)" | Should -BeExactly "$modelArn TRAINED"
            $model.EndTime | Should -BeGreaterThan $model.SubmitTime
        }

        It 'takes name and role by position, and a version' {
            $model = New-ComprehendModel testModel $trainingRole -VersionName v1 -LanguageCode es -InputS3Uri s3://amzn-s3-demo-bucket/train.csv -Mode MULTI_LABEL
            "$($model.ModelArn) $($model.LanguageCode)" | Should -BeExactly "$modelArn/version/v1 es"
        }

        It 'takes the parameters under the names of AWS.Tools' {
            $model = New-ComprehendModel -DocumentClassifierName testModel -DataAccessRoleArn $trainingRole -LanguageCode en -InputDataConfig_S3Uri s3://amzn-s3-demo-bucket/train.csv `
                -OutputDataConfig_S3Uri s3://amzn-s3-demo-bucket/output -OutputDataConfig_KmsKeyId $key -VpcConfig_SecurityGroupId sg-1 -VpcConfig_Subnet subnet-1
            "$($model.VpcConfig)" | Should -BeExactly 'sg-1; subnet-1'
        }

        It 'trains with an augmented manifest' {
            $manifest = @{ InputS3Uri = 's3://amzn-s3-demo-bucket/m.jsonl'; DataFormat = 'AUGMENTED_MANIFEST'; AttributeName = 'labels' }
            (New-ComprehendModel names $trainingRole -LanguageCode en -EntityType PERSON @manifest -Wait).Status | Should -BeExactly 'TRAINED'
        }

        It 'makes a model that is born shared, from <_>' -ForEach 'ModelPolicy', 'document', 'text' {
            $policy = New-ComprehendModelPolicy -Principal $importer
            $given = switch ($_) { ModelPolicy { $policy } document { $policy.Document } text { $policy.ResourcePolicy } }
            $model = New-ComprehendModel @classifier -ModelPolicy $given -Wait
            $found = $model | Get-ComprehendModelPolicy
            "$($found.Status) $($found.Principal)" | Should -BeExactly "Set $importer"
            (Import-ComprehendSharedModel $model.ModelArn -ProfileName partner -Wait).Status | Should -BeExactly 'TRAINED'
            Get-CallCount PutResourcePolicy | Should -Be 0
        }

        It 'makes one model of a request that is repeated with its token' {
            $first = New-ComprehendModel @classifier -ClientRequestToken once -Tag @{ team = 'search' }
            $second = New-ComprehendModel @classifier -ClientRequestToken once -Tag @{ team = 'search' }
            "$($second.ModelArn)" | Should -BeExactly "$($first.ModelArn)"
            @((Get-ComprehendSandbox).Model | Where-Object Name -EQ testModel) | Should -HaveCount 1

            $result = Invoke-Captured { New-ComprehendModel @classifier }
            Assert-ItemError $result.Error AwsConflict New-ComprehendModel ResourceBusy testModel
        }

        It 'binds nothing from the pipeline' {
            $result = Invoke-Captured { [pscustomobject]@{ ModelName = 'evil'; ModelKmsKeyId = $key } | New-ComprehendModel @classifier }
            $result.Error.FullyQualifiedErrorId | Should -BeLike 'InputObjectNotBound,*'
            Get-Write | Should -BeNullOrEmpty
        }

        It 'shows progress, and ends it' -Tag SandboxOnly {
            $shell = [powershell]::Create()
            try {
                $null = $shell.AddScript({
                        param($Manifest, $Request)
                        Import-Module $Manifest
                        Enter-ComprehendSandbox
                        New-ComprehendModel @Request -Wait
                    }).AddArgument("$PSScriptRoot/../ComprehendSharing.psd1").AddArgument($classifier)
                ($shell.Invoke()).Status | Should -BeExactly 'TRAINED'
                $progress = $shell.Streams.Progress | Where-Object Activity -EQ 'Training a Comprehend model'
                $progress[0].CurrentOperation | Should -BeExactly 'SUBMITTED after 0 s'
                ($progress | Where-Object RecordType -EQ Completed) | Should -HaveCount 1
            }
            finally {
                $shell.Dispose()
            }
        }
    }

    Context 'dry runs' {
        It 'creates nothing with -WhatIf, and writes nothing without -PassThru' {
            New-ComprehendModel @classifier -WhatIf | Should -BeNullOrEmpty
            Get-Write | Should -BeNullOrEmpty
        }

        It 'writes a planned <Kind> with -WhatIf -PassThru, with the request that policies are asked about' -ForEach $kind {
            $request = $of[$Kind]
            $plan = New-ComprehendModel @request -Tag @{ team = 'search' } -WhatIf -PassThru
            "$($plan.Status) $($plan.ModelArn.Kind)" | Should -BeExactly "Planned $Kind"
            $plan | Should -BeOfType ComprehendSharing.Sharing.ComprehendModel
            $plan.Caller.Value | Should -BeExactly 'arn:aws:iam::111122223333:user/model-owner'
            $plan.Action | Should -BeExactly "comprehend:$Operation"
            $plan.Resource | Should -BeExactly "$($plan.ModelArn)"
            $expected = 'aws:RequestTag/team', 'aws:TagKeys', 'comprehend:ModelKmsKey', 'comprehend:VolumeKmsKey', 'comprehend:VpcSecurityGroupIds', 'comprehend:VpcSubnets'
            $expected += $Kind -eq 'DocumentClassifier' ? 'comprehend:OutputKmsKey' : @()
            $plan.Context.Values.Keys | Sort-Object | Should -Be ($expected | Sort-Object)
            Get-Write | Should -BeNullOrEmpty
        }

        It 'authorises nobody through a plan: who trains is no Principal' {
            $plan = New-ComprehendModel @classifier -WhatIf -PassThru
            $plan.PSObject.Properties.Name | Should -Not -Contain 'Principal'
            (Get-Thrown { $plan | New-ComprehendModelPolicy -ErrorAction Stop }).FullyQualifiedErrorId | Should -BeLike 'InputObjectMissingMandatory*'
        }

        It 'keeps what follows dry' {
            New-ComprehendModel @classifier -WhatIf -PassThru | Wait-ComprehendModel | Should -BeNullOrEmpty
            $policy = New-ComprehendModel @classifier -WhatIf -PassThru | New-ComprehendEndpoint -EndpointName x -PassThru
            $policy.Status | Should -BeExactly 'Planned'
            Get-Write | Should -BeNullOrEmpty
        }
    }

    Context 'a guardrail, asked beforehand' {
        BeforeAll {
            $mine = '{"Statement":{"Effect":"Allow","Action":"comprehend:*","Resource":"*"}}'
            $ask = @{ IdentityPolicy = $mine; ServiceControlPolicy = $full, $guardrail }
        }

        It 'lets the complete request for a <Kind> pass' -ForEach $kind {
            $request = $of[$Kind]
            $decision = New-ComprehendModel @request -WhatIf -PassThru | Test-ComprehendAccess @ask
            $decision.Decision | Should -Be 'Allowed'
            $decision.Request.Action | Should -BeExactly "comprehend:$Operation"
        }

        It 'does not let it pass without <_>, and says which statement denies it' -ForEach $setting {
            $request = Get-Without $_
            $decision = New-ComprehendModel @request -WhatIf -PassThru | Test-ComprehendAccess @ask
            $decision.Decision | Should -Be 'ExplicitlyDenied'
            $decision.Reason | Should -BeLike '*with an explicit deny in a service control policy'
            $sid = ($_ -split ', ' -replace 'KmsKeyId$', 'KmsKey' -replace '^SecurityGroupId$', 'VpcSecurityGroupIds' -replace '^SubnetId$', 'VpcSubnets') | ForEach-Object { "Require$_" }
            ($decision.Explanation | Where-Object { $_.Effect -eq 'Deny' -and $_.Outcome -eq 'Matches' }).Sid | Should -Be $sid
        }

        It 'answers the same for a plan as <_>' -ForEach 'object', 'deserialized', 'JSON' {
            $request = $classifier + $secure
            $plan = (Get-Form (New-ComprehendModel @request -WhatIf -PassThru))[$_]
            $plan | Test-ComprehendAccess @ask -Quiet | Should -BeTrue
            $request = Get-Without ModelKmsKeyId
            (Get-Form (New-ComprehendModel @request -WhatIf -PassThru))[$_] | Test-ComprehendAccess @ask -Quiet | Should -BeFalse
        }

        It 'answers as the sandbox then does, without <_>' -ForEach $setting {
            Reset-EditedSandbox { param($s) $s.accounts[0].controlPolicies = @($full, $guardrail.ToJson()) }
            $request = $classifier + $secure
            (New-ComprehendModel @request -Wait).Status | Should -BeExactly 'TRAINED'
            $request = Get-Without $_
            $request.ModelName = 'another'
            $expected = (New-ComprehendModel @request -WhatIf -PassThru | Test-ComprehendAccess @ask).Reason
            $result = Invoke-Captured { New-ComprehendModel @request }
            Assert-ItemError $result.Error AwsAccessDenied New-ComprehendModel PermissionDenied another
            $result.Error.Exception.AwsMessage | Should -BeExactly $expected
        }
    }

    Context 'the users of the second source document' {
        BeforeEach {
            Reset-EditedSandbox {
                param($s)
                $null5 = @{}
                'VolumeKmsKey', 'OutputKmsKey', 'ModelKmsKey', 'VpcSecurityGroupIds', 'VpcSubnets' | ForEach-Object { $null5["comprehend:$_"] = 'false' }
                $s.accounts[0].principals[0].policies = @(
                    @{ Statement = @(@{ Action = @('comprehend:CreateDocumentClassifier'); Effect = 'Allow'; Resource = '*'; Condition = @{ Null = $null5 } }) }
                    @{ Statement = @(@{ Action = @('iam:PassRole', 'comprehend:Describe*'); Effect = 'Allow'; Resource = '*' }) }
                )
            }
        }

        It 'User 1 gives network and keys, and trains a model' {
            (New-ComprehendModel @classifier @secure -Wait).Status | Should -BeExactly 'TRAINED'
        }

        It 'User 2 gives none, and is denied at once' {
            $result = Invoke-Captured { New-ComprehendModel @classifier }
            Assert-ItemError $result.Error AwsAccessDenied New-ComprehendModel PermissionDenied testModel
            $result.Error.Exception.ErrorCode | Should -BeExactly 'AccessDeniedException'
            $result.Error.Exception.AwsMessage | Should -BeExactly ("User: arn:aws:iam::111122223333:user/model-owner is not authorized to perform: comprehend:CreateDocumentClassifier " +
                "on resource: $modelArn because no identity-based policy allows the comprehend:CreateDocumentClassifier action")
            (Get-ComprehendSandbox).Model | Where-Object Name -EQ testModel | Should -BeNullOrEmpty
        }
    }

    Context 'errors' {
        It 'tells of <Id> before the call: <With.Keys>' -ForEach @(
            @{ Id = 'InvalidModelName'; With = @{ VersionName = 'v_1' } }
            @{ Id = 'InvalidRequestToken'; With = @{ ClientRequestToken = 'a b' } }
            @{ Id = 'InvalidTrainingData'; With = @{ OutputS3Uri = $null; OutputKmsKeyId = 'x' } }
            @{ Id = 'InvalidTrainingData'; With = @{ DataFormat = 'AUGMENTED_MANIFEST' } }
            @{ Id = 'InvalidVpcConfig'; With = @{ SubnetId = 'subnet-1' } }
            @{ Id = 'KeyAliasNotSupported'; With = @{ ModelKmsKeyId = 'alias/x' } }
            @{ Id = 'KeyAliasNotSupported'; With = @{ VolumeKmsKeyId = 'arn:aws:kms:us-west-2:111122223333:alias/ExampleAlias' } }
            @{ Id = 'RoleInAnotherAccount'; With = @{ DataAccessRoleArn = 'arn:aws:iam::444455556666:role/ComprehendImportRole' } }
        ) {
            $request = $classifier.Clone()
            $With.Keys | ForEach-Object { $request[$_] = $With[$_] }
            $result = Invoke-Captured { New-ComprehendModel @request }
            Assert-ItemError $result.Error $Id New-ComprehendModel InvalidArgument testModel
            Get-Write | Should -BeNullOrEmpty
        }

        It 'tells of InvalidModelPolicy before the call' {
            $policy = '{"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*","Condition":{"StringSometimes":{"aws:SourceVpc":"x"}}}}'
            $result = Invoke-Captured { New-ComprehendModel @classifier -ModelPolicy $policy }
            Assert-ItemError $result.Error InvalidModelPolicy New-ComprehendModel InvalidData testModel
            Get-Write | Should -BeNullOrEmpty
        }

        It 'does not bind a place that is not in S3' {
            $request = $classifier.Clone()
            $request.InputS3Uri = 'https://amzn-s3-demo-bucket/train.csv'
            (Get-Cause (Get-Thrown { New-ComprehendModel @request })).ErrorId | Should -BeExactly 'InvalidS3Uri'
        }

        It 'tells late what the role may not do, as ModelNotTrained' {
            $request = $classifier.Clone()
            $request.OutputS3Uri = 's3://another-bucket/output'
            $result = Invoke-Captured { New-ComprehendModel @request -Wait }
            Assert-ItemError $result.Error ModelNotTrained New-ComprehendModel InvalidOperation testModel
            $result.Error.Exception.Message | Should -BeLike '*IN_ERROR. NO_WRITE_ACCESS_TO_OUTPUT: *s3:PutObject*'
            (New-ComprehendModel @request -VersionName v2).Status | Should -BeExactly ($overAwsTools ? 'IN_ERROR' : 'SUBMITTED')
        }

        It 'waits no longer than -TimeoutSec' -Tag SandboxOnly {
            $result = Invoke-Captured { New-ComprehendModel @classifier -Wait -TimeoutSec 5 }
            Assert-ItemError $result.Error WaitTimedOut New-ComprehendModel OperationTimeout testModel
        }

        It 'a language that cannot be trained is an error of AWS' {
            $request = $classifier.Clone()
            $request.LanguageCode = 'ja'
            $result = Invoke-Captured { New-ComprehendModel @request }
            Assert-ItemError $result.Error AwsInvalidRequest New-ComprehendModel InvalidArgument testModel
        }
    }
}
