# A fault at every call of the cmdlets that write, one by one: AWS is left as it was or as was asked, what is told of it is true,
# and the same command once more finishes it.
BeforeDiscovery {
    # The calls of a run without faults. That they are these is tested below.
    $operation = @{
        Set    = 'DescribeResourcePolicy', 'PutResourcePolicy'
        Remove = 'DescribeResourcePolicy', 'DeleteResourcePolicy'
        Grant  = 'DescribeDocumentClassifier', 'DescribeKey', 'GetKeyPolicy', 'GetKeyPolicy', 'PutKeyPolicy', 'GetKeyPolicy'
        Revoke = 'DescribeDocumentClassifier', 'DescribeKey', 'GetKeyPolicy', 'GetKeyPolicy', 'PutKeyPolicy', 'GetKeyPolicy'
        Import = 'GetCallerIdentity', 'ListDocumentClassifiers', 'ImportModel', 'DescribeDocumentClassifier', 'DescribeDocumentClassifier',
        'DescribeDocumentClassifier'
    }
    # More than one model: each is whole, and a fault of one is none of the other.
    $many = @{
        SetTwo   = 'DescribeResourcePolicy', 'PutResourcePolicy', 'DescribeResourcePolicy', 'PutResourcePolicy'
        GrantTwo = 'DescribeDocumentClassifier', 'DescribeKey', 'DescribeDocumentClassifier', 'GetKeyPolicy', 'GetKeyPolicy', 'PutKeyPolicy', 'GetKeyPolicy'
    }
    $plain = foreach ($name in @($operation.Keys) + @($many.Keys) | Sort-Object) {
        @{ Command = $name; Operation = @($operation[$name] ?? $many[$name]) }
    }
    # What becomes of a run with a fault: it is done all the same; or it is done, but cannot be seen to be; or it ends in an error.
    function Get-Expected([string] $Command, [int] $Number, [string] $Operation, [string] $Kind) {
        if ($Kind -eq 'Throttle' -or $Kind -eq 'TimeoutAfterWork') { return 'Done' }
        if ($Kind -eq 'ServerError') {
            if ($Operation -eq 'ImportModel') { return 'ImportOutcomeUnknown' }
            return $Operation -in 'PutResourcePolicy', 'DeleteResourcePolicy' ? 'AwsServiceFailure' : 'Done'
        }
        if ($Command -eq 'Import' -and $Number -eq 4) { return 'Done' }
        if ($Operation -eq 'GetKeyPolicy' -and $Number -ge 6) { return 'Warned' }
        $Kind -eq 'AccessDenied' ? 'AwsAccessDenied' : 'AwsNotAuthenticated'
    }

    $case = foreach ($entry in $plain) {
        for ($index = 0; $index -lt $entry.Operation.Count; $index++) {
            foreach ($kind in 'Throttle', 'ServerError', 'TimeoutAfterWork', 'ExpiredCredentials', 'AccessDenied') {
                $name = $entry.Operation[$index]
                @{
                    Command   = $entry.Command
                    Kind      = $kind
                    Number    = $index + 1
                    Operation = $name
                    Call      = @($entry.Operation[0..$index] -eq $name).Count
                    Expected  = Get-Expected $entry.Command ($index + 1) $name $kind
                }
            }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
    . $PSScriptRoot/AwsStub.ps1
    Exit-ComprehendSandbox -ErrorAction Ignore
    Import-AwsStub

    # No time is spent between two calls; instead the clock of the stub goes on, and fast, so that few looks at a copy are enough.
    $wait = [ComprehendSharing.Commands.AwsCommand].Assembly.GetType('ComprehendSharing.Aws.AwsToolsGateway').GetProperty('Wait', [Reflection.BindingFlags]'NonPublic, Static')
    $realWait = $wait.GetValue($null)
    $wait.SetValue($null, [Action[timespan, System.Threading.CancellationToken]] { (Get-AwsStub -Sandbox).Clock.Advance($args[0] * 8) })

    $second = 'arn:aws:comprehend:us-west-2:111122223333:document-classifier/mails/version/v1'
    $default = Join-Path $PSScriptRoot '../src/ComprehendSharing.Core/Sandbox/default-scenario.json'
    $scenario = Get-Content $default -Raw | ConvertFrom-Json -AsHashtable
    $null = Get-VersionArn 1 $scenario
    ConvertTo-Json -InputObject $scenario -Depth 32 | Set-Content TestDrive:/faults.json

    $owner = @{ ProfileName = 'owner'; Region = 'us-west-2' }
    $partner = @{ ProfileName = 'partner'; Region = 'us-west-2' }
    $policy = (New-ComprehendModelPolicy $version $importer).ResourcePolicy
    $theirs = (New-ComprehendModelPolicy $version $otherImporter).ResourcePolicy

    # Of each command: what is there before, the command, what it makes of AWS, and what it says when that is so.
    $asked = @{
        Set      = @{
            Name   = 'Set-ComprehendModelPolicy'
            Before = { }
            Run    = { Set-ComprehendModelPolicy $version $policy -PassThru @owner }
            Asked  = { (Get-World).Policy[$version] -eq $policy }
            Done   = 'Set', 'Unchanged'
        }
        SetTwo   = @{
            Name   = 'Set-ComprehendModelPolicy'
            Before = { }
            Run    = { $version, $second | Set-ComprehendModelPolicy -ResourcePolicy $policy -PassThru @owner }
            Asked  = { (Get-World).Policy[$version] -eq $policy -and (Get-World).Policy[$second] -eq $policy }
            Done   = 'Set', 'Unchanged'
        }
        Remove   = @{
            Name   = 'Remove-ComprehendModelPolicy'
            Before = { $null = Write-COMPResourcePolicy $version -ResourcePolicy $policy -Force @owner }
            Run    = { Remove-ComprehendModelPolicy $version -PassThru -Confirm:$false @owner }
            Asked  = { $null -eq (Get-World).Policy[$version] }
            Done   = , 'None'
        }
        Grant    = @{
            Name   = 'Grant-ComprehendKmsAccess'
            Before = { }
            Run    = { Grant-ComprehendKmsAccess $version $importer -PassThru @owner }
            Asked  = { (Get-World).KeyPolicy -eq $granted.Grant }
            Done   = 'Granted', 'AlreadyGranted'
        }
        GrantTwo = @{
            Name   = 'Grant-ComprehendKmsAccess'
            Before = { }
            Run    = { $version, $second | Grant-ComprehendKmsAccess -Principal $importer -PassThru @owner }
            # In whichever order they came.
            Asked  = {
                $text = (Get-World).KeyPolicy
                $text -like "*$version*" -and $text -like "*$second*" -and
                ($text | ConvertFrom-Json).Statement.Count -eq ($granted.GrantTwo | ConvertFrom-Json).Statement.Count
            }
            Done   = 'Granted', 'AlreadyGranted'
        }
        Revoke   = @{
            Name   = 'Revoke-ComprehendKmsAccess'
            Before = { Grant-ComprehendKmsAccess $version $importer @owner }
            Run    = { Revoke-ComprehendKmsAccess $version $importer -PassThru -Confirm:$false @owner }
            Asked  = { (Get-World).KeyPolicy -eq $scenarioKeyPolicy }
            Done   = 'Revoked', 'NotFound'
        }
        Import   = @{
            Name   = 'Import-ComprehendSharedModel'
            Before = {
                Set-ComprehendModelPolicy $version $policy @owner
                Grant-ComprehendKmsAccess $version $importer @owner
            }
            Run    = { Import-ComprehendSharedModel $version $role -Wait @partner }
            Asked  = { (Get-World).Copy.Count -eq 1 }
            Done   = , 'TRAINED'
        }
    }

    $category = @{
        AwsServiceFailure    = 'ResourceUnavailable'
        ImportOutcomeUnknown = 'ResourceUnavailable'
        AwsAccessDenied      = 'PermissionDenied'
        AwsNotAuthenticated  = 'AuthenticationError'
    }

    function Enter-World([string] $Name) {
        Enter-AwsStub TestDrive:/faults.json
        & $asked[$Name].Before
    }

    # All of AWS that these commands can change.
    function Get-World {
        $state = Get-AwsStub
        $world = @{ Policy = @{}; KeyPolicy = $state.Key[0].Policy; Copy = @($state.Model | Where-Object { $_.SourceModelArn } | ForEach-Object { "$($_.ModelArn)" }) }
        $state.Model | Where-Object { $_.ResourcePolicy } | ForEach-Object { $world.Policy["$($_.ModelArn)"] = $_.ResourcePolicy }
        $world
    }

    function Get-Fingerprint {
        $world = Get-World
        @($world.KeyPolicy; $world.Copy; $world.Policy.Keys | Sort-Object | ForEach-Object { $_; $world.Policy[$_] }) -join "`n"
    }

    # The calls since a point in the log.
    function Get-Operation([int] $Since) {
        @((Get-AwsStub).Call | Select-Object -Skip $Since | ForEach-Object Operation)
    }

    Enter-World Grant
    $scenarioKeyPolicy = (Get-World).KeyPolicy
    $granted = @{}
    foreach ($entry in @{ Grant = $version; GrantSecond = $second; GrantTwo = $version, $second }.GetEnumerator()) {
        Enter-AwsStub TestDrive:/faults.json
        $entry.Value | Grant-ComprehendKmsAccess -Principal $importer @owner
        $granted[$entry.Key] = (Get-World).KeyPolicy
    }
}

AfterAll {
    $wait.SetValue($null, $realWait)
    Remove-AwsStub
}

Describe 'Without a fault' {
    It '<Command> makes the calls that the faults befall' -ForEach $plain {
        Enter-World $Command
        $since = @((Get-AwsStub).Call).Count
        $result = Invoke-Captured $asked[$Command].Run
        $result.Error | Should -BeNullOrEmpty
        $result.Warning | Should -BeNullOrEmpty
        Get-Operation $since | Should -Be $Operation
        & $asked[$Command].Asked | Should -BeTrue
    }
}

Describe 'A fault' {
    It '<Kind> at call <Number> of <Command>, <Operation>, ends in <Expected>' -ForEach $case {
        Enter-World $Command
        $before = Get-Fingerprint
        $since = @((Get-AwsStub).Call).Count
        Add-AwsStubFault $Operation -Call $Call -Kind $Kind
        $result = Invoke-Captured $asked[$Command].Run
        $after = Get-Fingerprint
        $world = Get-World
        $isAsked = & $asked[$Command].Asked
        # Of a write whose answer was lost, the work was done too.
        $write = @((Get-AwsStub).Call | Select-Object -Skip $since | Where-Object { $_.IsWrite -and $_.Error -in $null, 'RequestTimeoutException' })

        # AWS is as it was or as was asked.
        switch ($Command) {
            # Each model by itself.
            'SetTwo' { $world.Policy.Values | Should -BeIn $policy -Because $after }
            'GrantTwo' { $world.KeyPolicy | Should -BeIn $scenarioKeyPolicy, $granted.Grant, $granted.GrantSecond, $granted.GrantTwo }
            default { $isAsked -or $after -ceq $before | Should -BeTrue -Because $after }
        }
        $write.Resource.Count | Should -Be @($write | Select-Object Operation, Resource -Unique).Count -Because 'no write is made twice'

        # What is told is true.
        if ($Expected -in 'Done', 'Warned') {
            $result.Error | Should -BeNullOrEmpty
            $isAsked | Should -BeTrue
            $result.Output.Status | Should -BeIn $asked[$Command].Done
            ($result.Warning -like '*could not be read again*').Count -gt 0 | Should -Be ($Expected -eq 'Warned')
        }
        else {
            Assert-ItemError $result.Error $Expected $asked[$Command].Name $category[$Expected] $result.Error.TargetObject
            "$($result.Error.TargetObject)" | Should -BeIn $version, $second, $key
        }
        foreach ($one in $result.Output) {
            switch -Wildcard ($Command) {
                'Set*' { $world.Policy["$($one.ModelArn)"] | Should -BeExactly $policy }
                'GrantTwo' { $world.KeyPolicy | Should -BeLike "*$($one.ModelArn)*" }
                'Import' { "$($one.ModelArn)" | Should -BeIn $world.Copy }
                default { $isAsked | Should -BeTrue }
            }
        }
        # Where the error does not say what was done, a warning does.
        if ($result.Error -and $isAsked) {
            $Command | Should -BeExactly 'Import'
            $result.Warning | Should -BeLike "*$($world.Copy)*"
        }

        # The same command finishes it.
        $again = Invoke-Captured $asked[$Command].Run
        if ($Command -eq 'Import' -and $isAsked) {
            Assert-ItemError $again.Error ModelAlreadyImported Import-ComprehendSharedModel ResourceExists $version
        }
        else {
            $again.Error | Should -BeNullOrEmpty
            $again.Output.Status | Should -BeIn $asked[$Command].Done
        }
        & $asked[$Command].Asked | Should -BeTrue
    }
}

Describe 'A revision id that is out of date' {
    BeforeAll {
        # What the mocks below stand for.
        $real = @{ Set = Get-Command Write-COMPResourcePolicy -CommandType Cmdlet; Remove = Get-Command Remove-COMPResourcePolicy -CommandType Cmdlet }
    }

    It 'is a conflict for <_>, which shows both policies and leaves the other writer''s' -ForEach 'Set', 'Remove' {
        Enter-AwsStub TestDrive:/faults.json
        $null = Write-COMPResourcePolicy $version -ResourcePolicy $policy -Force @owner
        # Somebody else writes between our look and our write.
        $run = @{
            Set    = { Set-ComprehendModelPolicy $version $both -Confirm:$false @owner }
            Remove = { Remove-ComprehendModelPolicy $version -Confirm:$false @owner }
        }[$_]
        $both = (New-ComprehendModelPolicy $version $importer, $otherImporter).ResourcePolicy
        $name = "$_-ComprehendModelPolicy"
        $cmdlet = @{ Set = 'Write-COMPResourcePolicy'; Remove = 'Remove-COMPResourcePolicy' }[$_]
        $script:their = $null
        Mock $cmdlet {
            $script:their = & $real.Set $version -ResourcePolicy $theirs -Force @owner
            & $real[$name.Split('-')[0]] @PesterBoundParameters
        }
        $result = Invoke-Captured $run
        Assert-ItemError $result.Error PolicyRevisionConflict $name ResourceBusy $version
        $result.Error.Exception.Cause | Should -BeLike "*at revision $their*"
        $result.Error.Exception.Cause | Should -BeLike "*-*$otherImporter*"
        (Get-World).Policy[$version] | Should -BeExactly $theirs
    }

    It 'is none where it is our own write that replaced it' {
        Enter-AwsStub TestDrive:/faults.json
        $null = Write-COMPResourcePolicy $version -ResourcePolicy $theirs -Force @owner
        # As the SDK does when the first answer is lost.
        Mock Write-COMPResourcePolicy {
            $null = & $real.Set @PesterBoundParameters
            & $real.Set @PesterBoundParameters
        }
        (Set-ComprehendModelPolicy $version $policy -Force -PassThru @owner).Status | Should -Be 'Set'
        (Get-World).Policy[$version] | Should -BeExactly $policy
    }
}
