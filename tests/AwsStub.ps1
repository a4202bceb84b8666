# The stubs of AWS.Tools in the place of the published modules. Dot-source it, then Import-AwsStub and, at the end, Remove-AwsStub.
$awsStubModule = 'AWS.Tools.SecurityToken', 'AWS.Tools.KeyManagementService', 'AWS.Tools.Comprehend', 'AWS.Tools.Common'

# Puts the stubs in front of all that is installed, so that they are what is found by name. Nothing is imported yet.
function Add-AwsStubPath {
    $script:awsStubSavedPath = $env:PSModulePath
    $folder = Convert-Path (Join-Path $PSScriptRoot '../artifacts/stubs/modules')
    $env:PSModulePath = $folder + [System.IO.Path]::PathSeparator + $env:PSModulePath
}

function Import-AwsStub {
    Add-AwsStubPath
    Import-Module AWS.Tools.Comprehend, AWS.Tools.KeyManagementService, AWS.Tools.SecurityToken -RequiredVersion 5.0.200 -Global -ErrorAction Stop
}

function Remove-AwsStub {
    if (Get-Command Exit-AwsStub -ErrorAction Ignore) {
        Exit-AwsStub
    }
    Remove-Module $awsStubModule -ErrorAction Ignore
    $env:PSModulePath = $script:awsStubSavedPath
}
