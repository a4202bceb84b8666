BeforeAll {
    . $PSScriptRoot/Common.ps1

    # What is yet to be made has its ARN from the region, and what a profile says of that only AWS.Tools knows.
    $savedRegion = $env:AWS_REGION
    if ($overAwsTools) {
        $env:AWS_REGION = 'us-west-2'
    }

    $trainingRole = 'arn:aws:iam::111122223333:role/ComprehendTrainingRole'
    $endpointArn = 'arn:aws:comprehend:us-west-2:111122223333:entity-recognizer-endpoint/products'
}

Describe 'New-ComprehendEndpoint' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
        $env:AWS_REGION = $savedRegion
    }

    Context 'plain' {
        It 'asks for the endpoint and gives it' {
            $endpoint = New-ComprehendEndpoint $plainVersion products
            $endpoint | Should -BeOfType ComprehendSharing.Sharing.ComprehendEndpoint
            # The clock of AWS does not stand still between two calls, as that of the sandbox does.
            $status = $overAwsTools ? 'IN_SERVICE' : 'CREATING'
            "$($endpoint.EndpointArn) $($endpoint.EndpointName) $($endpoint.ModelArn) $($endpoint.Status)" | Should -BeExactly "$endpointArn products $plainVersion $status"
            $endpoint.DesiredInferenceUnits | Should -Be 1
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'DescribeEntityRecognizer', 'CreateEndpoint', 'DescribeEndpoint'
        }

        It 'waits with -Wait, on the clock of the sandbox' {
            $endpoint = $version | New-ComprehendEndpoint -EndpointName tickets -DesiredInferenceUnit 3 -DataAccessRoleArn $trainingRole -Tag @{ team = 'search' } -Wait
            "$($endpoint.Status) $($endpoint.CurrentInferenceUnits) $($endpoint.DataAccessRoleArn)" | Should -BeExactly "IN_SERVICE 3 $trainingRole"
            $endpoint.LastModifiedTime | Should -BeGreaterThan $endpoint.CreationTime
        }

        It 'serves a model that was just trained' {
            $endpoint = New-ComprehendModel mails $trainingRole -LanguageCode en -InputS3Uri s3://amzn-s3-demo-bucket/train.csv -ModelKmsKeyId $key -Wait |
                New-ComprehendEndpoint -EndpointName mails -DataAccessRoleArn $trainingRole -Wait
            $endpoint.Status | Should -BeExactly 'IN_SERVICE'
        }

        It 'makes one endpoint of a request that is repeated with its token' {
            $null = New-ComprehendEndpoint $plainVersion products -ClientRequestToken once
            (New-ComprehendEndpoint $plainVersion products -ClientRequestToken once).EndpointArn | Should -BeExactly $endpointArn
            $result = Invoke-Captured { New-ComprehendEndpoint $plainVersion products }
            Assert-ItemError $result.Error AwsConflict New-ComprehendEndpoint ResourceBusy $plainVersion
        }

        It 'takes no role and no name from an object' {
            $hostile = [pscustomobject]@{ ModelArn = $version; DataAccessRoleArn = $trainingRole; EndpointName = 'evil'; Region = 'eu-west-1' }
            $result = Invoke-Captured { $hostile | New-ComprehendEndpoint -EndpointName good }
            Assert-ItemError $result.Error EndpointRoleRequired New-ComprehendEndpoint InvalidArgument $version
        }
    }

    Context 'dry runs' {
        It 'creates nothing with -WhatIf, and writes the planned endpoint with -PassThru' {
            New-ComprehendEndpoint $plainVersion products -WhatIf | Should -BeNullOrEmpty
            $endpoint = New-ComprehendEndpoint $plainVersion products -WhatIf -PassThru
            "$($endpoint.EndpointArn) $($endpoint.Status)" | Should -BeExactly "$endpointArn Planned"
            Get-Write | Should -BeNullOrEmpty
        }

        It 'plans for a planned model, without asking AWS for it' {
            $plan = New-ComprehendModel mails $trainingRole -LanguageCode en -InputS3Uri s3://amzn-s3-demo-bucket/train.csv -WhatIf -PassThru
            ($plan | New-ComprehendEndpoint -EndpointName mails -PassThru).Status | Should -BeExactly 'Planned'
            $plan | New-ComprehendEndpoint -EndpointName mails | Should -BeNullOrEmpty
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'GetCallerIdentity'
        }
    }

    Context 'errors' {
        It 'tells of <Id> before the call' -ForEach @(
            @{ Id = 'InvalidEndpointName'; With = @{ EndpointName = 'a_b' } }
            @{ Id = 'InvalidEndpointName'; With = @{ EndpointName = 'e' * 41 } }
            @{ Id = 'InvalidRequestToken'; With = @{ ClientRequestToken = 'a b' } }
            @{ Id = 'RegionMismatch'; With = @{ Region = 'us-east-1' } }
            @{ Id = 'RoleInAnotherAccount'; With = @{ DataAccessRoleArn = 'arn:aws:iam::444455556666:role/ComprehendImportRole' } }
        ) {
            $request = @{ ModelArn = $plainVersion; EndpointName = 'products' }
            $With.Keys | ForEach-Object { $request[$_] = $With[$_] }
            $result = Invoke-Captured { New-ComprehendEndpoint @request }
            Assert-ItemError $result.Error $Id New-ComprehendEndpoint InvalidArgument $plainVersion
            Get-Write | Should -BeNullOrEmpty
        }

        It 'tells late what the role may not do, as EndpointFailed' {
            Reset-EditedSandbox { param($s) $s.accounts[0].principals[1].policies[0].Statement[2].Action = @('kms:Decrypt') }
            $result = Invoke-Captured { New-ComprehendEndpoint $version tickets -DataAccessRoleArn $trainingRole -Wait }
            Assert-ItemError $result.Error EndpointFailed New-ComprehendEndpoint InvalidOperation $version
            $result.Error.Exception.Message | Should -BeLike '*FAILED. KMS_KEY_ACCESS_DENIED: *kms:CreateGrant*'
        }

        It 'waits no longer than -TimeoutSec' -Tag SandboxOnly {
            $result = Invoke-Captured { New-ComprehendEndpoint $plainVersion products -Wait -TimeoutSec 5 }
            Assert-ItemError $result.Error WaitTimedOut New-ComprehendEndpoint OperationTimeout $plainVersion
        }
    }
}
