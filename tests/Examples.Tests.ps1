BeforeAll {
    . $PSScriptRoot/Common.ps1
    $examples = Join-Path $PSScriptRoot '../docs/examples'
}

AfterAll {
    Exit-ComprehendSandbox -ErrorAction Ignore
}

Describe 'share-one-model.ps1' {
    BeforeEach {
        Reset-Sandbox
        $folder = Join-Path $TestDrive 'share'
        Remove-Item $folder -Recurse -ErrorAction Ignore
        $arguments = @{ AccountId = $importer; OutFolder = $folder; ProfileName = 'owner' }
    }

    It 'shares the model, and writes the facts and policies for the importer' {
        $bundle = & $examples/share-one-model.ps1 -ModelArn $version @arguments
        $bundle.Status | Should -Be 'Current'
        (Get-ChildItem $folder).Name | Should -Be 'ImporterPolicy.json', 'ImportRolePolicy.json', 'ImportRoleTrustPolicy.json', 'share.json'
        $share = Get-Content $folder/share.json -Raw | ConvertFrom-Json
        $share.SourceModelArn | Should -Be $version
        $share.KmsKeyArn | Should -Be $key
    }

    It 'hands over what an import needs' {
        $null = & $examples/share-one-model.ps1 -ModelArn $version @arguments
        $copy = Get-Content $folder/share.json -Raw | ConvertFrom-Json |
            Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role -Wait
        $copy.Status | Should -Be 'TRAINED'
    }

    It 'needs no role policies for a model under an AWS owned key' {
        $null = & $examples/share-one-model.ps1 -ModelArn $plainVersion @arguments
        (Get-ChildItem $folder).Name | Should -Be 'ImporterPolicy.json', 'share.json'
        $copy = Get-Content $folder/share.json -Raw | ConvertFrom-Json | Import-ComprehendSharedModel -ProfileName partner
        $copy.Status | Should -Be 'SUBMITTED'
    }

    It 'changes nothing when it is run again' {
        1..2 | ForEach-Object { $null = & $examples/share-one-model.ps1 -ModelArn $version @arguments }
        (Get-Write).Operation | Should -Be 'PutResourcePolicy', 'PutKeyPolicy'
    }

    It 'changes nothing under -WhatIf' {
        (& $examples/share-one-model.ps1 -ModelArn $version @arguments -WhatIf).Status | Should -Be 'Planned'
        Get-Write | Should -BeNullOrEmpty
        $folder | Should -Not -Exist
    }
}

Describe 'share-many-models.ps1' {
    BeforeEach {
        Reset-Sandbox
        $list = Join-Path $TestDrive 'shares.csv'
    }

    It 'shares every model with all of its importers' {
        'ModelArn,Principal', "$version,$importer", "$version,777788889999", "$plainVersion,$importer" | Set-Content $list
        $bundle = & $examples/share-many-models.ps1 -Path $list
        $bundle | ForEach-Object { "$($_.SourceModelArn) $($_.ImporterAccountId)" } | Sort-Object |
            Should -Be "$version $importer", "$version 777788889999", "$plainVersion $importer"
        @(Get-Write | Where-Object Operation -EQ 'PutKeyPolicy').Count | Should -Be 1
    }

    It 'reports what fails and goes on' {
        'ModelArn,Principal', "$($version -replace 'tickets', 'nowhere'),$importer", "$plainVersion,$importer" | Set-Content $list
        $ErrorActionPreference = 'Continue'
        $problem, $bundle = (& $examples/share-many-models.ps1 -Path $list 2>&1).Where({ $_ -is [System.Management.Automation.ErrorRecord] }, 'Split')
        $problem.FullyQualifiedErrorId | Should -Be 'AwsNotFound,ComprehendSharing.Commands.SetComprehendModelPolicyCommand'
        $bundle.SourceModelArn | Should -Be $plainVersion
    }
}

Describe 'rehearse-in-a-pipeline.ps1' {
    It 'ends with 0 when every model was imported' {
        $text = pwsh -NoProfile -NonInteractive -File $examples/rehearse-in-a-pipeline.ps1 | Out-String
        $LASTEXITCODE | Should -Be 0
        $text | Should -Match '2 of 2 models were imported, with 5 writes to AWS'
    }

    It 'ends with 1 when an import fails' {
        $default = Join-Path $PSScriptRoot '../src/ComprehendSharing.Core/Sandbox/default-scenario.json'
        (Get-Content $default -Raw) -replace '"state": "Enabled"', '"state": "Disabled"' | Set-Content $TestDrive/disabled.json
        $text = pwsh -NoProfile -NonInteractive -File $examples/rehearse-in-a-pipeline.ps1 -Path $TestDrive/disabled.json 2>&1 | Out-String
        $LASTEXITCODE | Should -Be 1
        $text | Should -Match 'is in the state Disabled'
        $text | Should -Match '1 of 2 models were imported'
    }
}

Describe 'The tests with mocks' {
    BeforeAll {
        . $PSScriptRoot/AwsStub.ps1
        Add-AwsStubPath
        $saved = $env:PSModulePath
        # Installed modules, as for a user: ComprehendSharing is found by its name.
        $module = Join-Path $TestDrive 'modules/ComprehendSharing'
        $null = New-Item $module -ItemType Directory
        Copy-Item "$PSScriptRoot/../bin", "$PSScriptRoot/../ComprehendSharing.psd1" $module -Recurse
        $env:PSModulePath = "$TestDrive/modules$([System.IO.Path]::PathSeparator)$env:PSModulePath"
    }

    AfterAll {
        $env:PSModulePath = $saved
        Remove-AwsStub
    }

    It '<Name> passes' -ForEach @(
        @{ Name = 'mock-aws-tools'; Count = 2 }
        @{ Name = 'mock-comprehend-sharing'; Count = 1 }
    ) {
        $script = '$run = Invoke-Pester -Path $args[0] -Output None -PassThru; "$($run.PassedCount) $($run.FailedCount) $($run.Failed.ErrorRecord)"'
        $told = pwsh -NoProfile -NonInteractive -Command "& { $script } '$examples/$Name.tests.ps1'"
        $told | Should -Be "$Count 0 "
    }
}
