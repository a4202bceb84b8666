BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Start-Import([string] $Arn = $version) {
        Import-ComprehendSharedModel $Arn $role -ProfileName partner
    }

    function Grant-Everything {
        New-ComprehendModelPolicy $version, $plainVersion $importer | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
    }

    # Runs a script in a runspace of its own, whose streams can be read.
    function Get-Progress([string] $Script) {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("param(`$Manifest, `$version, `$role)`nImport-Module `$Manifest`nEnter-ComprehendSandbox`n$Script").
            AddArgument("$PSScriptRoot/../ComprehendSharing.psd1").AddArgument($version).AddArgument($role)
            $null = $shell.Invoke()
            @($shell.Streams.Progress | Where-Object Activity -Like '*Comprehend*')
        }
        finally {
            $shell.Dispose()
        }
    }
}

Describe 'Wait-ComprehendModel' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'gives a model that is trained at once' {
            $model = Wait-ComprehendModel $version
            $model | Should -BeOfType ComprehendSharing.Sharing.ComprehendModel
            "$($model.ModelArn)" | Should -BeExactly $version
            $model.Status | Should -BeExactly 'TRAINED'
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'DescribeDocumentClassifier'
        }

        It 'takes TRAINED_WITH_WARNING for trained' {
            Reset-EditedSandbox { param($s) $s.accounts[0].models[0].status = 'TRAINED_WITH_WARNING' }
            (Wait-ComprehendModel $version).Status | Should -BeExactly 'TRAINED_WITH_WARNING'
        }

        It 'waits for an import that was made without -Wait' {
            Grant-Everything
            $copy = Start-Import
            # The clock of AWS does not stand still between two calls, as that of the sandbox does.
            $copy.Status | Should -BeExactly ($overAwsTools ? 'TRAINED' : 'SUBMITTED')
            $model = $copy | Wait-ComprehendModel -ProfileName partner
            $model.Status | Should -BeExactly 'TRAINED'
            "$($model.ModelArn)" | Should -BeExactly "$($copy.ModelArn)"
            "$($model.SourceModelArn)" | Should -BeExactly $version
            $model.EndTime | Should -BeGreaterThan $model.SubmitTime
        }

        It 'looks every -PollSec seconds' -Tag SandboxOnly {
            Grant-Everything
            $first, $second = (Start-Import), (Start-Import $plainVersion)
            $null = $first | Wait-ComprehendModel -ProfileName partner -PollSec 1
            Get-CallCount DescribeDocumentClassifier | Should -BeGreaterThan 15
            $before = Get-CallCount DescribeEntityRecognizer
            $null = $second | Wait-ComprehendModel -ProfileName partner -PollSec 3600
            (Get-CallCount DescribeEntityRecognizer) - $before | Should -BeLessOrEqual 2
        }
    }

    Context 'a model that does not get trained' {
        It 'tells the message of the service' {
            New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy
            $copy = Start-Import
            $result = Invoke-Captured { $copy | Wait-ComprehendModel -ProfileName partner }
            Assert-ItemError $result.Error ModelNotTrained Wait-ComprehendModel InvalidOperation $copy.ModelArn
            $result.Error.Exception.Message | Should -BeLike "*IN_ERROR*The data access role $role cannot use the KMS key $key*"
            $result.Output | Should -BeNullOrEmpty
        }

        It 'does not wait for <_>' -ForEach 'IN_ERROR', 'STOPPED', 'DELETING' {
            $status = $_
            Reset-EditedSandbox { param($s) $s.accounts[0].models[0].status = $status; $s.accounts[0].models[0].message = 'Because.' }
            $result = Invoke-Captured { $version, $plainVersion | Wait-ComprehendModel }
            Assert-ItemError $result.Error ModelNotTrained Wait-ComprehendModel InvalidOperation $version
            $result.Error.Exception.Message | Should -BeLike "*$status*Because.*"
            "$($result.Output.ModelArn)" | Should -BeExactly $plainVersion
        }

        It 'stops after -TimeoutSec for <_>' -Tag SandboxOnly -ForEach 'SUBMITTED', 'TRAINING', 'STOP_REQUESTED' {
            $status = $_
            Reset-EditedSandbox { param($s) $s.accounts[0].models[0].status = $status }
            $result = Invoke-Captured { $version, $plainVersion | Wait-ComprehendModel -TimeoutSec 60 -PollSec 20 }
            Assert-ItemError $result.Error WaitTimedOut Wait-ComprehendModel OperationTimeout $version
            $result.Error.Exception.Message | Should -BeLike "*still $status after 60 seconds*-TimeoutSec*"
            "$($result.Output.ModelArn)" | Should -BeExactly $plainVersion
            Get-CallCount DescribeDocumentClassifier | Should -BeIn 4, 5
        }

        It 'waits no longer than -TimeoutSec, however long -PollSec is' {
            Reset-EditedSandbox { param($s) $s.accounts[0].models[0].status = 'TRAINING' }
            # Outside the sandbox a second is a second.
            $timeout = $overAwsTools ? 1 : 5
            $result = Invoke-Captured { $version | Wait-ComprehendModel -TimeoutSec $timeout -PollSec 3600 }
            $result.Error.Exception.Message | Should -BeLike "*after $timeout seconds*"
            Get-CallCount DescribeDocumentClassifier | Should -BeIn 2, 3
        }
    }

    Context 'progress' -Tag SandboxOnly {
        It 'is shown, and ended' {
            $progress = Get-Progress '
                New-ComprehendModelPolicy $version 444455556666 | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
                Import-ComprehendSharedModel $version $role -ProfileName partner | Wait-ComprehendModel -ProfileName partner'
            $progress[0].CurrentOperation | Should -BeExactly 'SUBMITTED after 0 s'
            $progress.CurrentOperation | Should -Contain 'TRAINING after 15 s'
            $progress.StatusDescription | Sort-Object -Unique | Should -BeExactly ($version -replace '111122223333', $importer)
            $progress[-1].RecordType | Should -Be 'Completed'
            $progress | Where-Object RecordType -EQ Completed | Should -HaveCount 1
        }

        It 'is ended after an error, and when the next command has enough' {
            (Get-Progress '($version -replace "tickets", "nowhere"), $version | Wait-ComprehendModel -ErrorAction SilentlyContinue').RecordType |
                Should -Be 'Completed', 'Processing', 'Completed'
            (Get-Progress '$version, $version | Wait-ComprehendModel | Select-Object -First 1').RecordType | Should -Be 'Processing', 'Completed'
        }
    }

    Context 'pipeline' {
        It 'binds by value' {
            ($version, $plainVersion | Wait-ComprehendModel).ModelArn | ForEach-Object ToString | Should -Be $version, $plainVersion
        }

        It 'binds a model as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            "$(((Get-Form (Get-ComprehendModel $version))[$_] | Wait-ComprehendModel).ModelArn)" | Should -BeExactly $version
        }

        It 'binds the property <_>' -ForEach 'ModelArn', 'ResourceArn', 'DocumentClassifierArn', 'EntityRecognizerArn' {
            "$(([pscustomobject]@{ $_ = $version; Value = $plainVersion } | Wait-ComprehendModel).ModelArn)" | Should -BeExactly $version
        }

        It 'binds what Get-COMPDocumentClassifier writes' {
            "$((Get-Classifier | Wait-ComprehendModel).ModelArn)" | Should -BeExactly $version
        }

        It 'does not wait for a copy that is only planned, as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            Grant-Everything
            $planned = Import-ComprehendSharedModel $version $role -ProfileName partner -WhatIf
            $before = (Get-ComprehendSandbox).Call.Count
            $result = Invoke-Captured { (Get-Form $planned)[$_] | Wait-ComprehendModel -ProfileName partner }
            $result.Output | Should -BeNullOrEmpty
            $result.Error | Should -BeNullOrEmpty
            (Get-ComprehendSandbox).Call.Count | Should -Be $before
        }

        It 'asks no more when the next command has enough' {
            $null = $version, $plainVersion | Wait-ComprehendModel | Select-Object -First 1
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'DescribeDocumentClassifier'
        }
    }

    Context 'refusals' {
        It 'goes on with the next model' {
            $result = Invoke-Captured { $unknownVersion, $version | Wait-ComprehendModel }
            Assert-ItemError $result.Error AwsNotFound Wait-ComprehendModel ObjectNotFound $unknownVersion
            "$($result.Output.ModelArn)" | Should -BeExactly $version
        }

        It 'refuses -<Name> <Value>' -ForEach @(
            @{ Name = 'TimeoutSec'; Value = 0 }
            @{ Name = 'TimeoutSec'; Value = -1 }
            @{ Name = 'PollSec'; Value = 0 }
            @{ Name = 'PollSec'; Value = 3601 }
            @{ Name = 'PollSec'; Value = 'often' }
        ) {
            $with = @{ $Name = $Value }
            (Get-Thrown { Wait-ComprehendModel $version @with }).Exception | Should -BeOfType System.Management.Automation.ParameterBindingException
            (Get-ComprehendSandbox).Call | Should -BeNullOrEmpty
        }
    }
}
