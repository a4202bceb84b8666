# What every test file needs: the module under test, the names of the default scenario, and a clean sandbox.
if (-not (Get-Module ComprehendSharing)) {
    Import-Module (Join-Path $PSScriptRoot '../ComprehendSharing.psd1')
}

$version = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2'
$plainVersion = 'arn:aws:comprehend:us-west-2:111122223333:entity-recognizer/products/version/v1'
$key = 'arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'
$role = 'arn:aws:iam::444455556666:role/ComprehendImportRole'
$importer = '444455556666'

function Reset-Sandbox([string] $Path) {
    Exit-ComprehendSandbox -ErrorAction Ignore
    $scenario = if ($Path) { @{ Path = $Path } } else { @{} }
    Enter-ComprehendSandbox @scenario
}

function Get-Write {
    @((Get-ComprehendSandbox).Call | Where-Object IsWrite)
}
