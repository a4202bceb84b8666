<#
.SYNOPSIS
    A Pester test of a script that shares a model, with Set-ComprehendModelPolicy mocked: the objects that it is given are asserted.
.DESCRIPTION
    Neither AWS nor AWS.Tools is needed. What the script writes of its own, the policy, is made by ComprehendSharing as it is.
#>
BeforeAll {
    Import-Module ComprehendSharing
    $version = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2'

    # The script under test.
    function Publish-Model([string] $ModelArn, [string] $Partner) {
        New-ComprehendModelPolicy -ModelArn $ModelArn -Principal $Partner | Set-ComprehendModelPolicy -ProfileName owner -PassThru
    }
}

Describe 'Publish-Model' {
    BeforeEach {
        # The mock has the parameters of the cmdlet, with their types.
        Mock Set-ComprehendModelPolicy { $script:given = $PesterBoundParameters }
    }

    It 'sets a policy that names the partner' {
        Publish-Model $version 444455556666
        Should -Invoke Set-ComprehendModelPolicy -Times 1 -Exactly
        $given.ModelArn | Should -BeOfType ComprehendSharing.Identity.ModelArn
        "$($given.ModelArn)" | Should -Be $version
        $given.ResourcePolicy | Should -BeOfType ComprehendSharing.Policies.PolicyDocument
        $given.ResourcePolicy.Statement.Count | Should -Be 1
        "$($given.ResourcePolicy.Statement[0].Principal)" | Should -BeLike '*444455556666*'
        $given.ProfileName | Should -Be 'owner'
    }
}
