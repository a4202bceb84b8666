# What the console shows of every output type, compared with an approved text in tests/approved. After a change that is meant:
# $env:COMPREHENDSHARING_APPROVE = 1, run this file, and look at what git shows.
BeforeDiscovery {
    # What is hard to show is in here: long names, paths, several principals, warnings and errors.
    $case = @(
        @{ Type = 'ModelPolicy'; Script = { $policy } }
        @{ Type = 'KeyAccess'; Script = { $access } }
        @{ Type = 'ShareBundle'; Script = { $bundle } }
        @{ Type = 'ShareCheck'; Script = { $check } }
        @{ Type = 'ImportedModel'; Script = { $copy } }
        @{ Type = 'ComprehendModel'; Script = { $model } }
        @{ Type = 'ComprehendEndpoint'; Script = { $endpoint } }
        @{ Type = 'PolicyStatement'; Script = { $statement } }
        @{ Type = 'PolicyDocument'; Script = { $bundle[0].ImporterPolicy } }
        @{ Type = 'Finding'; Script = { $finding } }
        @{ Type = 'PolicyStatementDifference'; Script = { $difference } }
        @{ Type = 'PolicyElementDifference'; Script = { $difference.Element } }
        @{ Type = 'AccessDecision'; Script = { $decision } }
        @{ Type = 'AccessExplanation'; Script = { $decision.Explanation } }
        @{ Type = 'ConditionKeyUse'; Script = { Get-ComprehendConditionKey -Action Create*, StartTargetedSentimentDetectionJob } }
        @{ Type = 'SandboxState'; Script = { $state } }
        @{ Type = 'SandboxAccount'; Script = { $state.Account } }
        @{ Type = 'SandboxKey'; Script = { $state.Key } }
        @{ Type = 'SandboxModel'; Script = { $state.Model } }
        @{ Type = 'SandboxCall'; Script = { $state.Call } }
    )
    $view = foreach ($item in $case) {
        foreach ($width in 80, 120) { $item + @{ Width = $width } }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/CodeSamples.ps1
    $approved = Join-Path $PSScriptRoot 'approved'
    $culture = [cultureinfo]::CurrentCulture
    $rendering = $PSStyle.OutputRendering
    [cultureinfo]::CurrentCulture = 'en-US'
    $PSStyle.OutputRendering = 'PlainText'

    function Compare-Approved([string] $Text, [string] $Name) {
        $path = Join-Path $approved "$Name.txt"
        $received = ($Text -split '\r?\n' | ForEach-Object TrimEnd) -join "`n"
        if ($env:COMPREHENDSHARING_APPROVE) {
            $null = New-Item $approved -ItemType Directory -Force
            Set-Content -LiteralPath $path $received.Trim("`n")
        }

        $received.Trim("`n") | Should -BeExactly ((Get-Content -LiteralPath $path -Raw) -replace '\r').Trim("`n")
    }

    $folder = 'arn:aws:iam::444455556666:role/data-science/production'
    Set-Content $TestDrive/views.json @"
{
  "region": "ap-northeast-1",
  "accounts": [
    {
      "id": "111122223333",
      "principals": [
        { "arn": "arn:aws:iam::111122223333:root", "profile": "owner" },
        { "arn": "arn:aws:iam::111122223333:role/deployment/ReleaseRole", "profile": "release" }
      ],
      "keys": [
        { "id": "1234abcd-12ab-34cd-56ef-1234567890ab", "policy": { "Statement": [
          { "Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "kms:*", "Resource": "*" } ] } },
        { "id": "mrk-1234abcd12ab34cd56ef1234567890ab", "state": "PendingDeletion", "policy": { "Statement": [] } }
      ],
      "models": [
        { "arn": "arn:aws:comprehend:ap-northeast-1:111122223333:document-classifier/tickets/version/v2",
          "modelKmsKeyId": "1234abcd-12ab-34cd-56ef-1234567890ab" },
        { "arn": "arn:aws:comprehend:ap-northeast-1:111122223333:entity-recognizer/products-of-the-catalogue/version/2024-11-30",
          "status": "TRAINED_WITH_WARNING" }
      ]
    },
    {
      "id": "444455556666",
      "principals": [
        { "arn": "arn:aws:iam::444455556666:user/data-scientist", "profile": "partner" },
        { "arn": "$folder/ComprehendImportRole" }
      ]
    },
    { "id": "777788889999", "principals": [{ "arn": "arn:aws:iam::777788889999:user/jane", "profile": "jane" }] }
  ]
}
"@
    Reset-Sandbox $TestDrive/views.json
    $principal = "$folder/ComprehendImportRole", '444455556666'
    $model = (Get-ComprehendSandbox).Model
    $policy = @($model | New-ComprehendModelPolicy -Principal $principal)
    $policy += $policy | Set-ComprehendModelPolicy -PassThru
    $access = @($policy[2, 3] | Grant-ComprehendKmsAccess -PassThru)
    $bundle = @($access | Get-ComprehendShareBundle)
    $copy = @($bundle[1] | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $principal[0] -Wait)
    $copy += $bundle[0] | Import-ComprehendSharedModel -ProfileName partner
    $refused = @{ ProfileName = 'jane'; DataAccessRoleArn = 'arn:aws:iam::777788889999:role/None' }
    Import-ComprehendSharedModel $model[0].ModelArn @refused -ErrorAction Ignore
    $statement = @(
        New-ComprehendKmsStatement -ModelArn $model[0].ModelArn -Principal $principal
        New-ComprehendKmsStatement -ModelArn $model[0].ModelArn -Principal 444455556666 -Scope Account -Form Compact
        $bundle[1].ImporterPolicy.Statement
        [ComprehendSharing.Policies.PolicyDocument]::Parse(
            '{"Statement": {"Effect": "Deny", "NotPrincipal": {"AWS": "111122223333"}, "NotAction": "kms:Describe*", "NotResource": "arn:aws:s3:::x"}}').Statement
    )
    # By hand, so that no rule has a say in what is approved.
    $of = @{ Line = 1; Column = 1; Recommendation = 'Correct it.'; Path = '' }
    $finding = [ComprehendSharing.Findings.Finding[]] @(
        $of + @{ Code = 'INVALID_POLICY'; Severity = 'Error'; Message = 'This is not a policy. Line 1, column 1: expected an object, {}, found the end of the text.' }
        @{ Code = 'STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS'; Severity = 'Security'; Line = 1204; Column = 7; Path = 'Statement[12].Condition.StringLike.kms:EncryptionContext:aws:comprehend:arn'
            Document = '/home/jane/policies/key.json'; Recommendation = ''; Message = "The value '$key' is compared as a text, and a text with * has no end at a colon." }
        $of + @{ Code = 'UNIQUE_SIDS_RECOMMENDED'; Severity = 'Suggestion'; Document = '/home/jane/policies/model.json'; Message = 'No two statements should have the same Sid.' }
    )
    $difference = @(
        Compare-ComprehendPolicy $bundle[1].ImporterPolicy (New-ComprehendIdentityPolicy ModelImporter $model[0].ModelArn -DataAccessRoleArn $principal[0])
        Compare-ComprehendPolicy $statement[0, 1] ([ComprehendSharing.Policies.PolicyDocument]::Parse('{"Id": "new", "Statement": {"Effect": "Allow",
            "Principal": "*", "NotAction": "kms:Get*", "NotResource": "arn:aws:s3:::x"}}'))
    )
    # Every outcome: a condition that does not hold, one that nobody knows, a deny, a level that allows nothing.
    $request = @{ Principal = $principal[0]; Resource = $model[0].ModelArn; IdentityPolicy = '{"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}' }
    $guardrail = '{"Statement": [{"Sid": "NoDelete", "Effect": "Deny", "Action": "comprehend:Delete*", "Resource": "*"},
        {"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": {"StringSometimes": {"aws:SourceVpc": "vpc-1"}}}]}'
    $decision = @(
        Test-ComprehendAccess @request -Action comprehend:ImportModel -ResourcePolicy $policy[2]
        Test-ComprehendAccess @request -Action comprehend:ImportModel, comprehend:DeleteDocumentClassifier -ServiceControlPolicy @($guardrail), @($guardrail)
        $request.Resource = (Get-ComprehendSandbox).Key[0].KeyArn
        Test-ComprehendAccess @request -Action kms:Decrypt -KeyPolicy $statement[0, 1] -Context @{ 'aws:SourceArn' = $model[1].ModelArn }
    )
    $model = @($copy | ForEach-Object { [ComprehendSharing.Sharing.ComprehendModel] @{ ModelArn = $_.ModelArn; Status = $_.Status } })
    $endpoint = 'inference', 'inference-of-the-whole-catalogue-2024-11' | ForEach-Object {
        [ComprehendSharing.Sharing.ComprehendEndpoint] @{
            EndpointArn = "arn:aws:comprehend:ap-northeast-1:444455556666:document-classifier-endpoint/$_"; ModelArn = $copy[0].ModelArn; Status = 'IN_SERVICE'
            DesiredInferenceUnits = $_.Length
        }
    }
    $state = Get-ComprehendSandbox
    $check = @($bundle[1] | Test-ComprehendShare -ModelKmsKeyId alias/copies)
}

AfterAll {
    Exit-ComprehendSandbox -ErrorAction Ignore
    [cultureinfo]::CurrentCulture = $culture
    $PSStyle.OutputRendering = $rendering
}

Describe 'The view of <Type> at <Width> columns' -ForEach $view {
    BeforeAll {
        $value = @(. $Script)
        $text = $value | Out-String -Width $Width
    }

    It 'is the approved one' {
        $value.Count | Should -BeGreaterThan 0
        $value | ForEach-Object { $_.GetType().Name } | Select-Object -Unique | Should -Be $Type
        Compare-Approved $text "$Type.$Width"
    }

    It 'is not wider than the console' {
        $text -split '\r?\n' | Where-Object Length -GT $Width | Should -BeNullOrEmpty
    }

    It 'does not depend on the culture' -Skip:($Type -eq 'PolicyDocument') {
        # Under some cultures, such as Japanese and the invariant one, PowerShell breaks lines inside words. JSON has blanks.
        try {
            [cultureinfo]::CurrentCulture = 'ja-JP'
            $value | Out-String -Width $Width | Should -BeExactly $text
        }
        finally {
            [cultureinfo]::CurrentCulture = 'en-US'
        }
    }
}

Describe 'Views' {
    It 'are there for every type that a cmdlet writes' {
        $type = (Get-Command -Module ComprehendSharing).OutputType.Name | Where-Object { $_ -notin 'System.Void', 'System.Boolean' } | Select-Object -Unique
        $type | Where-Object { -not (Get-FormatData -TypeName $_) } | Should -BeNullOrEmpty
    }

    It 'are approved for every type that has one' {
        $format = [xml](Get-Content (Join-Path (Get-Module ComprehendSharing).ModuleBase 'bin/ComprehendSharing.Format.ps1xml') -Raw)
        $name = $format.SelectNodes('//TypeName').InnerText | ForEach-Object { ($_ -split '\.')[-1] }
        $name | Sort-Object -Unique | Should -Be ((Get-ChildItem $approved -Filter '*.80.txt').Name -replace '\.80\.txt' | Sort-Object)
    }
}

Describe 'The list view of AccessDecision' {
    It 'is the approved one' {
        Compare-Approved ($decision[3], $decision[0] | Format-List | Out-String -Width 80) 'AccessDecision.List'
    }
}

Describe 'The error view' {
    BeforeAll {
        $code = @"
New-ComprehendModelPolicy -ModelArn $version -Principal 444455556666 | Set-ComprehendModelPolicy
New-ComprehendModelPolicy -ModelArn $version -Principal 777788889999 | Set-ComprehendModelPolicy
`$Error[0].ErrorDetails.Message
`$Error[0].ErrorDetails.RecommendedAction
"@
        $line = @((Invoke-CodeSample $code) -split '\r?\n' | Where-Object { $_ })
        $cause, $recommendation = $line[-2, -1]
        $shown = $line[0..($line.Count - 3)] -join "`n"
    }

    It 'shows the cause and the recommendation once each' {
        [regex]::Matches($shown, [regex]::Escape($cause)).Count | Should -Be 1
        [regex]::Matches($shown, [regex]::Escape($recommendation)).Count | Should -Be 1
    }

    It 'is the approved one' {
        Compare-Approved $shown 'PolicyWouldRemoveAccess'
    }
}

Describe 'Grant-ComprehendKmsAccess -WhatIf' {
    It 'tells the key, and every statement and value that would be added' {
        $code = @"
Grant-ComprehendKmsAccess -ModelArn $version -Principal 444455556666, arn:aws:iam::777788889999:role/ImportRole -WhatIf
Grant-ComprehendKmsAccess -ModelArn $version -Principal 444455556666 -Scope Model -WhatIf
"@
        Compare-Approved (Invoke-CodeSample $code) 'Grant-ComprehendKmsAccess.WhatIf'
    }
}
