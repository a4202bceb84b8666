# The tables of about_ComprehendSharing_Guardrails, where each option of the published commands stands beside its counterpart.
BeforeDiscovery {
    # Every option of the three commands of the source, the parts of its structures one by one.
    $command = @(
        @{
            Command = 'create-document-classifier'
            Option  = '--region', '--document-classifier-name', '--language-code', '--input-data-config S3Uri', '--data-access-role-arn', '--volume-kms-key-id',
                '--output-data-config S3Uri', '--output-data-config *,KmsKeyId', '--vpc-config SecurityGroupIds', '--vpc-config *,Subnets', '--model-kms-key-id'
        }
        @{
            Command = 'create-entity-recognizer'
            Option  = '--recognizer-name', '--data-access-role-arn', '--language-code', '--region', '--input-data-config EntityTypes',
                '--input-data-config Documents', '--input-data-config Annotations'
        }
        @{
            Command = 'create-endpoint'
            Option  = '--endpoint-name', '--model-arn', '--data-access-role-arn', '--desired-inference-units', '--region'
        }
    )
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $page = (Get-Content (Join-Path $PSScriptRoot '../docs/en-US/about_ComprehendSharing_Guardrails.md') -Raw) -replace '\r'

    # The rows of the table with that heading on the left; the first is the heading.
    function Get-Row([string] $Heading) {
        [regex]::Match($page, "(?m)^\| $Heading +\|(.*\n\|)+.*$").Value -split '\n' -notmatch '^\| -+ \|' | ForEach-Object {
            $left, $right = $_.Trim('|', ' ') -split '\|' | ForEach-Object Trim
            [pscustomobject]@{ Left = $left; Right = $right }
        }
    }
}

Describe 'The counterpart of <Command>' -ForEach $command {
    BeforeAll {
        $heading, $row = Get-Row $Command
    }

    It 'has every option, and no other' {
        $given = $row.Left -like '--*'
        $given | Should -HaveCount $Option.Count
        $Option | Where-Object { $name = $_; -not ($given | Where-Object { $_ -like "$name*" }) } | Should -BeNullOrEmpty
    }

    It 'names parameters of the cmdlet' {
        $name = $row.Right | ForEach-Object { [regex]::Match($_, '^-(\w+)').Groups[1].Value }
        $name | Should -HaveCount $row.Count
        $name | Where-Object { $_ -notin (Get-Command $heading.Right).Parameters.Keys } | Should -BeNullOrEmpty
    }
}

Describe 'The counterpart of the policies' {
    It 'names cmdlets, and sections that are there' {
        $null, $row = Get-Row 'Policies and the rest'
        $row | Should -HaveCount 5
        foreach ($one in $row) {
            $text, $section = $one.Right -split ', '
            $page | Should -Match "(?m)^## $section\. \w"
            if ($text -notlike 'none;*') {
                Get-Command $text -Module ComprehendSharing | Should -Not -BeNullOrEmpty
            }
        }
    }
}
