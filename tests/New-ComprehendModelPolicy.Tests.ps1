BeforeAll {
    . $PSScriptRoot/Common.ps1
    Reset-Sandbox
}

AfterAll {
    Exit-ComprehendSandbox -ErrorAction Ignore
}

Describe 'New-ComprehendModelPolicy' {
    Context 'plain' {
        It 'authors the policy of the developer guide' {
            $policy = New-ComprehendModelPolicy -ModelArn $version -Principal 444455556666

            $policy | Should -BeOfType ComprehendSharing.Sharing.ModelPolicy
            "$($policy.ModelArn)" | Should -BeExactly $version
            $policy.ResourceArn | Should -BeExactly $version
            "$($policy.Principal)" | Should -BeExactly $importer
            $policy.Status | Should -Be 'None'
            $policy.PolicyRevisionId | Should -BeNullOrEmpty
            $policy.ResourcePolicy | Should -BeExactly '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}]}'
            ($policy.Document.ToJson() | ConvertFrom-Json | ConvertTo-Json -Depth 9 -Compress) | Should -BeExactly $policy.ResourcePolicy
        }

        It 'takes model and principal by position' {
            $policy = New-ComprehendModelPolicy $version $importer
            "$($policy.ModelArn) $($policy.Principal)" | Should -BeExactly "$version $importer"
        }

        It 'needs no model: the text names none' {
            $policy = New-ComprehendModelPolicy -Principal $importer
            $policy.ModelArn | Should -BeNullOrEmpty
            $policy.ResourcePolicy | Should -BeExactly (New-ComprehendModelPolicy $version $importer).ResourcePolicy
        }

        It 'names accounts, roots, users, roles and services, and gives the statement a Sid' {
            $user = 'arn:aws:iam::777788889999:user/team/eva'
            $policy = New-ComprehendModelPolicy $version $importer, $user, $role -ServicePrincipal comprehend.amazonaws.com -Sid ShareTickets
            $statement = ($policy.ResourcePolicy | ConvertFrom-Json).Statement

            $statement.Sid | Should -BeExactly 'ShareTickets'
            $statement.Principal.AWS | Should -Be $importer, $user, $role
            $statement.Principal.Service | Should -Be 'comprehend.amazonaws.com'
            "$($policy.Principal)" | Should -BeExactly "$importer $user $role comprehend.amazonaws.com"
        }

        It 'names a principal once that is given twice, as an account and as its root' {
            $policy = New-ComprehendModelPolicy $version $importer, 'arn:aws:iam::444455556666:root'
            "$($policy.Principal)" | Should -BeExactly $importer
        }

        It 'takes <Name>' -ForEach @(
            @{ Name = 'a bare account id'; Script = { New-ComprehendModelPolicy -Principal 444455556666 }; Expected = '444455556666' }
            @{ Name = 'a quoted account id with a leading zero'; Script = { New-ComprehendModelPolicy -Principal '012345678901' }; Expected = '012345678901' }
            @{ Name = 'a bare account id with a leading zero'; Script = { New-ComprehendModelPolicy -Principal 012345678901 }; Expected = '012345678901' }
            @{ Name = 'a number of 12 digits in a variable'; Script = { $number = 444455556666; New-ComprehendModelPolicy -Principal $number }; Expected = '444455556666' }
            @{ Name = 'a list of bare account ids'; Script = { New-ComprehendModelPolicy -Principal 444455556666, 777788889999 }; Expected = '444455556666 777788889999' }
        ) {
            "$((& $Script).Principal)" | Should -BeExactly $Expected
        }
    }

    Context 'pipeline' {
        It 'binds ARNs by value' {
            $policy = $version, $plainVersion | New-ComprehendModelPolicy -Principal $importer
            $policy.ResourceArn | Should -Be $version, $plainVersion
        }

        It 'binds a list of ARNs' {
            (New-ComprehendModelPolicy -ModelArn $version, $plainVersion -Principal $importer).ResourceArn | Should -Be $version, $plainVersion
        }

        It 'binds model and principal of its own output as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $form = (Get-Form (New-ComprehendModelPolicy $version $importer, $role))[$_]
            $policy = $form | New-ComprehendModelPolicy
            $policy.ResourceArn | Should -BeExactly $version
            "$($policy.Principal)" | Should -BeExactly "$importer $role"
        }

        It 'binds the properties of a [pscustomobject]' {
            $policy = [pscustomobject]@{ ModelArn = $version; Principal = $importer, $role; Value = $plainVersion } | New-ComprehendModelPolicy
            $policy.ResourceArn | Should -BeExactly $version
            "$($policy.Principal)" | Should -BeExactly "$importer $role"
        }

        It 'binds the <_> of an AWS object' -ForEach 'ResourceArn', 'DocumentClassifierArn', 'EntityRecognizerArn' {
            ([pscustomobject]@{ $_ = $version; Status = 'TRAINED' } | New-ComprehendModelPolicy -Principal $importer).ResourceArn | Should -BeExactly $version
        }

        It 'binds what Get-COMPDocumentClassifier writes' {
            (Get-Classifier | New-ComprehendModelPolicy -Principal $importer).ResourceArn | Should -BeExactly $version
        }

        It 'stops when the next command has enough' {
            $seen = [System.Collections.Generic.List[int]]::new()
            $policy = 1..5 | ForEach-Object { $seen.Add($_); $version } | New-ComprehendModelPolicy -Principal $importer | Select-Object -First 1
            $policy.ResourceArn | Should -BeExactly $version
            $seen | Should -HaveCount 1
        }
    }

    Context 'dry run' {
        It 'is Planned under -WhatIf, and no call is made' {
            $calls = (Get-ComprehendSandbox).Call.Count
            (New-ComprehendModelPolicy $version $importer -WhatIf).Status | Should -Be 'Planned'
            (Get-ComprehendSandbox).Call | Should -HaveCount $calls
        }

        It 'asks nobody: it changes nothing' {
            $ConfirmPreference = 'Low'
            (New-ComprehendModelPolicy $version $importer).Status | Should -Be 'None'
        }
    }

    Context 'refusals' {
        It 'goes on with the next model after one in another partition' {
            $china = 'arn:aws-cn:comprehend:cn-north-1:111122223333:document-classifier/tickets/version/v2'
            $result = Invoke-Captured { $version, $china, $plainVersion | New-ComprehendModelPolicy -Principal $role }
            Assert-ItemError $result.Error PartitionMismatch New-ComprehendModelPolicy InvalidArgument $china
            $result.Output.ResourceArn | Should -Be $version, $plainVersion
        }

        It 'goes on with the next object after one that is no model' {
            $result = Invoke-Captured { $version, 'nonsense', $plainVersion | New-ComprehendModelPolicy -Principal $importer }
            $result.Error.FullyQualifiedErrorId | Should -Be 'InputObjectNotBound,ComprehendSharing.Commands.NewComprehendModelPolicyCommand'
            $result.Error.TargetObject | Should -Be 'nonsense'
            $result.Output.ResourceArn | Should -Be $version, $plainVersion
        }

        It 'refuses the principal <Principal> as <Id>' -ForEach @(
            @{ Principal = '*'; Id = 'PublicPrincipal'; Category = 'PermissionDenied' }
            @{ Principal = 'AIDACKCEVSQ6C2EXAMPLE'; Id = 'StalePrincipal'; Category = 'InvalidArgument' }
            @{ Principal = 'AROACKCEVSQ6C2EXAMPLE'; Id = 'StalePrincipal'; Category = 'InvalidArgument' }
        ) {
            $result = Invoke-Captured { New-ComprehendModelPolicy $version $Principal }
            Assert-ItemError $result.Error $Id New-ComprehendModelPolicy $Category $version
            $result.Output | Should -BeNullOrEmpty
        }

        It 'refuses the principal <Principal> as <Id> where it is bound' -ForEach @(
            @{ Principal = 'arn:aws:iam::444455556666:group/scientists'; Id = 'PrincipalIsGroup' }
            @{ Principal = 'arn:aws:iam::444455556666:role/*'; Id = 'PrincipalHasWildcard' }
            @{ Principal = '44445555666'; Id = 'InvalidPrincipal' }
            @{ Principal = ''; Id = 'InvalidPrincipal' }
            @{ Principal = ' '; Id = 'InvalidPrincipal' }
            @{ Principal = 12345678901; Id = 'AccountIdNotQuoted' }
            @{ Principal = -444455556666; Id = 'AccountIdNotQuoted' }
        ) {
            $thrown = Get-Thrown { New-ComprehendModelPolicy $version $Principal }
            (Get-Cause $thrown).ErrorId | Should -Be $Id
            $thrown.Exception.Message | Should -BeLike "*$((Get-Cause $thrown).Recommendation)*"
        }

        It 'says how to quote an account id that lost its leading zero' {
            { $number = 12345678901; New-ComprehendModelPolicy -Principal $number } | Should -Throw "*Quote it: '012345678901'.*"
        }

        It 'refuses <Name> as principal' -ForEach @(
            @{ Name = 'null'; Principal = $null; Id = 'ParameterArgumentValidationErrorNullNotAllowed' }
            @{ Name = 'an empty list'; Principal = @(); Id = 'ParameterArgumentValidationErrorEmptyArrayNotAllowed' }
            @{ Name = 'a list with a null'; Principal = @('444455556666', $null); Id = 'ParameterArgumentValidationErrorNullNotAllowed' }
        ) {
            { New-ComprehendModelPolicy $version $Principal } | Should -Throw -ErrorId "$Id,*"
        }

        It 'refuses the model <Arn>' -ForEach @(
            @{ Arn = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' }
            @{ Arn = 'arn:aws:comprehend:us-west-2:111122223333:flywheel/tickets' }
            @{ Arn = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/*' }
            @{ Arn = 'arn:aws:comprehend:us-west-2::document-classifier/tickets/version/v2' }
            @{ Arn = 'tickets' }
            @{ Arn = '' }
            @{ Arn = 5 }
        ) {
            $cause = Get-Cause (Get-Thrown { New-ComprehendModelPolicy -ModelArn $Arn -Principal $importer })
            $cause.ErrorId | Should -Be 'InvalidModelArn'
            $cause.Target | Should -BeExactly "$Arn"
        }

        It 'refuses <_> as a service' -ForEach '444455556666', '*', 'comprehend', 'example.com' {
            $result = Invoke-Captured { New-ComprehendModelPolicy $version $importer -ServicePrincipal $_ }
            Assert-ItemError $result.Error InvalidServicePrincipal New-ComprehendModelPolicy InvalidArgument $version
            $result.Output | Should -BeNullOrEmpty
        }

        It 'makes of a null model a policy for no model, which nothing takes further' {
            $result = Invoke-Captured { $null | New-ComprehendModelPolicy -Principal $importer | Set-ComprehendModelPolicy }
            $result.Error.FullyQualifiedErrorId | Should -BeLike '*,ComprehendSharing.Commands.SetComprehendModelPolicyCommand'
            Get-Write | Should -BeNullOrEmpty
        }
    }
}
