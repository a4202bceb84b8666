BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Get-ComprehendConditionKey' {
    It 'shows what an action can carry' {
        $found = Get-ComprehendConditionKey ImportModel
        $found | ForEach-Object { $_ | Should -BeOfType ComprehendSharing.ConditionKeys.ConditionKeyUse }
        $found.Action | Should -Be 'comprehend:ImportModel', 'comprehend:ImportModel', 'comprehend:ImportModel'
        $found.Key | Should -Be 'comprehend:ModelKmsKey', 'aws:RequestTag/${TagKey}', 'aws:TagKeys'
        $found.Type | Should -Be 'Arn', 'String', 'String'
        $found.IsMultivalued | Should -Be $false, $false, $true
    }

    It 'shows which actions can carry a key' {
        (Get-ComprehendConditionKey -Key ModelKmsKey).Action | Should -Be @(
            'comprehend:CreateDocumentClassifier', 'comprehend:CreateEntityRecognizer', 'comprehend:CreateFlywheel'
            'comprehend:ImportModel', 'comprehend:UpdateFlywheel'
        )
    }

    It 'says where every line comes from, and when it was read' {
        $found = Get-ComprehendConditionKey
        $found.Count | Should -BeGreaterThan 60
        $found.Source | Select-Object -Unique | Should -BeExactly 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncomprehend.html'
        $found.SourceDate | Select-Object -Unique | Should -BeExactly ([ComprehendSharing.ConditionKeys.ConditionKeyTable]::SourceDate)
    }

    It 'has the whole table' {
        $row = [ComprehendSharing.ConditionKeys.ConditionKeyTable]::All | ForEach-Object { $action = $_.Action; $_.Key | ForEach-Object { "${action}: $_" } }
        Get-ComprehendConditionKey | ForEach-Object { "$_" } | Should -Be $row
    }

    It 'takes <Name> for <Count> of the table' -ForEach @(
        @{ Name = 'comprehend:importmodel, MODELKMSKEY'; With = @{ Action = 'comprehend:importmodel'; Key = 'MODELKMSKEY' }; Count = 1 }
        @{ Name = 'Create*, Vpc*'; With = @{ Action = 'Create*'; Key = 'Vpc*' }; Count = 6 }
        @{ Name = '?mportModel, aws:*'; With = @{ Action = '?mportModel'; Key = 'aws:*' }; Count = 2 }
        @{ Name = 'a tag'; With = @{ Action = 'ImportModel'; Key = 'aws:RequestTag/team' }; Count = 1 }
        @{ Name = 'the family of tags'; With = @{ Action = 'ImportModel'; Key = 'aws:RequestTag/${TagKey}' }; Count = 1 }
        @{ Name = 'patterns that overlap'; With = @{ Action = 'ImportModel', 'Import*', '*'; Key = 'ModelKmsKey', 'Model*' }; Count = 5 }
        @{ Name = 'an action without keys'; With = @{ Action = 'PutResourcePolicy' }; Count = 0 }
        @{ Name = 'patterns that fit nothing'; With = @{ Action = 'Make*'; Key = 'Nothing*' }; Count = 0 }
    ) {
        $result = Invoke-Captured { Get-ComprehendConditionKey @With }
        $result.Error | Should -BeNullOrEmpty
        $result.Output | Should -HaveCount $Count
    }

    It 'refuses an unknown action, and goes on' {
        $result = Invoke-Captured { Get-ComprehendConditionKey TrainModel, ImportModel }
        Assert-ItemError $result.Error UnknownAction Get-ComprehendConditionKey InvalidArgument TrainModel
        $result.Output | Should -HaveCount 3
    }

    It 'refuses an unknown key, and goes on: <_>' -ForEach 'KmsKey', 'aws:SourceIp', 'kms:ViaService' {
        $unknown = $_
        $result = Invoke-Captured { Get-ComprehendConditionKey -Key $unknown, ModelKmsKey }
        Assert-ItemError $result.Error UnknownConditionKey Get-ComprehendConditionKey InvalidArgument $unknown
        $result.Output | Should -HaveCount 5
    }

    It 'stops when the next command has enough' {
        Get-ComprehendConditionKey | Select-Object -First 1 | Should -HaveCount 1
    }
}
