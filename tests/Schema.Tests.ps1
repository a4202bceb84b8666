# The published schema of the bundle file against the files that are written and the members that the reader knows.
BeforeDiscovery {
    # Some builds of PowerShell lack it.
    $noValidator = -not (Get-Command Test-Json -ErrorAction Ignore)
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    $path = Join-Path $PSScriptRoot '../docs/bundle.schema.json'
    $schema = Get-Content $path -Raw | ConvertFrom-Json -AsHashtable
    Reset-Sandbox
    New-ComprehendModelPolicy -ModelArn $version, $plainVersion -Principal $importer | Set-ComprehendModelPolicy
    Get-ComprehendShareBundle -ModelArn $version | Export-ComprehendShareBundle -Path $TestDrive/encrypted.json
    Get-ComprehendShareBundle -ModelArn $plainVersion | Export-ComprehendShareBundle -Path $TestDrive/plain.json
}

AfterAll {
    Exit-ComprehendSandbox -ErrorAction Ignore
}

Describe 'docs/bundle.schema.json' {
    It 'has the members of a file, in their order' {
        $file = Get-Content $TestDrive/encrypted.json -Raw | ConvertFrom-Json
        $file.psobject.Properties.Name | Should -Be @($schema.properties.Keys)
    }

    It 'has the members that the reader knows, and no others' {
        '{"SchemaVersion": 1, "no such member": 1}' | Set-Content $TestDrive/probe.json
        $problem = (Invoke-Captured { Import-ComprehendShareBundle $TestDrive/probe.json }).Error
        $problem.Exception.Message | Should -BeLike "*expected one of $($schema.properties.Keys -join ', ').*"
    }

    It 'requires what every file has, and describes everything' {
        $file = Get-Content $TestDrive/plain.json -Raw | ConvertFrom-Json -AsHashtable
        $schema.required | Where-Object { $_ -notin $file.Keys } | Should -BeNullOrEmpty
        $schema.properties.Values | Where-Object { -not $_.description } | Should -BeNullOrEmpty
    }

    It 'accepts the file of an <_> model' -Skip:$noValidator -ForEach 'encrypted', 'plain' {
        Get-Content "$TestDrive/$_.json" -Raw | Test-Json -SchemaFile $path | Should -BeTrue
    }

    It 'does not accept a file without its key' -Skip:$noValidator {
        $text = (Get-Content $TestDrive/encrypted.json -Raw) -replace '(?m)^  "KmsKeyArn".*\n'
        $text | Test-Json -SchemaFile $path -ErrorAction Ignore | Should -BeFalse
    }
}
