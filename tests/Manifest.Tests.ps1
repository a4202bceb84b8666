BeforeAll {
    . $PSScriptRoot/Common.ps1
    $root = (Resolve-Path $PSScriptRoot/..).Path
    $manifest = Import-PowerShellDataFile $root/ComprehendSharing.psd1
    $data = $manifest.PrivateData.PSData
}

Describe 'The manifest' {
    It 'is valid' {
        (Test-ModuleManifest $root/ComprehendSharing.psd1).Name | Should -BeExactly 'ComprehendSharing'
    }

    It 'names only files in bin/, and they exist' {
        $path = @($manifest.RootModule) + $manifest.FormatsToProcess + $manifest.TypesToProcess + $manifest.NestedModules + $manifest.RequiredAssemblies +
        $manifest.ScriptsToProcess + $manifest.FileList | Where-Object { $_ }
        $path | Should -HaveCount 3
        foreach ($one in $path) {
            $one | Should -MatchExactly '^bin/[^/\\]+$'
            "$root/$one" | Should -Exist
        }
    }

    It 'exports the cmdlets of the assembly, by name and sorted' {
        $inAssembly = [ComprehendSharing.Commands.NewComprehendModelPolicyCommand].Assembly.GetExportedTypes() |
            ForEach-Object { $_.GetCustomAttributes([System.Management.Automation.CmdletAttribute], $false) } |
            ForEach-Object { "$($_.VerbName)-$($_.NounName)" } | Sort-Object
        $manifest.CmdletsToExport | Should -Be $inAssembly
        (Get-Command -Module ComprehendSharing).Name | Sort-Object | Should -Be $inAssembly
    }

    It 'exports nothing else, and nothing by a wildcard' {
        $manifest.FunctionsToExport, $manifest.AliasesToExport, $manifest.VariablesToExport | ForEach-Object { $_ } | Should -BeNullOrEmpty
        foreach ($list in 'CmdletsToExport', 'FunctionsToExport', 'AliasesToExport', 'VariablesToExport') {
            $manifest.Keys | Should -Contain $list -Because 'what is left out exports everything'
            "$($manifest[$list])" | Should -Not -Match '[*?[]'
        }
    }

    It 'says where it runs' {
        $manifest.PowerShellVersion | Should -BeExactly '7.4'
        $manifest.CompatiblePSEditions | Should -BeExactly 'Core'
    }

    It 'requires no module, and names the two that reach AWS' {
        $manifest.RequiredModules | Should -BeNullOrEmpty
        $data.ExternalModuleDependencies | Should -Be 'AWS.Tools.Comprehend', 'AWS.Tools.KeyManagementService'
    }

    It 'has the version of its assemblies' {
        $manifest.ModuleVersion | Should -Match '^\d+\.\d+\.\d+$'
        foreach ($assembly in Get-ChildItem $root/bin/*.dll) {
            $file = [System.Diagnostics.FileVersionInfo]::GetVersionInfo($assembly.FullName)
            $file.ProductVersion | Should -BeExactly $manifest.ModuleVersion -Because $assembly.Name
        }
    }

    It 'tells the Gallery what it is' {
        $manifest.Description.Length | Should -BeGreaterThan 60
        $manifest.Author | Should -Not -BeNullOrEmpty
        $manifest.Copyright | Should -Not -BeNullOrEmpty
        [guid]$manifest.GUID | Should -Not -Be ([guid]::Empty)
        $data.Tags | Should -Contain 'AWS'
        $data.Tags | Should -Contain 'Comprehend'
        $data.Tags | Should -Contain 'PSEdition_Core'
        $data.Tags | ForEach-Object { $_ | Should -Not -Match '\s' }
    }
}

Describe 'The module' {
    It 'ships its own assemblies and no others' {
        (Get-ChildItem $root/bin -Recurse -Filter *.dll).Name | Sort-Object | Should -Be 'ComprehendSharing.Core.dll', 'ComprehendSharing.dll'
    }

    It 'works from another folder in a fresh PowerShell, and loads no assembly and no module of AWS' {
        $target = New-Item $TestDrive/elsewhere/ComprehendSharing -ItemType Directory
        Copy-Item $root/ComprehendSharing.psd1, $root/bin $target -Recurse
        $script = {
            Import-Module ./ComprehendSharing.psd1
            Enter-ComprehendSandbox
            $version = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2'
            $policy = New-ComprehendModelPolicy $version 444455556666 | Set-ComprehendModelPolicy -PassThru
            $shown = $policy | Out-String
            @{
                Base     = (Get-Module ComprehendSharing).ModuleBase
                Command  = @(Get-Command -Module ComprehendSharing).Count
                Status   = "$($policy.Status)"
                Shown    = $shown
                Assembly = @([AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name })
                Module   = @((Get-Module).Name)
                Error    = $Error.Count
            } | ConvertTo-Json -Compress
        }
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes("Set-Location '$target'`n$script"))
        $answer = & ([Environment]::ProcessPath) -NoLogo -NoProfile -NonInteractive -EncodedCommand $encoded | ConvertFrom-Json

        $answer.Base | Should -BeExactly $target.FullName
        $answer.Command | Should -Be $manifest.CmdletsToExport.Count
        $answer.Status | Should -BeExactly 'Set'
        $answer.Shown | Should -BeLike '*tickets/v2*'
        $answer.Assembly | Should -Contain 'ComprehendSharing.Core'
        $answer.Assembly | Where-Object { $_ -match '^(AWS|Amazon)' } | Should -BeNullOrEmpty
        $answer.Module | Where-Object { $_ -like 'AWS*' } | Should -BeNullOrEmpty
        $answer.Error | Should -Be 0
    }
}
