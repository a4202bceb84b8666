# Objects of AWS.Tools into the cmdlets of this module, and objects of this module into those of AWS.Tools. What arrived is what AWS was
# asked for; or what -Select '^Name' gives back, which is the value of that parameter.
BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/AwsStub.ps1
    Exit-ComprehendSandbox -ErrorAction Ignore
    Import-AwsStub
    $owner = @{ ProfileName = 'owner'; Region = 'us-west-2' }
    $partner = @{ ProfileName = 'partner'; Region = 'us-west-2' }
    $otherKey = '9999abcd-12ab-34cd-56ef-1234567890ab'
    $trainingRole = 'arn:aws:iam::111122223333:role/TrainingRole'
    $copy = $version -replace '111122223333', $importer

    # The classifier was trained with a role and other keys, which are nobody's business but its owner's. Nothing has a default profile or
    # region: what a call has, it was given.
    function Reset-Stub {
        $scenario = Get-Content $PSScriptRoot/../src/ComprehendSharing.Core/Sandbox/default-scenario.json -Raw | ConvertFrom-Json -AsHashtable
        $scenario.accounts[0].keys += @{ id = $otherKey; policy = $scenario.accounts[0].keys[0].policy }
        $scenario.accounts[0].models[0].volumeKmsKeyId = $otherKey
        $scenario.accounts[0].models[0].dataAccessRoleArn = $trainingRole
        ConvertTo-Json -InputObject $scenario -Depth 32 | Set-Content TestDrive:/objects.json
        Enter-AwsStub TestDrive:/objects.json -TimePerCall 01:00:00
    }

    # What AWS was asked for by the script.
    function Get-Asked([scriptblock] $Script) {
        $before = (Get-AwsStub).Call.Count
        $null = & $Script
        (Get-AwsStub).Call | Select-Object -Skip $before | ForEach-Object { "$($_.Operation) $($_.Resource)" }
    }

    # The parameters of a cmdlet that an object would bind by property name.
    function Get-Bound([string] $Command, $Object) {
        foreach ($parameter in (Get-Command $Command).Parameters.Values) {
            if ($parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipelineByPropertyName }) {
                $name = @($parameter.Name) + $parameter.Aliases | Where-Object { $Object.PSObject.Properties[$_] }
                if ($name) {
                    $parameter.Name
                }
            }
        }
    }

    function Get-Bundle {
        New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy -ProfileName owner -PassThru |
            Grant-ComprehendKmsAccess -ProfileName owner -PassThru | Get-ComprehendShareBundle -ProfileName owner
    }
}

AfterAll {
    Remove-AwsStub
}

Describe 'Objects of AWS.Tools' {
    BeforeEach { Reset-Stub }

    It 'Get-COMPDocumentClassifierList | Get-ComprehendShareBundle' {
        $null = Get-Bundle
        $bundle = Get-COMPDocumentClassifierList @owner | Get-ComprehendShareBundle -ProfileName owner
        $bundle.SourceModelArn | Should -BeExactly $version
        "$($bundle.KmsKeyArn)" | Should -BeExactly $key
        $bundle.Warning | Should -BeNullOrEmpty
        Get-Asked { Get-COMPDocumentClassifierList @owner | Get-ComprehendShareBundle -ProfileName owner } | Should -Be @(
            'ListDocumentClassifiers *', "DescribeResourcePolicy $version", "DescribeDocumentClassifier $version", "DescribeKey $key"
        )
    }

    It 'Get-COMPEntityRecognizer | Grant-ComprehendKmsAccess' {
        $access = Get-COMPEntityRecognizer $plainVersion @owner | Grant-ComprehendKmsAccess -Principal $importer -ProfileName owner -PassThru
        "$($access.ModelArn) $($access.Status) $($access.Principal)" | Should -BeExactly "$plainVersion NotNeeded $importer"
    }

    It 'Get-COMPDocumentClassifier | Grant-ComprehendKmsAccess edits the key of the model, and no other' {
        $access = Get-COMPDocumentClassifier $version @owner | Grant-ComprehendKmsAccess -Principal $importer -ProfileName owner -PassThru
        "$($access.ModelArn) $($access.KeyArn) $($access.Status)" | Should -BeExactly "$version $key Granted"
        $write = (Get-AwsStub).Call | Where-Object IsWrite
        "$($write.Operation) $($write.Resource)" | Should -BeExactly "PutKeyPolicy $key"
        # It takes back what it gave, by the same object.
        (Get-COMPDocumentClassifier $version @owner | Revoke-ComprehendKmsAccess -ProfileName owner -PassThru -Confirm:$false).Status | Should -Be 'Revoked'
    }

    It '-KeyArn is bound to the ModelKmsKeyId of the classifier' {
        $result = Invoke-Captured {
            [pscustomobject]@{ DocumentClassifierArn = $version; ModelKmsKeyId = $otherKey } | Grant-ComprehendKmsAccess -Principal $importer -ProfileName owner
        }
        Assert-ItemError $result.Error KeyMismatch Grant-ComprehendKmsAccess InvalidArgument $version
        (Get-AwsStub).Call | Where-Object IsWrite | Should -BeNullOrEmpty
    }

    It 'Get-COMPDocumentClassifier | Test-ComprehendShare tests the source, and takes its training role for no import role' {
        $null = Get-Bundle
        $check = Get-COMPDocumentClassifier $version @owner | Test-ComprehendShare -ProfileName owner
        $check.ModelArn | ForEach-Object ToString | Sort-Object -Unique | Should -BeExactly $version
        $check | Where-Object Result -EQ Fail | Should -BeNullOrEmpty
        $role = $check | Where-Object Name -EQ RoleAccount
        $role.Result | Should -Be 'NotChecked'
        $role.Reason | Should -BeLike '*none was given*'
    }

    It 'Get-KMSKey | Get-ComprehendKmsAccess binds its ARN, not its id' {
        $asked = Get-Asked { Get-KMSKey $key @owner | Get-ComprehendKmsAccess $version -ProfileName owner }
        $asked | Should -Contain "GetKeyPolicy $key"
        $arn = Get-KMSKey $key @owner
        $arn.KeyId | Should -Not -Be $arn.Arn
        $access = Get-KMSKey $key @owner | Get-ComprehendKmsAccess $version -ProfileName owner
        "$($access.KeyArn)" | Should -BeExactly $key
        # An id would fit; a wrong ARN does not, so it is the ARN that was looked at.
        $arn.Arn = $arn.Arn -replace '1234abcd', '9999abcd'
        (Invoke-Captured { $arn | Get-ComprehendKmsAccess $version -ProfileName owner }).Error.Exception.ErrorId | Should -Be 'KeyMismatch'
    }

    It '<_> takes nothing of a classifier but its ARN, its key and its status' -ForEach 'Get-ComprehendShareBundle', 'Grant-ComprehendKmsAccess',
    'Revoke-ComprehendKmsAccess', 'Get-ComprehendKmsAccess', 'Test-ComprehendShare', 'Set-ComprehendModelPolicy', 'Get-ComprehendModelPolicy',
    'Remove-ComprehendModelPolicy', 'Get-ComprehendModel', 'Wait-ComprehendModel' {
        $bound = @(Get-Bound $_ (Get-COMPDocumentClassifier $version @owner))
        $bound | Should -Contain 'ModelArn'
        $bound | Where-Object { $_ -notin 'ModelArn', 'KeyArn', 'Status' } | Should -BeNullOrEmpty
    }

    It 'the status of a trained classifier plans nothing' {
        $null = Get-COMPDocumentClassifier $version @owner | Grant-ComprehendKmsAccess -Principal $importer -ProfileName owner
        Get-COMPDocumentClassifier $version @owner | Get-ComprehendKmsAccess -ProfileName owner | ForEach-Object Status | Should -Be 'Granted'
    }

    It 'a copy gives its source to another import, and neither its role, keys, names nor region' {
        $null = Get-Bundle | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role -VersionName first
        $first = Get-COMPDocumentClassifier ($copy -replace 'v2$', 'first') @partner
        $first.SourceModelArn | Should -BeExactly $version
        # What would be passed on, if it could be.
        $first.DataAccessRoleArn = $trainingRole
        $first.ModelKmsKeyId = $otherKey
        $first | Add-Member @{ Region = 'eu-west-1'; Credential = 'no credential'; ProfileName = 'owner'; ModelName = 'first'; Tag = @{ a = 'b' } }
        Get-Bound Import-ComprehendSharedModel $first | Sort-Object | Should -Be 'SourceModelArn', 'Status'

        $second = $first | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role -Force
        "$($second.ModelArn)" | Should -BeExactly $copy
        "$($second.SourceModelArn) $($second.DataAccessRoleArn) $($second.ModelKmsKeyId)" | Should -BeExactly "$version $role "
        $second.Region | Should -BeExactly 'us-west-2'
        (Get-AwsStub).Call[-1].Principal | Should -BeExactly 'arn:aws:iam::444455556666:user/data-scientist'
    }

    It 'a classifier that is nobody''s copy is no source' {
        $result = try { Invoke-Captured { Get-COMPDocumentClassifier $version @owner | Import-ComprehendSharedModel -ProfileName partner } } catch { @{ Error = $_ } }
        $result.Error | Should -HaveCount 1
        (Get-AwsStub).Call | Where-Object Operation -EQ ImportModel | Should -BeNullOrEmpty
    }
}

Describe 'Objects of this module' {
    BeforeEach { Reset-Stub }

    It 'New-ComprehendModelPolicy | Write-COMPResourcePolicy' {
        $policy = New-ComprehendModelPolicy $version $importer
        $revision = $policy | Write-COMPResourcePolicy -Force @owner
        $stored = (Get-AwsStub).Model | Where-Object ModelArn -EQ $version
        $stored.PolicyRevisionId | Should -BeExactly $revision
        $stored.ResourcePolicy | Should -BeExactly $policy.ResourcePolicy
        Get-Bound Write-COMPResourcePolicy $policy | Sort-Object | Should -Be 'PolicyRevisionId', 'ResourceArn', 'ResourcePolicy'
    }

    It 'New-ComprehendModelPolicy | Write-COMPResourcePolicy gives <Parameter> <Value>' -ForEach @(
        @{ Parameter = 'ResourceArn'; Value = { $version } }
        @{ Parameter = 'ResourcePolicy'; Value = { '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}]}' } }
        # The empty text would be refused by AWS.
        @{ Parameter = 'PolicyRevisionId'; Value = { $null } }
    ) {
        $arrived = New-ComprehendModelPolicy $version $importer | Write-COMPResourcePolicy -Force -Select "^$Parameter" @owner
        $arrived | Should -BeExactly (& $Value)
    }

    It 'Get-ComprehendModelPolicy | <Command> gives the revision' -ForEach @{ Command = 'Write-COMPResourcePolicy' }, @{ Command = 'Remove-COMPResourcePolicy' } {
        $revision = New-ComprehendModelPolicy $version $importer | Write-COMPResourcePolicy -Force @owner
        Get-ComprehendModelPolicy $version -ProfileName owner | & $Command -Force -Select ^PolicyRevisionId @owner | Should -BeExactly $revision
    }

    It 'Get-ComprehendShareBundle | Import-COMPModel gives <Parameter> <Value>' -ForEach @(
        @{ Parameter = 'SourceModelArn'; Value = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2' }
        @{ Parameter = 'ModelName'; Value = $null }
        @{ Parameter = 'VersionName'; Value = $null }
        @{ Parameter = 'ModelKmsKeyId'; Value = $null }
        @{ Parameter = 'DataAccessRoleArn'; Value = 'arn:aws:iam::444455556666:role/ComprehendImportRole' }
        @{ Parameter = 'Tag'; Value = $null }
    ) {
        Get-Bundle | Import-COMPModel -Select "^$Parameter" -ProfileName partner -DataAccessRoleArn $role -Force | Should -BeExactly $Value
        $model = (Get-AwsStub).Model[-1]
        "$($model.ModelArn) $($model.SourceModelArn) $($model.DataAccessRoleArn) $($model.ModelKmsKeyId)" | Should -BeExactly "$copy $version $role "
    }

    It 'a bundle tells Import-COMPModel its source and the region, in which it must be imported, and nothing else' {
        $bundle = Get-Bundle
        Get-Bound Import-COMPModel $bundle | Sort-Object | Should -Be 'Region', 'SourceModelArn'
        $told = $bundle | Import-COMPModel -ProfileName partner -DataAccessRoleArn $role -Force -Verbose 4>&1
        $told | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } |
            Should -Be "Invoking Amazon Comprehend operation 'ImportModel' in region 'us-west-2'"
    }

    It 'Get-ComprehendModel | Get-COMPDocumentClassifier, in the region of the model' {
        $model = Get-ComprehendModel -Kind DocumentClassifier @owner
        ($model | Get-COMPDocumentClassifier -ProfileName owner).DocumentClassifierArn | Should -BeExactly $version
        $model | Get-COMPDocumentClassifier -ProfileName owner -Select ^DocumentClassifierArn | Should -BeExactly $version
        Get-Bound Get-COMPDocumentClassifier $model | Sort-Object | Should -Be 'DocumentClassifierArn', 'Region'
    }

    It 'Get-ComprehendModel | Get-COMPEntityRecognizer' {
        Get-ComprehendModel $plainVersion -ProfileName owner | Get-COMPEntityRecognizer -ProfileName owner -Select ^EntityRecognizerArn | Should -BeExactly $plainVersion
    }

    It 'a model of the other kind is refused, and not taken for one' {
        $thrown = Get-Thrown { Get-ComprehendModel $plainVersion -ProfileName owner | Get-COMPDocumentClassifier -ProfileName owner }
        $thrown.Exception.InnerException.ErrorCode | Should -Be 'ValidationException'
        (Get-AwsStub).Call.Operation | Should -Be 'DescribeEntityRecognizer'
    }

    It 'none has a property that is a credential of AWS.Tools' {
        $names = (Get-Command Import-COMPModel).Parameters.Values |
            Where-Object Name -In 'AccessKey', 'SecretKey', 'SessionToken', 'ProfileName', 'ProfileLocation', 'Credential', 'NetworkCredential', 'EndpointUrl', 'ClientConfig', 'Select', 'Force' |
            ForEach-Object { $_.Name; $_.Aliases }
        $property = (Get-Command -Module ComprehendSharing).OutputType.Type | Where-Object { $_ -and $_ -ne [void] } | ForEach-Object { $_.GetProperties().Name }
        $property | Should -Contain 'Region'
        $property | Where-Object { $_ -in $names } | Should -BeNullOrEmpty
    }
}
