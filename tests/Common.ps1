# What every test file needs: the module under test, the names of the default scenario, a clean sandbox, and what a command wrote.
if (-not (Get-Module ComprehendSharing)) {
    Import-Module (Join-Path $PSScriptRoot '../ComprehendSharing.psd1')
}

$version = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2'
$plainVersion = 'arn:aws:comprehend:us-west-2:111122223333:entity-recognizer/products/version/v1'
$unknownVersion = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/nowhere/version/v1'
$key = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
$role = 'arn:aws:iam::444455556666:role/ComprehendImportRole'
$importer = '444455556666'
$otherImporter = '777788889999'

# How the cmdlets come to the sandbox: directly, or through AWS.Tools, whose stubs answer from it (COMPREHENDSHARING_OVER=AwsTools).
$overAwsTools = $env:COMPREHENDSHARING_OVER -eq 'AwsTools'
if ($overAwsTools) {
    . $PSScriptRoot/AwsStub.ps1
    if (-not (Get-Command Enter-AwsStub -ErrorAction Ignore)) {
        Import-AwsStub
    }

    # These stand before the cmdlets of the same names, and begin, show and end the sandbox behind the stubs.
    function Enter-ComprehendSandbox([string] $Path) {
        $scenario = if ($Path) { @{ Path = $Path } } else { @{} }
        # AWS has a clock of its own: by the time that the next call is made, what was begun before is done, and nothing waits for it.
        Enter-AwsStub @scenario -DefaultProfile -TimePerCall 01:00:00
    }

    function Get-ComprehendSandbox {
        Get-AwsStub
    }

    function Exit-ComprehendSandbox {
        [CmdletBinding()]
        param()
        ComprehendSharing\Exit-ComprehendSandbox -ErrorAction Ignore
        Exit-AwsStub
    }
}

function Reset-Sandbox([string] $Path) {
    Exit-ComprehendSandbox -ErrorAction Ignore
    $scenario = if ($Path) { @{ Path = $Path } } else { @{} }
    Enter-ComprehendSandbox @scenario
}

# A sandbox of the default scenario, changed by a script that gets it as a hashtable.
function Reset-EditedSandbox([scriptblock] $Edit) {
    $default = Join-Path $PSScriptRoot '../src/ComprehendSharing.Core/Sandbox/default-scenario.json'
    $scenario = Get-Content $default -Raw | ConvertFrom-Json -AsHashtable
    $null = & $Edit $scenario
    ConvertTo-Json -InputObject $scenario -Depth 32 | Set-Content TestDrive:/scenario.json
    Reset-Sandbox -Path TestDrive:/scenario.json
}

# The ARNs of n versions under the scenario's key, which are added to the scenario if one is given.
function Get-VersionArn([int] $Count, [hashtable] $Scenario) {
    foreach ($number in 1..$Count) {
        $arn = "arn:aws:comprehend:us-west-2:111122223333:document-classifier/mails/version/v$number"
        if ($Scenario) {
            $Scenario.accounts[0].models += @{ arn = $arn; status = 'TRAINED'; languageCode = 'en'; modelKmsKeyId = $key }
        }
        $arn
    }
}

function Get-Write {
    @((Get-ComprehendSandbox).Call | Where-Object IsWrite)
}

function Get-CallCount([string] $Operation) {
    @((Get-ComprehendSandbox).Call | Where-Object Operation -EQ $Operation).Count
}

function Get-KeyStatement {
    ((Get-ComprehendSandbox).Key[0].Policy | ConvertFrom-Json).Statement
}

# Runs a script, and sorts what it wrote. A terminating error is thrown on.
function Invoke-Captured([scriptblock] $Script) {
    $ErrorActionPreference = 'Continue'
    $written = @(& $Script 2>&1 3>&1)
    [pscustomobject]@{
        Output  = @($written | Where-Object { $_ -isnot [System.Management.Automation.ErrorRecord] -and $_ -isnot [System.Management.Automation.WarningRecord] })
        Error   = @($written | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
        Warning = @($written | Where-Object { $_ -is [System.Management.Automation.WarningRecord] } | ForEach-Object Message)
    }
}

# Runs a script that must end in a terminating error, and gives that error.
function Get-Thrown([scriptblock] $Script) {
    try {
        $null = & $Script
    }
    catch {
        return $_
    }
    throw 'It threw nothing.'
}

# The error of this module that a binding error of PowerShell comes from.
function Get-Cause($ErrorRecord) {
    $exception = $ErrorRecord.Exception
    while ($exception -and $exception -isnot [ComprehendSharing.SharingException]) {
        $exception = $exception.InnerException
    }
    $exception
}

function Assert-ItemError($ErrorRecord, [string] $Id, [string] $Command, [string] $Category, $Target) {
    $class = $Command -replace '-'
    $ErrorRecord | Should -HaveCount 1
    $ErrorRecord.FullyQualifiedErrorId | Should -Be "$Id,ComprehendSharing.Commands.${class}Command"
    $ErrorRecord.CategoryInfo.Category | Should -Be $Category
    "$($ErrorRecord.TargetObject)" | Should -Be "$Target"
    $ErrorRecord.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    $ErrorRecord.Exception.Message | Should -Be "$($ErrorRecord.Exception.Cause) $($ErrorRecord.ErrorDetails.RecommendedAction)"
}

# One object in every form in which it can come down a pipeline.
function Get-Form($Value) {
    Export-Clixml -InputObject $Value TestDrive:/form.xml
    @{
        object       = $Value
        deserialized = Import-Clixml TestDrive:/form.xml
        JSON         = $Value | ConvertTo-Json -Depth 8 | ConvertFrom-Json
        shallowJSON  = $Value | ConvertTo-Json -WarningAction Ignore | ConvertFrom-Json
        JSONlist     = ConvertTo-Json -InputObject @($Value) -WarningAction Ignore | ConvertFrom-Json
    }
}

# What Get-COMPDocumentClassifier writes, as far as names and types go.
class DocumentClassifierProperties {
    [string] $DocumentClassifierArn
    [string] $LanguageCode
    [string] $ModelKmsKeyId
    [string] $Status
}

function Get-Classifier([string] $Arn = $version, [string] $ModelKmsKeyId = $key) {
    [DocumentClassifierProperties]@{ DocumentClassifierArn = $Arn; LanguageCode = 'en'; ModelKmsKeyId = $ModelKmsKeyId; Status = 'TRAINED' }
}
