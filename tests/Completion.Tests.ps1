# What Tab offers, through the same door as the shell.
BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Get-Completion([string] $Line) {
        @((TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches | Where-Object ResultType -EQ ParameterValue)
    }
}

Describe 'Completion' {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'in the sandbox' {
        It 'offers the profiles, with who they are' {
            $found = Get-Completion 'Get-ComprehendModel -ProfileName '
            $found.CompletionText | Should -Be 'owner', 'partner'
            $found.ToolTip | Should -Be 'arn:aws:iam::111122223333:user/model-owner', 'arn:aws:iam::444455556666:user/data-scientist'
        }

        It 'offers what has the word, what begins with it first' {
            (Get-Completion 'Get-ComprehendModel -ProfileName PART').CompletionText | Should -Be 'partner'
            (Get-Completion 'Get-ComprehendModel -ProfileName n').CompletionText | Should -Be 'owner', 'partner'
            Get-Completion 'Get-ComprehendModel -ProfileName zzz' | Should -BeNullOrEmpty
        }

        It 'offers the roles to <_>' -ForEach 'Import-ComprehendSharedModel -DataAccessRoleArn ', 'New-ComprehendIdentityPolicy ImportRole -DataAccessRoleArn ', 'Test-ComprehendShare -DataAccessRoleArn ',
        'New-ComprehendModel -DataAccessRoleArn ', 'New-ComprehendEndpoint -DataAccessRoleArn ' {
            $found = Get-Completion $_
            $found.CompletionText | Should -Be 'arn:aws:iam::111122223333:role/ComprehendTrainingRole', $role
            $found.ToolTip | Should -Be 'Role of the account 111122223333', 'Role of the account 444455556666'
        }

        It 'offers the models to <_>' -ForEach @(
            'Get-ComprehendModel -ModelArn ', 'Get-ComprehendModelPolicy ', 'Remove-ComprehendModelPolicy ', 'Revoke-ComprehendKmsAccess '
            'Wait-ComprehendModel ', 'New-ComprehendEndpoint ', 'Get-ComprehendKmsAccess ', 'Test-ComprehendShare ', 'Import-ComprehendSharedModel -SourceModelArn ', 'New-ComprehendModelPolicy -ModelArn '
            'New-ComprehendIdentityPolicy ModelOwner -ModelArn ', 'Test-ComprehendAccess x y:z -Resource '
        ) {
            $found = Get-Completion $_
            $found.CompletionText | Should -Contain $version
            $found.CompletionText | Should -Contain $plainVersion
            $found.ToolTip | Should -Not -Contain ''
        }

        It 'offers a model by a part of its name' {
            (Get-Completion 'Get-ComprehendModelPolicy tickets').CompletionText | Should -Contain $version
            (Get-Completion 'Get-ComprehendModelPolicy "tickets').CompletionText | Should -Not -Contain $plainVersion
        }

        It 'offers the key to <_>' -ForEach 'Revoke-ComprehendKmsAccess x -KeyArn ', 'Grant-ComprehendKmsAccess x -KeyArn ', 'New-ComprehendIdentityPolicy ImportRole -KmsKeyArn ',
        'New-ComprehendModel -ModelKmsKeyId ', 'New-ComprehendModel -VolumeKmsKeyId ', 'New-ComprehendModel -OutputKmsKeyId ' {
            (Get-Completion $_).CompletionText | Should -Contain $key
        }

        It 'makes no call' {
            $null = Get-Completion 'Get-ComprehendModelPolicy '
            (Get-ComprehendSandbox).Call | Should -BeNullOrEmpty
        }

        It 'quotes odd characters, so that nothing of them is run: <_>' -ForEach "it's", 'a b', 'a;b', '$(exit)', '`a', "a$([char]0x2019)b", '@x', '-x', '#x', 'a,b' {
            $odd = $_
            try {
                Reset-EditedSandbox { param($s) $s.accounts[0].principals[0].profile = $odd }
            }
            catch {
                # The scenario does not take it, so it cannot be offered.
                $_.FullyQualifiedErrorId | Should -BeLike 'InvalidScenario,*'
                return
            }
            $text = (Get-Completion 'Get-ComprehendModel -ProfileName ').CompletionText[0, 1] | Where-Object { $_ -ne 'partner' }
            $ast = [System.Management.Automation.Language.Parser]::ParseInput("f -p $text", [ref]$null, [ref]$null)
            $element = $ast.EndBlock.Statements[0].PipelineElements[0].CommandElements
            $element | Should -HaveCount 3
            $element[2].SafeGetValue() | Should -BeExactly $odd
        }
    }

    Context 'with or without a sandbox' {
        It 'offers the regions, with their names' {
            foreach ($sandbox in $true, $false) {
                if (-not $sandbox) {
                    Exit-ComprehendSandbox
                }
                $found = Get-Completion 'Get-ComprehendModel -Region '
                $found.CompletionText | Should -Contain 'us-west-2'
                ($found | Where-Object CompletionText -EQ us-west-2).ToolTip | Should -BeExactly 'US West (Oregon)'
                (Get-Completion 'Get-ComprehendModel -Region eu-c').CompletionText | Should -Be 'eu-central-1'
            }
        }

        It 'offers every purpose' {
            Exit-ComprehendSandbox
            $found = Get-Completion 'New-ComprehendIdentityPolicy -Purpose '
            $found.CompletionText | Sort-Object | Should -Be ([ComprehendSharing.Templates.IdentityPolicyPurpose]::All.Name | Sort-Object)
            $found | Where-Object CompletionText -EQ ImportRole | ForEach-Object ToolTip | Should -BeLike '*role that Comprehend assumes*'
        }

        It 'offers the actions, those of a service by its name' {
            Exit-ComprehendSandbox
            (Get-Completion 'Test-ComprehendAccess x -Action kms:').CompletionText | Should -Contain 'kms:Decrypt'
            (Get-Completion 'Test-ComprehendAccess x -Action import').CompletionText | Should -Be 'comprehend:ImportModel'
        }

        It 'offers the actions to <_>, with the keys that they can carry' -ForEach 'New-ComprehendGuardrailPolicy -Action ', 'Get-ComprehendConditionKey ' {
            $found = Get-Completion $_
            $found | Should -HaveCount ([ComprehendSharing.ConditionKeys.ConditionKeyTable]::All.Count)
            ($found | Where-Object CompletionText -EQ 'comprehend:ImportModel').ToolTip | Should -BeLike 'comprehend:ImportModel: comprehend:ModelKmsKey, *'
            (Get-Completion "${_}importm").CompletionText | Should -Be 'comprehend:ImportModel'
        }

        It 'offers the condition keys, with their types' {
            $found = Get-Completion 'Get-ComprehendConditionKey -Key '
            $found.CompletionText | Should -Be ($found.CompletionText | Select-Object -Unique)
            ($found | Where-Object CompletionText -EQ 'comprehend:VpcSubnets').ToolTip | Should -BeExactly 'String, several values'
            (Get-Completion 'Get-ComprehendConditionKey -Key requestt').CompletionText | Should -Be '''aws:RequestTag/${TagKey}'''
        }

        It 'offers nothing else outside the sandbox: <_>' -ForEach 'Get-ComprehendModel -ProfileName ', 'Import-ComprehendSharedModel -DataAccessRoleArn ' {
            Exit-ComprehendSandbox
            Get-Completion $_ | Should -BeNullOrEmpty
        }
    }

    It 'offers no model and no key in a session that has seen none' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript({
                    param($Manifest)
                    Import-Module $Manifest
                    foreach ($line in 'Get-ComprehendModelPolicy -ModelArn ', 'Revoke-ComprehendKmsAccess x -KeyArn ') {
                        (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches | Where-Object CompletionText -Like 'arn:*'
                    }
                }).AddArgument("$PSScriptRoot/../ComprehendSharing.psd1")
            $shell.Invoke() | Should -BeNullOrEmpty
        }
        finally {
            $shell.Dispose()
        }
    }
}
