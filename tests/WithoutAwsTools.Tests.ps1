# A computer without AWS.Tools: all that needs no AWS works, and the first call to AWS says what to install.
BeforeAll {
    . $PSScriptRoot/Common.ps1

    # What a fresh PowerShell without a profile says to a script as JSON, with only the modules that PowerShell ships, and ours by its path.
    function Invoke-Bare([string] $Script) {
        $text = @"
`$env:PSModulePath = Join-Path `$PSHOME Modules
`$WarningPreference = `$ProgressPreference = 'SilentlyContinue'
Import-Module '$((Resolve-Path $PSScriptRoot/../ComprehendSharing.psd1).Path)' -ErrorAction Stop
`$version = '$version'; `$importer = '$importer'; `$role = '$role'; `$key = '$key'
$Script
"@
        $encoded = [Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($text))
        & ([Environment]::ProcessPath) -NoLogo -NoProfile -NonInteractive -EncodedCommand $encoded | ConvertFrom-Json
    }
}

Describe 'Without AWS.Tools' {
    It 'authoring, tests and the sandbox work, and nothing of AWS is loaded' {
        $folder = (New-Item "$TestDrive/bundles" -ItemType Directory).FullName
        $answer = Invoke-Bare @"
`$folder = '$folder'
`$policy = New-ComprehendModelPolicy `$version `$importer
`$other = New-ComprehendModelPolicy `$version 777788889999
`$told = [ordered]@{
    Policy     = "`$(`$policy.Status)"
    Statements = @(New-ComprehendKmsStatement `$version `$importer).Count
    Identity   = @((New-ComprehendIdentityPolicy ModelOwner `$version).Statement).Count -gt 0
    Finding    = @(Test-ComprehendPolicy `$policy.ResourcePolicy ModelPolicy -ResourceArn `$version | Where-Object Severity -EQ Error).Count
    Access     = "`$((Test-ComprehendAccess -Principal "arn:aws:iam::`${importer}:user/jane" -Action comprehend:ImportModel -Resource `$version -ResourcePolicy `$policy.Document).Decision)"
    Difference = @(Compare-ComprehendPolicy `$policy.Document `$other.Document).Count
}
Enter-ComprehendSandbox
`$bundle = `$policy | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess -PassThru | Get-ComprehendShareBundle
`$told.Check = @(Test-ComprehendShare `$version | Where-Object Result -EQ Fail).Count
`$bundle | Export-ComprehendShareBundle -Path `$folder/bundle.json
`$told.Copy = "`$((Import-ComprehendShareBundle `$folder/bundle.json | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn `$role -Wait).Status)"
Revoke-ComprehendKmsAccess `$version -Confirm:`$false
Remove-ComprehendModelPolicy `$version -Confirm:`$false
`$told.Left = @(Get-ComprehendModel | Get-ComprehendModelPolicy | Where-Object Status -NE None).Count
Exit-ComprehendSandbox
`$told.Error = @(`$Error | ForEach-Object { "`$_" })
`$told.Module = @((Get-Module).Name)
`$told.Assembly = @([AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { `$_.GetName().Name })
`$told | ConvertTo-Json
"@
        $answer.Error | Should -BeNullOrEmpty
        $answer.Policy | Should -BeExactly 'None'
        $answer.Statements | Should -Be 2
        $answer.Identity | Should -BeTrue
        $answer.Finding | Should -Be 0
        $answer.Access | Should -BeExactly 'ImplicitlyDenied' -Because 'the importer needs a policy of its own'
        $answer.Difference | Should -BeGreaterThan 0
        $answer.Check | Should -Be 0
        $answer.Copy | Should -BeExactly 'TRAINED'
        $answer.Left | Should -Be 0
        $answer.Assembly | Should -Contain 'ComprehendSharing.Core'
        $answer.Assembly + $answer.Module | Where-Object { $_ -match '^(AWS|Amazon)' } | Should -BeNullOrEmpty
    }

    It 'the first call of every cmdlet says what to install, once, and nothing else fails' {
        $answer = Invoke-Bare @'
$model = $version, ($version -replace 'v2', 'v3')
$policy = New-ComprehendModelPolicy -Principal $importer
$command = [ordered]@{
    'Get-ComprehendModel'          = { Get-ComprehendModel }
    'Get-ComprehendModelPolicy'    = { $model | Get-ComprehendModelPolicy }
    'Set-ComprehendModelPolicy'    = { $model | Set-ComprehendModelPolicy -ResourcePolicy $policy.Document }
    'Remove-ComprehendModelPolicy' = { $model | Remove-ComprehendModelPolicy -Confirm:$false }
    'Get-ComprehendKmsAccess'      = { $model | Get-ComprehendKmsAccess }
    'Grant-ComprehendKmsAccess'    = { $model | Grant-ComprehendKmsAccess -Principal $importer }
    'Revoke-ComprehendKmsAccess'   = { $model | Revoke-ComprehendKmsAccess -Confirm:$false }
    'Get-ComprehendShareBundle'    = { $model | Get-ComprehendShareBundle }
    'Test-ComprehendShare'         = { $model | Test-ComprehendShare }
    'Import-ComprehendSharedModel' = { $model | Import-ComprehendSharedModel -DataAccessRoleArn $role }
    'New-ComprehendModel'          = { New-ComprehendModel mails $role -LanguageCode en -InputS3Uri s3://amzn-s3-demo-bucket/train.csv }
    'New-ComprehendEndpoint'       = { $model | New-ComprehendEndpoint -EndpointName mails }
    'Wait-ComprehendModel'         = { $model | Wait-ComprehendModel }
}
@{
    Told = @(
        foreach ($name in $command.Keys) {
            $Error.Clear()
            try { $null = & $command[$name] } catch { }
            @{
                Name = $name; Count = $Error.Count; Id = $Error[0].FullyQualifiedErrorId; Category = "$($Error[0].CategoryInfo.Category)"
                Action = $Error[0].ErrorDetails.RecommendedAction
            }
        }
    )
    Of   = @(Get-Command -Module ComprehendSharing | Where-Object { $_.ImplementingType.IsSubclassOf([ComprehendSharing.Commands.AwsCommand]) } | ForEach-Object Name)
    Then = "$((New-ComprehendModelPolicy $version $importer).Status)"
} | ConvertTo-Json -Depth 4
'@
        $answer.Told.Name | Sort-Object | Should -Be ($answer.Of | Sort-Object)
        foreach ($told in $answer.Told) {
            $told.Id | Should -BeExactly "AwsToolsModuleNotFound,ComprehendSharing.Commands.$($told.Name -replace '-')Command"
            $told.Count | Should -Be 1 -Because $told.Name
            $told.Category | Should -BeExactly 'NotInstalled'
            $told.Action | Should -BeLike '*Install-Module AWS.Tools.Comprehend, AWS.Tools.KeyManagementService*'
        }
        $answer.Then | Should -BeExactly 'None'
    }
}
