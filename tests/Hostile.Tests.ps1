# Hostile values for every parameter that takes a text or an identity, of every cmdlet: an error of a known type, or no error
# where the value is documented to be taken, but never a write, and never an exception that nobody thought of.
BeforeDiscovery {
    . $PSScriptRoot/Common.ps1

    # What each cmdlet needs besides the parameter that is tried. Nothing of it leads to a write but with a good model ARN.
    $needed = @{
        'Enter-ComprehendSandbox'      = @{}
        'Exit-ComprehendSandbox'       = @{}
        'Get-ComprehendSandbox'        = @{}
        'New-ComprehendModelPolicy'    = @{ ModelArn = $version; Principal = $importer }
        'New-ComprehendKmsStatement'   = @{ ModelArn = $version; Principal = $importer }
        'New-ComprehendGuardrailPolicy' = @{ RequireKey = 'Model' }
        'Get-ComprehendConditionKey'   = @{}
        'New-ComprehendIdentityPolicy' = @{ Purpose = 'ModelImporter'; ModelArn = $version; ImporterAccountId = $importer }
        'Get-ComprehendModel'          = @{}
        'Get-ComprehendModelPolicy'    = @{ ModelArn = $version }
        'Set-ComprehendModelPolicy'    = @{ ModelArn = $unknownVersion; ResourcePolicy = '{"Version":"2012-10-17","Statement":[]}' }
        'Remove-ComprehendModelPolicy' = @{ ModelArn = $unknownVersion; Confirm = $false }
        'Get-ComprehendKmsAccess'      = @{ ModelArn = $version }
        'Grant-ComprehendKmsAccess'    = @{ ModelArn = $unknownVersion; Principal = $importer }
        'Revoke-ComprehendKmsAccess'   = @{ ModelArn = $unknownVersion; Confirm = $false }
        'Get-ComprehendShareBundle'    = @{ ModelArn = $unknownVersion }
        'Export-ComprehendShareBundle' = @{ Path = '/nowhere/at/all.json'; ModelArn = $version; ImporterAccountId = $importer; AuthorizedPrincipal = $importer }
        'Import-ComprehendShareBundle' = @{ Path = '/nowhere/at/all.json' }
        'Import-ComprehendSharedModel' = @{ SourceModelArn = $unknownVersion; ProfileName = 'partner'; DataAccessRoleArn = $role }
        'New-ComprehendModel'          = @{ ModelName = 'a_b'; DataAccessRoleArn = $role; LanguageCode = 'en'; InputS3Uri = 's3://bucket/key' }
        'New-ComprehendEndpoint'       = @{ ModelArn = $unknownVersion; EndpointName = 'x' }
        'Test-ComprehendShare'         = @{ ModelArn = $version }
        'Wait-ComprehendModel'         = @{ ModelArn = $unknownVersion }
        'Test-ComprehendPolicy'        = @{ Policy = '{"Statement":[]}'; Kind = 'KeyPolicy' }
        'Compare-ComprehendPolicy'     = @{ ReferencePolicy = '{"Statement":[]}'; DifferencePolicy = '{"Statement":[]}' }
        'Test-ComprehendAccess'        = @{ Principal = $importer; Action = 'kms:Decrypt'; Resource = $key }
    }
    $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
    $case = foreach ($command in Get-Command -Module ComprehendSharing) {
        foreach ($parameter in $command.Parameters.Values | Where-Object { $_.Name -notin $common -and $_.ParameterType -ne [switch] }) {
            $type = $parameter.ParameterType
            $element = if ($type.IsArray) { $type.GetElementType() } else { $type }
            @{
                Name       = $command.Name
                Parameter  = $parameter.Name
                Needed     = $needed[$command.Name]
                IsIdentity = $element.Namespace -eq 'ComprehendSharing.Identity' -and -not $element.IsEnum
            }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1

    $hostile = [ordered]@{
        'null'            = $null
        'empty'           = ''
        'blank'           = '   '
        'long'            = 'x' * 100000
        'control'         = "a`0b`u{1b}[31m`r`n"
        'braces'          = '{0}{1:x}'
        'a hashtable'     = @{ a = 1 }
        'a scriptblock'   = { throw 'It was run.' }
        'a date'          = [datetime]'2026-01-01'
        'an integer'      = 123456789012
        'a negative one'  = -1
        'nothing at all'  = @()
        'nulls'           = @($null, $null)
        'another service' = 'arn:aws:s3:::bucket/key'
        'a log group'     = 'arn:aws:logs:us-west-2:111122223333:log-group:x'
        'a job'           = 'arn:aws:comprehend:us-west-2:111122223333:sentiment-detection-job/x'
        'an old ARN'      = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2/more'
    }

    # The exceptions that are thought of: of this module, and of PowerShell's parameter binder.
    function Test-Expected($ErrorRecord) {
        $ErrorRecord.Exception -is [ComprehendSharing.SharingException] -or
        $ErrorRecord.Exception -is [System.Management.Automation.ParameterBindingException] -or
        $ErrorRecord.Exception -is [System.Management.Automation.WildcardPatternException]
    }
}

Describe 'Hostile values' {
    BeforeEach {
        Reset-Sandbox
        # A file may have almost any name.
        Push-Location TestDrive:/
    }

    AfterEach {
        Pop-Location
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    It 'the cmdlet <Name> is known here' -ForEach (Get-Command -Module ComprehendSharing | ForEach-Object { @{ Name = $_.Name; Known = $needed.Keys } }) {
        $Name | Should -BeIn $Known
    }

    It '<Name> -<Parameter> is not led astray' -ForEach $case {
        foreach ($what in $hostile.Keys) {
            $with = @{} + $Needed
            # This set has a mandatory parameter of its own, which PowerShell would ask a person for.
            if ("$((Get-Command $Name).Parameters[$Parameter].ParameterSets.Keys)" -eq 'EntityRecognizer') {
                $with.EntityType = 'PERSON'
            }
            $with[$Parameter] = $hostile[$what]
            $told = try {
                (Invoke-Captured { & $Name @with }).Error
            }
            catch {
                $_
            }
            foreach ($one in $told) {
                Test-Expected $one | Should -BeTrue -Because "$what made $($one.Exception.GetType().FullName): $($one.Exception.Message)"
                $one.Exception.Message.Length | Should -BeLessThan 210000 -Because $what
            }
            # New-ComprehendModelPolicy authors for no model in particular when it gets none.
            $isNone = "$Name $Parameter $what" -eq 'New-ComprehendModelPolicy ModelArn nulls'
            # -ResourceArn takes the ARN of anything.
            $isNone = $isNone -or ($Parameter -eq 'ResourceArn' -and "$($hostile[$what])" -like 'arn:*')
            if ($IsIdentity -and -not $isNone -and $what -notin 'null', 'nothing at all', 'an integer') {
                $told | Should -Not -BeNullOrEmpty -Because "$what is no identity"
            }
        }
        # Whoever exits and enters has a sandbox of another time; who does neither has written nothing.
        if ($Name -notlike '*Sandbox') {
            Get-Write | Where-Object { -not $_.Error } | Should -BeNullOrEmpty
        }
    }
}
