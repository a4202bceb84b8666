# Every parameter of AWS.Tools that this module uses is one of the cmdlet, by its own name, and takes what it is given. Which ones are used
# is what a proxy before each cmdlet is called with, while every operation is made with all that can be given.
BeforeDiscovery {
    # What is used, and the type that the sources of AWS.Tools give it; they are named at the top of the stubs.
    $common = 'ProfileName string', 'ProfileLocation string', 'AccessKey string', 'SecretKey string', 'SessionToken string',
    'Credential Amazon.Runtime.AWSCredentials', 'EndpointUrl string'
    $region = @('Region object')
    $training = 'VersionName string', 'DataAccessRoleArn string', 'LanguageCode Amazon.Comprehend.LanguageCode',
    'InputDataConfig_AugmentedManifest Amazon.Comprehend.Model.AugmentedManifestsListItem[]', 'VolumeKmsKeyId string', 'ModelKmsKeyId string',
    'VpcConfig_SecurityGroupId string[]', 'VpcConfig_Subnet string[]', 'ModelPolicy string', 'Tag Amazon.Comprehend.Model.Tag[]', 'ClientRequestToken string',
    'Force switch'
    $used = [ordered]@{
        'Write-COMPResourcePolicy'       = $region + 'ResourceArn string', 'ResourcePolicy string', 'PolicyRevisionId string', 'Force switch'
        'Get-COMPResourcePolicy'         = $region + 'ResourceArn string'
        'Remove-COMPResourcePolicy'      = $region + 'ResourceArn string', 'PolicyRevisionId string', 'Force switch'
        'Import-COMPModel'               = $region + 'SourceModelArn string', 'ModelName string', 'VersionName string', 'ModelKmsKeyId string',
        'DataAccessRoleArn string', 'Tag Amazon.Comprehend.Model.Tag[]', 'Force switch'
        'Get-COMPDocumentClassifier'     = $region + 'DocumentClassifierArn string'
        'Get-COMPEntityRecognizer'       = $region + 'EntityRecognizerArn string'
        'Get-COMPDocumentClassifierList' = $region + 'Filter_DocumentClassifierName string', 'NextToken string', 'NoAutoIteration switch', 'Select string'
        'Get-COMPEntityRecognizerList'   = $region + 'Filter_RecognizerName string', 'NextToken string', 'NoAutoIteration switch', 'Select string'
        'New-COMPDocumentClassifier'     = $region + $training + 'DocumentClassifierName string', 'Mode Amazon.Comprehend.DocumentClassifierMode',
        'InputDataConfig_DataFormat Amazon.Comprehend.DocumentClassifierDataFormat', 'InputDataConfig_S3Uri string', 'OutputDataConfig_S3Uri string',
        'OutputDataConfig_KmsKeyId string'
        'New-COMPEntityRecognizer'       = $region + $training + 'RecognizerName string', 'InputDataConfig_EntityType Amazon.Comprehend.Model.EntityTypesListItem[]',
        'InputDataConfig_DataFormat Amazon.Comprehend.EntityRecognizerDataFormat', 'Documents_S3Uri string', 'Annotations_S3Uri string', 'EntityList_S3Uri string'
        'New-COMPEndpoint'               = $region + 'EndpointName string', 'ModelArn string', 'DesiredInferenceUnit Nullable[int]', 'DataAccessRoleArn string',
        'Tag Amazon.Comprehend.Model.Tag[]', 'ClientRequestToken string', 'Force switch'
        'Get-COMPEndpoint'               = $region + 'EndpointArn string'
        'Get-KMSKey'                     = $region + 'KeyId string'
        'Get-KMSKeyPolicy'               = $region + 'KeyId string', 'PolicyName string'
        'Write-KMSKeyPolicy'             = $region + 'KeyId string', 'PolicyName string', 'Policy string', 'Force switch'
        'Get-STSCallerIdentity'          = $region
    }
    $cmdlet = foreach ($name in $used.Keys) {
        @{ Name = $name; Parameter = @($used[$name]) + $common }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/AwsStub.ps1
    Exit-ComprehendSandbox -ErrorAction Ignore
    Import-AwsStub
    $stub = @{}
    $recorded = @{}
    foreach ($command in Get-Command -Module AWS.Tools.Comprehend, AWS.Tools.KeyManagementService, AWS.Tools.SecurityToken -CommandType Cmdlet) {
        $stub[$command.Name] = $command
        $recorded[$command.Name] = @{}
        $proxy = {
            # A closure does not have the preferences of its caller.
            $ErrorActionPreference = 'Stop'
            $cmdlet = $MyInvocation.MyCommand.Name
            $given = @{}
            for ($i = 0; $i -lt $args.Count; $i += 2) {
                $given[$args[$i].'<CommandParameterName>'] = $args[$i + 1]
            }
            $given.GetEnumerator() | ForEach-Object { $recorded[$cmdlet][$_.Key] = $_.Value }
            & "$($stub[$cmdlet].ModuleName)\$cmdlet" @given
        }
        Set-Item "Function:global:$($command.Name)" $proxy.GetNewClosure()
    }

    $keyOfCopy = '9999abcd-12ab-34cd-56ef-1234567890ab'
    $scenario = Get-Content $PSScriptRoot/../src/ComprehendSharing.Core/Sandbox/default-scenario.json -Raw | ConvertFrom-Json -AsHashtable
    $scenario.accounts[1].keys = @(@{ id = $keyOfCopy; policy = $scenario.accounts[0].keys[0].policy })
    foreach ($name in 'tickets', 'products') {
        $kind = $name -eq 'tickets' ? 'document-classifier' : 'entity-recognizer'
        $scenario.accounts[0].models += 1..2 | ForEach-Object { @{ arn = "arn:aws:comprehend:us-west-2:111122223333:$kind/$name/version/more$_" } }
    }
    ConvertTo-Json -InputObject $scenario -Depth 32 | Set-Content TestDrive:/parameters.json
    Enter-AwsStub TestDrive:/parameters.json -PageSize 1 -TimePerCall 01:00:00 -AccessKey @{
        AKIAOWNER   = @{ ProfileName = 'owner'; SecretKey = 'SECRETKEY'; SessionToken = 'TOKEN' }
        AKIAPARTNER = @{ ProfileName = 'partner'; SecretKey = 'SECRETKEY'; SessionToken = 'TOKEN' }
    }

    # The keys come before the rest, which is passed on all the same.
    $all = @{
        SecretKey = 'SECRETKEY'; SessionToken = 'TOKEN'; ProfileName = 'owner'; ProfileLocation = 'TestDrive:/none'; Region = 'us-west-2'; EndpointUrl = 'http://localhost'
        Credential = Get-AWSCredential -ProfileName owner
    }
    $owner = $all + @{ AccessKey = 'AKIAOWNER' }
    $partner = $all + @{ AccessKey = 'AKIAPARTNER' }
    $policy = New-ComprehendModelPolicy $version, $plainVersion $importer | Set-ComprehendModelPolicy -PassThru @owner
    $bundle = $policy | Grant-ComprehendKmsAccess -PassThru @owner | Get-ComprehendShareBundle @owner
    $null = Get-ComprehendModel -Name tickets @owner
    $null = Get-ComprehendModel -Name products @owner
    $null = $bundle | Import-ComprehendSharedModel -DataAccessRoleArn $role -ModelName all -VersionName v1 -ModelKmsKeyId $keyOfCopy -Tag @{ a = 'b' } -Force @partner
    Set-ComprehendModelPolicy $version -ResourcePolicy (New-ComprehendModelPolicy -Principal $otherImporter).Document -Merge @owner
    Remove-ComprehendModelPolicy $version -Confirm:$false @owner
    Revoke-ComprehendKmsAccess $version -Confirm:$false @owner

    $trainingRole = 'arn:aws:iam::111122223333:role/ComprehendTrainingRole'
    $training = @{
        DataAccessRoleArn = $trainingRole; LanguageCode = 'en'; VolumeKmsKeyId = $key; ModelKmsKeyId = $key; SecurityGroupId = 'sg-1'; SubnetId = 'subnet-1'
        ModelPolicy = New-ComprehendModelPolicy -Principal $importer; Tag = @{ a = 'b' }
    } + $owner
    $manifest = @{ InputS3Uri = 's3://amzn-s3-demo-bucket/m.jsonl'; DataFormat = 'AUGMENTED_MANIFEST'; AttributeName = 'labels' }
    $output = @{ OutputS3Uri = 's3://amzn-s3-demo-bucket/output'; OutputKmsKeyId = $key; Mode = 'MULTI_LABEL' }
    $marks = @{
        DocumentS3Uri = 's3://amzn-s3-demo-bucket/docs'; AnnotationS3Uri = 's3://amzn-s3-demo-bucket/marks.csv'; EntityListS3Uri = 's3://amzn-s3-demo-bucket/list.csv'
    }
    $null = New-ComprehendModel classes -VersionName v1 -InputS3Uri s3://amzn-s3-demo-bucket/train.csv @output @training
    $null = New-ComprehendModel classes -VersionName v2 @manifest @output @training
    $null = New-ComprehendModel entities -VersionName v1 -EntityType PERSON @marks @training
    $null = New-ComprehendModel entities -VersionName v2 -EntityType PERSON @manifest @training
    $null = New-ComprehendEndpoint $version tickets -DesiredInferenceUnit 2 -DataAccessRoleArn $trainingRole -Tag @{ a = 'b' } @owner
}

AfterAll {
    $stub.Keys | ForEach-Object { Remove-Item "Function:$_" }
    Remove-AwsStub
}

Describe 'The parameters of AWS.Tools' {
    It 'are given to the cmdlets of AWS.Tools that this module names, and to no others' {
        $source = Get-Content $PSScriptRoot/../src/ComprehendSharing/Aws/AwsToolsGateway.cs -Raw
        $named = [regex]::Matches($source, '"([A-Z][a-z]+-(COMP|KMS|STS)\w+)"') | ForEach-Object { $_.Groups[1].Value } | Sort-Object -Unique
        $recorded.Keys | Where-Object { $recorded[$_].Count } | Sort-Object | Should -Be $named
    }

    It 'of <Name> that are used are these' -ForEach $cmdlet {
        $recorded[$Name].Keys | Sort-Object | Should -Be ($Parameter | ForEach-Object { (-split $_)[0] } | Sort-Object)
    }

    It 'of <Name> exist with that type, and take what they are given' -ForEach $cmdlet {
        foreach ($row in $Parameter) {
            $parameterName, $type = -split $row
            $parameter = $stub[$Name].Parameters[$parameterName]
            $parameter | Should -Not -BeNullOrEmpty -Because "$Name -$parameterName"
            $parameter.Name | Should -BeExactly $parameterName
            $parameter.ParameterType | Should -Be ($type -as [type]) -Because "$Name -$parameterName"
            $value = $recorded[$Name][$parameterName]
            $value | Should -Not -BeNullOrEmpty -Because "$Name -$parameterName"
            { [System.Management.Automation.LanguagePrimitives]::ConvertTo($value, $parameter.ParameterType) } | Should -Not -Throw
        }
    }
}
