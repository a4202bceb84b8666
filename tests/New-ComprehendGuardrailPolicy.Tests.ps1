# That the policies enforce what they say, for every action and setting, is tested in the core (GuardrailEnforcementTests).
BeforeAll {
    . $PSScriptRoot/Common.ps1
    $otherKey = 'arn:aws:kms:us-west-2:111122223333:key/9999abcd-12ab-34cd-56ef-1234567890ab'
    $group = 'sg-0123456789abcdef0'
    $subnet = 'subnet-0123456789abcdef0', 'subnet-0fedcba9876543210'

    function Get-Statement($Policy) {
        @(($Policy.ToJson() | ConvertFrom-Json).Statement)
    }
}

Describe 'New-ComprehendGuardrailPolicy' {
    Context 'to deny' {
        It 'has a statement for each key, with the actions that carry it' {
            $policy = New-ComprehendGuardrailPolicy -RequireKey Volume, Model, Output
            $policy | Should -BeOfType ComprehendSharing.Policies.PolicyDocument
            $policy.Version | Should -BeExactly '2012-10-17'
            $statement = Get-Statement $policy
            $statement.Sid | Should -Be 'RequireVolumeKmsKey', 'RequireModelKmsKey', 'RequireOutputKmsKey'
            $statement.Effect | Should -Be 'Deny', 'Deny', 'Deny'
            $statement.Resource | Should -Be '*', '*', '*'
            $statement[1].Action | Should -Be 'comprehend:CreateDocumentClassifier', 'comprehend:CreateEntityRecognizer', 'comprehend:CreateFlywheel', 'comprehend:ImportModel'
            $statement[1].Condition.Null.'comprehend:ModelKmsKey' | Should -BeExactly 'true'
            $statement | ForEach-Object { $_.Condition.Null.PSObject.Properties | Should -HaveCount 1 }
        }

        It 'takes -<_> for the key that it is about' -ForEach 'VolumeKmsKey', 'ModelKmsKey', 'OutputKmsKey' {
            $with = @{ $_ = $key, $otherKey }
            $statement = (Get-Statement (New-ComprehendGuardrailPolicy @with -Action CreateDocumentClassifier))
            $statement | Should -HaveCount 1
            $statement.Sid | Should -BeExactly "RequireThis$_"
            $statement.Condition.ArnNotEquals."comprehend:$_" | Should -Be $key, $otherKey
        }

        It '-RequireVpc: groups and subnets, each by itself' {
            $statement = Get-Statement (New-ComprehendGuardrailPolicy -RequireVpc)
            $statement.Sid | Should -Be 'RequireVpcSecurityGroupIds', 'RequireVpcSubnets'
            $statement[0].Action | Should -Be $statement[1].Action
            $statement[0].Action | Should -HaveCount 10
        }

        It 'certain groups and subnets: given, and no other' {
            $statement = Get-Statement (New-ComprehendGuardrailPolicy -SecurityGroupId $group -SubnetId $subnet)
            $statement.Sid | Should -Be 'RequireVpcSecurityGroupIds', 'DenyOtherVpcSecurityGroupIds', 'RequireVpcSubnets', 'DenyOtherVpcSubnets'
            $statement[1].Condition.'ForAnyValue:StringNotEquals'.'comprehend:VpcSecurityGroupIds' | Should -BeExactly $group
            $statement[3].Condition.'ForAnyValue:StringNotEquals'.'comprehend:VpcSubnets' | Should -Be $subnet
            'comprehend:UpdateFlywheel' | Should -Not -BeIn $statement[2].Action
            'comprehend:UpdateFlywheel' | Should -BeIn $statement[3].Action
        }

        It 'only -SubnetId says nothing of groups' {
            (Get-Statement (New-ComprehendGuardrailPolicy -SubnetId $subnet)).Sid | Should -Be 'RequireVpcSubnets', 'DenyOtherVpcSubnets'
        }

        It 'an update may leave the key out, but not give another one' {
            $statement = Get-Statement (New-ComprehendGuardrailPolicy -ModelKmsKey $key -Action UpdateFlywheel)
            $statement | Should -HaveCount 1
            $statement.Condition.ArnNotEquals.'comprehend:ModelKmsKey' | Should -BeExactly $key
            $statement.Condition.Null.'comprehend:ModelKmsKey' | Should -BeExactly 'false'
        }

        It 'names actions, also where -Action has wildcards' {
            $statement = Get-Statement (New-ComprehendGuardrailPolicy -RequireKey Output -Action 'comprehend:Start*Job', 'CREATE*')
            $statement.Action | Should -HaveCount 10
            $statement.Action | Should -Contain 'comprehend:CreateDocumentClassifier'
            $statement.Action | Should -Not -Match '\*'
        }
    }

    Context 'to allow' {
        It 'has a statement for each set of keys that actions share' {
            $statement = Get-Statement (New-ComprehendGuardrailPolicy -Effect Allow -ModelKmsKey $key -RequireVpc -Action Create*, Import*)
            $statement.Effect | Should -Be 'Allow', 'Allow'
            $statement[0].Action | Should -Be 'comprehend:CreateDocumentClassifier', 'comprehend:CreateEntityRecognizer', 'comprehend:CreateFlywheel'
            $statement[0].Condition.ArnEquals.'comprehend:ModelKmsKey' | Should -BeExactly $key
            $statement[0].Condition.Null.'comprehend:VpcSecurityGroupIds' | Should -BeExactly 'false'
            $statement[0].Condition.Null.'comprehend:VpcSubnets' | Should -BeExactly 'false'
            $statement[1].Action | Should -BeExactly 'comprehend:ImportModel'
            $statement[1].Condition.PSObject.Properties.Name | Should -Be 'ArnEquals'
        }

        It 'has ForAllValues only together with Null' {
            $condition = (Get-Statement (New-ComprehendGuardrailPolicy -Effect Allow -SubnetId $subnet -Action CreateFlywheel)).Condition
            $condition.'ForAllValues:StringEquals'.'comprehend:VpcSubnets' | Should -Be $subnet
            $condition.Null.'comprehend:VpcSubnets' | Should -BeExactly 'false'
        }

        It 'lets an update leave settings out' {
            $statement = Get-Statement (New-ComprehendGuardrailPolicy -Effect Allow -RequireKey Volume -Action *Flywheel)
            $statement.Sid | Should -Be 'AllowWithVolumeKmsKey', 'AllowUpdate'
            $statement[1].Action | Should -BeExactly 'comprehend:UpdateFlywheel'
            $statement[1].PSObject.Properties.Name | Should -Not -Contain 'Condition'
            $condition = (Get-Statement (New-ComprehendGuardrailPolicy -Effect Allow -ModelKmsKey $key -Action UpdateFlywheel)).Condition
            $condition.ArnEqualsIfExists.'comprehend:ModelKmsKey' | Should -BeExactly $key
        }
    }

    It 'calls nothing, in a sandbox or out of it' {
        Reset-Sandbox
        $null = New-ComprehendGuardrailPolicy -RequireVpc
        (Get-ComprehendSandbox).Call | Should -BeNullOrEmpty
        Exit-ComprehendSandbox
        New-ComprehendGuardrailPolicy -RequireVpc | Should -Not -BeNullOrEmpty
    }

    Context 'what cannot be enforced' {
        It 'is refused: <Id> for <With.Action>' -ForEach @(
            @{ Id = 'NothingRequired'; Target = ''; With = @{} }
            @{ Id = 'NothingRequired'; Target = ''; With = @{ Action = 'ImportModel' } }
            @{ Id = 'UnknownAction'; Target = 'CreateModel'; With = @{ RequireVpc = $true; Action = 'CreateModel' } }
            @{ Id = 'UnknownAction'; Target = 'Make*'; With = @{ RequireVpc = $true; Action = 'CreateFlywheel', 'Make*' } }
            @{ Id = 'RequirementNotEnforceable'; Target = 'CreateEntityRecognizer'; With = @{ RequireKey = 'Output'; Action = 'CreateEntityRecognizer' } }
            @{ Id = 'RequirementNotEnforceable'; Target = 'ImportModel'; With = @{ RequireVpc = $true; Action = 'CreateFlywheel', 'ImportModel' } }
            @{ Id = 'RequirementNotEnforceable'; Target = 'Describe*'; With = @{ RequireKey = 'Model'; Action = 'Describe*' } }
            @{ Id = 'RequirementNotEnforceable'; Target = 'UpdateFlywheel'; With = @{ RequireKey = 'Model'; Action = 'UpdateFlywheel' } }
            @{ Id = 'RequirementNotEnforceable'; Target = 'UpdateFlywheel'; With = @{ RequireKey = 'Model'; Action = 'UpdateFlywheel'; Effect = 'Allow' } }
            @{ Id = 'InvalidNetworkId'; Target = 'sg-*'; With = @{ SecurityGroupId = 'sg-0123456789abcdef0', 'sg-*' } }
            @{ Id = 'InvalidNetworkId'; Target = 'vpc-0123456789abcdef0'; With = @{ SubnetId = 'vpc-0123456789abcdef0' } }
        ) {
            $result = Invoke-Captured { New-ComprehendGuardrailPolicy @With }
            Assert-ItemError $result.Error $Id New-ComprehendGuardrailPolicy InvalidArgument $Target
            $result.Output | Should -BeNullOrEmpty
            $result.Warning | Should -BeNullOrEmpty
        }

        It 'is told where an action carries some of the settings only' {
            $result = Invoke-Captured { New-ComprehendGuardrailPolicy -RequireKey Volume, Output -Action CreateEntityRecognizer, Start*Job }
            $result.Error | Should -BeNullOrEmpty
            $result.Output | Should -HaveCount 1
            $result.Warning | Should -HaveCount 1
            $result.Warning | Should -BeLike 'comprehend:CreateEntityRecognizer is not held to comprehend:OutputKmsKey: *'
        }

        It 'refuses -<Name> <Value> where it is bound' -ForEach @(
            @{ Name = 'RequireKey'; Value = 'DataLake' }
            @{ Name = 'VolumeKmsKey'; Value = 'alias/volumes' }
            @{ Name = 'ModelKmsKey'; Value = 'arn:aws:kms:us-west-2:111122223333:alias/models' }
            @{ Name = 'OutputKmsKey'; Value = '1234abcd-12ab-34cd-56ef-1234567890ab' }
            @{ Name = 'Effect'; Value = 'Audit' }
            @{ Name = 'SubnetId'; Value = '' }
        ) {
            $with = @{ RequireVpc = $true; $Name = $Value }
            $thrown = Get-Thrown { New-ComprehendGuardrailPolicy @with }
            $thrown.Exception | Should -BeOfType System.Management.Automation.ParameterBindingException
            if ($Value -like '*alias/*') {
                (Get-Cause $thrown).ErrorId | Should -BeExactly 'KeyAliasNotSupported'
            }
        }
    }
}
