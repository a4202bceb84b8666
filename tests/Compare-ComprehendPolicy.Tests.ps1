BeforeAll {
    . $PSScriptRoot/Common.ps1
    $reference = '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"*"},{"Sid":"B","Effect":"Deny","Action":"*","Resource":"*"}]}'
    $same = '{"Statement":[{"Sid":"B","Effect":"Deny","Action":["*"],"Resource":["*"]},{"Resource":"*","Action":["s3:putobject","s3:getobject"],"Effect":"Allow","Sid":"A"}],"Version":"2012-10-17"}'
    $other = '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":"*"},{"Sid":"C","Effect":"Deny","Action":"*","Resource":"*"}]}'
    $lines = ($other | ConvertFrom-Json | ConvertTo-Json -Depth 9) -split "`n"
}

Describe 'Compare-ComprehendPolicy' {
    BeforeAll {
        # No sandbox and no AWS.Tools: it needs neither.
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'differences' {
        It 'gives nothing for policies that say the same' {
            Compare-ComprehendPolicy $reference $reference | Should -BeNullOrEmpty
            Compare-ComprehendPolicy $reference $same | Should -BeNullOrEmpty
        }

        It 'tells statement by statement what differs' {
            $difference = Compare-ComprehendPolicy -ReferencePolicy $reference -DifferencePolicy $other
            $difference | ForEach-Object { "$($_.SideIndicator) $($_.Sid)" } | Should -Be '<= A', '<= B', '=> A', '=> C'
            $difference | Should -BeOfType ComprehendSharing.Policies.PolicyStatementDifference
            $difference[0].Statement.Action | Should -Be 's3:GetObject', 's3:PutObject'
            $difference[2].Statement.Action | Should -Be 's3:GetObject'
            foreach ($side in $difference[0, 2]) {
                $side.Element | Should -HaveCount 1
                $side.Element[0].Name | Should -BeExactly 'Action'
                $side.Element[0].Reference | Should -Be 's3:GetObject', 's3:PutObject'
                $side.Element[0].Difference | Should -Be 's3:GetObject'
            }
            $difference[1].Element | Should -BeNullOrEmpty
            $difference[3].Element | Should -BeNullOrEmpty
        }

        It 'tells another <Name>' -ForEach @(
            @{ Name = 'Version'; Text = '{"Version":"2008-10-17",'; Before = '2012-10-17'; After = '2008-10-17' }
            @{ Name = 'Id'; Text = '{"Version":"2012-10-17","Id":"x",'; Before = $null; After = 'x' }
        ) {
            $difference = Compare-ComprehendPolicy $reference ($reference -replace '^\{"Version":"2012-10-17",', $Text)
            $difference.SideIndicator | Should -Be '<=', '=>'
            @($difference | Where-Object { $null -eq $_.Statement }).Count | Should -Be 2
            $difference[0].Element.Name | Should -BeExactly $Name
            $difference[0].Element.Reference | Should -Be $Before
            $difference[1].Element.Difference | Should -Be $After
        }
    }

    Context 'policies' {
        It 'takes <Name>' -ForEach @(
            @{ Name = 'text'; Policy = { $other } }
            @{ Name = 'lines'; Policy = { $lines } }
            @{ Name = 'a document'; Policy = { [ComprehendSharing.Policies.PolicyDocument]::Parse($other) } }
            @{ Name = 'statements'; Policy = { [ComprehendSharing.Policies.PolicyDocument]::Parse($other).Statement } }
            @{ Name = 'the policy of a model'; Policy = { [ComprehendSharing.Sharing.ModelPolicy] @{ ModelArn = $version; Document = [ComprehendSharing.Policies.PolicyDocument]::Parse($other) } } }
            @{ Name = 'what AWS says of a policy'; Policy = { [pscustomobject]@{ ResourceArn = $version; ResourcePolicy = $other } } }
            @{ Name = 'an object from JSON'; Policy = { $other | ConvertFrom-Json } }
            @{ Name = 'a hashtable'; Policy = { $other | ConvertFrom-Json -AsHashtable } }
        ) {
            $value = & $Policy
            Compare-ComprehendPolicy $value $other | Should -BeNullOrEmpty
            Compare-ComprehendPolicy $other $value | Should -BeNullOrEmpty
            $value | Compare-ComprehendPolicy $other | Should -BeNullOrEmpty
            (Compare-ComprehendPolicy $reference $value).SideIndicator | Should -Be '<=', '<=', '=>', '=>'
            ($value | Compare-ComprehendPolicy $reference).SideIndicator | Should -Be '<=', '<=', '=>', '=>'
        }

        It 'compares with each policy of the pipeline, lines put together' {
            (@($reference) + $lines + $same + $lines | Compare-ComprehendPolicy $reference).SideIndicator | Should -Be '<=', '<=', '=>', '=>', '<=', '<=', '=>', '=>'
        }

        It 'stops when the next command has enough' {
            $script:asked = 0
            1..5 | ForEach-Object { $script:asked++; $other } | Compare-ComprehendPolicy $reference | Select-Object -First 1 | Should -HaveCount 1
            # A text ends where the next one begins.
            $script:asked | Should -Be 2
        }
    }

    Context 'refusals' {
        It 'says where the reference goes wrong' {
            $cause = Get-Cause (Get-Thrown { Compare-ComprehendPolicy "{`n  `"Statement`": [],`n}" $other })
            $cause.ErrorId | Should -BeExactly 'InvalidPolicy'
            $cause.Line, $cause.Column | Should -Be 3, 1
        }

        It 'says where another policy goes wrong, and goes on' {
            $result = Invoke-Captured { '{"a":1,}', $other | Compare-ComprehendPolicy $reference }
            Assert-ItemError $result.Error InvalidPolicy Compare-ComprehendPolicy InvalidData '{"a":1,}'
            $result.Error.Exception.Column | Should -Be 8
            $result.Output | Should -HaveCount 4
        }
    }
}
