<#
.SYNOPSIS
    A Pester test of a script that shares a model, with the cmdlets of AWS.Tools mocked: the policy that reaches AWS is asserted.
.DESCRIPTION
    The cmdlets of ComprehendSharing run as they are and call the mocks in the place of AWS. A mock needs AWS.Tools to be installed,
    since Pester takes the parameters from it. It must answer what AWS answers: Write-COMPResourcePolicy a revision id.
#>
BeforeAll {
    Import-Module ComprehendSharing, AWS.Tools.Comprehend
    $version = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2'

    # The script under test.
    function Publish-Model([string] $ModelArn, [string] $Partner) {
        New-ComprehendModelPolicy -ModelArn $ModelArn -Principal $Partner | Set-ComprehendModelPolicy -ProfileName owner -PassThru
    }
}

Describe 'Publish-Model' {
    BeforeEach {
        Mock Get-COMPResourcePolicy { [pscustomobject]@{ ResourcePolicy = $null; PolicyRevisionId = $null } }
        Mock Write-COMPResourcePolicy { '0123456789abcdef0123456789abcdef' }
    }

    It 'lets the partner import the model, and nobody else' {
        (Publish-Model $version 444455556666).PolicyRevisionId | Should -Be '0123456789abcdef0123456789abcdef'
        Should -Invoke Write-COMPResourcePolicy -Times 1 -Exactly -ParameterFilter {
            $statement = ($ResourcePolicy | ConvertFrom-Json).Statement
            $ResourceArn -eq $version -and
            $ProfileName -eq 'owner' -and
            @($statement).Count -eq 1 -and
            $statement.Action -eq 'comprehend:ImportModel' -and
            $statement.Principal.AWS -eq '444455556666'
        }
    }

    It 'writes nothing for a partner who is none' {
        { Publish-Model $version everybody } | Should -Throw
        Should -Invoke Write-COMPResourcePolicy -Times 0 -Exactly
    }
}
