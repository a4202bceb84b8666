@{
    Severity     = @('Error', 'Warning')
    ExcludeRules = @(
        # Pester's BeforeAll sets variables that only other blocks read.
        'PSUseDeclaredVarsMoreThanAssignments'
        # Where a test exits the sandbox that may not be active, the error is of no interest.
        'PSAvoidUsingEmptyCatchBlock'
        # The helpers of the tests change nothing but a sandbox.
        'PSUseShouldProcessForStateChangingFunctions'
    )
}
