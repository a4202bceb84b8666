# Imports that AWS refuses for a policy, at once or late, and whether Test-ComprehendShare foretells it.
BeforeDiscovery {
    $refusal = @(
        @{
            Name  = 'without iam:PassRole'
            Edit  = { param($it) $it.user.policies[0].Statement = @($it.user.policies[0].Statement | Where-Object Action -NE 'iam:PassRole') }
            Now   = "*: User: arn:aws:iam::444455556666:user/data-scientist is not authorized to perform: iam:PassRole on resource: arn:aws:iam::444455556666:role/ComprehendImportRole because no identity-based policy allows the iam:PassRole action*"
            Fails = @('PassRole')
        }
        @{
            Name  = 'with iam:PassRole on another role'
            Edit  = { param($it) ($it.user.policies[0].Statement | Where-Object Action -EQ 'iam:PassRole').Resource = 'arn:aws:iam::444455556666:role/Other' }
            Now   = '*because no identity-based policy allows the iam:PassRole action*'
            Fails = @('PassRole')
        }
        @{
            Name  = 'with a policy about another version'
            Edit  = { param($it) ($it.user.policies[0].Statement | Where-Object Action -EQ 'comprehend:ImportModel').Resource = $version -replace 'v2$', 'v1' }
            Now   = '*is not authorized to perform: comprehend:ImportModel on resource: *because no identity-based policy allows the comprehend:ImportModel action*'
            Fails = @('ImporterPolicy')
        }
        @{
            # Nobody but the importer's organisation sees it.
            Name  = 'under a guardrail that wants a key for the copy'
            Edit  = {
                param($it)
                $it.account.controlPolicies = @(
                    @{ Version = '2012-10-17'; Statement = @{ Effect = 'Allow'; Action = '*'; Resource = '*' } }
                    @{
                        Version   = '2012-10-17'
                        Statement = @{ Effect = 'Deny'; Action = 'comprehend:ImportModel'; Resource = '*'; Condition = @{ Null = @{ 'comprehend:ModelKmsKey' = 'true' } } }
                    }
                )
            }
            Now   = '*is not authorized to perform: comprehend:ImportModel on resource: *with an explicit deny in a service control policy*'
            Fails = @()
        }
        @{
            Name  = 'with a role that may not create the grant'
            Edit  = { param($it) $it.role.policies[0].Statement[0].Action = 'kms:RetireGrant' }
            Late  = '*KMS_KEY_ACCESS_DENIED: The data access role * cannot use the KMS key * for the source model *no identity-based policy allows the kms:CreateGrant action*'
            Fails = @('RolePolicy')
        }
        @{
            Name  = 'with a role for another key'
            Edit  = { param($it) $it.role.policies[0].Statement | ForEach-Object { $_.Resource = 'arn:aws:kms:us-west-2:444455556666:key/*' } }
            Late  = '*KMS_KEY_ACCESS_DENIED: *no identity-based policy allows the kms:Decrypt action*'
            Fails = @('RolePolicy')
        }
        @{
            Name  = 'with a role that trusts Comprehend for another account'
            Edit  = { param($it) $it.role.trust.Statement[0].Condition.StringEquals.'aws:SourceAccount' = '777788889999' }
            Late  = '*DATA_ACCESS_ROLE_NOT_ASSUMED: The provided data access role * cannot be assumed.*'
            Fails = @('RoleTrust')
        }
        @{
            Name  = 'under a key policy for another version'
            Edit  = {
                param($it)
                $it.key.policy.Statement += New-ComprehendKmsStatement ($version -replace 'v2$', 'v1') $importer |
                    ForEach-Object { $_.ToJson() | ConvertFrom-Json -AsHashtable }
            }
            Late  = '*KMS_KEY_ACCESS_DENIED: *no resource-based policy allows the kms:Decrypt action*'
            Fails = @('KeyPolicyDecrypt', 'KeyPolicyGrant')
            Grant = $false
        }
    )
}

BeforeAll {
    . $PSScriptRoot/Common.ps1

    # A sandbox where everybody has just what the module writes, apart from one thing. Gives what the importer would tell.
    function Reset-RestrictedSandbox([scriptblock] $Change, [bool] $Grant = $true) {
        Reset-EditedSandbox {
            param($s)
            $user, $importRole = $s.accounts[1].principals
            $policy = New-ComprehendIdentityPolicy -Purpose ModelImporter -ModelArn $version -ImporterAccountId $importer -DataAccessRoleArn $role
            $user.policies = @($policy.ToJson() | ConvertFrom-Json -AsHashtable)
            & $Change @{ user = $user; role = $importRole; account = $s.accounts[1]; key = $s.accounts[0].keys[0] }
        }
        $set = New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy -PassThru
        if ($Grant) {
            $set | Grant-ComprehendKmsAccess
        }

        $user, $importRole = (Get-Content TestDrive:/scenario.json -Raw | ConvertFrom-Json).accounts[1].principals
        @{
            Principal             = $user.arn
            DataAccessRoleArn     = $importRole.arn
            ImporterPolicy        = $user.policies[0]
            ImportRolePolicy      = $importRole.policies[0]
            ImportRoleTrustPolicy = $importRole.trust
        }
    }

    function Get-Failed([hashtable] $Told) {
        @(Test-ComprehendShare $version @Told | Where-Object Result -EQ Fail | ForEach-Object Name)
    }
}

Describe 'An import that AWS refuses' -Tag AwsTools {
    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    It 'is none where everybody has what this module writes' {
        $told = Reset-RestrictedSandbox {}
        Get-Failed $told | Should -BeNullOrEmpty
        (Import-ComprehendSharedModel $version -SourceKmsKeyArn $key -ProfileName partner -DataAccessRoleArn $role -Wait).Status | Should -BeExactly 'TRAINED'
    }

    It 'is refused at once <Name>' -ForEach ($refusal | Where-Object { $_.ContainsKey('Now') }) {
        $told = Reset-RestrictedSandbox $Edit
        $result = Invoke-Captured { Import-ComprehendSharedModel $version -SourceKmsKeyArn $key -ProfileName partner -DataAccessRoleArn $role -Wait }
        Assert-ItemError $result.Error AwsAccessDenied Import-ComprehendSharedModel PermissionDenied $version
        $result.Error.Exception.Message | Should -BeLike $Now
        (Get-ComprehendSandbox).Model | Should -HaveCount 2
        Get-Failed $told | Should -Be $Fails
    }

    It 'ends in IN_ERROR <Name>' -ForEach ($refusal | Where-Object { $_.ContainsKey('Late') }) {
        $told = Reset-RestrictedSandbox $Edit ($_.Grant -ne $false)
        $result = Invoke-Captured { Import-ComprehendSharedModel $version -SourceKmsKeyArn $key -ProfileName partner -DataAccessRoleArn $role -Wait }
        Assert-ItemError $result.Error ModelNotTrained Import-ComprehendSharedModel InvalidOperation $version
        $result.Error.Exception.Message | Should -BeLike $Late
        (Get-ComprehendSandbox).Model[-1].Status | Should -BeExactly 'IN_ERROR'
        Get-Failed $told | Should -Be $Fails
    }
}
