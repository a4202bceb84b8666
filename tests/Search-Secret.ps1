<#
.SYNOPSIS
    Runs the cmdlets with recognisable secrets, lets them fail in many ways, and looks for the secrets wherever PowerShell keeps or
    shows something. Writes what it tried and found as JSON. In a session of its own, since it fills $Error and a transcript.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)]
    [string] $ResultPath,

    # Only this failure: that of the modules of AWS.Tools that this session finds.
    [switch] $ModulesOnly
)

. $PSScriptRoot/Common.ps1
. $PSScriptRoot/AwsStub.ps1
$mark = 'Xyzzy'
$id = "AKIA$mark"
$secretKey = "key-$mark"
$token = "token-$mark"
$keys = @{ AccessKey = $id; SecretKey = $secretKey; SessionToken = $token }

# What an object shows or leads to, as text. Records lead to all of PowerShell, so they are followed by hand.
function Get-Shown($Value) {
    $Value | Format-List * -Force | Out-String -Width 400
    $Value | Out-String -Width 400
    if ($Value -is [System.Management.Automation.ErrorRecord]) {
        foreach ($view in 'NormalView', 'CategoryView', 'ConciseView', 'DetailedView') {
            $ErrorView = $view
            $Value | Out-String -Width 400
        }
        for ($exception = $Value.Exception; $exception; $exception = $exception.InnerException) {
            $exception | Format-List * -Force | Out-String -Width 400
            $exception.ToString()
            $exception.Data | Out-String
        }
        $Value.TargetObject, $Value.ErrorDetails | Format-List * -Force | Out-String -Width 400
        $Value.ScriptStackTrace
    }
    if ($Value.InvocationInfo -is [System.Management.Automation.InvocationInfo]) {
        $Value.InvocationInfo | Format-List * -Force | Out-String -Width 400
        $Value.InvocationInfo.BoundParameters | Out-String -Width 400
        $Value.InvocationInfo.UnboundArguments | Out-String -Width 400
    }
    else {
        [System.Management.Automation.PSSerializer]::Serialize($Value, 4)
        $Value | ConvertTo-Json -Depth 8 -WarningAction Ignore
    }
}

# Where the secrets are after a script ran.
function Find-Secret([string] $Label, [scriptblock] $Script) {
    $Error.Clear()
    $VerbosePreference = $DebugPreference = $InformationPreference = 'Continue'
    $ErrorActionPreference = 'Continue'
    $transcript = "$ResultPath.txt"
    $null = Start-Transcript $transcript -UseMinimalHeader
    $told = @(
        try {
            & $Script *>&1
        }
        catch {
            $_
        }
    )
    $told | Out-Host
    $null = Stop-Transcript
    $VerbosePreference = $DebugPreference = $InformationPreference = 'SilentlyContinue'
    $kept = @($Error)
    $Error.Clear()
    $place = @(
        if ((Get-Content $transcript -Raw) -match $mark) { 'transcript' }
        foreach ($one in $told) {
            if ("$(Get-Shown $one)" -match $mark) { "a written $($one.GetType().Name)" }
        }
        foreach ($one in $kept) {
            if ($one -notin $told -and "$(Get-Shown $one)" -match $mark) { '$Error' }
        }
    )
    Remove-Item $transcript
    $failed = @($told | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
    @{
        Name    = $Label
        Place   = @($place | Select-Object -Unique)
        ErrorId = @($failed | ForEach-Object { ($_.FullyQualifiedErrorId -split ',')[0] })
        Verbose = @($told | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Count
        Output  = @($told | Where-Object { $_ -is [psobject] -and $_.GetType().Namespace -like 'ComprehendSharing*' }).Count
    }
}

$command = [ordered]@{
    Set    = @{ First = 'DescribeResourcePolicy'; Run = { Set-ComprehendModelPolicy $version $policy -PassThru -Confirm:$false @args } }
    Remove = @{ First = 'DescribeResourcePolicy'; Run = { Remove-ComprehendModelPolicy $version -PassThru -Confirm:$false @args } }
    Grant  = @{ First = 'DescribeDocumentClassifier'; Run = { Grant-ComprehendKmsAccess $version $importer -PassThru -Confirm:$false @args } }
    Revoke = @{ First = 'DescribeDocumentClassifier'; Run = { Revoke-ComprehendKmsAccess $version $importer -PassThru -Confirm:$false @args } }
    Import = @{ First = 'ListDocumentClassifiers'; Run = { Import-ComprehendSharedModel $version $role -Wait -Confirm:$false @args } }
    Model  = @{ First = 'DescribeDocumentClassifier'; Run = { Get-ComprehendModel $version @args } }
    List   = @{ First = 'ListDocumentClassifiers'; Run = { Get-ComprehendModel -Kind DocumentClassifier @args } }
    Policy = @{ First = 'DescribeResourcePolicy'; Run = { Get-ComprehendModelPolicy $version @args } }
    Access = @{ First = 'DescribeDocumentClassifier'; Run = { Get-ComprehendKmsAccess $version @args } }
    Bundle = @{ First = 'DescribeDocumentClassifier'; Run = { Get-ComprehendShareBundle $version @args } }
    Test   = @{ First = 'DescribeDocumentClassifier'; Run = { Test-ComprehendShare $version -DataAccessRoleArn $role @args } }
    Wait   = @{ First = 'DescribeDocumentClassifier'; Run = { Wait-ComprehendModel $version @args } }
}

$found = [System.Collections.Generic.List[object]]::new()
if ($ModulesOnly) {
    foreach ($name in $command.Keys) {
        $policy = (New-ComprehendModelPolicy $version $importer).ResourcePolicy
        $found.Add((Find-Secret "$name, modules" { & $command[$name].Run @keys }))
    }
}
else {
    Import-AwsStub
    $wait = [ComprehendSharing.Commands.AwsCommand].Assembly.GetType('ComprehendSharing.Aws.AwsToolsGateway').GetProperty('Wait', [Reflection.BindingFlags]'NonPublic, Static')
    $wait.SetValue($null, [Action[timespan, System.Threading.CancellationToken]] { (Get-AwsStub -Sandbox).Clock.Advance($args[0] * 8) })
    $policy = (New-ComprehendModelPolicy $version $importer).ResourcePolicy
    $credential = [Amazon.Runtime.SessionAWSCredentials]::new($id, $secretKey, $token)
    $failure = [ordered]@{
        none               = @{}
        object             = @{ Argument = @{ Credential = $credential } }
        'object, denied'   = @{ Argument = @{ Credential = $credential }; Fault = 'AccessDenied' }
        Throttle           = @{ Fault = 'Throttle' }
        ServerError        = @{ Fault = 'ServerError' }
        TimeoutAfterWork   = @{ Fault = 'TimeoutAfterWork' }
        ExpiredCredentials = @{ Fault = 'ExpiredCredentials' }
        AccessDenied       = @{ Fault = 'AccessDenied' }
        'wrong key'        = @{ Argument = @{ AccessKey = $id; SecretKey = "wrong-$mark"; SessionToken = $token } }
        'half a key'       = @{ Argument = @{ SecretKey = $secretKey; SessionToken = $token } }
        'bad region'       = @{ Argument = $keys + @{ Region = 'nowhere-1' } }
    }
    foreach ($name in $command.Keys) {
        foreach ($kind in $failure.Keys | Where-Object { $name -in 'Set', 'Remove', 'Grant', 'Revoke', 'Import' -or $_ -in 'none', 'object, denied', 'AccessDenied', 'wrong key' }) {
            $who = $name -eq 'Import' ? 'partner' : 'owner'
            Enter-AwsStub -AccessKey @{ $id = @{ ProfileName = $who; SecretKey = $secretKey; SessionToken = $token } }
            if ($name -in 'Remove', 'Import', 'Bundle', 'Policy') {
                $null = Set-ComprehendModelPolicy $version $policy -ProfileName owner
            }
            if ($name -in 'Revoke', 'Import', 'Bundle', 'Access') {
                $null = Grant-ComprehendKmsAccess $version $importer -ProfileName owner
            }
            if ($failure[$kind].Fault) {
                Add-AwsStubFault $command[$name].First -Kind $failure[$kind].Fault
            }
            $bound = @{ Region = 'us-west-2' }
            $argument = $failure[$kind].Argument ?? $keys
            $argument.Keys | ForEach-Object { $bound[$_] = $argument[$_] }
            $found.Add((Find-Secret "$name, $kind" { & $command[$name].Run @bound }))
        }
    }

    # What the search would find, if it were there.
    $found.Add((Find-Secret 'control, verbose' { Write-Verbose $secretKey }))
    $found.Add((Find-Secret 'control, AWS.Tools' { Get-COMPDocumentClassifier $version -AccessKey $id -SecretKey "wrong-$mark" -Region us-west-2 }))
    $found.Add((Find-Secret 'control, object' { [pscustomobject]@{ Of = @{ Secret = $secretKey } } }))
}
ConvertTo-Json -InputObject $found -Depth 4 | Set-Content $ResultPath
