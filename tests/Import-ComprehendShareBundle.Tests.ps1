BeforeAll {
    . $PSScriptRoot/Common.ps1

    # The file of a bundle, changed by a script that gets it as a hashtable.
    function New-EditedFile([scriptblock] $Change) {
        $json = Get-Content $path -Raw | ConvertFrom-Json -AsHashtable
        $null = & $Change $json
        ConvertTo-Json $json -Depth 16 | Set-Content $path
    }
}

Describe 'Import-ComprehendShareBundle' {
    BeforeEach {
        Reset-Sandbox
        $null = New-ComprehendModelPolicy $version, $plainVersion $importer | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
        $bundle = Get-ComprehendShareBundle $version
        $folder = (New-Item -ItemType Directory "TestDrive:/$([guid]::NewGuid())").FullName
        $path = Join-Path $folder bundle.json
        $bundle | Export-ComprehendShareBundle $path
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'gives the bundle that was exported' {
            $read = Import-ComprehendShareBundle $path
            $read | Should -BeOfType ComprehendSharing.Sharing.ShareBundle
            foreach ($name in $bundle.PSObject.Properties.Name | Where-Object { $_ -ne 'CreatedAt' }) {
                "$($read.$name)" | Should -BeExactly "$($bundle.$name)" -Because $name
            }
            [Math]::Abs(($read.CreatedAt - $bundle.CreatedAt).TotalSeconds) | Should -BeLessOrEqual 1
            $again = Join-Path $folder again.json
            $read | Export-ComprehendShareBundle $again
            Get-Content $again -Raw | Should -BeExactly (Get-Content $path -Raw)
        }

        It 'gives a bundle that can be imported' {
            $model = Import-ComprehendShareBundle $path | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role -Wait
            "$($model.SourceModelArn) $($model.Status)" | Should -BeExactly "$version TRAINED"
        }

        It 'needs neither AWS nor a sandbox' {
            Exit-ComprehendSandbox
            "$((Import-ComprehendShareBundle $path).ModelArn)" | Should -BeExactly $version
        }

        It 'reads a file with <Name>' -ForEach @(
            @{ Name = 'CRLF'; Rewrite = { $args[0] -replace "`n", "`r`n" } }
            @{ Name = 'a byte order mark'; Rewrite = { "$([char]0xFEFF)$($args[0])" } }
            @{ Name = 'one line'; Rewrite = { $args[0] | ConvertFrom-Json -DateKind String | ConvertTo-Json -Depth 16 -Compress } }
        ) {
            $text = & $Rewrite (Get-Content $path -Raw)
            [IO.File]::WriteAllText($path, $text)
            "$((Import-ComprehendShareBundle $path).ModelArn)" | Should -BeExactly $version
        }
    }

    Context 'pipeline' {
        It 'binds <Name>' -ForEach @(
            @{ Name = 'a path'; Value = { $path } }
            @{ Name = 'a file of Get-ChildItem'; Value = { Get-ChildItem $folder } }
            @{ Name = 'a file of Get-Item'; Value = { Get-Item $path } }
            @{ Name = 'the file of -PassThru'; Value = { $bundle | Export-ComprehendShareBundle $path -Force -PassThru } }
            @{ Name = 'an object with a Path'; Value = { [pscustomobject]@{ Path = $path } } }
            @{ Name = 'an object with a FullName'; Value = { [pscustomobject]@{ FullName = $path } } }
        ) {
            $value = & $Value
            Push-Location /
            try {
                "$(($value | Import-ComprehendShareBundle).ModelArn)" | Should -BeExactly $version
            }
            finally {
                Pop-Location
            }
        }

        It 'reads no second file when the next command has enough' {
            $result = Invoke-Captured { $path, "$folder/none.json" | Import-ComprehendShareBundle | Select-Object -First 1 }
            $result.Error | Should -BeNullOrEmpty
            "$($result.Output.ModelArn)" | Should -BeExactly $version
        }
    }

    Context 'files that are no bundles' {
        It 'refuses <Name>, and says where' -ForEach @(
            @{ Name = 'an empty file'; Text = '' }
            @{ Name = 'no JSON'; Text = 'hello' }
            @{ Name = 'a list'; Text = '[]' }
            @{ Name = 'an empty object'; Text = '{}' }
            @{ Name = 'a policy'; Text = '{"Version":"2012-10-17","Statement":[]}' }
            @{ Name = 'a nesting without end'; Text = '{"SchemaVersion":' + ('[' * 10000) }
            @{ Name = 'a version in quotes'; Text = '{"SchemaVersion":"1"}' }
            @{ Name = 'version 0'; Text = '{"SchemaVersion":0}' }
            @{ Name = 'a member twice'; Text = '{"SchemaVersion":1,"SchemaVersion":1}' }
        ) {
            [IO.File]::WriteAllText($path, $Text)
            $result = Invoke-Captured { Import-ComprehendShareBundle $path }
            Assert-ItemError $result.Error InvalidBundle Import-ComprehendShareBundle InvalidData $path
            $result.Error.Exception.Message | Should -Match 'Line \d+, column \d+'
            $result.Error.Exception.Line | Should -BeGreaterThan 0
        }

        It 'names line and column of a mistake' {
            [IO.File]::WriteAllText($path, "{`n  `"SchemaVersion`": 1,`n  `"SourceModelArn`": 7`n}")
            $exception = (Invoke-Captured { Import-ComprehendShareBundle $path }).Error.Exception
            "$($exception.Line):$($exception.Column)" | Should -BeExactly '3:21'
        }

        It 'refuses a binary file' {
            [IO.File]::WriteAllBytes($path, [byte[]](0..255))
            $result = Invoke-Captured { Import-ComprehendShareBundle $path }
            Assert-ItemError $result.Error InvalidBundle Import-ComprehendShareBundle InvalidData $path
        }

        It 'refuses an unknown member' {
            New-EditedFile { param($j) $j.Extra = 1 }
            $result = Invoke-Captured { Import-ComprehendShareBundle $path }
            Assert-ItemError $result.Error InvalidBundle Import-ComprehendShareBundle InvalidData $path
            $result.Error.Exception.Message | Should -BeLike '*Extra*'
        }

        It 'refuses a file without <_>' -ForEach 'SchemaVersion', 'SourceModelArn', 'Region', 'ImporterAccountId', 'Encryption', 'CreatedAt' {
            $member = $_
            New-EditedFile { param($j) $j.Remove($member) }
            $result = Invoke-Captured { Import-ComprehendShareBundle $path }
            Assert-ItemError $result.Error InvalidBundle Import-ComprehendShareBundle InvalidData $path
            $result.Error.Exception.Message | Should -BeLike "*$member*"
        }

        It 'refuses a file of a later version' {
            New-EditedFile { param($j) $j.SchemaVersion = 2; $j.New = 'x' }
            $result = Invoke-Captured { Import-ComprehendShareBundle $path }
            Assert-ItemError $result.Error BundleTooNew Import-ComprehendShareBundle InvalidData $path
            $result.Error.Exception.Message | Should -BeLike '*version 2*up to 1*'
        }

        It 'refuses an altered file: <Name>' -ForEach @(
            @{ Name = 'another region'; Member = 'Region'; Change = { param($j) $j.Region = 'eu-west-1' } }
            @{ Name = 'another owner'; Member = 'OwnerAccountId'; Change = { param($j) $j.OwnerAccountId = '123456789012' } }
            @{ Name = 'another encryption'; Member = 'Encryption'; Change = { param($j) $j.Encryption = 'AwsOwnedKey' } }
            @{ Name = 'a key in another region'; Member = 'KmsKeyArn'; Change = { param($j) $j.KmsKeyArn = $j.KmsKeyArn -replace 'us-west-2', 'eu-west-1' } }
            @{ Name = 'a principal of another account'; Member = 'AuthorizedPrincipal'; Change = { param($j) $j.AuthorizedPrincipal = @('123456789012') } }
            @{ Name = 'no principal'; Member = 'AuthorizedPrincipal'; Change = { param($j) $j.AuthorizedPrincipal = @() } }
            @{ Name = 'a wider policy of the caller'; Member = 'ImporterPolicy'; Change = { param($j) $j.ImporterPolicy.Statement[0].Action = '*' } }
            @{ Name = 'a wider policy of the role'; Member = 'ImportRolePolicy'; Change = { param($j) $j.ImportRolePolicy.Statement[0].Resource = '*' } }
            @{ Name = 'a trust without its condition'; Member = 'ImportRoleTrustPolicy'; Change = { param($j) @($j.ImportRoleTrustPolicy.Statement)[0].Remove('Condition') } }
            @{ Name = 'a policy that is missing'; Member = 'ImportRolePolicy'; Change = { param($j) $j.Remove('ImportRolePolicy') } }
        ) {
            New-EditedFile $Change
            $result = Invoke-Captured { Import-ComprehendShareBundle $path }
            Assert-ItemError $result.Error BundleInconsistent Import-ComprehendShareBundle InvalidData $path
            $result.Error.Exception.Message | Should -BeLike "*its $Member is*Do not import*"
            $result.Output | Should -BeNullOrEmpty
        }
    }

    Context 'files that cannot be read' {
        It 'refuses <Name>' -ForEach @(
            @{ Name = 'a file that is not there'; File = { "$folder/none.json" } }
            @{ Name = 'a folder'; File = { $folder } }
            @{ Name = 'what is in no file system'; File = { 'Env:/PATH' } }
            @{ Name = 'a drive that does not exist'; File = { 'NoDrive:/x' } }
            @{ Name = 'a file over 4 MiB'; File = { [IO.File]::WriteAllText($path, ' ' * (4MB + 1)); $path } }
            @{ Name = 'a path of 100,000 characters'; File = { 'x' * 100000 } }
            @{ Name = 'a path with a null character'; File = { "a`0b" } }
            @{ Name = 'a wildcard'; File = { "$folder/*.json" } }
        ) {
            $file = & $File
            $good = "$folder/good.json"
            $bundle | Export-ComprehendShareBundle $good
            $result = Invoke-Captured { $file, $good | Import-ComprehendShareBundle }
            Assert-ItemError $result.Error FileNotReadable Import-ComprehendShareBundle ObjectNotFound $file
            "$($result.Output.ModelArn)" | Should -BeExactly $version
        }

        It 'reads a file of 1 MiB, and says how much a larger one has' {
            [IO.File]::AppendAllText($path, ' ' * (1MB - (Get-Item $path).Length))
            "$((Import-ComprehendShareBundle $path).ModelArn)" | Should -BeExactly $version
            [IO.File]::AppendAllText($path, ' ')
            $result = Invoke-Captured { Import-ComprehendShareBundle $path }
            Assert-ItemError $result.Error InvalidBundle Import-ComprehendShareBundle InvalidData $path
            $result.Error.Exception.Message | Should -BeLike "*$(1MB + 1) characters*"
        }
    }
}
