# The cmdlets over AWS.Tools, with imitations of its modules that note how they are called.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/AwsToolsFakes.ps1
    Exit-ComprehendSandbox -ErrorAction Ignore
    Remove-FakeModule
    $oldPath = $env:PSModulePath
    New-FakeModuleSet "$TestDrive/modules"
    $env:PSModulePath = "$TestDrive/modules$([System.IO.Path]::PathSeparator)$oldPath"
    $secret = @{ AccessKey = 'AKIASECRETACCESSKEY'; SecretKey = 'SECRETSECRETKEY'; SessionToken = 'SECRETTOKEN' }
    $policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}]}'
    $keyPolicy = '{"Version":"2012-10-17","Statement":[{"Sid":"Root","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}]}'

    function New-Constant([string] $Value) {
        [AwsToolsFakes.Constant]::new($Value)
    }

    function New-Described([string] $Arn = $version) {
        [pscustomobject]@{ DocumentClassifierArn = $Arn; Status = New-Constant TRAINED; LanguageCode = New-Constant en; ModelKmsKeyId = $key; VpcConfig = $null; EndTime = $null; SubmitTime = [datetime]'2024-05-06T07:08:09Z' }
    }

    function Get-AwsCall([string] $Name = '*') {
        @([AwsToolsFakes.Journal]::Call | Where-Object Name -Like $Name)
    }

    # What a fresh PowerShell without a profile says to a script, with only the modules of one folder.
    function Invoke-Apart([string] $ModuleRoot, [string] $Script) {
        $manifest = (Resolve-Path $PSScriptRoot/../ComprehendSharing.psd1).Path
        $text = "`$env:PSModulePath = '$ModuleRoot'; Import-Module Microsoft.PowerShell.Utility, Microsoft.PowerShell.Management -ErrorAction Ignore; Import-Module '$manifest'; . '$PSScriptRoot/AwsToolsFakes.ps1'; `$version = '$version'; $Script"
        pwsh -NoProfile -NonInteractive -Command $text
    }
}

AfterAll {
    Remove-FakeModule
    $env:PSModulePath = $oldPath
}

Describe 'Over AWS.Tools' {
    BeforeEach {
        [AwsToolsFakes.Journal]::Warning = $null
        [AwsToolsFakes.Journal]::Call.Clear()
        [AwsToolsFakes.Journal]::Answer = @{
            'Get-COMPDocumentClassifier' = New-Described
            'Get-COMPResourcePolicy'     = [pscustomobject]@{ ResourcePolicy = $null; PolicyRevisionId = $null; CreationTime = $null; LastModifiedTime = $null }
            'Write-COMPResourcePolicy'   = 'baa675d069d07afaa2aa3106ae280f61'
            'Get-KMSKey'                 = [pscustomobject]@{ Arn = $key; KeyId = 'x'; KeyState = New-Constant Enabled; KeyManager = New-Constant CUSTOMER }
            'Get-STSCallerIdentity'      = [pscustomobject]@{ Account = $importer; Arn = "arn:aws:iam::${importer}:user/jane" }
        }
    }

    Context 'parameters' {
        It 'passes all of ours on, untouched' {
            $credential = [pscustomobject]@{ Of = 'any type' }
            $null = Get-ComprehendModel $version @secret -ProfileName p -ProfileLocation /l -Credential $credential -Region eu-west-1 -EndpointUrl http://localhost
            $call = Get-AwsCall
            $call | Should -HaveCount 1
            $call.Parameter.Keys | Sort-Object | Should -Be 'AccessKey', 'Credential', 'DocumentClassifierArn', 'EndpointUrl', 'ProfileLocation', 'ProfileName', 'Region', 'SecretKey', 'SessionToken'
            $call.Parameter.Credential.Of | Should -BeExactly 'any type'
            $call.Parameter.Region | Should -BeExactly 'eu-west-1'
            $call.Parameter.SecretKey | Should -BeExactly $secret.SecretKey
        }

        It 'passes none that was not given, but the region of the item' {
            $null = Get-ComprehendModel $version
            (Get-AwsCall).Parameter.Keys | Sort-Object | Should -Be 'DocumentClassifierArn', 'Region'
            (Get-AwsCall).Parameter.Region | Should -BeExactly 'us-west-2'
        }

        It 'passes no region where neither we nor the item has one, and AWS.Tools finds it' {
            [AwsToolsFakes.Journal]::Answer['Get-COMPDocumentClassifierList'] = [pscustomobject]@{ DocumentClassifierPropertiesList = $null; NextToken = $null }
            $told = Get-ComprehendModel -Kind DocumentClassifier -Verbose 4>&1
            (Get-AwsCall).Parameter.Keys | Should -Not -Contain 'Region'
            "$told" | Should -BeLike '*ListDocumentClassifiers*AWS*ms)'
            $StoredAWSRegion = 'ap-south-1'
            "$(Get-ComprehendModel -Kind DocumentClassifier -Verbose 4>&1)" | Should -BeLike "*($StoredAWSRegion, AWS, *"
        }

        It 'writes with -Force once we have agreed' {
            $null = Set-ComprehendModelPolicy $version $policy
            $call = Get-AwsCall Write-COMPResourcePolicy
            $call.Parameter.Force | Should -BeTrue
            $call.Parameter.ResourceArn | Should -BeExactly $version
            $call.Parameter.ResourcePolicy | Should -BeExactly $policy
            $call.Parameter.Keys | Should -Not -Contain 'PolicyRevisionId'
        }

        It 'sends the revision that it has read' {
            [AwsToolsFakes.Journal]::Answer['Get-COMPResourcePolicy'] = [pscustomobject]@{ ResourcePolicy = $policy; PolicyRevisionId = 'aa11' }
            Remove-ComprehendModelPolicy $version -Confirm:$false
            (Get-AwsCall Remove-COMPResourcePolicy).Parameter.PolicyRevisionId | Should -BeExactly 'aa11'
            (Get-AwsCall Remove-COMPResourcePolicy).Parameter.Force | Should -BeTrue
        }

        It 'edits the key policy' {
            $script:stored = $keyPolicy
            [AwsToolsFakes.Journal]::Answer['Get-KMSKeyPolicy'] = { $script:stored }
            [AwsToolsFakes.Journal]::Answer['Write-KMSKeyPolicy'] = { param($bound) $script:stored = $bound.Policy }
            $access = Grant-ComprehendKmsAccess $version $importer -PassThru
            $access.Status | Should -Be 'Granted'
            $call = Get-AwsCall Write-KMSKeyPolicy
            $call.Parameter.KeyId, $call.Parameter.PolicyName, [bool]$call.Parameter.Force | Should -Be $key, 'default', $true
            ($stored | ConvertFrom-Json).Statement | Should -HaveCount 3
        }

        It 'imports with tags, and says who we are where it can' {
            $copy = $version -replace '111122223333', $importer
            [AwsToolsFakes.Journal]::Answer['Get-COMPDocumentClassifierList'] = [pscustomobject]@{ DocumentClassifierPropertiesList = $null }
            [AwsToolsFakes.Journal]::Answer['Import-COMPModel'] = $copy
            [AwsToolsFakes.Journal]::Answer['Get-COMPDocumentClassifier'] = New-Described $copy
            $model = Import-ComprehendSharedModel $version $role -Tag @{ team = 'ml' }
            "$($model.ModelArn)" | Should -BeExactly $copy
            $call = Get-AwsCall Import-COMPModel
            $call.Parameter.Tag[0].Key, $call.Parameter.Tag[0].Value | Should -Be 'team', 'ml'
            $call.Parameter.DataAccessRoleArn | Should -BeExactly $role
            Get-AwsCall Get-STSCallerIdentity | Should -HaveCount 1
        }

        It 'trains a classifier with all that was given, and repeats it with the same token' {
            $copy = 'arn:aws:comprehend:us-west-2:444455556666:document-classifier/mails/version/v1'
            $script:made = $copy
            $script:tries = 0
            [AwsToolsFakes.Journal]::Answer['New-COMPDocumentClassifier'] = { if ($script:tries++) { $script:made } else { New-AwsFailure 'An internal server error occurred.' InternalServerException InternalServerError } }
            [AwsToolsFakes.Journal]::Answer['Get-COMPDocumentClassifier'] = New-Described $copy
            $network = @{ SecurityGroupId = 'sg-1'; SubnetId = 'subnet-1', 'subnet-2' }
            $keys = @{ VolumeKmsKeyId = 'v'; ModelKmsKeyId = 'm'; OutputKmsKeyId = 'o' }
            $model = New-ComprehendModel mails $role -VersionName v1 -LanguageCode en -InputS3Uri s3://bucket/in -OutputS3Uri s3://bucket/out -Mode MULTI_LABEL @network @keys `
                -ModelPolicy $policy -Tag @{ team = 'ml' } -Region us-west-2
            "$($model.ModelArn)" | Should -BeExactly $copy
            $call = Get-AwsCall New-COMPDocumentClassifier
            $call | Should -HaveCount 2
            $call[1].Parameter.ClientRequestToken | Should -BeExactly $call[0].Parameter.ClientRequestToken
            [guid]::Parse($call[0].Parameter.ClientRequestToken) | Should -Not -BeNullOrEmpty
            $given = $call[0].Parameter
            $given.DocumentClassifierName, $given.VersionName, $given.DataAccessRoleArn, $given.LanguageCode, $given.Mode | Should -Be 'mails', 'v1', $role, 'en', 'MULTI_LABEL'
            $given.InputDataConfig_S3Uri, $given.OutputDataConfig_S3Uri, $given.OutputDataConfig_KmsKeyId, $given.VolumeKmsKeyId, $given.ModelKmsKeyId | Should -Be 's3://bucket/in', 's3://bucket/out', 'o', 'v', 'm'
            $given.VpcConfig_SecurityGroupId, $given.VpcConfig_Subnet | ForEach-Object { $_ } | Should -Be 'sg-1', 'subnet-1', 'subnet-2'
            $given.ModelPolicy, $given.Tag[0].Key | Should -Be $policy, 'team'
        }

        It 'trains a recognizer, and passes none that was not given' {
            $copy = 'arn:aws:comprehend:us-west-2:444455556666:entity-recognizer/names'
            [AwsToolsFakes.Journal]::Answer['New-COMPEntityRecognizer'] = $copy
            [AwsToolsFakes.Journal]::Answer['Get-COMPEntityRecognizer'] = [pscustomobject]@{ EntityRecognizerArn = $copy; Status = New-Constant SUBMITTED }
            $null = New-ComprehendModel names $role -LanguageCode en -EntityType PERSON, LOCATION -DocumentS3Uri s3://bucket/docs -EntityListS3Uri s3://bucket/list -Region us-west-2
            $given = (Get-AwsCall New-COMPEntityRecognizer).Parameter
            $given.Keys | Sort-Object | Should -Be 'ClientRequestToken', 'DataAccessRoleArn', 'Documents_S3Uri', 'EntityList_S3Uri', 'Force', 'InputDataConfig_EntityType', 'LanguageCode', 'RecognizerName', 'Region'
            $given.InputDataConfig_EntityType.Type | Should -Be 'PERSON', 'LOCATION'

            $null = New-ComprehendModel names $role -LanguageCode en -EntityType PERSON -InputS3Uri s3://bucket/m.jsonl -DataFormat AUGMENTED_MANIFEST -AttributeName labels -Region us-west-2
            $given = (Get-AwsCall New-COMPEntityRecognizer)[-1].Parameter
            $given.InputDataConfig_DataFormat, $given.InputDataConfig_AugmentedManifest[0].S3Uri, $given.InputDataConfig_AugmentedManifest[0].AttributeNames[0] | Should -Be 'AUGMENTED_MANIFEST', 's3://bucket/m.jsonl', 'labels'
        }

        It 'makes an endpoint, and reads what AWS says of it' {
            $arn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier-endpoint/tickets'
            [AwsToolsFakes.Journal]::Answer['New-COMPEndpoint'] = $arn
            [AwsToolsFakes.Journal]::Answer['Get-COMPEndpoint'] = [pscustomobject]@{
                EndpointArn = $arn; ModelArn = $version; Status = New-Constant CREATING; DesiredInferenceUnits = 2; CurrentInferenceUnits = $null; CreationTime = [datetime]'2024-05-06T07:08:09Z'
            }
            $endpoint = New-ComprehendEndpoint $version tickets -DesiredInferenceUnit 2 -DataAccessRoleArn ($role -replace $importer, '111122223333')
            "$($endpoint.EndpointArn) $($endpoint.Status) $($endpoint.DesiredInferenceUnits)" | Should -BeExactly "$arn CREATING 2"
            $endpoint.CurrentInferenceUnits | Should -BeNullOrEmpty
            $given = (Get-AwsCall New-COMPEndpoint).Parameter
            $given.EndpointName, $given.ModelArn, $given.DesiredInferenceUnit | Should -Be 'tickets', $version, 2
            (Get-AwsCall Get-COMPEndpoint).Parameter.EndpointArn | Should -BeExactly $arn
        }

        It 'plans a training as who STS says' {
            $plan = New-ComprehendModel mails $role -LanguageCode en -InputS3Uri s3://bucket/in -Region us-west-2 -WhatIf -PassThru
            "$($plan.ModelArn) $($plan.Caller.Value)" | Should -BeExactly "arn:aws:comprehend:us-west-2:444455556666:document-classifier/mails arn:aws:iam::${importer}:user/jane"
            Get-AwsCall New-* | Should -BeNullOrEmpty
        }

        It 'trains in no region that is set to nothing' {
            $saved = $env:AWS_REGION
            try {
                [Environment]::SetEnvironmentVariable('AWS_REGION', '')
                $thrown = Get-Thrown { New-ComprehendModel mails $role -LanguageCode en -InputS3Uri s3://bucket/in }
                $thrown.FullyQualifiedErrorId | Should -BeLike 'AwsRegionMissing,*'
                $StoredAWSRegion = ''
                $env:AWS_REGION = 'eu-west-1'
                $plan = New-ComprehendModel mails $role -LanguageCode en -InputS3Uri s3://bucket/in -WhatIf -PassThru
                "$($plan.ModelArn)" | Should -BeLike 'arn:aws:comprehend:eu-west-1:*'
            }
            finally {
                $env:AWS_REGION = $saved
            }
        }
    }

    Context 'answers' {
        It 'are read, whatever is null in them' {
            $model = Get-ComprehendModel $version
            $model.Status, $model.LanguageCode | Should -Be 'TRAINED', 'en'
            $model.SubmitTime | Should -Be ([datetimeoffset]'2024-05-06T07:08:09Z')
            $model.EndTime, $model.VpcConfig, $model.SourceModelArn | Should -Be $null, $null, $null
        }

        It 'without a policy are no error, and nor is an imitation that finds nothing' {
            (Get-ComprehendModelPolicy $version).Status | Should -Be 'None'
            [AwsToolsFakes.Journal]::Answer['Get-COMPResourcePolicy'] = New-AwsFailure 'RESOURCE_NOT_FOUND' ResourceNotFoundException
            (Get-ComprehendModelPolicy $version).Status | Should -Be 'None'
            [AwsToolsFakes.Journal]::Answer['Get-COMPDocumentClassifier'] = New-AwsFailure 'RESOURCE_NOT_FOUND' ResourceNotFoundException
            Assert-ItemError (Invoke-Captured { Get-ComprehendModelPolicy $version }).Error AwsNotFound Get-ComprehendModelPolicy ObjectNotFound $version
        }

        It 'come page by page, and no more pages than are wanted' {
            [AwsToolsFakes.Journal]::Answer['Get-COMPDocumentClassifierList'] = {
                param($bound)
                $page = [int]($bound.NextToken ?? 1)
                [pscustomobject]@{
                    DocumentClassifierPropertiesList = @(1..2 | ForEach-Object { New-Described "arn:aws:comprehend:us-west-2:111122223333:document-classifier/m/version/v$page$_" })
                    NextToken                        = $page -lt 3 ? "$($page + 1)" : $null
                }
            }
            (Get-ComprehendModel -Kind DocumentClassifier -Region us-west-2).VersionName | Should -Be 'v11', 'v12', 'v21', 'v22', 'v31', 'v32'
            Get-AwsCall | Should -HaveCount 3
            [AwsToolsFakes.Journal]::Call.Clear()
            $count = $Error.Count
            (Get-ComprehendModel -Kind DocumentClassifier -Region us-west-2 -Verbose 4>$null | Select-Object -First 1).VersionName | Should -Be 'v11'
            Get-AwsCall | Should -HaveCount 1
            $Error.Count | Should -Be $count
        }
    }

    Context 'preferences' {
        It '-WhatIf reads, and writes nothing' {
            Set-ComprehendModelPolicy $version $policy -WhatIf
            Get-AwsCall | Should -HaveCount 1
            $WhatIfPreference = $true
            Set-ComprehendModelPolicy $version $policy
            (Get-AwsCall).Name | Sort-Object -Unique | Should -Be 'Get-COMPResourcePolicy'
        }

        It 'of the caller do not reach the call' {
            $script:seen = $null
            Mock Write-COMPResourcePolicy {
                $script:seen = "$WhatIfPreference $ConfirmPreference $ErrorActionPreference $VerbosePreference $DebugPreference $($PSDefaultParameterValues.Count)"
                'aa11'
            }
            $WhatIfPreference = $true
            $ConfirmPreference = 'Low'
            $ErrorActionPreference = 'Ignore'
            $VerbosePreference = 'Continue'
            $PSDefaultParameterValues = @{ '*COMP*:Region' = 'eu-west-1' }
            Set-ComprehendModelPolicy $version $policy -WhatIf:$false -Confirm:$false 4>$null
            $script:seen | Should -BeExactly 'False None Stop SilentlyContinue SilentlyContinue 0'
        }

        It 'default parameter values for all commands are those of ours' {
            $PSDefaultParameterValues = @{ '*:Region' = 'eu-west-1'; 'Get-COMPDoc*:ProfileName' = 'another'; '*:Select' = 'Nothing' }
            $null = Get-ComprehendModel $version
            (Get-AwsCall).Parameter.Region | Should -BeExactly 'eu-west-1'
            (Get-AwsCall).Parameter.Keys | Should -Not -Contain 'ProfileName'
            (Get-AwsCall).Parameter.Keys | Should -Not -Contain 'Select'
        }

        It 'warnings are passed on, verbose lines are not' {
            [AwsToolsFakes.Journal]::Warning = 'Mind the gap.'
            $written = Get-ComprehendModel $version -Verbose 3>&1 4>&1
            ($written | Where-Object { $_ -is [System.Management.Automation.WarningRecord] }).Message | Should -BeExactly 'Mind the gap.'
            $told = @($written | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] })
            $told | Should -HaveCount 1
            $told[0].Message | Should -BeLike 'Comprehend DescribeDocumentClassifier arn:* (us-west-2, AWS, * ms)'
        }
    }

    Context 'a mock' {
        It 'of a cmdlet of AWS.Tools works inside ours' {
            Mock Write-COMPResourcePolicy { 'aa11' }
            (Set-ComprehendModelPolicy $version $policy -PassThru).PolicyRevisionId | Should -BeExactly 'aa11'
            Should -Invoke Write-COMPResourcePolicy -Times 1 -Exactly -ParameterFilter { $ResourceArn -eq $version -and $Force }
            Get-AwsCall Write-COMPResourcePolicy | Should -BeNullOrEmpty
        }

        It 'that fails is an error of ours' {
            Mock Write-COMPResourcePolicy { throw 'No luck.' }
            $result = Invoke-Captured { Set-ComprehendModelPolicy $version $policy }
            Assert-ItemError $result.Error AwsToolsFailed Set-ComprehendModelPolicy InvalidOperation $version
            $result.Error.Exception.Message | Should -BeLike '*PutResourcePolicy: No luck.*'
        }
    }

    Context 'errors' {
        It '<Code> is <Id>' -ForEach @(
            @{ Code = 'AccessDeniedException'; Id = 'AwsAccessDenied'; Category = 'PermissionDenied' }
            @{ Code = 'ResourceNotFoundException'; Id = 'AwsNotFound'; Category = 'ObjectNotFound' }
            @{ Code = 'InvalidRequestException'; Id = 'AwsInvalidRequest'; Category = 'InvalidArgument' }
            @{ Code = 'ResourceInUseException'; Id = 'AwsConflict'; Category = 'ResourceBusy' }
            @{ Code = 'ResourceLimitExceededException'; Id = 'AwsLimitExceeded'; Category = 'LimitsExceeded' }
            @{ Code = 'KmsKeyValidationException'; Id = 'AwsKeyNotUsable'; Category = 'InvalidOperation' }
            @{ Code = 'ExpiredTokenException'; Id = 'AwsNotAuthenticated'; Category = 'AuthenticationError' }
            @{ Code = 'UnheardOfException'; Id = 'AwsInvalidRequest'; Category = 'InvalidArgument' }
        ) {
            [AwsToolsFakes.Journal]::Answer['Write-COMPResourcePolicy'] = New-AwsFailure 'What AWS says' $Code
            $result = Invoke-Captured { Set-ComprehendModelPolicy $version $policy }
            Assert-ItemError $result.Error $Id Set-ComprehendModelPolicy $Category $version
            $exception = $result.Error.Exception
            $exception.ErrorCode, $exception.RequestId, $exception.StatusCode, $exception.AwsMessage | Should -Be $Code, '4711', 400, 'What AWS says'
            $exception.Operation | Should -BeExactly 'PutResourcePolicy'
        }

        It 'a failure to connect is AwsNotReachable, for each item' {
            [AwsToolsFakes.Journal]::Answer['Write-COMPResourcePolicy'] = [System.Net.Http.HttpRequestException]::new('Name or service not known')
            $result = Invoke-Captured { $version, $plainVersion | Set-ComprehendModelPolicy -ResourcePolicy $policy }
            $result.Error | Should -HaveCount 2
            Assert-ItemError $result.Error[0] AwsNotReachable Set-ComprehendModelPolicy ConnectionError $version
        }

        It '"<Text>" is <Id>, and ends the command' -ForEach @(
            @{ Id = 'AwsCredentialsMissing'; Text = 'No credentials specified or obtained from persisted/shell defaults.'; Profile = @{}; Target = $null }
            @{ Id = 'AwsProfileNotFound'; Text = 'No credentials specified or obtained from persisted/shell defaults.'; Profile = @{ ProfileName = 'nobody' }; Target = 'nobody' }
            @{ Id = 'AwsRegionMissing'; Text = 'No region specified or obtained from persisted/shell defaults.'; Profile = @{}; Target = $null }
            @{ Id = 'AwsSignInExpired'; Text = 'SSO Token has expired. Please login by running Invoke-AWSSSOLogin.'; Profile = @{}; Target = $null }
        ) {
            [AwsToolsFakes.Journal]::Answer['Get-COMPDocumentClassifier'] = [System.InvalidOperationException]::new($Text)
            $ErrorActionPreference = 'Continue'
            $thrown = Get-Thrown { $version, $version | Get-ComprehendModel @Profile }
            Assert-ItemError $thrown $Id Get-ComprehendModel AuthenticationError $Target
            Get-AwsCall | Should -HaveCount 1
        }

        It 'leave no credential anywhere' {
            $ErrorActionPreference = 'Continue'
            [AwsToolsFakes.Journal]::Answer['Get-COMPDocumentClassifier'] = New-AwsFailure "Bad token $($secret.SessionToken)" InvalidSignatureException
            [AwsToolsFakes.Journal]::Warning = "Mind $($secret.SecretKey)."
            $Error.Clear()
            $told = Get-ComprehendModel $version @secret -ErrorVariable failed -Verbose -Debug *>&1
            $failed | Should -HaveCount 1
            $Error | Should -HaveCount 1
            [object]::ReferenceEquals($Error[0], $failed[0]) | Should -BeTrue
            $failed[0].Exception.InnerException | Should -BeNullOrEmpty
            $shown = @($told; $Error) | ForEach-Object { $_ | Out-String -Width 400; $_ | Select-Object * -ExcludeProperty InvocationInfo | ConvertTo-Json -Depth 3 -WarningAction Ignore }
            "$shown" | Should -Not -MatchExactly 'SECRET[A-Z]'
            "$shown" | Should -Match '\*\*\*'
        }

        It 'that pass are waited for' {
            $script:tries = 0
            [AwsToolsFakes.Journal]::Answer['Get-COMPDocumentClassifier'] = { if ($script:tries++ -lt 1) { New-AwsFailure 'Rate exceeded' ThrottlingException } else { New-Described } }
            (Get-ComprehendModel $version).Status | Should -Be 'TRAINED'
            Get-AwsCall | Should -HaveCount 2
        }
    }

    Context 'Ctrl-C' {
        It 'stops the call that is under way' {
            $manifest = (Resolve-Path $PSScriptRoot/../ComprehendSharing.psd1).Path
            $state = [hashtable]::Synchronized(@{})
            $shell = [powershell]::Create()
            $null = $shell.AddScript({
                    param($manifest, $progress)
                    Import-Module $manifest
                    $progress.Stopped = $false
                    function Get-COMPDocumentClassifier {
                        $progress.Started = $true
                        try { Start-Sleep 600 } finally { $progress.Stopped = $true }
                    }
                }).AddArgument($manifest).AddArgument($state).Invoke()
            $shell.Commands.Clear()
            $running = $shell.AddCommand('Get-ComprehendModel').AddArgument($version).BeginInvoke()
            while (-not $state.Started -and -not $running.IsCompleted) { Start-Sleep -Milliseconds 20 }
            $shell.Stop()
            $state.Stopped | Should -BeTrue
            $shell.InvocationStateInfo.State | Should -Be 'Stopped'
            $shell.Dispose()
        }
    }

    Context 'loading' {
        It 'takes place at the first call, of the newest 5.x that fits together' {
            $root = "$TestDrive/many"
            New-FakeModuleSet $root 5.0.1
            New-FakeModuleSet $root 5.0.3
            New-FakeModule $root AWS.Tools.Comprehend 4.1.0
            New-FakeModule $root AWS.Tools.Common 5.0.9
            New-FakeModule $root AWS.Tools.Comprehend 5.0.9 5.0.9
            Invoke-Apart $root '"before $((Get-Module AWS.Tools.*).Count)"; $null = Get-ComprehendModel $version -ErrorAction Ignore; Get-Module AWS.Tools.* | ForEach-Object { "$($_.Name) $($_.Version)" }' |
                Should -Be 'before 0', 'AWS.Tools.Common 5.0.3', 'AWS.Tools.Comprehend 5.0.3', 'AWS.Tools.KeyManagementService 5.0.3'
        }

        It 'keeps to what is loaded already' {
            $root = "$TestDrive/loaded"
            New-FakeModuleSet $root 5.0.1
            New-FakeModuleSet $root 5.0.3
            Invoke-Apart $root 'Import-Module AWS.Tools.KeyManagementService -RequiredVersion 5.0.1; $null = Get-ComprehendModel $version -ErrorAction Ignore; Get-Module AWS.Tools.* | ForEach-Object { "$($_.Name) $($_.Version)" }' |
                Should -Be 'AWS.Tools.Common 5.0.1', 'AWS.Tools.Comprehend 5.0.1', 'AWS.Tools.KeyManagementService 5.0.1'
        }

        It 'says what is wrong: <Id>' -ForEach @(
            @{ Id = 'AwsToolsModuleNotFound'; Text = '*not installed: AWS.Tools.Comprehend, AWS.Tools.KeyManagementService.'; Module = @() }
            @{ Id = 'AwsToolsModuleNotFound'; Text = '*not installed: AWS.Tools.KeyManagementService.'; Module = @(, @('AWS.Tools.Comprehend', '5.0.1', '')) }
            @{ Id = 'AwsToolsModuleTooOld'; Text = 'AWS.Tools.Comprehend 4.1.900*'; Module = @(@('AWS.Tools.Comprehend', '4.1.900', ''), @('AWS.Tools.KeyManagementService', '5.0.1', '')) }
            @{ Id = 'AwsToolsModulesMixed'; Text = '*AWS.Tools.Comprehend 5.0.2 (needs AWS.Tools.Common 5.0.2), AWS.Tools.KeyManagementService 5.0.1 (needs *5.0.1)*'; Module = @(@('AWS.Tools.Common', '5.0.1', ''), @('AWS.Tools.Common', '5.0.2', ''), @('AWS.Tools.Comprehend', '5.0.2', '5.0.2'), @('AWS.Tools.KeyManagementService', '5.0.1', '5.0.1')) }
        ) {
            $root = New-Item "$TestDrive/bad-$([guid]::NewGuid())" -ItemType Directory
            foreach ($one in $Module) {
                New-FakeModule $root $one[0] $one[1] $one[2]
            }
            $told = Invoke-Apart $root 'try { $version, $version | Get-ComprehendModel } catch { $_.FullyQualifiedErrorId; [string]$_.CategoryInfo.Category; $_.Exception.Cause; $_.ErrorDetails.RecommendedAction }; (New-ComprehendModelPolicy $version 444455556666).Status'
            $told[0] | Should -BeExactly "$Id,ComprehendSharing.Commands.GetComprehendModelCommand"
            $told[1] | Should -BeExactly 'NotInstalled'
            $told[2] | Should -BeLike $Text
            $told[3] | Should -BeLike '*-Module*'
            $told[4] | Should -BeExactly 'None' -Because 'authoring needs no AWS'
        }

        It 'does without AWS.Tools.SecurityToken' {
            $root = "$TestDrive/no-sts"
            New-FakeModuleSet $root -WithoutSecurityToken
            $script = '[AwsToolsFakes.Journal]::Answer["Get-COMPDocumentClassifierList"] = [pscustomobject]@{ DocumentClassifierPropertiesList = $null }
                "$((Import-ComprehendSharedModel $version -DataAccessRoleArn arn:aws:iam::444455556666:role/x -WhatIf).ModelArn)"
                try { Import-ComprehendSharedModel $version -WhatIf } catch { $_.FullyQualifiedErrorId; $_.Exception.Cause }'
            $told = Invoke-Apart $root $script | Where-Object { $_ -notlike 'What if*' }
            $told | Should -Be ($version -replace '111122223333', $importer), 'AwsToolsModuleNotFound,ComprehendSharing.Commands.ImportComprehendSharedModelCommand', 'AWS is reached through modules that are not installed: AWS.Tools.SecurityToken.'
        }
    }
}
