# The pipeline of the README as a whole: what it does, what it costs, and what happens when a link is missing.
BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Invoke-Share([object[]] $ModelArn = $version, [hashtable] $New = @{}, [hashtable] $Set = @{}, [hashtable] $Grant = @{}, [hashtable] $Import = @{}) {
        $ModelArn |
            New-ComprehendModelPolicy -Principal 444455556666 @New |
            Set-ComprehendModelPolicy -ProfileName owner -PassThru @Set |
            Grant-ComprehendKmsAccess -ProfileName owner -PassThru @Grant |
            Get-ComprehendShareBundle -ProfileName owner |
            Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role -Wait @Import
    }
}

Describe 'The pipeline from the owner to the importer' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'all of it' {
        It 'ends in a trained copy, without a prompt' {
            $ConfirmPreference = 'High'
            $model = Invoke-Share
            $model | Should -BeOfType ComprehendSharing.Sharing.ImportedModel
            $model.Status | Should -BeExactly 'TRAINED'
            "$($model.SourceModelArn)" | Should -BeExactly $version
            "$($model.ModelArn.AccountId)" | Should -BeExactly $importer
            (Get-Write).Operation | Should -Be 'PutResourcePolicy', 'PutKeyPolicy', 'ImportModel'
        }

        It 'shares models with and without a key in one go' {
            $model = Invoke-Share $version, $plainVersion
            $model.Status | Should -Be 'TRAINED', 'TRAINED'
            $model.SourceModelArn | ForEach-Object ToString | Sort-Object | Should -Be $version, $plainVersion
        }

        It 'changes nothing when it is run again' {
            $null = Invoke-Share
            $before = Get-ComprehendSandbox

            $policy = New-ComprehendModelPolicy $version 444455556666 | Set-ComprehendModelPolicy -PassThru
            $policy.Status | Should -Be 'Unchanged'
            $policy.PolicyRevisionId | Should -BeExactly $before.Model[0].PolicyRevisionId
            ($policy | Grant-ComprehendKmsAccess -PassThru).Status | Should -Be 'AlreadyGranted'

            $result = Invoke-Captured { Invoke-Share }
            Assert-ItemError $result.Error ModelAlreadyImported Import-ComprehendSharedModel ResourceExists $version
            $after = Get-ComprehendSandbox
            $after.Key[0].Policy | Should -BeExactly $before.Key[0].Policy
            $after.Model | Should -HaveCount $before.Model.Count
            Get-Write | Should -HaveCount 3
        }

        It 'makes a second copy with -Force' {
            $null = Invoke-Share
            "$((Invoke-Share -Import @{ Force = $true; VersionName = 'again' }).ModelArn.VersionName)" | Should -BeExactly 'again'
        }

        It 'goes on with the other models after one that fails' {
            $result = Invoke-Captured { Invoke-Share $unknownVersion, $version }
            Assert-ItemError $result.Error AwsNotFound Set-ComprehendModelPolicy ObjectNotFound $unknownVersion
            "$($result.Output.SourceModelArn)" | Should -BeExactly $version
        }

        It 'survives a file between owner and importer (<_>)' -ForEach 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $bundle = New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy -PassThru |
                Grant-ComprehendKmsAccess -PassThru | Get-ComprehendShareBundle
            $model = (Get-Form $bundle)[$_] | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role -Wait
            "$($model.SourceModelArn) $($model.Status)" | Should -BeExactly "$version TRAINED"
        }
    }

    Context 'a missing link' {
        It 'fails without the Grant, and says that the key policy does not let the role in' {
            $bundle = New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy -PassThru | Get-ComprehendShareBundle
            $result = Invoke-Captured { $bundle | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role -Wait }
            Assert-ItemError $result.Error ModelNotTrained Import-ComprehendSharedModel InvalidOperation $version
            $result.Error.Exception.Message | Should -BeLike "*The data access role $role cannot use the KMS key $key for the source model*no resource-based policy*"
        }

        It 'is denied to an account that the model policy does not name' {
            $null = New-ComprehendModelPolicy $version $otherImporter | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess -KeyPrincipal $importer
            $result = Invoke-Captured { Import-ComprehendSharedModel $version -ProfileName partner -DataAccessRoleArn $role -Wait }
            Assert-ItemError $result.Error AwsAccessDenied Import-ComprehendSharedModel PermissionDenied $version
        }

        It 'refuses another region before the call' {
            $result = Invoke-Captured { Invoke-Share -Import @{ Region = 'eu-west-1' } }
            Assert-ItemError $result.Error RegionMismatch Import-ComprehendSharedModel InvalidArgument $version
            Get-CallCount ImportModel | Should -Be 0
        }

        It 'fails when the key is open only to the user, while Comprehend uses it as the role' {
            $result = Invoke-Captured { Invoke-Share -Grant @{ KeyPrincipal = 'arn:aws:iam::444455556666:user/data-scientist' } }
            Assert-ItemError $result.Error ModelNotTrained Import-ComprehendSharedModel InvalidOperation $version
            $result.Warning | Should -BeLike '*no account and no role*'
        }
    }

    Context 'calls' {
        # Section 5 of the design: per version and per key, whatever the number of versions.
        It 'makes no more calls than it must for <_> versions under one key' -ForEach 1, 3, 20 {
            $count = $_
            Reset-EditedSandbox { param($s) Get-VersionArn $count $s }
            $model = Invoke-Share (Get-VersionArn $count)
            $model.Status | Should -Be (@('TRAINED') * $count)

            $call = (Get-ComprehendSandbox).Call | Where-Object { "$($_.Principal)" -like '*:111122223333:*' }
            $most = [ordered]@{
                DescribeDocumentClassifier = 2 * $count
                DescribeResourcePolicy     = 2 * $count
                PutResourcePolicy          = $count
                DescribeKey                = 2
                GetKeyPolicy               = 3
                PutKeyPolicy               = 1
            }
            foreach ($operation in $most.Keys) {
                @($call | Where-Object Operation -EQ $operation).Count | Should -BeIn (1..$most[$operation]) -Because $operation
            }
            $call.Operation | Sort-Object -Unique | Should -Be ($most.Keys | Sort-Object)
            Get-CallCount PutResourcePolicy | Should -Be $count

            # The other profile: who it is, whether it has a copy already, the import, and the copy. With -Wait the sandbox's copy takes
            # its time, and is looked at once more every 15 seconds of the clock until they are all trained.
            $partner = (Get-ComprehendSandbox).Call | Where-Object { "$($_.Principal)" -like '*:444455556666:*' }
            $looks = @($partner | Where-Object Operation -EQ DescribeDocumentClassifier).Count
            $looks | Should -Be ($overAwsTools ? 2 * $count : 2 * $count + 4)
            foreach ($operation in 'GetCallerIdentity', 'ListDocumentClassifiers', 'ImportModel') {
                @($partner | Where-Object Operation -EQ $operation).Count | Should -Be $count -Because $operation
            }
            @($call).Count + $looks + 3 * $count | Should -Be (Get-ComprehendSandbox).Call.Count
        }
    }

    Context 'dry run' {
        BeforeDiscovery {
            $start = @(
                @{ Name = 'nothing is there'; Prepare = {} }
                @{ Name = 'the model policy is there'; Prepare = { New-ComprehendModelPolicy $version, $plainVersion $importer | Set-ComprehendModelPolicy } }
                @{ Name = 'the key policy is there'; Prepare = { Grant-ComprehendKmsAccess $version $importer } }
                @{
                    Name    = 'both are there'
                    Prepare = { New-ComprehendModelPolicy $version, $plainVersion $importer | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess }
                }
            )
        }

        It 'stays dry after New-ComprehendModelPolicy -WhatIf when <Name>' -ForEach $start {
            & $Prepare
            $writes = @(Get-Write).Count
            $model = Invoke-Share $version, $plainVersion -New @{ WhatIf = $true }
            $model.Status | Should -Be 'Planned', 'Planned'
            $model.SourceModelArn | ForEach-Object ToString | Sort-Object | Should -Be $version, $plainVersion
            Get-Write | Should -HaveCount $writes
        }

        It 'stays dry after Set-ComprehendModelPolicy -WhatIf when <Name>' -ForEach $start {
            & $Prepare
            $writes = @(Get-Write).Count
            $model = Invoke-Share $version, $plainVersion -Set @{ WhatIf = $true }
            $model.Status | Should -Be 'Planned', 'Planned'
            Get-Write | Should -HaveCount $writes
        }

        It 'stays dry after Grant-ComprehendKmsAccess -WhatIf when <Name>' -ForEach $start {
            & $Prepare
            $model = Invoke-Share $version, $plainVersion -Grant @{ WhatIf = $true }
            $model.Status | Should -Be 'Planned', 'Planned'
            Get-CallCount ImportModel | Should -Be 0
        }

        It 'is Planned at every step' {
            $policy = New-ComprehendModelPolicy $version $importer -WhatIf
            $set = $policy | Set-ComprehendModelPolicy -PassThru
            $access = $set | Grant-ComprehendKmsAccess -PassThru
            $bundle = $access | Get-ComprehendShareBundle
            $model = $bundle | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role
            $policy, $set, $access, $bundle, $model | ForEach-Object { "$($_.Status)" } | Should -Be (@('Planned') * 5)
            Get-Write | Should -BeNullOrEmpty
        }
    }

    Context 'outside the sandbox' -Tag SandboxOnly {
        It '<Name> says what it needs to reach AWS' -ForEach @(
            @{ Name = 'Set-ComprehendModelPolicy'; Script = { New-ComprehendModelPolicy $version, $plainVersion $importer | Set-ComprehendModelPolicy } }
            @{ Name = 'Grant-ComprehendKmsAccess'; Script = { $version, $plainVersion | Grant-ComprehendKmsAccess -Principal $importer } }
            @{ Name = 'Get-ComprehendModel'; Script = { Get-ComprehendModel } }
            @{ Name = 'Get-ComprehendModelPolicy'; Script = { $version, $plainVersion | Get-ComprehendModelPolicy } }
            @{ Name = 'Remove-ComprehendModelPolicy'; Script = { $version, $plainVersion | Remove-ComprehendModelPolicy -Confirm:$false } }
            @{ Name = 'Get-ComprehendKmsAccess'; Script = { $version, $plainVersion | Get-ComprehendKmsAccess } }
            @{ Name = 'Revoke-ComprehendKmsAccess'; Script = { $version, $plainVersion | Revoke-ComprehendKmsAccess -Confirm:$false } }
            @{ Name = 'Wait-ComprehendModel'; Script = { $version, $plainVersion | Wait-ComprehendModel } }
            @{ Name = 'Get-ComprehendShareBundle'; Script = { $version, $plainVersion | Get-ComprehendShareBundle } }
            @{ Name = 'Import-ComprehendSharedModel'; Script = { $version, $plainVersion | Import-ComprehendSharedModel -DataAccessRoleArn $role } }
        ) {
            Exit-ComprehendSandbox
            $ErrorActionPreference = 'Continue'
            $modulePath = $env:PSModulePath
            $env:PSModulePath = "$TestDrive"
            try {
                $thrown = Get-Thrown $Script
            }
            finally {
                $env:PSModulePath = $modulePath
            }
            Assert-ItemError $thrown AwsToolsModuleNotFound $Name NotInstalled $null
            $thrown.ErrorDetails.RecommendedAction | Should -BeLike '*Enter-ComprehendSandbox*'
        }

        It 'authors without AWS and without a sandbox' {
            Exit-ComprehendSandbox
            (New-ComprehendModelPolicy $version $importer).Status | Should -Be 'None'
            New-ComprehendKmsStatement $version $importer | Should -HaveCount 2
        }
    }
}
