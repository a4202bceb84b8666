BeforeDiscovery {
    # One policy in every form in which it can be given.
    $form = @(
        @{ Name = 'text'; Policy = { $shared } }
        @{ Name = 'lines'; Policy = { ($shared | ConvertFrom-Json | ConvertTo-Json -Depth 9) -split "`n" } }
        @{ Name = 'lines of Get-Content'; Policy = { $shared | ConvertFrom-Json | ConvertTo-Json -Depth 9 | Set-Content TestDrive:/p.json; Get-Content TestDrive:/p.json } }
        @{ Name = 'a document'; Policy = { [ComprehendSharing.Policies.PolicyDocument]::Parse($shared) } }
        @{ Name = 'a statement'; Policy = { [ComprehendSharing.Policies.PolicyDocument]::Parse($shared).Statement[0] } }
        @{ Name = 'statements'; Policy = { [ComprehendSharing.Policies.PolicyDocument]::Parse($shared).Statement } }
        @{ Name = 'the policy of a model'; Policy = { New-ComprehendModelPolicy $version $importer } }
        @{ Name = 'the policy of a model from JSON'; Policy = { New-ComprehendModelPolicy $version $importer | ConvertTo-Json -Depth 9 | ConvertFrom-Json } }
        @{ Name = 'an object from JSON'; Policy = { $shared | ConvertFrom-Json } }
        @{ Name = 'a hashtable'; Policy = { $shared | ConvertFrom-Json -AsHashtable } }
    )
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $user = 'arn:aws:iam::444455556666:user/data-scientist'
    $shared = '{"Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"comprehend:ImportModel","Resource":"*"}}'
    $all = '{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}'
    $none = '{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}'
    $import = @{ Principal = $user; Action = 'comprehend:ImportModel'; Resource = $version }

    # What the condition of a policy says of a context: the only statement allows the action where it holds.
    function Test-Context([string] $Condition, $Context) {
        $policy = "{`"Version`":`"2012-10-17`",`"Statement`":{`"Effect`":`"Allow`",`"Action`":`"*`",`"Resource`":`"*`",`"Condition`":$Condition}}"
        $own = 'arn:aws:comprehend:us-west-2:444455556666:document-classifier/x/version/v1'
        Test-ComprehendAccess -Principal $user -Action comprehend:ImportModel -Resource $own -IdentityPolicy $policy -Context $Context -Quiet
    }
}

Describe 'Test-ComprehendAccess' {
    BeforeAll {
        # No sandbox and no AWS.Tools: it needs neither.
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'decisions' {
        It 'says what the policies amount to, and why' {
            $decision = Test-ComprehendAccess @import -ResourcePolicy $shared -IdentityPolicy $all
            $decision | Should -BeOfType ComprehendSharing.Evaluation.AccessDecision
            $decision.Decision | Should -Be 'Allowed'
            $decision.Request.Principal | Should -BeOfType ComprehendSharing.Identity.PolicyPrincipal
            $decision.Reason | Should -BeLike "User: $user is authorized to perform: comprehend:ImportModel on resource: $version by*"
            $decision.Explanation.Path | Should -Be 'ResourcePolicy.Statement[0]', 'IdentityPolicy[0].Statement[0]'
        }

        It 'denies where one side is missing' {
            (Test-ComprehendAccess @import -ResourcePolicy $shared).Decision | Should -Be 'ImplicitlyDenied'
            (Test-ComprehendAccess @import -IdentityPolicy $all).Decision | Should -Be 'ImplicitlyDenied'
        }

        It '-<_> has its say' -ForEach 'IdentityPolicy', 'ServiceControlPolicy', 'ResourceControlPolicy', 'PermissionsBoundary', 'SessionPolicy', 'ResourcePolicy' {
            $policies = @{ ResourcePolicy = $shared; IdentityPolicy = $all }
            (Test-ComprehendAccess @import @policies).Decision | Should -Be 'Allowed'
            $policies[$_] = $_ -eq 'ResourcePolicy' ? ($shared -replace 'Allow', 'Deny') : ($none -replace '"Action"', ($_ -eq 'ResourceControlPolicy' ? '"Principal":"*","Action"' : '"Action"'))
            $decision = Test-ComprehendAccess @import @policies
            $decision.Decision | Should -Be 'ExplicitlyDenied'
            $decision.Explanation.Layer | Should -Contain $_
        }

        It '-KeyPolicy is the policy of a key' {
            $statement = New-ComprehendKmsStatement $version $importer
            $decision = Test-ComprehendAccess $role kms:Decrypt, kms:CreateGrant -Resource $key -KeyPolicy $statement -IdentityPolicy $all -Context @{ 'aws:SourceArn' = $version }
            $decision.Decision | Should -Be 'Allowed', 'ImplicitlyDenied'
        }

        It 'gives one decision for each principal, action and resource' {
            $decision = Test-ComprehendAccess $user, $role comprehend:ImportModel, comprehend:TagResource -Resource $version, $plainVersion
            $decision | ForEach-Object { "$($_.Request.Principal) $($_.Request.Action) $($_.Request.Resource)" } | Should -Be @(
                foreach ($who in $user, $role) {
                    foreach ($what in 'comprehend:ImportModel', 'comprehend:TagResource') {
                        foreach ($which in $version, $plainVersion) { "$who $what $which" }
                    }
                }
            )
        }

        It '-Quiet is one answer: whether all of it is allowed' {
            Test-ComprehendAccess @import -ResourcePolicy $shared -IdentityPolicy $all -Quiet | Should -BeExactly $true
            Test-ComprehendAccess $user comprehend:ImportModel, comprehend:TagResource -Resource $version -ResourcePolicy $shared -IdentityPolicy $all -Quiet | Should -BeExactly $false
            @() | Test-ComprehendAccess $user comprehend:ImportModel -Quiet | Should -BeExactly $false
        }
    }

    Context 'policies' {
        It 'takes <Name>' -ForEach $form {
            $policy = & $Policy
            (Test-ComprehendAccess @import -ResourcePolicy $policy -IdentityPolicy $all).Decision | Should -Be 'Allowed'
        }

        It 'takes <Name> in a list' -ForEach ($form | Where-Object Name -NotLike '*model*') {
            # In a list, and so as an identity policy: a Deny counts in either place.
            $shared = $shared -replace 'Allow', 'Deny' -replace '"Principal":[^}]*},'
            $policy = & $Policy
            $decision = Test-ComprehendAccess @import -ResourcePolicy (New-ComprehendModelPolicy $version $importer) -IdentityPolicy $policy
            $decision.Decision | Should -Be 'ExplicitlyDenied'
            $decision = Test-ComprehendAccess @import -ResourcePolicy (New-ComprehendModelPolicy $version $importer) -IdentityPolicy $all, $policy
            $decision.Decision | Should -Be 'ExplicitlyDenied'
            $decision.Explanation.Path | Should -Contain 'IdentityPolicy[1].Statement[0]'
        }

        It 'knows several policies apart, in a list of texts and in lines' {
            $lines = ($all | ConvertFrom-Json | ConvertTo-Json -Depth 9) -split "`n"
            foreach ($list in @($all, $all), ($lines + $lines), @($lines, $all), @($lines, '', $all)) {
                (Test-ComprehendAccess @import -IdentityPolicy $list).Explanation.Path |
                    Should -Be 'IdentityPolicy[0].Statement[0]', 'IdentityPolicy[1].Statement[0]', 'ResourcePolicy'
            }
        }

        It 'takes a flat list of control policies as one level, and a nested one as one level per inner list' {
            $other = $all -replace '"Action":"\*"', '"Action":"s3:*"'
            $given = @{ ResourcePolicy = $shared; IdentityPolicy = $all }
            (Test-ComprehendAccess @import @given -ServiceControlPolicy $all, $other).Decision | Should -Be 'Allowed'
            (Test-ComprehendAccess @import @given -ServiceControlPolicy @($all), @($other)).Decision | Should -Be 'ImplicitlyDenied'
            (Test-ComprehendAccess @import @given -ServiceControlPolicy $all, @($all, $other)).Decision | Should -Be 'Allowed'
            (Test-ComprehendAccess @import @given -ResourceControlPolicy @($all), @()).Decision | Should -Be 'ImplicitlyDenied'
            (Test-ComprehendAccess @import @given -ServiceControlPolicy @() -ResourceControlPolicy $null).Decision | Should -Be 'Allowed'
            (Test-ComprehendAccess @import @given -ServiceControlPolicy @($all, $all), @($all)).Explanation.Path | Should -Contain 'ServiceControlPolicy[0][1].Statement[0]'
        }

        It 'takes nothing for no policy' {
            (Test-ComprehendAccess @import -ResourcePolicy $null -IdentityPolicy $null -PermissionsBoundary $null).Explanation.Layer | Should -Be 'ResourcePolicy'
            $unset = [ComprehendSharing.Sharing.ModelPolicy] @{ ModelArn = $version }
            (Test-ComprehendAccess @import -ResourcePolicy $unset).Decision | Should -Be 'ImplicitlyDenied'
        }

        It 'says where an invalid -<_> goes wrong' -ForEach 'IdentityPolicy', 'ResourcePolicy', 'ServiceControlPolicy', 'ResourceControlPolicy', 'PermissionsBoundary', 'SessionPolicy' {
            $with = @{ $_ = "{`n  `"Statement`": [],`n}" }
            $thrown = Get-Thrown { Test-ComprehendAccess @import @with }
            $thrown.Exception | Should -BeOfType System.Management.Automation.ParameterBindingException
            $cause = Get-Cause $thrown
            $cause.ErrorId | Should -BeExactly 'InvalidPolicy'
            $cause.Line, $cause.Column | Should -Be 3, 1
        }

        It 'refuses two policies where there can be one' {
            (Get-Cause (Get-Thrown { Test-ComprehendAccess @import -ResourcePolicy $shared, $shared })).ErrorId | Should -BeExactly 'InvalidPolicy'
        }
    }

    Context '-Context' {
        It 'takes <Name>' -ForEach @(
            @{ Name = 'a string'; Condition = '{"StringEquals":{"aws:SourceVpc":"vpc-1"}}'; Value = { @{ 'AWS:sourcevpc' = 'vpc-1' } } }
            @{ Name = 'an integer'; Condition = '{"NumericEquals":{"s3:max-keys":"5"}}'; Value = { @{ 's3:max-keys' = 5 } } }
            @{ Name = 'a fraction'; Condition = '{"StringEquals":{"a:b":"1.5"}}'; Value = { @{ 'a:b' = 1.5 } } }
            @{ Name = 'true'; Condition = '{"Bool":{"aws:SecureTransport":"true"}}'; Value = { @{ 'aws:SecureTransport' = $true } } }
            @{ Name = 'a time'; Condition = '{"StringEquals":{"aws:CurrentTime":"2026-03-01T12:30:00Z"}}'; Value = { @{ 'aws:CurrentTime' = [datetime]::new(2026, 3, 1, 12, 30, 0, [System.DateTimeKind]::Utc).ToLocalTime() } } }
            @{ Name = 'a time with an offset'; Condition = '{"StringEquals":{"aws:CurrentTime":"2026-03-01T12:30:00.5Z"}}'; Value = { @{ 'aws:CurrentTime' = [datetimeoffset] '2026-03-01T14:30:00.5+02:00' } } }
            @{ Name = 'several values'; Condition = '{"ForAllValues:StringEquals":{"aws:TagKeys":["a","b"]},"Null":{"aws:TagKeys":"false"}}'; Value = { @{ 'aws:TagKeys' = 'a', 'b' } } }
            @{ Name = 'an ARN'; Condition = '{"ArnLike":{"aws:SourceArn":"arn:aws:comprehend:*:*:*"}}'; Value = { @{ 'aws:SourceArn' = (New-ComprehendModelPolicy $version $importer).ModelArn } } }
            @{ Name = 'an ordered dictionary'; Condition = '{"StringEquals":{"a:b":"x"}}'; Value = { [ordered]@{ 'a:b' = 'x' } } }
            @{ Name = 'an object from JSON'; Condition = '{"StringEquals":{"a:b":"x"}}'; Value = { '{"a:b":["x"]}' | ConvertFrom-Json } }
        ) {
            $context = & $Value
            Test-Context $Condition $context | Should -BeTrue
            Test-Context $Condition @{} | Should -BeFalse
        }

        It 'knows a key without a value (<Name>) from one that is missing' -ForEach @(
            @{ Name = 'null'; Value = $null }
            @{ Name = 'an empty list'; Value = @() }
        ) {
            $request = (Test-ComprehendAccess @import -Context @{ 'aws:TagKeys' = $Value }).Request
            $request.Context.Values.Keys | Should -Be 'aws:TagKeys'
            $request.Context.Values['aws:TagKeys'] | Should -BeNullOrEmpty
        }

        It 'writes numbers as IAM does under any culture' {
            $culture = [cultureinfo]::CurrentCulture
            try {
                [cultureinfo]::CurrentCulture = 'de-DE'
                "$((Test-ComprehendAccess @import -Context @{ 'a:b' = 1.5 }).Request.Context)" | Should -BeExactly 'a:b = 1.5'
            }
            finally {
                [cultureinfo]::CurrentCulture = $culture
            }
        }

        It 'refuses a key that stands twice' {
            $context = '{"aws:SourceArn":"x","AWS:SourceARN":"y"}' | ConvertFrom-Json -AsHashtable
            $cause = Get-Cause (Get-Thrown { Test-ComprehendAccess @import -Context $context })
            $cause.ErrorId | Should -BeExactly 'ContextKeyTwice'
            $cause.Message | Should -BeLike '*aws:SourceArn*'
        }

        It 'refuses an account id that is no text' {
            (Get-Cause (Get-Thrown { Test-ComprehendAccess @import -Context @{ 'aws:SourceAccount' = 012345678901 } })).ErrorId | Should -BeExactly 'AccountIdNotQuoted'
        }
    }

    Context 'pipeline' {
        It 'asks again what a decision was about, as <_>' -ForEach 'object', 'deserialized', 'JSON' {
            $context = @{ 'aws:SourceArn' = $version; 'aws:TagKeys' = 'a', 'b' }
            $decision = Test-ComprehendAccess @import -Context $context
            $again = (Get-Form $decision.Request)[$_] | Test-ComprehendAccess -ResourcePolicy $shared -IdentityPolicy $all
            $again.Decision | Should -Be 'Allowed'
            $again.Request | Should -Be $decision.Request
        }

        It 'binds principal, model and policy of a model policy as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $policy = New-ComprehendModelPolicy $version $importer, $user
            $decision = (Get-Form $policy)[$_] | Test-ComprehendAccess -Action comprehend:ImportModel -IdentityPolicy $all
            $decision.Decision | Should -Be 'Allowed', 'Allowed'
            $decision.Request.Principal | ForEach-Object { "$_" } | Should -Be $importer, $user
            $decision.Request.Resource | Should -Be $version, $version
        }

        It 'stops when the next command has enough' {
            $script:asked = 0
            $model = 1..5 | ForEach-Object { [pscustomobject]@{ ModelArn = $version } }
            $model | ForEach-Object { $script:asked++; $_ } | Test-ComprehendAccess $user comprehend:ImportModel | Select-Object -First 1 | Should -HaveCount 1
            $script:asked | Should -Be 1
        }
    }

    Context 'refusals' {
        It 'a key policy has no say in other actions than those of kms' {
            $result = Invoke-Captured { Test-ComprehendAccess $user comprehend:ImportModel, KMS:Decrypt -Resource $key -KeyPolicy $shared }
            Assert-ItemError $result.Error KeyPolicyForOtherAction Test-ComprehendAccess InvalidArgument comprehend:ImportModel
            $result.Output.Request.Action | Should -BeExactly 'KMS:Decrypt'
            $result = Invoke-Captured { Test-ComprehendAccess $user comprehend:ImportModel -Resource $key -KeyPolicy $shared -Quiet }
            $result.Error | Should -HaveCount 1
            $result.Output | Should -BeExactly $false
        }

        It 'there is one policy of the resource: -ResourcePolicy or -KeyPolicy' {
            { Test-ComprehendAccess $role kms:Decrypt -Resource $key -KeyPolicy $shared -ResourcePolicy $shared } | Should -Throw -ErrorId 'AmbiguousParameterSet,*'
        }

        It 'refuses -<Name> <Value> where it is bound' -ForEach @(
            @{ Name = 'Principal'; Value = 'jane' }
            @{ Name = 'Principal'; Value = 'arn:aws:iam::444455556666:role/*' }
            @{ Name = 'Action'; Value = 'kms:*' }
            @{ Name = 'Action'; Value = 'Decrypt' }
            @{ Name = 'Resource'; Value = '' }
            @{ Name = 'Context'; Value = 'aws:SourceArn' }
        ) {
            $with = $import.Clone()
            $with[$Name] = $Value
            (Get-Thrown { Test-ComprehendAccess @with }).Exception | Should -BeOfType System.Management.Automation.ParameterBindingException
        }

        It 'keeps the leading zeros of a bare account id' {
            "$((Test-ComprehendAccess 012345678901 comprehend:ImportModel -Resource $version).Request.Principal)" | Should -BeExactly '012345678901'
        }
    }
}
