BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Reset-ManyModel {
        Reset-EditedSandbox {
            param($s)
            $s.accounts[0].models += @{ arn = $unknownVersion; status = 'TRAINING' }
            $s.accounts[0].models += @{ arn = 'arn:aws:comprehend:us-west-2:111122223333:entity-recognizer/parts/version/v1'; status = 'IN_ERROR'; message = 'Too few rows.' }
        }
    }
}

Describe 'Get-ComprehendModel' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'lists every version of every model, and writes nothing' {
            $model = Get-ComprehendModel
            $model | Should -BeOfType ComprehendSharing.Sharing.ComprehendModel
            $model.ModelArn | ForEach-Object ToString | Should -Be $version, $plainVersion
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'ListDocumentClassifiers', 'ListEntityRecognizers'
        }

        It 'tells all of one' {
            $model = Get-ComprehendModel $version
            "$($model.ModelArn)" | Should -BeExactly $version
            $model.Kind | Should -Be 'DocumentClassifier'
            $model.Name | Should -BeExactly 'tickets'
            $model.VersionName | Should -BeExactly 'v2'
            $model.Status | Should -BeExactly 'TRAINED'
            $model.LanguageCode | Should -BeExactly 'en'
            $model.ModelKmsKeyId | Should -BeExactly $key
            $model.Region | Should -BeExactly 'us-west-2'
            $model.DocumentClassifierArn | Should -BeExactly $version
            $model.EntityRecognizerArn | Should -BeNullOrEmpty
            $model.SourceModelArn | Should -BeNullOrEmpty
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'DescribeDocumentClassifier'
        }

        It 'lists only the models of the profile and the region' {
            Get-ComprehendModel -ProfileName partner | Should -BeNullOrEmpty
            Get-ComprehendModel -Region eu-west-1 | Should -BeNullOrEmpty
        }
    }

    Context 'what is asked' {
        BeforeEach {
            Reset-ManyModel
        }

        It 'by <Name>' -ForEach @(
            @{ Name = 'an exact name'; With = @{ Name = 'tickets' }; Found = 'tickets' }
            @{ Name = 'a name in another case, which is another name'; With = @{ Name = 'TICKETS' }; Found = @() }
            @{ Name = 'a wildcard'; With = @{ Name = 'p*' }; Found = 'products', 'parts' }
            @{ Name = 'a set of characters'; With = @{ Name = '[tn]*' }; Found = 'tickets', 'nowhere' }
            @{ Name = 'one kind'; With = @{ Kind = 'EntityRecognizer' }; Found = 'products', 'parts' }
            @{ Name = 'two kinds'; With = @{ Kind = 'EntityRecognizer', 'DocumentClassifier' }; Found = 'products', 'parts', 'tickets', 'nowhere' }
            @{ Name = 'one status'; With = @{ Status = 'TRAINED' }; Found = 'tickets', 'products' }
            @{ Name = 'two states'; With = @{ Status = 'TRAINING', 'IN_ERROR' }; Found = 'nowhere', 'parts' }
            @{ Name = 'all three'; With = @{ Name = '*o*'; Kind = 'EntityRecognizer'; Status = 'TRAINED' }; Found = 'products' }
            @{ Name = 'a name that nothing has'; With = @{ Name = 'none-such' }; Found = @() }
            @{ Name = 'a pattern that nothing fits'; With = @{ Name = 'zz*' }; Found = @() }
        ) {
            $result = Invoke-Captured { Get-ComprehendModel @With }
            $result.Error | Should -BeNullOrEmpty
            @($result.Output.Name) | Should -Be $Found
        }

        It 'asks the API only for what it needs' {
            $null = Get-ComprehendModel -Name tickets -Kind DocumentClassifier
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'ListDocumentClassifiers'
        }

        It 'takes a status in any case' {
            (Get-ComprehendModel -Status in_error).Message | Should -BeExactly 'Too few rows.'
        }
    }

    Context 'pipeline' {
        It 'binds by value as <Name>' -ForEach @(
            @{ Name = 'text'; Value = { $version } }
            @{ Name = 'an ARN'; Value = { [ComprehendSharing.Identity.ModelArn]$version } }
        ) {
            "$((& $Value | Get-ComprehendModel).ModelArn)" | Should -BeExactly $version
        }

        It 'binds its own output as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            "$(((Get-Form (Get-ComprehendModel $plainVersion))[$_] | Get-ComprehendModel).ModelArn)" | Should -BeExactly $plainVersion
        }

        It 'binds the property <_>' -ForEach 'ModelArn', 'ResourceArn', 'DocumentClassifierArn', 'EntityRecognizerArn' {
            "$(([pscustomobject]@{ $_ = $version; Value = $plainVersion } | Get-ComprehendModel).ModelArn)" | Should -BeExactly $version
        }

        It 'binds what Get-COMPDocumentClassifier writes' {
            "$((Get-Classifier | Get-ComprehendModel).ModelArn)" | Should -BeExactly $version
        }

        It 'gives what Get-ComprehendKmsAccess and Get-ComprehendModelPolicy take' {
            $access = Get-ComprehendModel | Get-ComprehendKmsAccess
            $access.ModelArn | ForEach-Object ToString | Should -Be $version, $plainVersion
            $access.Status | Should -Be 'NotFound', 'NotNeeded'
            $policy = Get-ComprehendModel | Get-ComprehendModelPolicy
            $policy.ModelArn | ForEach-Object ToString | Should -Be $version, $plainVersion
            $policy.Status | Should -Be 'None', 'None'
        }

        It 'stops listing when the next command has enough' {
            "$((Get-ComprehendModel | Select-Object -First 1).ModelArn)" | Should -BeExactly $version
            (Get-ComprehendSandbox).Call.Operation | Should -Be 'ListDocumentClassifiers'
        }
    }

    Context 'refusals' {
        It 'goes on with the next model' {
            $result = Invoke-Captured { $unknownVersion, $version | Get-ComprehendModel }
            Assert-ItemError $result.Error AwsNotFound Get-ComprehendModel ObjectNotFound $unknownVersion
            "$($result.Output.ModelArn)" | Should -BeExactly $version
        }

        It 'is denied a model of another account' {
            $result = Invoke-Captured { $version | Get-ComprehendModel -ProfileName partner }
            Assert-ItemError $result.Error AwsAccessDenied Get-ComprehendModel PermissionDenied $version
        }

        It 'tells what AWS said when it cannot list' {
            Reset-EditedSandbox { param($s) $s.faults = @(@{ operation = 'ListDocumentClassifiers'; call = 1; kind = 'Throttle' }) }
            $result = Invoke-Captured { Get-ComprehendModel }
            if ($overAwsTools) {
                # There a call that was throttled is made again.
                Get-CallCount ListDocumentClassifiers | Should -Be 2
                $result.Output | Should -HaveCount 2
                Add-AwsStubFault ListDocumentClassifiers -Kind AccessDenied
                Assert-ItemError (Invoke-Captured { Get-ComprehendModel }).Error AwsAccessDenied Get-ComprehendModel PermissionDenied $null
                return
            }
            Assert-ItemError $result.Error AwsLimitExceeded Get-ComprehendModel LimitsExceeded $null
        }

        It 'refuses <Name>' -ForEach @(
            @{ Name = 'an empty name'; Script = { Get-ComprehendModel -Name '' } }
            @{ Name = 'a status that Comprehend does not have'; Script = { Get-ComprehendModel -Status DONE } }
            @{ Name = 'a kind that does not exist'; Script = { Get-ComprehendModel -Kind Flywheel } }
            @{ Name = 'an ARN and a name together'; Script = { Get-ComprehendModel $version -Name tickets } }
        ) {
            (Get-Thrown $Script).Exception | Should -BeOfType System.Management.Automation.ParameterBindingException
            (Get-ComprehendSandbox).Call | Should -BeNullOrEmpty
        }

        It 'finds nothing for the hostile name <_>, or says what is wrong with it' -ForEach 'a b', "x`0y", '[', 'a/../b', '{0}' {
            $name = $_
            try {
                $result = Invoke-Captured { Get-ComprehendModel -Name $name }
                $result.Output | Should -BeNullOrEmpty
                $result.Error | ForEach-Object { $_.Exception | Should -BeOfType ComprehendSharing.SharingException }
            }
            catch {
                $_.Exception.GetType().Name | Should -BeIn 'ParameterBindingException', 'WildcardPatternException' -Because "$_"
            }
        }
    }
}
