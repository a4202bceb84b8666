BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Read-Json([string] $Path) {
        Get-Content -LiteralPath $Path -Raw | ConvertFrom-Json
    }
}

Describe 'Export-ComprehendShareBundle' {
    BeforeEach {
        Reset-Sandbox
        $null = New-ComprehendModelPolicy $version, $plainVersion $importer, $otherImporter | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
        $bundle = Get-ComprehendShareBundle $version -ImporterAccountId $importer
        $folder = (New-Item -ItemType Directory "TestDrive:/$([guid]::NewGuid())").FullName
        $path = Join-Path $folder bundle.json
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    Context 'plain' {
        It 'is silent, and writes a file that tells all of the bundle' {
            $bundle | Export-ComprehendShareBundle $path | Should -BeNullOrEmpty
            $json = Read-Json $path
            $json.PSObject.Properties.Name | Should -Be @(
                'SchemaVersion', 'SourceModelArn', 'Region', 'OwnerAccountId', 'ImporterAccountId', 'AuthorizedPrincipal', 'Encryption'
                'KmsKeyArn', 'LanguageCode', 'CreatedAt', 'ImporterPolicy', 'ImportRolePolicy', 'ImportRoleTrustPolicy', 'Warning'
            )
            $json.SchemaVersion | Should -Be 1
            $json.SourceModelArn | Should -BeExactly $version
            $json.Region | Should -BeExactly 'us-west-2'
            $json.OwnerAccountId | Should -BeExactly '111122223333'
            $json.ImporterAccountId | Should -BeExactly $importer
            $json.AuthorizedPrincipal | Should -BeExactly $importer
            $json.Encryption | Should -BeExactly 'CustomerManagedKey'
            $json.KmsKeyArn | Should -BeExactly $key
            $json.LanguageCode | Should -BeExactly 'en'
            Get-ChildItem $folder | Should -HaveCount 1
        }

        It 'gives the file under -PassThru' {
            $file = $bundle | Export-ComprehendShareBundle $path -PassThru
            $file | Should -BeOfType System.IO.FileInfo
            $file.FullName | Should -BeExactly $path
        }

        It 'makes a name of its own in a folder' {
            $file = Get-ComprehendShareBundle $version, $plainVersion | Export-ComprehendShareBundle $folder -PassThru
            $file.Name | Sort-Object | Should -Be @(
                'products-v1-444455556666.json', 'products-v1-777788889999.json', 'tickets-v2-444455556666.json', 'tickets-v2-777788889999.json'
            )
        }

        It 'says nothing about other partners' {
            $file = Get-ComprehendShareBundle $version | Export-ComprehendShareBundle $folder -PassThru
            $file | Should -HaveCount 2
            foreach ($one in $file) {
                $stranger = if ($one.Name -like "*$importer*") { $otherImporter } else { $importer }
                Get-Content $one -Raw | Should -Not -Match $stranger
            }
        }

        It 'says nothing about a key where there is none' {
            Get-ComprehendShareBundle $plainVersion -ImporterAccountId $importer | Export-ComprehendShareBundle $path
            $json = Read-Json $path
            $json.Encryption | Should -BeExactly 'AwsOwnedKey'
            $json.PSObject.Properties.Name | Should -Not -Contain 'KmsKeyArn'
            $json.PSObject.Properties.Name | Should -Not -Contain 'ImportRolePolicy'
        }

        It 'needs neither AWS nor a sandbox' {
            Exit-ComprehendSandbox
            $bundle | Export-ComprehendShareBundle $path
            $path | Should -Exist
        }

        It 'keeps to the location of PowerShell' {
            Push-Location TestDrive:/
            try {
                "$folder/here.json" | Should -Not -Exist
                $bundle | Export-ComprehendShareBundle "./$(Split-Path $folder -Leaf)/here.json"
                "$folder/here.json" | Should -Exist
            }
            finally {
                Pop-Location
            }
        }
    }

    Context 'pipeline' {
        It 'binds a bundle as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            (Get-Form $bundle)[$_] | Export-ComprehendShareBundle $path
            $other = Join-Path $folder other.json
            $bundle | Export-ComprehendShareBundle $other
            Get-Content $path -Raw | Should -BeExactly (Get-Content $other -Raw)
        }

        It 'binds a [pscustomobject]' {
            [pscustomobject]@{ SourceModelArn = $version; ImporterAccountId = $importer; AuthorizedPrincipal = $role; KmsKeyArn = $null; Value = $plainVersion } |
                Export-ComprehendShareBundle $path
            $json = Read-Json $path
            "$($json.SourceModelArn) $($json.AuthorizedPrincipal) $($json.Encryption)" | Should -BeExactly "$version $role AwsOwnedKey"
        }

        It 'writes no second file when the next command has enough' {
            $null = Get-ComprehendShareBundle $version | Export-ComprehendShareBundle $folder -PassThru | Select-Object -First 1
            Get-ChildItem $folder | Should -HaveCount 1
        }
    }

    Context 'dry run' {
        It 'writes nothing under -WhatIf' {
            $bundle | Export-ComprehendShareBundle $path -WhatIf -PassThru | Should -BeNullOrEmpty
            Get-ChildItem $folder | Should -BeNullOrEmpty
        }

        It 'does not write what is only planned, as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
            $planned = New-ComprehendModelPolicy $version $importer -WhatIf | Get-ComprehendShareBundle
            $planned.Status | Should -Be 'Planned'
            (Get-Form $planned)[$_] | Export-ComprehendShareBundle $path -PassThru | Should -BeNullOrEmpty
            Get-ChildItem $folder | Should -BeNullOrEmpty
        }
    }

    Context 'refusals' {
        It 'overwrites nothing, but with -Force' {
            'mine' | Set-Content $path
            $result = Invoke-Captured { $bundle | Export-ComprehendShareBundle $path }
            Assert-ItemError $result.Error FileExists Export-ComprehendShareBundle ResourceExists $version
            Get-Content $path | Should -BeExactly 'mine'
            $bundle | Export-ComprehendShareBundle $path -Force
            (Read-Json $path).SourceModelArn | Should -BeExactly $version
        }

        It 'goes on with the next bundle' {
            'mine' | Set-Content (Join-Path $folder "tickets-v2-$importer.json")
            $result = Invoke-Captured { Get-ComprehendShareBundle $version | Export-ComprehendShareBundle $folder -PassThru }
            Assert-ItemError $result.Error FileExists Export-ComprehendShareBundle ResourceExists $version
            $result.Output.Name | Should -BeExactly "tickets-v2-$otherImporter.json"
        }

        It 'cannot write to <Name>' -ForEach @(
            @{ Name = 'a folder that does not exist'; File = { Join-Path $folder none/bundle.json } }
            @{ Name = 'a folder that is a file'; File = { 'mine' | Set-Content $path; Join-Path $path bundle.json } }
            @{ Name = 'a name that is too long'; File = { Join-Path $folder ('x' * 5000) } }
        ) {
            $target = & $File
            $result = Invoke-Captured { $bundle | Export-ComprehendShareBundle $target }
            Assert-ItemError $result.Error FileNotWritable Export-ComprehendShareBundle PermissionDenied $version
            Get-ChildItem $folder -Filter *.tmp | Should -BeNullOrEmpty
        }

        It 'cannot write to <_>' -ForEach 'Env:/bundle', 'NoDrive:/bundle.json', "bad`0name" {
            $target = $_
            $result = Invoke-Captured { $bundle | Export-ComprehendShareBundle $target }
            Assert-ItemError $result.Error FileNotWritable Export-ComprehendShareBundle PermissionDenied $version
        }

        It 'refuses the <Name> <Value> where it is bound' -ForEach @(
            @{ Name = 'ImporterAccountId'; Value = 12345678901 }
            @{ Name = 'ImporterAccountId'; Value = 'x' }
            @{ Name = 'ModelArn'; Value = 'arn:aws:s3:::bucket' }
            @{ Name = 'KmsKeyArn'; Value = 'alias/models' }
            @{ Name = 'AuthorizedPrincipal'; Value = 'arn:aws:iam::444455556666:group/g' }
        ) {
            $with = @{ ModelArn = $version; ImporterAccountId = $importer; AuthorizedPrincipal = $importer }
            $with[$Name] = $Value
            (Get-Cause (Get-Thrown { Export-ComprehendShareBundle $path @with })) | Should -Not -BeNullOrEmpty
            $path | Should -Not -Exist
        }

        It 'never writes a bundle that no one could read: <Name>' -ForEach @(
            @{ Name = 'a principal of another account'; With = @{ AuthorizedPrincipal = '777788889999' } }
            @{ Name = 'a key in another region'; With = @{ KmsKeyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' } }
        ) {
            $all = @{ ModelArn = $version; ImporterAccountId = $importer; AuthorizedPrincipal = $importer; KmsKeyArn = $key }
            foreach ($name in $With.Keys) {
                $all[$name] = $With[$name]
            }
            $result = Invoke-Captured { Export-ComprehendShareBundle $path @all }
            Assert-ItemError $result.Error BundleInconsistent Export-ComprehendShareBundle InvalidData $version
            $path | Should -Not -Exist
        }
    }
}
