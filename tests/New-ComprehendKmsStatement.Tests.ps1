BeforeAll {
    . $PSScriptRoot/Common.ps1
    $root = 'arn:aws:iam::444455556666:root'
    $sourceArn = 'aws:SourceArn'
    $encryptionContext = 'kms:EncryptionContext:aws:comprehend:arn'
}

Describe 'New-ComprehendKmsStatement' {
    Context 'plain' {
        It 'authors two statements for one version' {
            $use, $grant = New-ComprehendKmsStatement -ModelArn $version -Principal $importer

            $use | Should -BeOfType ComprehendSharing.Policies.PolicyStatement
            $json = $use.ToJson() | ConvertFrom-Json
            $json.Effect | Should -BeExactly 'Allow'
            $json.Principal.AWS | Should -BeExactly $root
            $json.Action | Should -Be 'kms:Decrypt', 'kms:GenerateDataKey'
            $json.Resource | Should -BeExactly '*'
            $json.Condition | ConvertTo-Json -Compress | Should -BeExactly "{`"StringEquals`":{`"$sourceArn`":`"$version`"}}"
            $json.Sid | Should -Match '^ComprehendSharing[A-Za-z0-9]+$'

            $json = $grant.ToJson() | ConvertFrom-Json
            $json.Effect | Should -BeExactly 'Allow'
            $json.Principal.AWS | Should -BeExactly $root
            $json.Action | Should -BeExactly 'kms:CreateGrant'
            $json.Condition | ConvertTo-Json -Compress | Should -BeExactly "{`"StringEquals`":{`"$encryptionContext`":`"$version`"}}"
            $json.Sid | Should -Match '^ComprehendSharing[A-Za-z0-9]+$'
            $json.Sid | Should -Not -BeExactly $use.Sid
        }

        It 'never puts aws:SourceArn on kms:CreateGrant (<Scope>, <Form>)' -ForEach @(
            foreach ($scope in 'ModelVersion', 'Model', 'Account', 'Service') {
                foreach ($form in 'Split', 'Compact') {
                    @{ Scope = $scope; Form = $form }
                }
            }
        ) {
            $statement = New-ComprehendKmsStatement $version $importer -Scope $Scope -Form $Form -WarningAction Ignore
            $grant = $statement | Where-Object { $_.Action -contains 'kms:CreateGrant' }
            $grant.Condition.Key | Should -Be $encryptionContext
            # And none of the three actions is ever without a condition.
            $statement | ForEach-Object { $_.Condition | Should -HaveCount 1 }
            $statement.Action | Sort-Object | Should -Be 'kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey'
        }

        It 'reaches as far as the scope <Scope>' -ForEach @(
            @{ Scope = 'ModelVersion'; Use = 'StringEquals'; Grant = 'StringEquals'; Value = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2' }
            @{ Scope = 'Model'; Use = 'ArnLike'; Grant = 'StringLike'; Value = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/*' }
            @{ Scope = 'Account'; Use = 'ArnLike'; Grant = 'StringLike'; Value = 'arn:aws:comprehend:us-west-2:111122223333:*' }
            @{ Scope = 'Service'; Use = 'StringLike'; Grant = 'StringLike'; Value = 'arn:aws:comprehend:*' }
        ) {
            $statement = New-ComprehendKmsStatement $version $importer -Scope $Scope -WarningAction Ignore
            "$($statement[0].Condition)" | Should -BeExactly "$Use $sourceArn = $Value"
            "$($statement[1].Condition)" | Should -BeExactly "$Grant $encryptionContext = $Value"
        }

        It 'is one statement in the compact form' {
            $statement = New-ComprehendKmsStatement $version $importer -Form Compact
            $statement | Should -HaveCount 1
            "$($statement.Condition)" | Should -BeExactly "StringEquals $encryptionContext = $version"
        }

        It 'keeps the partition of the model' {
            $gov = 'arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:document-classifier/tickets/version/v2'
            $statement = New-ComprehendKmsStatement $gov $importer -Scope Account
            "$($statement[0].Principal)" | Should -BeExactly 'arn:aws-us-gov:iam::444455556666:root'
            "$($statement[0].Condition.Value)" | Should -BeExactly 'arn:aws-us-gov:comprehend:us-gov-west-1:111122223333:*'
        }

        It 'puts a service under Service' {
            $principal = ((New-ComprehendKmsStatement $version comprehend.amazonaws.com, $role)[0].ToJson() | ConvertFrom-Json).Principal
            $principal.Service | Should -BeExactly 'comprehend.amazonaws.com'
            $principal.AWS | Should -BeExactly $role
        }

        It 'warns of the scope Service alone' {
            (Invoke-Captured { New-ComprehendKmsStatement $version $importer -Scope Service }).Warning | Should -BeLike '*every Comprehend model under the key*'
            (Invoke-Captured { New-ComprehendKmsStatement $version $importer -Scope Account }).Warning | Should -BeNullOrEmpty
        }

        It 'takes <Name>' -ForEach @(
            @{ Name = 'a bare account id'; Script = { New-ComprehendKmsStatement $version -Principal 444455556666 }; Expected = 'arn:aws:iam::444455556666:root' }
            @{ Name = 'a bare account id with a leading zero'; Script = { New-ComprehendKmsStatement $version -Principal 012345678901 }; Expected = 'arn:aws:iam::012345678901:root' }
        ) {
            "$((& $Script)[0].Principal)" | Should -BeExactly $Expected
        }
    }

    Context 'pipeline' {
        It 'binds ARNs by value' {
            $statement = $version, $plainVersion | New-ComprehendKmsStatement -Principal $importer
            $statement.Condition.Value | Should -Be $version, $version, $plainVersion, $plainVersion
        }

        It 'binds model and principal of a policy as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (New-ComprehendModelPolicy $version $importer))[$_]
            $use, $grant = $form | New-ComprehendKmsStatement
            "$($use.Principal) $($use.Condition.Value)" | Should -BeExactly "$root $version"
            "$($grant.Principal) $($grant.Condition.Value)" | Should -BeExactly "$root $version"
        }

        It 'binds the properties of a [pscustomobject]' {
            $statement = [pscustomobject]@{ ModelArn = $version; Principal = $role } | New-ComprehendKmsStatement
            "$($statement[0].Principal) $($statement[0].Condition.Value)" | Should -BeExactly "$role $version"
        }

        It 'binds what Get-COMPDocumentClassifier writes' {
            (Get-Classifier | New-ComprehendKmsStatement -Principal $importer)[1].Condition.Value | Should -BeExactly $version
        }

        It 'stops when the next command has enough' {
            $seen = [System.Collections.Generic.List[int]]::new()
            1..5 | ForEach-Object { $seen.Add($_); $version } | New-ComprehendKmsStatement -Principal $importer | Select-Object -First 1 |
                Should -HaveCount 1
            $seen | Should -HaveCount 1
        }
    }

    Context 'refusals' {
        It 'goes on with the next model after one in another partition' {
            $china = 'arn:aws-cn:comprehend:cn-north-1:111122223333:document-classifier/tickets/version/v2'
            $result = Invoke-Captured { $version, $china, $plainVersion | New-ComprehendKmsStatement -Principal $role -Form Compact }
            Assert-ItemError $result.Error PartitionMismatch New-ComprehendKmsStatement InvalidArgument $china
            $result.Output.Condition.Value | Should -Be $version, $plainVersion
        }

        It 'refuses the principal <Principal> as <Id>' -ForEach @(
            @{ Principal = '*'; Id = 'PublicPrincipal'; Category = 'PermissionDenied' }
            @{ Principal = 'AROACKCEVSQ6C2EXAMPLE'; Id = 'StalePrincipal'; Category = 'InvalidArgument' }
        ) {
            $result = Invoke-Captured { New-ComprehendKmsStatement $version $Principal }
            Assert-ItemError $result.Error $Id New-ComprehendKmsStatement $Category $version
            $result.Output | Should -BeNullOrEmpty
        }

        It 'refuses the principal <Principal> as <Id> where it is bound' -ForEach @(
            @{ Principal = 'arn:aws:iam::444455556666:group/scientists'; Id = 'PrincipalIsGroup' }
            @{ Principal = 'arn:aws:iam::444455556666:user/*'; Id = 'PrincipalHasWildcard' }
            @{ Principal = 'everyone'; Id = 'InvalidPrincipal' }
            @{ Principal = 12345678901; Id = 'AccountIdNotQuoted' }
        ) {
            (Get-Cause (Get-Thrown { New-ComprehendKmsStatement $version $Principal })).ErrorId | Should -Be $Id
        }

        It 'refuses <Name>' -ForEach @(
            @{ Name = 'no model'; ModelArn = @() }
            @{ Name = 'a null model'; ModelArn = $null }
            @{ Name = 'an ARN of KMS'; ModelArn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' }
        ) {
            { New-ComprehendKmsStatement -ModelArn $ModelArn -Principal $importer } | Should -Throw -ErrorId '*,ComprehendSharing.Commands.NewComprehendKmsStatementCommand'
        }

        It 'knows no other scope' {
            { New-ComprehendKmsStatement $version $importer -Scope Everything } | Should -Throw -ErrorId 'CannotConvertArgumentNoMessage,*'
        }
    }
}
