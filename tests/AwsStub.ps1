# The stubs of AWS.Tools in the place of the published modules. Dot-source it, then Import-AwsStub and, at the end, Remove-AwsStub.
$awsStubModule = 'AWS.Tools.SecurityToken', 'AWS.Tools.KeyManagementService', 'AWS.Tools.Comprehend', 'AWS.Tools.Common'
$awsStubVariable = 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_REGION'

# Puts the stubs in front of all that is installed, so that they are what is found by name. Nothing is imported yet.
function Add-AwsStubPath {
    $script:awsStubSavedPath = $env:PSModulePath
    $folder = Convert-Path (Join-Path $PSScriptRoot '../artifacts/stubs/modules')
    $env:PSModulePath = $folder + [System.IO.Path]::PathSeparator + $env:PSModulePath
}

# The credentials of whoever runs the tests are out of the way until the stubs are removed.
function Import-AwsStub {
    Add-AwsStubPath
    $script:awsStubSavedVariable = @{}
    foreach ($name in $awsStubVariable) {
        $script:awsStubSavedVariable[$name] = [Environment]::GetEnvironmentVariable($name)
        [Environment]::SetEnvironmentVariable($name, $null)
    }
    Import-Module AWS.Tools.Comprehend, AWS.Tools.KeyManagementService, AWS.Tools.SecurityToken -RequiredVersion 5.0.200 -Global -ErrorAction Stop
}

function Remove-AwsStub {
    if (Get-Command Exit-AwsStub -ErrorAction Ignore) {
        Exit-AwsStub
    }
    Remove-Module $awsStubModule -ErrorAction Ignore
    foreach ($name in $script:awsStubSavedVariable.Keys) {
        [Environment]::SetEnvironmentVariable($name, $script:awsStubSavedVariable[$name])
    }
    $env:PSModulePath = $script:awsStubSavedPath
}
