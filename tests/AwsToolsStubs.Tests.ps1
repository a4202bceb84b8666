# The stubs of AWS.Tools have the shapes of the published cmdlets, as far as this module uses them. The tables are from the sources of
# AWS.Tools; the file that each comes from is named at the top of the stub.
BeforeDiscovery {
    # Name, type, aliases, position, by value from the pipeline, mandatory. Every one binds by property name.
    $training = @(
        'VersionName string - - - -', 'DataAccessRoleArn string - - - mandatory', 'LanguageCode Amazon.Comprehend.LanguageCode - - - mandatory'
        'InputDataConfig_AugmentedManifest Amazon.Comprehend.Model.AugmentedManifestsListItem[] InputDataConfig_AugmentedManifests - - -'
        'VolumeKmsKeyId string - - - -', 'ModelKmsKeyId string - - - -', 'VpcConfig_SecurityGroupId string[] VpcConfig_SecurityGroupIds - - -'
        'VpcConfig_Subnet string[] VpcConfig_Subnets - - -', 'ModelPolicy string - - - -', 'Tag Amazon.Comprehend.Model.Tag[] Tags - - -'
        'ClientRequestToken string - - - -'
    )
    $shape = @{
        'Write-COMPResourcePolicy'       = @(
            'ResourceArn string - 0 value mandatory', 'ResourcePolicy string - - - mandatory', 'PolicyRevisionId string - - - -'
        )
        'Get-COMPResourcePolicy'         = @('ResourceArn string - 0 value mandatory')
        'Remove-COMPResourcePolicy'      = @('ResourceArn string - 0 value mandatory', 'PolicyRevisionId string - - - -')
        'Import-COMPModel'               = @(
            'SourceModelArn string - 0 value mandatory', 'ModelName string - - - -', 'VersionName string - - - -'
            'ModelKmsKeyId string - - - -', 'DataAccessRoleArn string - - - -', 'Tag Amazon.Comprehend.Model.Tag[] Tags - - -'
        )
        'Get-COMPDocumentClassifier'     = @('DocumentClassifierArn string - 0 value mandatory')
        'Get-COMPEntityRecognizer'       = @('EntityRecognizerArn string - 0 value mandatory')
        'Get-COMPDocumentClassifierList' = @(
            'Filter_DocumentClassifierName string - - - -', 'Filter_Status Amazon.Comprehend.ModelStatus - - - -'
            'Filter_SubmitTimeAfter Nullable[datetime] - - - -', 'Filter_SubmitTimeBefore Nullable[datetime] - - - -'
            'MaxResult Nullable[int] MaxItems,MaxResults - - -', 'NextToken string - - - -', 'NoAutoIteration switch - - - -'
        )
        'Get-COMPEntityRecognizerList'   = @(
            'Filter_RecognizerName string - - - -', 'Filter_Status Amazon.Comprehend.ModelStatus - 0 value -'
            'Filter_SubmitTimeAfter Nullable[datetime] - - - -', 'Filter_SubmitTimeBefore Nullable[datetime] - - - -'
            'MaxResult Nullable[int] MaxItems,MaxResults - - -', 'NextToken string - - - -', 'NoAutoIteration switch - - - -'
        )
        'New-COMPDocumentClassifier'     = $training + @(
            'DocumentClassifierName string - 0 value mandatory', 'Mode Amazon.Comprehend.DocumentClassifierMode - - - -'
            'InputDataConfig_DataFormat Amazon.Comprehend.DocumentClassifierDataFormat - - - -', 'InputDataConfig_S3Uri string - - - -'
            'OutputDataConfig_S3Uri string - - - -', 'OutputDataConfig_KmsKeyId string - - - -'
        )
        'New-COMPEntityRecognizer'       = $training + @(
            'RecognizerName string - 0 value mandatory', 'InputDataConfig_DataFormat Amazon.Comprehend.EntityRecognizerDataFormat - - - -'
            'InputDataConfig_EntityType Amazon.Comprehend.Model.EntityTypesListItem[] InputDataConfig_EntityTypes - - mandatory'
            'Documents_S3Uri string InputDataConfig_Documents_S3Uri - - -', 'Annotations_S3Uri string InputDataConfig_Annotations_S3Uri - - -'
            'EntityList_S3Uri string InputDataConfig_EntityList_S3Uri - - -'
        )
        'New-COMPEndpoint'               = @(
            'EndpointName string - 0 value mandatory', 'ModelArn string - - - -', 'DesiredInferenceUnit Nullable[int] DesiredInferenceUnits - - mandatory'
            'DataAccessRoleArn string - - - -', 'Tag Amazon.Comprehend.Model.Tag[] Tags - - -', 'ClientRequestToken string - - - -'
        )
        'Get-COMPEndpoint'               = @('EndpointArn string - 0 value mandatory')
        'Get-KMSKey'                     = @('KeyId string - 0 value mandatory', 'GrantToken string[] GrantTokens - - -')
        'Get-KMSKeyPolicy'               = @('KeyId string - 0 value mandatory', 'PolicyName string - - - -')
        'Write-KMSKeyPolicy'             = @(
            'KeyId string - 0 value mandatory', 'Policy string - - - mandatory', 'PolicyName string - - - -'
            'BypassPolicyLockoutSafetyCheck Nullable[bool] - - - -'
        )
        'Get-STSCallerIdentity'          = @()
    }
    $common = @(
        'Region object RegionToCall - - -', 'AccessKey string AK - - -', 'SecretKey string SK,SecretAccessKey - - -'
        'SessionToken string ST - - -', 'ProfileName string StoredCredentials,AWSProfileName - - -'
        'ProfileLocation string AWSProfilesLocation,ProfilesLocation - - -', 'Credential Amazon.Runtime.AWSCredentials - - value -'
        'NetworkCredential pscredential - - value -', 'EndpointUrl string - - - -', 'Select string - - - -'
    )
    $config = @{
        COMP = 'Amazon.Comprehend.AmazonComprehendConfig'
        KMS  = 'Amazon.KeyManagementService.AmazonKeyManagementServiceConfig'
        STS  = 'Amazon.SecurityToken.AmazonSecurityTokenServiceConfig'
    }
    $impact = @{
        'Write-COMPResourcePolicy' = 'Medium'; 'Import-COMPModel' = 'Medium'; 'Write-KMSKeyPolicy' = 'Medium'; 'Remove-COMPResourcePolicy' = 'High'
        'New-COMPDocumentClassifier' = 'Medium'; 'New-COMPEntityRecognizer' = 'Medium'; 'New-COMPEndpoint' = 'Medium'
    }
    $cmdlet = foreach ($name in $shape.Keys | Sort-Object) {
        $prefix = $name -creplace '^\w+-([A-Z]{3,4})[A-Z][a-z].*', '$1'
        $own = @($shape[$name]) + @(if ($impact[$name]) { 'Force switch - - - -' }) + "ClientConfig $($config[$prefix]) - - - -"
        @{ Name = $name; Row = $own + $common; Impact = $impact[$name] }
    }
    $parameter = foreach ($entry in $cmdlet) {
        foreach ($row in $entry.Row) {
            $word = -split $row
            @{
                Command = $entry.Name; Parameter = $word[0]; Type = $word[1]; Alias = @($word[2] -split ',' -ne '-')
                Position = if ($word[3] -eq '-') { [int]::MinValue } else { [int]$word[3] }
                ByValue = $word[4] -eq 'value'; Mandatory = $word[5] -eq 'mandatory'
            }
        }
    }
    $output = @(
        @{ Command = 'Write-COMPResourcePolicy'; Type = 'System.String' }
        @{ Command = 'Get-COMPResourcePolicy'; Type = 'Amazon.Comprehend.Model.DescribeResourcePolicyResponse' }
        @{ Command = 'Import-COMPModel'; Type = 'System.String' }
        @{ Command = 'Get-COMPDocumentClassifier'; Type = 'Amazon.Comprehend.Model.DocumentClassifierProperties' }
        @{ Command = 'Get-COMPDocumentClassifierList'; Type = 'Amazon.Comprehend.Model.DocumentClassifierProperties' }
        @{ Command = 'Get-COMPEntityRecognizer'; Type = 'Amazon.Comprehend.Model.EntityRecognizerProperties' }
        @{ Command = 'Get-COMPEntityRecognizerList'; Type = 'Amazon.Comprehend.Model.EntityRecognizerProperties' }
        @{ Command = 'New-COMPDocumentClassifier'; Type = 'System.String' }
        @{ Command = 'New-COMPEntityRecognizer'; Type = 'System.String' }
        @{ Command = 'New-COMPEndpoint'; Type = 'System.String' }
        @{ Command = 'Get-COMPEndpoint'; Type = 'Amazon.Comprehend.Model.EndpointProperties' }
        @{ Command = 'Get-KMSKey'; Type = 'Amazon.KeyManagementService.Model.KeyMetadata' }
        @{ Command = 'Get-KMSKeyPolicy'; Type = 'System.String' }
        @{ Command = 'Get-STSCallerIdentity'; Type = 'Amazon.SecurityToken.Model.GetCallerIdentityResponse' }
    )
    $property = @(
        @{ Class = 'Amazon.Comprehend.Model.DocumentClassifierProperties'; Name = 'Status'; Type = 'Amazon.Comprehend.ModelStatus' }
        @{ Class = 'Amazon.Comprehend.Model.DocumentClassifierProperties'; Name = 'LanguageCode'; Type = 'Amazon.Comprehend.LanguageCode' }
        @{ Class = 'Amazon.Comprehend.Model.DocumentClassifierProperties'; Name = 'SubmitTime'; Type = 'Nullable[datetime]' }
        @{ Class = 'Amazon.Comprehend.Model.DocumentClassifierProperties'; Name = 'VpcConfig'; Type = 'Amazon.Comprehend.Model.VpcConfig' }
        @{ Class = 'Amazon.Comprehend.Model.EntityRecognizerProperties'; Name = 'Status'; Type = 'Amazon.Comprehend.ModelStatus' }
        @{ Class = 'Amazon.Comprehend.Model.EntityRecognizerProperties'; Name = 'EndTime'; Type = 'Nullable[datetime]' }
        @{ Class = 'Amazon.Comprehend.Model.VpcConfig'; Name = 'SecurityGroupIds'; Type = 'System.Collections.Generic.List[string]' }
        @{ Class = 'Amazon.Comprehend.Model.DescribeResourcePolicyResponse'; Name = 'CreationTime'; Type = 'Nullable[datetime]' }
        @{ Class = 'Amazon.Comprehend.Model.EndpointProperties'; Name = 'Status'; Type = 'Amazon.Comprehend.EndpointStatus' }
        @{ Class = 'Amazon.Comprehend.Model.EndpointProperties'; Name = 'CurrentInferenceUnits'; Type = 'Nullable[int]' }
        @{ Class = 'Amazon.Comprehend.Model.EndpointProperties'; Name = 'CreationTime'; Type = 'Nullable[datetime]' }
        @{ Class = 'Amazon.KeyManagementService.Model.KeyMetadata'; Name = 'KeyState'; Type = 'Amazon.KeyManagementService.KeyState' }
        @{ Class = 'Amazon.KeyManagementService.Model.KeyMetadata'; Name = 'Enabled'; Type = 'Nullable[bool]' }
    )
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/AwsStub.ps1
    Import-AwsStub
    $owner = @{ ProfileName = 'owner'; Region = 'us-west-2' }
    $partner = @{ ProfileName = 'partner'; Region = 'us-west-2' }
    $training = $owner + @{ DataAccessRoleArn = 'arn:aws:iam::111122223333:role/ComprehendTrainingRole'; LanguageCode = 'en' }
    $policy = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},' +
    '"Action":"comprehend:ImportModel","Resource":"*"}]}'

    # A test must not see the credentials of whoever runs it.
    $variable = 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_REGION'
    $saved = @{}
    $variable | ForEach-Object { $saved[$_] = [Environment]::GetEnvironmentVariable($_) }
    function Clear-AwsEnvironment {
        $variable | ForEach-Object { [Environment]::SetEnvironmentVariable($_, $null) }
        Remove-Variable StoredAWSCredentials, StoredAWSRegion -Scope Global -ErrorAction Ignore
    }

    function Reset-AwsStub {
        Clear-AwsEnvironment
        Enter-AwsStub
    }

    # A scenario with n more versions of a classifier.
    function Enter-StubWithVersion([int] $Count, [int] $PageSize = 500) {
        $default = Join-Path $PSScriptRoot '../src/ComprehendSharing.Core/Sandbox/default-scenario.json'
        $scenario = Get-Content $default -Raw | ConvertFrom-Json -AsHashtable
        $null = Get-VersionArn $Count $scenario
        ConvertTo-Json -InputObject $scenario -Depth 32 | Set-Content TestDrive:/stub.json
        Enter-AwsStub TestDrive:/stub.json -PageSize $PageSize
    }

    function Get-StubCallCount([string] $Operation) {
        @((Get-AwsStub).Call | Where-Object Operation -EQ $Operation).Count
    }
}

AfterAll {
    Clear-AwsEnvironment
    $saved.GetEnumerator() | ForEach-Object { [Environment]::SetEnvironmentVariable($_.Key, $_.Value) }
    Remove-AwsStub
}

Describe 'The stub modules' {
    BeforeEach { Reset-AwsStub }

    It 'are version 5.0.200, and ask for AWS.Tools.Common of exactly that' {
        foreach ($module in Get-Module AWS.Tools.*) {
            $module.Version | Should -Be '5.0.200'
        }
        foreach ($name in 'Comprehend', 'KeyManagementService', 'SecurityToken') {
            $manifest = Import-PowerShellDataFile "$PSScriptRoot/stubs/AWS.Tools.$name/AWS.Tools.$name.psd1"
            $manifest.RequiredModules[0].ModuleName | Should -Be 'AWS.Tools.Common'
            $manifest.RequiredModules[0].RequiredVersion | Should -Be '5.0.200'
            $manifest.RequiredModules[0].Guid | Should -Be (Get-Module AWS.Tools.Common).Guid
        }
    }

    It 'answer from the assembly that this module has loaded' {
        (Get-AwsStub).GetType().Assembly | Should -Be ([ComprehendSharing.Sandbox.SandboxState].Assembly)
        Get-ChildItem $PSScriptRoot/../artifacts/stubs -Recurse -Filter 'ComprehendSharing*' | Should -BeNullOrEmpty
    }

    It 'find that assembly when they come first' {
        $script = "`$env:PSModulePath = '$env:PSModulePath'; Import-Module AWS.Tools.Comprehend; Enter-AwsStub -DefaultProfile; " +
        "`$state = Get-AwsStub; Import-Module '$PSScriptRoot/../ComprehendSharing.psd1'; Enter-ComprehendSandbox; " +
        '$state.GetType() -eq (Get-ComprehendSandbox).GetType()'
        pwsh -NoProfile -NonInteractive -Command $script | Should -Be 'True'
    }

    It 'are no part of this module' {
        Get-ChildItem $PSScriptRoot/../bin -Recurse -Include 'AWS*' | Should -BeNullOrEmpty
    }
}

Describe 'Parameters' {
    BeforeEach { Reset-AwsStub }

    It '<Command> -<Parameter> is as published' -ForEach $parameter {
        $found = (Get-Command $Command).Parameters[$Parameter]
        $found | Should -Not -BeNullOrEmpty
        $found.ParameterType | Should -Be ($Type -as [type])
        $found.Aliases | Sort-Object | Should -Be ($Alias | Sort-Object)
        $attribute = @($found.Attributes | Where-Object { $_ -is [Parameter] })
        $attribute | Should -HaveCount 1
        $attribute.ParameterSetName | Should -Be '__AllParameterSets'
        $attribute.ValueFromPipelineByPropertyName | Should -BeTrue
        $attribute.ValueFromPipeline | Should -Be $ByValue
        $attribute.Position | Should -Be $Position
        $attribute.Mandatory | Should -Be $Mandatory
    }

    It '<Name> has no others' -ForEach $cmdlet {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        (Get-Command $Name).Parameters.Keys | Where-Object { $_ -notin $common } | Sort-Object |
            Should -Be ($Row | ForEach-Object { (-split $_)[0] } | Sort-Object)
    }

    It '<Name> confirms as published' -ForEach $cmdlet {
        $command = Get-Command $Name
        $command.Parameters.ContainsKey('WhatIf') | Should -Be ([bool] $Impact)
        if ($Impact) {
            [System.Management.Automation.CommandMetadata]::new($command).ConfirmImpact | Should -Be $Impact
        }
    }
}

Describe 'Output' {
    BeforeEach { Reset-AwsStub }

    It '<Command> says and writes <Type>' -ForEach $output {
        (Get-Command $Command).OutputType.Name | Should -Be $Type
        $argument = switch ($Command) {
            'Write-COMPResourcePolicy' { $owner + @{ ResourceArn = $version; ResourcePolicy = $policy } }
            'Get-COMPResourcePolicy' { $owner + @{ ResourceArn = $version } }
            'Import-COMPModel' { $partner + @{ SourceModelArn = $plainVersion } }
            'Get-COMPDocumentClassifier' { $owner + @{ DocumentClassifierArn = $version } }
            'Get-COMPEntityRecognizer' { $owner + @{ EntityRecognizerArn = $plainVersion } }
            'New-COMPDocumentClassifier' { $training + @{ DocumentClassifierName = 'new'; InputDataConfig_S3Uri = 's3://amzn-s3-demo-bucket/train.csv' } }
            'New-COMPEntityRecognizer' {
                $training + @{
                    RecognizerName = 'new'; InputDataConfig_EntityType = @{ Type = 'PERSON' }; Documents_S3Uri = 's3://amzn-s3-demo-bucket/docs'
                    Annotations_S3Uri = 's3://amzn-s3-demo-bucket/marks.csv'
                }
            }
            'New-COMPEndpoint' { $owner + @{ EndpointName = 'new'; ModelArn = $plainVersion; DesiredInferenceUnit = 1 } }
            'Get-COMPEndpoint' { $owner + @{ EndpointArn = New-COMPEndpoint new -ModelArn $plainVersion -DesiredInferenceUnit 1 @owner } }
            'Get-KMSKey' { $owner + @{ KeyId = $key } }
            'Get-KMSKeyPolicy' { $owner + @{ KeyId = $key } }
            default { $owner }
        }
        if ($Command -eq 'Import-COMPModel') {
            $null = Write-COMPResourcePolicy $plainVersion -ResourcePolicy $policy -Force @owner
        }
        $written = @(& $Command @argument)
        $written | Should -HaveCount 1
        ($written | Get-Member).TypeName | Sort-Object -Unique | Should -Be $Type
    }

    It '<Class>.<Name> is <Type>' -ForEach $property {
        ($Class -as [type]).GetProperty($Name).PropertyType | Should -Be ($Type -as [type])
    }

    It '<_> writes nothing' -ForEach 'Write-KMSKeyPolicy', 'Remove-COMPResourcePolicy' {
        $null = Write-COMPResourcePolicy $version -ResourcePolicy $policy -Force @owner
        $argument = if ($_ -eq 'Write-KMSKeyPolicy') { @{ Policy = Get-KMSKeyPolicy $key @owner } } else { @{} }
        $target = if ($_ -eq 'Write-KMSKeyPolicy') { $key } else { $version }
        & $_ $target @argument -Force @owner | Should -BeNullOrEmpty
        @((Get-AwsStub).Call | Where-Object IsWrite)[-1].Error | Should -BeNullOrEmpty
    }

    It 'has null where there is nothing' {
        $model = Get-COMPDocumentClassifier $version @owner
        $null -eq $model.VpcConfig | Should -BeTrue
        $null -eq $model.SubmitTime | Should -BeTrue
        $list = Get-COMPDocumentClassifierList @partner -Select *
        $null -eq $list.DocumentClassifierPropertiesList | Should -BeTrue
        @(Get-COMPDocumentClassifierList @partner).Count | Should -Be 0
        $none = Get-COMPResourcePolicy $version @owner
        $null -eq $none.ResourcePolicy | Should -BeTrue
        $null -eq $none.CreationTime | Should -BeTrue
    }

    It 'has the status as a constant of the SDK, which is no string' {
        $status = (Get-COMPDocumentClassifier $version @owner).Status
        $status | Should -BeOfType Amazon.Runtime.ConstantClass
        $status | Should -Not -BeOfType string
        $status.Value | Should -Be TRAINED
        $status -eq 'TRAINED' | Should -BeTrue
    }
}

Describe '-Select' {
    BeforeEach { Reset-AwsStub }

    It "'*' gives the response" {
        $response = Write-COMPResourcePolicy $version -ResourcePolicy $policy -Force -Select * @owner
        $response | Should -BeOfType Amazon.Comprehend.Model.PutResourcePolicyResponse
        $response.PolicyRevisionId | Should -Not -BeNullOrEmpty
        $response.ResponseMetadata.RequestId | Should -Not -BeNullOrEmpty
        Get-KMSKey $key -Select * @owner | Should -BeOfType Amazon.KeyManagementService.Model.DescribeKeyResponse
    }

    It 'a name gives that property' {
        Get-KMSKey $key -Select KeyMetadata.Arn @owner | Should -Be $key
        Get-STSCallerIdentity -Select Account @owner | Should -Be '111122223333'
        Get-COMPDocumentClassifierList -Select DocumentClassifierPropertiesList.DocumentClassifierArn @owner | Should -Be $version
    }

    It "'^' and a parameter, or its alias, gives that parameter" {
        Write-COMPResourcePolicy $version -ResourcePolicy $policy -Force -Select ^ResourceArn @owner | Should -Be $version
        Get-COMPDocumentClassifierList -MaxResult 7 -Select ^MaxItems @owner | Should -Be 7
    }

    It 'anything else is an error before the call' {
        foreach ($select in 'Nothing', '^Nothing', '^Region', 'KeyMetadata.Nothing') {
            $thrown = Get-Thrown { Get-KMSKey $key -Select $select @owner }
            $thrown.FullyQualifiedErrorId | Should -Be 'System.ArgumentException,Amazon.PowerShell.Cmdlets.KMS.GetKMSKeyCmdlet'
        }
        (Get-AwsStub).Call | Should -BeNullOrEmpty
    }
}

Describe 'Pages' {
    BeforeEach { Reset-AwsStub }

    It 'are all read, and AWS sees one call for each' {
        Enter-StubWithVersion 5
        @(Get-COMPDocumentClassifierList -MaxResult 2 @owner).Count | Should -Be 6
        Get-StubCallCount ListDocumentClassifiers | Should -Be 3
    }

    It 'are as small as AWS likes' {
        Enter-StubWithVersion 5 -PageSize 4
        @(Get-COMPDocumentClassifierList @owner).Count | Should -Be 6
        Get-StubCallCount ListDocumentClassifiers | Should -Be 2
    }

    It 'are no longer asked for when the reader has enough' {
        Enter-StubWithVersion 5
        @(Get-COMPDocumentClassifierList -MaxResult 2 @owner | Select-Object -First 2).Count | Should -Be 2
        Get-StubCallCount ListDocumentClassifiers | Should -Be 1
    }

    It 'come one by one with -NoAutoIteration or -NextToken' {
        Enter-StubWithVersion 5
        $first = Get-COMPDocumentClassifierList -MaxResult 4 -NoAutoIteration -Select * @owner
        $first.DocumentClassifierPropertiesList.Count | Should -Be 4
        $second = Get-COMPDocumentClassifierList -MaxResult 4 -NextToken $first.NextToken -Select * @owner
        $second.DocumentClassifierPropertiesList.Count | Should -Be 2
        $null -eq $second.NextToken | Should -BeTrue
    }

    It 'take one filter' {
        Enter-StubWithVersion 5
        @(Get-COMPDocumentClassifierList -Filter_DocumentClassifierName mails @owner).Count | Should -Be 5
        @(Get-COMPDocumentClassifierList -Filter_Status IN_ERROR @owner).Count | Should -Be 0
        $thrown = Get-Thrown { Get-COMPDocumentClassifierList -Filter_DocumentClassifierName mails -Filter_Status TRAINED @owner }
        $thrown.Exception.InnerException | Should -BeOfType Amazon.Comprehend.Model.InvalidFilterException
    }
}

Describe 'The sandbox behind the stubs' {
    BeforeEach { Reset-AwsStub }

    It 'keeps what Write-COMPResourcePolicy wrote' {
        $revision = Write-COMPResourcePolicy $version -ResourcePolicy $policy -Force @owner
        $read = Get-COMPResourcePolicy $version @owner
        $read.ResourcePolicy | Should -Be $policy
        $read.PolicyRevisionId | Should -Be $revision
        $read.CreationTime.Kind | Should -Be Utc
        $read | Remove-COMPResourcePolicy -ResourceArn $version -Force @owner
        (Get-COMPResourcePolicy $version @owner).ResourcePolicy | Should -BeNullOrEmpty
    }

    It 'keeps what Write-KMSKeyPolicy wrote, by ARN or id' {
        $text = Get-KMSKeyPolicy $key @owner
        $changed = $text -replace 'Enable IAM User Permissions', 'Renamed'
        Write-KMSKeyPolicy $key -Policy $changed -Force @owner
        Get-KMSKeyPolicy $key.Split('/')[1] @owner | Should -Be $changed
    }

    It 'imports, and its clock can be moved' {
        $null = Write-COMPResourcePolicy $plainVersion -ResourcePolicy $policy -Force @owner
        $tag = [Amazon.Comprehend.Model.Tag]@{ Key = 'team'; Value = 'nlp' }
        $copy = Import-COMPModel $plainVersion -ModelName copy -VersionName v1 -Tag $tag -Force @partner
        $copy | Should -Be 'arn:aws:comprehend:us-west-2:444455556666:entity-recognizer/copy/version/v1'
        (Get-COMPEntityRecognizer $copy @partner).Status.Value | Should -Not -Be TRAINED
        (Get-AwsStub -Sandbox).Clock.Advance([timespan]::FromHours(2))
        (Get-COMPEntityRecognizer $copy @partner).Status.Value | Should -Be TRAINED
    }

    It 'gives each runspace its own' {
        $other = [powershell]::Create()
        try {
            $null = $other.AddScript('Enter-AwsStub -DefaultProfile; $null = Get-STSCallerIdentity -Region us-west-2; @((Get-AwsStub).Call).Count')
            $other.Invoke() | Should -Be 1
            $other.Streams.Error | Should -BeNullOrEmpty
        }
        finally {
            $other.Dispose()
        }
        (Get-AwsStub).Call | Should -BeNullOrEmpty
    }

    It 'binds objects by property name' {
        $model = New-ComprehendModelPolicy -ModelArn $version -Principal $importer
        $model | Write-COMPResourcePolicy -Force @owner | Should -Not -BeNullOrEmpty
        (Get-COMPResourcePolicy $version @owner).ResourcePolicy | Should -Be $model.ResourcePolicy
        (Get-COMPDocumentClassifierList @owner | Get-COMPDocumentClassifier @owner).DocumentClassifierArn | Should -Be $version
        (Get-KMSKey $key @owner | Get-KMSKeyPolicy @owner) | Should -Not -BeNullOrEmpty
    }

    It 'imports a share bundle from the pipeline' {
        Reset-Sandbox
        New-ComprehendModelPolicy -ModelArn $plainVersion -Principal $importer | Set-ComprehendModelPolicy -ProfileName owner
        $bundle = Get-ComprehendShareBundle -ModelArn $plainVersion -ProfileName owner
        $null = Write-COMPResourcePolicy $plainVersion -ResourcePolicy $policy -Force @owner
        $bundle | Import-COMPModel -Force -ProfileName partner | Should -BeLike 'arn:aws:comprehend:us-west-2:444455556666:*'
        Exit-ComprehendSandbox
    }

    It 'is not touched under -WhatIf, not even with -Force' {
        $null = Write-COMPResourcePolicy $version -ResourcePolicy $policy -WhatIf -Force @owner
        (Get-AwsStub).Call | Should -BeNullOrEmpty
    }
}

Describe 'Credentials' {
    BeforeEach { Reset-AwsStub }

    It 'that are missing are an error, even under -WhatIf' {
        $thrown = Get-Thrown { Remove-COMPResourcePolicy $version -Region us-west-2 -WhatIf }
        $thrown.Exception | Should -BeOfType InvalidOperationException
        $thrown.Exception.Message | Should -Be 'No credentials specified or obtained from persisted/shell defaults.'
        $thrown.FullyQualifiedErrorId | Should -Be 'InvalidOperationException,Amazon.PowerShell.Cmdlets.COMP.RemoveCOMPResourcePolicyCmdlet'
        $thrown.CategoryInfo.Category | Should -Be InvalidOperation
    }

    It 'of an unknown profile are missing credentials' {
        (Get-Thrown { Get-KMSKey $key -ProfileName nobody -Region us-west-2 }).Exception.Message |
            Should -Be 'No credentials specified or obtained from persisted/shell defaults.'
    }

    It 'come from <Source>' -ForEach @(
        @{ Source = 'the first profile'; Set = { Enter-AwsStub -DefaultProfile }; Account = '111122223333' }
        @{ Source = 'AWS_PROFILE'; Set = { $env:AWS_PROFILE = 'partner' }; Account = '444455556666' }
        @{ Source = 'the shell variable, before AWS_PROFILE'; Set = { $env:AWS_PROFILE = 'owner'; Set-AWSCredential -ProfileName partner }; Account = '444455556666' }
        @{ Source = '-Credential'; Set = { }; Argument = @{ Credential = 'partner' }; Account = '444455556666' }
        @{ Source = '-ProfileName, before the shell variable'; Set = { Set-AWSCredential -ProfileName owner }; Argument = @{ ProfileName = 'partner' }; Account = '444455556666' }
        @{ Source = 'keys, before -ProfileName'; Set = { Enter-AwsStub -AccessKey @{ AKIAONE = 'partner' } }; Argument = @{ AccessKey = 'AKIAONE'; SecretKey = 'any'; ProfileName = 'owner' }; Account = '444455556666' }
        @{ Source = 'keys in the environment'; Set = { Enter-AwsStub -AccessKey @{ AKIAONE = 'partner' }; $env:AWS_ACCESS_KEY_ID = 'AKIAONE'; $env:AWS_SECRET_ACCESS_KEY = 'any' }; Account = '444455556666' }
        @{ Source = 'a session'; Set = { Enter-AwsStub -AccessKey @{ ASIAONE = @{ ProfileName = 'partner'; SecretKey = 's'; SessionToken = 't' } } }; Argument = @{ AccessKey = 'ASIAONE'; SecretKey = 's'; SessionToken = 't' }; Account = '444455556666' }
    ) {
        . $Set
        $argument = if ($Argument) { $Argument.Clone() } else { @{} }
        if ($argument.Credential) {
            $argument.Credential = Get-AWSCredential -ProfileName $argument.Credential
        }
        (Get-STSCallerIdentity -Region us-west-2 @argument).Account | Should -Be $Account
    }

    It 'that AWS does not know are an error of the service: <Code>' -ForEach @(
        @{ Code = 'UnrecognizedClientException'; Argument = @{ AccessKey = 'AKIATWO'; SecretKey = 's' } }
        @{ Code = 'InvalidSignatureException'; Argument = @{ AccessKey = 'AKIAONE'; SecretKey = 'wrong' } }
        @{ Code = 'UnrecognizedClientException'; Argument = @{ AccessKey = 'AKIAONE'; SecretKey = 's'; SessionToken = 'none' } }
    ) {
        Enter-AwsStub -AccessKey @{ AKIAONE = @{ ProfileName = 'owner'; SecretKey = 's' } }
        $thrown = Get-Thrown { Get-KMSKey $key -Region us-west-2 @Argument }
        $thrown.Exception.InnerException.ErrorCode | Should -Be $Code
    }
}

Describe 'The region' {
    BeforeEach { Reset-AwsStub }

    It 'that is missing is an error' {
        $thrown = Get-Thrown { Get-KMSKey $key -ProfileName owner }
        $thrown.Exception.Message | Should -Be 'No region specified or obtained from persisted/shell defaults.'
        $thrown.FullyQualifiedErrorId | Should -Be 'InvalidOperationException,Amazon.PowerShell.Cmdlets.KMS.GetKMSKeyCmdlet'
    }

    It 'comes from <Source>' -ForEach @(
        @{ Source = 'AWS_REGION'; Set = { $env:AWS_REGION = 'us-west-2' } }
        @{ Source = 'the shell variable, before AWS_REGION'; Set = { $env:AWS_REGION = 'eu-west-1'; Set-DefaultAWSRegion us-west-2 } }
        @{ Source = '-Region, before the shell variable'; Set = { Set-DefaultAWSRegion eu-west-1 }; Argument = @{ Region = 'us-west-2' } }
        @{ Source = 'the default profile, before AWS_REGION'; Set = { Enter-AwsStub -DefaultProfile; $env:AWS_REGION = 'eu-west-1' } }
        @{ Source = 'an AWSRegion'; Set = { }; Region = 'us-west-2' }
    ) {
        . $Set
        $argument = if ($Argument) { $Argument.Clone() } else { @{} }
        if ($Region) {
            $argument.Region = [Amazon.PowerShell.Common.AWSRegion]::new($Region)
        }
        $line = Get-COMPDocumentClassifier $version -ProfileName owner @argument -Verbose 4>&1 |
            Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }
        $line.Message | Should -Be "Invoking Amazon Comprehend operation 'DescribeDocumentClassifier' in region 'us-west-2'"
    }
}

Describe 'Errors' {
    BeforeEach { Reset-AwsStub }

    It 'are terminating, with the exception of the SDK inside' {
        $thrown = Get-Thrown { Get-COMPDocumentClassifier $unknownVersion -ErrorAction Continue @owner }
        $thrown.Exception | Should -BeOfType InvalidOperationException
        $thrown.CategoryInfo.Category | Should -Be InvalidOperation
        $thrown.FullyQualifiedErrorId |
            Should -Be 'Amazon.Comprehend.Model.ResourceNotFoundException,Amazon.PowerShell.Cmdlets.COMP.GetCOMPDocumentClassifierCmdlet'
        $inner = $thrown.Exception.InnerException
        $inner | Should -BeOfType Amazon.Comprehend.AmazonComprehendException
        $inner | Should -BeOfType Amazon.Runtime.AmazonServiceException
        $inner.ErrorCode | Should -Be ResourceNotFoundException
        $inner.RequestId | Should -Not -BeNullOrEmpty
        [int] $inner.StatusCode | Should -Be 400
        $thrown.Exception.Message | Should -Be $inner.Message
    }

    It 'have the cmdlet as their target, with the secrets that it was given' {
        Enter-AwsStub -AccessKey @{ AKIAONE = 'owner' }
        $thrown = Get-Thrown { Get-COMPDocumentClassifier $unknownVersion -AccessKey AKIAONE -SecretKey 'very secret' -Region us-west-2 }
        $thrown.TargetObject.SecretKey | Should -Be 'very secret'
    }

    It 'of KMS are of the real SDK' {
        $thrown = Get-Thrown { Get-KMSKey '99999999-12ab-34cd-56ef-1234567890ab' @owner }
        $thrown.Exception.InnerException | Should -BeOfType Amazon.KeyManagementService.Model.NotFoundException
    }

    It '<Kind> of <Operation> is <Type> (<Code>, <Status>)' -ForEach @(
        @{ Kind = 'Throttle'; Operation = 'DescribeDocumentClassifier'; Type = 'Amazon.Comprehend.Model.TooManyRequestsException'; Code = 'TooManyRequestsException'; Status = 400 }
        @{ Kind = 'Throttle'; Operation = 'DescribeResourcePolicy'; Type = 'Amazon.Comprehend.AmazonComprehendException'; Code = 'ThrottlingException'; Status = 400 }
        @{ Kind = 'Throttle'; Operation = 'GetKeyPolicy'; Type = 'Amazon.KeyManagementService.AmazonKeyManagementServiceException'; Code = 'ThrottlingException'; Status = 400 }
        @{ Kind = 'Throttle'; Operation = 'GetCallerIdentity'; Type = 'Amazon.SecurityToken.AmazonSecurityTokenServiceException'; Code = 'Throttling'; Status = 400 }
        @{ Kind = 'ServerError'; Operation = 'DescribeResourcePolicy'; Type = 'Amazon.Comprehend.Model.InternalServerException'; Code = 'InternalServerException'; Status = 500 }
        @{ Kind = 'ServerError'; Operation = 'GetKeyPolicy'; Type = 'Amazon.KeyManagementService.Model.KMSInternalException'; Code = 'KMSInternalException'; Status = 500 }
        @{ Kind = 'ExpiredCredentials'; Operation = 'DescribeResourcePolicy'; Type = 'Amazon.Comprehend.AmazonComprehendException'; Code = 'ExpiredTokenException'; Status = 400 }
        @{ Kind = 'ExpiredCredentials'; Operation = 'GetCallerIdentity'; Type = 'Amazon.SecurityToken.AmazonSecurityTokenServiceException'; Code = 'ExpiredToken'; Status = 400 }
        @{ Kind = 'AccessDenied'; Operation = 'GetKeyPolicy'; Type = 'Amazon.KeyManagementService.AmazonKeyManagementServiceException'; Code = 'AccessDeniedException'; Status = 400 }
    ) {
        $call = @{
            DescribeDocumentClassifier = { Get-COMPDocumentClassifier $version @owner }
            DescribeResourcePolicy     = { Get-COMPResourcePolicy $version @owner }
            GetKeyPolicy               = { Get-KMSKeyPolicy $key @owner }
            GetCallerIdentity          = { Get-STSCallerIdentity @owner }
        }[$Operation]
        Add-AwsStubFault $Operation -Call 2 -Kind $Kind
        & $call | Should -Not -BeNullOrEmpty
        $inner = (Get-Thrown $call).Exception.InnerException
        $inner.GetType().FullName | Should -Be $Type
        $inner.ErrorCode | Should -Be $Code
        [int] $inner.StatusCode | Should -Be $Status
        & $call | Should -Not -BeNullOrEmpty
    }

    It 'TimeoutAfterWork has no code, and the work is done' {
        Add-AwsStubFault PutResourcePolicy -Kind TimeoutAfterWork
        $inner = (Get-Thrown { Write-COMPResourcePolicy $version -ResourcePolicy $policy -Force @owner }).Exception.InnerException
        $inner.GetType().FullName | Should -Be 'Amazon.Runtime.AmazonClientException'
        $inner.InnerException | Should -BeOfType TimeoutException
        (Get-COMPResourcePolicy $version @owner).ResourcePolicy | Should -Be $policy
    }

    It 'ChangeKeyPolicy takes the other writer''s policy' {
        $text = (Get-KMSKeyPolicy $key @owner) -replace 'Enable IAM User Permissions', 'Somebody else'
        Add-AwsStubFault GetKeyPolicy -Kind ChangeKeyPolicy -Policy $text
        Get-KMSKeyPolicy $key @owner | Should -BeLike '*Somebody else*'
    }

    It 'come where a value breaks the rules of the API' {
        (Get-Thrown { Get-COMPResourcePolicy nonsense @owner }).Exception.InnerException.ErrorCode | Should -Be ValidationException
        (Get-Thrown { Get-KMSKeyPolicy alias/none @owner }).Exception.InnerException.ErrorCode | Should -Be NotFoundException
    }

    It 'say so when nothing was entered' {
        Exit-AwsStub
        (Get-Thrown { Get-STSCallerIdentity @owner }).Exception.Message | Should -BeLike '*Enter-AwsStub*'
    }
}
