BeforeAll {
    . $PSScriptRoot/Common.ps1
    $good = '{"Version":"2012-10-17","Statement":{"Sid":"Share","Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}}'
    $bad = "{`n  `"Statement`": [],`n}"
    $lines = ($good | ConvertFrom-Json | ConvertTo-Json -Depth 9) -split "`n"
    Set-Content TestDrive:/good.json $lines
    Set-Content TestDrive:/bad.json $bad
    Set-Content -LiteralPath 'TestDrive:/odd[1].json' $bad

    # What the rules say is their matter; what is no policy is found without any.
    function Get-Invalid($Finding) {
        @($Finding | Where-Object Code -EQ 'INVALID_POLICY')
    }
}

Describe 'Test-ComprehendPolicy' {
    BeforeAll {
        # No sandbox and no AWS.Tools: it needs neither.
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'policies' {
        It 'says what is wrong, and where' {
            $finding = Test-ComprehendPolicy -Policy $bad -Kind KeyPolicy
            $finding | Should -HaveCount 1
            $finding | Should -BeOfType ComprehendSharing.Findings.Finding
            $finding.Code | Should -BeExactly 'INVALID_POLICY'
            $finding.Severity | Should -Be 'Error'
            $finding.Line, $finding.Column | Should -Be 3, 1
            $finding.Message | Should -BeLike '*Line 3, column 1*'
            $finding.Recommendation | Should -Not -BeNullOrEmpty
            $finding.Document | Should -BeNullOrEmpty
        }

        It 'says what the checker says' {
            $expected = [ComprehendSharing.Findings.PolicyChecker]::Check($good, 'KeyPolicy', [ComprehendSharing.Identity.Arn] $key)
            $found = @(Test-ComprehendPolicy $good KeyPolicy -ResourceArn $key)
            $found.Count | Should -Be $expected.Count
            "$found" | Should -BeExactly "$expected"
        }

        It 'takes <Name>' -ForEach @(
            @{ Name = 'text'; Policy = { $good } }
            @{ Name = 'lines'; Policy = { $lines } }
            @{ Name = 'a document'; Policy = { [ComprehendSharing.Policies.PolicyDocument]::Parse($good) } }
            @{ Name = 'statements'; Policy = { New-ComprehendKmsStatement $version $importer } }
            @{ Name = 'the policy of a model'; Policy = { New-ComprehendModelPolicy $version $importer } }
            @{ Name = 'an object from JSON'; Policy = { $good | ConvertFrom-Json } }
            @{ Name = 'a hashtable'; Policy = { $good | ConvertFrom-Json -AsHashtable } }
            @{ Name = 'a key with its policy'; Policy = { [pscustomobject]@{ KeyArn = $key; Policy = $good } } }
        ) {
            $value = & $Policy
            Get-Invalid (Test-ComprehendPolicy -Policy $value -Kind KeyPolicy) | Should -BeNullOrEmpty
            Get-Invalid ($value | Test-ComprehendPolicy -Kind KeyPolicy) | Should -BeNullOrEmpty
        }

        It 'puts lines together' {
            Get-Invalid (Get-Content TestDrive:/good.json | Test-ComprehendPolicy -Kind ModelPolicy) | Should -BeNullOrEmpty
            $finding = Get-Content TestDrive:/bad.json | Test-ComprehendPolicy -Kind ModelPolicy
            $finding | Should -HaveCount 1
            $finding.Line | Should -Be 3
            Get-Invalid (Get-Content TestDrive:/good.json -ReadCount 2 | Test-ComprehendPolicy -Kind ModelPolicy) | Should -BeNullOrEmpty
        }

        It 'knows several policies apart: <Name>' -ForEach @(
            @{ Name = 'texts'; Line = { $bad, $good, $bad }; Count = 2 }
            @{ Name = 'lines'; Line = { ($bad -split "`n") + $lines + ($bad -split "`n") }; Count = 2 }
            @{ Name = 'with empty lines between'; Line = { $bad, '', '', $good, '' }; Count = 1 }
            @{ Name = 'with braces in strings'; Line = { ($good -replace 'Share', '{{\"{'), $bad }; Count = 1 }
            @{ Name = 'what is behind the end belongs to it'; Line = { $good, '}' }; Count = 1 }
            @{ Name = 'text that is no JSON is one'; Line = { 'Statement:', '  Effect: Allow' }; Count = 1 }
            @{ Name = 'an end is missing'; Line = { $lines[0..($lines.Count - 2)] }; Count = 1 }
        ) {
            Get-Invalid (& $Line | Test-ComprehendPolicy -Kind ModelPolicy) | Should -HaveCount $Count
        }

        It 'knows kind and model of a model policy, as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $policy = New-ComprehendModelPolicy $version $importer
            $value = (Get-Form $policy)[$_]
            $expected = [ComprehendSharing.Findings.PolicyChecker]::Check($policy.ResourcePolicy, 'ModelPolicy', [ComprehendSharing.Identity.Arn] $version)
            $result = Invoke-Captured { $value | Test-ComprehendPolicy }
            $result.Error | Should -BeNullOrEmpty
            "$($result.Output.Code)" | Should -BeExactly "$($expected.Code)"
            Invoke-Captured { Test-ComprehendPolicy $value } | ForEach-Object Error | Should -BeNullOrEmpty
        }

        It 'finds what the rules know' {
            $finding = Test-ComprehendPolicy ($good -replace '\{"AWS":"444455556666"\}', '"*"') ModelPolicy | Where-Object Code -EQ 'PUBLIC_PRINCIPAL'
            $finding.Severity | Should -Be 'Security'
            $finding.Path | Should -BeExactly 'Statement[0].Principal'
            $finding.HelpUri | Should -BeLike '*#public_principal'
        }

        It '-ResourceArn takes the ARNs that other cmdlets write' -ForEach @(
            @{ Arn = [ComprehendSharing.Identity.KeyArn] 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' }
            @{ Arn = [ComprehendSharing.Identity.ModelArn] 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2' }
            @{ Arn = [ComprehendSharing.Identity.RoleArn] 'arn:aws:iam::111122223333:role/Import' }
        ) {
            $result = Invoke-Captured { Test-ComprehendPolicy $good KeyPolicy -ResourceArn $Arn }
            $result.Error | Should -BeNullOrEmpty
        }

        It '-ResourceArn tells whose policy it is' {
            $statement = New-ComprehendKmsStatement $version $importer
            $statement | Test-ComprehendPolicy -Kind KeyPolicy -ResourceArn $key | Where-Object Code -EQ 'KMS_LOCKOUT' | ForEach-Object Message | Should -BeLike '*111122223333*'
        }

        It '-Quiet does not count what is neither wrong nor dangerous' {
            $old = $good -replace '"Version":"2012-10-17",'
            (Test-ComprehendPolicy $old ModelPolicy).Severity | Should -BeIn 'Warning', 'Suggestion'
            Test-ComprehendPolicy $old ModelPolicy -Quiet | Should -BeExactly $true
            Test-ComprehendPolicy ($good -replace '\{"AWS":"444455556666"\}', '"*"') ModelPolicy -Quiet | Should -BeExactly $false
        }

        It '-Quiet is one answer: whether nothing is wrong or dangerous' {
            Test-ComprehendPolicy $bad KeyPolicy -Quiet | Should -BeExactly $false
            $good, $bad | Test-ComprehendPolicy -Kind ModelPolicy -Quiet | Should -BeExactly $false
            New-ComprehendModelPolicy $version $importer | Test-ComprehendPolicy -Quiet | Should -BeExactly $true
            @() | Test-ComprehendPolicy -Kind KeyPolicy -Quiet | Should -BeExactly $false
        }
    }

    Context 'files' {
        It 'reads -Path, with wildcards, and says which file it was' {
            $finding = Get-Invalid (Test-ComprehendPolicy -Path TestDrive:/*d.json -Kind ModelPolicy)
            $finding | Should -HaveCount 1
            $finding.Document | Should -Be (Get-Item TestDrive:/bad.json).FullName
        }

        It 'reads -LiteralPath, where a bracket is a bracket' {
            Get-Invalid (Test-ComprehendPolicy -LiteralPath 'TestDrive:/odd[1].json' -Kind ModelPolicy) | Should -HaveCount 1
        }

        It 'takes what Get-ChildItem writes' {
            $finding = Get-Invalid (Get-ChildItem TestDrive:/ -Filter *.json | Test-ComprehendPolicy -Kind ModelPolicy)
            $finding.Document | Split-Path -Leaf | Sort-Object | Should -Be 'bad.json', 'odd[1].json'
        }

        It 'goes on after a file that cannot be read' {
            $result = Invoke-Captured { Test-ComprehendPolicy -Path TestDrive:/none.json, TestDrive:/bad.json -Kind ModelPolicy }
            Assert-ItemError $result.Error FileNotReadable Test-ComprehendPolicy ObjectNotFound TestDrive:/none.json
            Get-Invalid $result.Output | Should -HaveCount 1
        }

        It 'refuses <_>' -ForEach 'TestDrive:/*.none', 'Env:/PATH', 'Nowhere:/x.json', 'TestDrive:/' {
            $result = Invoke-Captured { Test-ComprehendPolicy -Path $_ -Kind ModelPolicy -Quiet }
            $result.Error | Should -HaveCount 1
            $result.Error.FullyQualifiedErrorId | Should -BeExactly 'FileNotReadable,ComprehendSharing.Commands.TestComprehendPolicyCommand'
            $result.Output | Should -BeExactly $false
        }
    }

    Context 'pipeline' {
        It 'stops when the next command has enough' {
            $script:asked = 0
            1..5 | ForEach-Object { $script:asked++; $bad } | Test-ComprehendPolicy -Kind ModelPolicy | Select-Object -First 1 | Should -HaveCount 1
            # A text ends where the next one begins.
            $script:asked | Should -Be 2
        }
    }

    Context 'refusals' {
        It 'needs the kind of what does not say it' {
            $result = Invoke-Captured { $good, (New-ComprehendModelPolicy $version $importer).Document | Test-ComprehendPolicy }
            $result.Error | Should -HaveCount 2
            Assert-ItemError $result.Error[0] PolicyKindMissing Test-ComprehendPolicy InvalidArgument $good
            Get-Thrown { Test-ComprehendPolicy -Path TestDrive:/good.json -Kind $null } | Should -Not -BeNullOrEmpty
        }

        It 'refuses a model policy whose ARN is none' {
            $result = Invoke-Captured { [pscustomobject]@{ ResourceArn = 'x'; ResourcePolicy = $good } | Test-ComprehendPolicy }
            Assert-ItemError $result.Error InvalidArn Test-ComprehendPolicy InvalidArgument x
        }

        It 'a file is no policy' {
            (Get-Thrown { Test-ComprehendPolicy -Policy (Get-Item TestDrive:/good.json) -Kind ModelPolicy }).Exception.Message | Should -BeLike '*-Path*'
        }

        It 'refuses -<Name> <Value> where it is bound' -ForEach @(
            @{ Name = 'Kind'; Value = 'Policy' }
            @{ Name = 'ResourceArn'; Value = 'x' }
        ) {
            $with = @{ Policy = $good; Kind = 'ModelPolicy' }
            $with[$Name] = $Value
            (Get-Thrown { Test-ComprehendPolicy @with }).Exception | Should -BeOfType System.Management.Automation.ParameterBindingException
        }
    }
}
