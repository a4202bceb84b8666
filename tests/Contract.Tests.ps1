# What section 9 of the design promises of every cmdlet, asked of the cmdlets themselves.
BeforeDiscovery {
    . $PSScriptRoot/Common.ps1
    $cmdlet = Get-Command -Module ComprehendSharing | ForEach-Object { @{ Name = $_.Name; Command = $_ } }
    $aws = $cmdlet | Where-Object { $_.Command.ImplementingType.IsSubclassOf([ComprehendSharing.Commands.AwsCommand]) }
    # Errors that need no test, each with its reason.
    $untested = @{
        NothingToRehearse = 'Only the console can raise it; its tests know it by its text.'
    }
    $errorId = ([xml](Get-Content $PSScriptRoot/../src/ComprehendSharing.Core/Messages.resx)).root.data.name |
        Where-Object { $_ -notlike '*_Recommendation' -and -not $untested.ContainsKey($_) } | ForEach-Object { @{ Id = $_ } }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1

    function Get-OwnParameter($Command) {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters + [System.Management.Automation.PSCmdlet]::OptionalCommonParameters
        $Command.Parameters.Values | Where-Object Name -NotIn $common
    }

    function Test-ByPropertyName($Parameter) {
        [bool]($Parameter.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipelineByPropertyName })
    }

    function Test-FromPipeline($Parameter) {
        [bool]($Parameter.Attributes | Where-Object { $_ -is [Parameter] -and ($_.ValueFromPipelineByPropertyName -or $_.ValueFromPipeline) })
    }
}

Describe 'Every cmdlet' {
    It '<Name> has an approved verb and a singular noun' -ForEach $cmdlet {
        $Command.Verb | Should -BeIn (Get-Verb).Verb
        $Command.Noun | Should -Match '^Comprehend[A-Z][A-Za-z]+$'
        $Command.Noun | Should -Not -MatchExactly '(?<!Acces)s$'
    }

    It '<Name> is a sealed public class of its own name and file' -ForEach $cmdlet {
        $type = $Command.ImplementingType
        $type.FullName | Should -BeExactly "ComprehendSharing.Commands.$($Name -replace '-')Command"
        $type.IsSealed | Should -BeTrue
        $type.IsPublic | Should -BeTrue
        "$PSScriptRoot/../src/ComprehendSharing/Commands/$($type.Name).cs" | Should -Exist
    }

    It '<Name> has a test file' -ForEach $cmdlet {
        "$PSScriptRoot/$Name.Tests.ps1" | Should -Exist
    }

    It '<Name> is tested over AWS.Tools too' -ForEach $aws {
        "$PSScriptRoot/$Name.Tests.ps1" | Should -FileContentMatchExactly "^Describe '$Name' -Tag AwsTools "
    }

    It '<Name> says what it writes' -ForEach $cmdlet {
        $attribute = $Command.ImplementingType.GetCustomAttributes([System.Management.Automation.OutputTypeAttribute], $false)
        $attribute | Should -HaveCount 1
        $attribute.Type.Type | Should -Not -BeNullOrEmpty
    }

    It '<Name> has at most two positional parameters' -ForEach $cmdlet {
        foreach ($set in $Command.ParameterSets) {
            @($set.Parameters | Where-Object Position -GE 0).Count | Should -BeLessOrEqual 2
        }
    }

    It '<Name> takes none of our objects whole' -ForEach $cmdlet {
        $ours = 'ModelPolicy', 'KeyAccess', 'ShareBundle', 'ShareCheck', 'ComprehendModel', 'PlannedModel', 'ComprehendEndpoint', 'ImportedModel', 'SandboxState', 'SandboxModel', 'PolicyStatement'
        foreach ($parameter in Get-OwnParameter $Command) {
            $type = $parameter.ParameterType
            $element = if ($type.IsArray) { $type.GetElementType() } else { $type }
            $element.Name | Should -Not -BeIn $ours -Because $parameter.Name
        }
    }

    It '<Name> has one parameter by value from the pipeline at most, and it binds by name too' -ForEach $cmdlet {
        $byValue = @(Get-OwnParameter $Command | Where-Object { $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.ValueFromPipeline } })
        $byValue.Count | Should -BeLessOrEqual 1
        $byValue | ForEach-Object { Test-ByPropertyName $_ | Should -BeTrue }
    }

    It '<Name> binds by names that an object of this module or of AWS.Tools has' -ForEach $cmdlet {
        $property = (Get-Command -Module ComprehendSharing).OutputType.Type | Where-Object { $_ -and $_ -ne [void] } |
            ForEach-Object { $_.GetProperties().Name } | Sort-Object -Unique
        # What a decision is about can be asked again.
        $property += [ComprehendSharing.Evaluation.AccessRequest].GetProperties().Name
        foreach ($parameter in Get-OwnParameter $Command | Where-Object { Test-ByPropertyName $_ }) {
            @($parameter.Name) + $parameter.Aliases | Where-Object { $_ -in $property } | Should -Not -BeNullOrEmpty -Because "-$($parameter.Name) binds by property name"
        }
    }

    It '<Name> binds nothing from the pipeline that a person must give' -ForEach $cmdlet {
        $personal = 'ProfileName', 'ProfileLocation', 'AccessKey', 'SecretKey', 'SessionToken', 'Credential', 'Region', 'EndpointUrl',
        'DataAccessRoleArn', 'ModelKmsKeyId', 'VolumeKmsKeyId', 'OutputKmsKeyId', 'ModelName', 'VersionName', 'EndpointName', 'KeyPrincipal', 'Scope', 'Force', 'Merge'
        # What Get-ComprehendKmsAccess shows is revoked as it was granted; a grant must name its scope itself.
        $personal = $personal | Where-Object { -not ($Name -eq 'Revoke-ComprehendKmsAccess' -and $_ -eq 'Scope') }
        foreach ($parameter in Get-OwnParameter $Command | Where-Object Name -In $personal) {
            Test-FromPipeline $parameter | Should -BeFalse -Because "-$($parameter.Name) is for people"
        }
    }

    It 'hides only what the pipeline itself fills' {
        $hidden = foreach ($command in Get-Command -Module ComprehendSharing) {
            foreach ($parameter in Get-OwnParameter $command | Where-Object { $_.Attributes | Where-Object { $_ -is [Parameter] -and $_.DontShow } }) {
                Test-ByPropertyName $parameter | Should -BeTrue
                "$($command.Name) $($parameter.Name)"
            }
        }
        $hidden | Sort-Object | Should -Be @(
            'Export-ComprehendShareBundle Status'
            'Get-ComprehendShareBundle AuthorizedPrincipal'
            'Get-ComprehendShareBundle Status'
            'Get-ComprehendShareBundle Warning'
            'Grant-ComprehendKmsAccess Status'
            'Import-ComprehendSharedModel Status'
            'New-ComprehendEndpoint Status'
            'Remove-ComprehendModelPolicy Status'
            'Revoke-ComprehendKmsAccess Status'
            'Set-ComprehendModelPolicy Status'
            'Test-ComprehendShare AuthorizedPrincipal'
            'Wait-ComprehendModel Status'
        )
    }

    It 'that can <_> has the others of its kind' -ForEach 'Get Set Remove ModelPolicy', 'Get Grant Revoke KmsAccess', 'Get Export Import ShareBundle', 'Enter Exit Get Sandbox' {
        $word = -split $_
        foreach ($verb in $word[0..($word.Count - 2)]) {
            Get-Command "$verb-Comprehend$($word[-1])" -Module ComprehendSharing | Should -HaveCount 1
        }
    }

    It 'whose verb needs a counterpart has it' {
        $name = (Get-Command -Module ComprehendSharing).Name
        $pair = @{ Enter = 'Exit'; Exit = 'Enter'; Grant = 'Revoke'; Revoke = 'Grant'; Set = 'Get'; Remove = 'Set'; Export = 'Import' }
        foreach ($command in Get-Command -Module ComprehendSharing | Where-Object { $pair.ContainsKey($_.Verb) }) {
            "$($pair[$command.Verb])-$($command.Noun)" | Should -BeIn $name
        }
    }
}

Describe 'Writing cmdlets' {
    It '<Name> has -WhatIf and -Confirm (<Impact>)' -ForEach @(
        @{ Name = 'Set-ComprehendModelPolicy'; Impact = 'Medium' }
        @{ Name = 'Grant-ComprehendKmsAccess'; Impact = 'Medium' }
        @{ Name = 'Import-ComprehendSharedModel'; Impact = 'Medium' }
        @{ Name = 'Export-ComprehendShareBundle'; Impact = 'Medium' }
        @{ Name = 'New-ComprehendModel'; Impact = 'Medium' }
        @{ Name = 'New-ComprehendEndpoint'; Impact = 'Medium' }
        @{ Name = 'Remove-ComprehendModelPolicy'; Impact = 'High' }
        @{ Name = 'Revoke-ComprehendKmsAccess'; Impact = 'High' }
        # It writes nothing, and has -WhatIf only to keep the pipeline behind it dry.
        @{ Name = 'New-ComprehendModelPolicy'; Impact = 'None' }
    ) {
        $command = Get-Command $Name
        $command.Parameters.Keys | Should -Contain 'WhatIf'
        $command.Parameters.Keys | Should -Contain 'Confirm'
        [System.Management.Automation.CommandMetadata]::new($command).ConfirmImpact | Should -Be $Impact
    }

    It 'are these and no others' {
        (Get-Command -Module ComprehendSharing | Where-Object { $_.Parameters.ContainsKey('WhatIf') }).Name | Sort-Object | Should -Be @(
            'Export-ComprehendShareBundle'
            'Grant-ComprehendKmsAccess'
            'Import-ComprehendSharedModel'
            'New-ComprehendEndpoint'
            'New-ComprehendModel'
            'New-ComprehendModelPolicy'
            'Remove-ComprehendModelPolicy'
            'Revoke-ComprehendKmsAccess'
            'Set-ComprehendModelPolicy'
        )
    }

    It '<_> is silent without -PassThru' -ForEach @(
        'Set-ComprehendModelPolicy', 'Remove-ComprehendModelPolicy', 'Grant-ComprehendKmsAccess', 'Revoke-ComprehendKmsAccess', 'Export-ComprehendShareBundle'
    ) {
        (Get-Command $_).Parameters.PassThru.SwitchParameter | Should -BeTrue
    }
}

Describe 'Cmdlets that touch AWS' {
    It 'are these' -ForEach @{ Aws = $aws } {
        $Aws.Name | Sort-Object | Should -Be @(
            'Get-ComprehendKmsAccess'
            'Get-ComprehendModel'
            'Get-ComprehendModelPolicy'
            'Get-ComprehendShareBundle'
            'Grant-ComprehendKmsAccess'
            'Import-ComprehendSharedModel'
            'New-ComprehendEndpoint'
            'New-ComprehendModel'
            'Remove-ComprehendModelPolicy'
            'Revoke-ComprehendKmsAccess'
            'Set-ComprehendModelPolicy'
            'Test-ComprehendShare'
            'Wait-ComprehendModel'
        )
    }

    It '<Name> has the common parameters of AWS.Tools' -ForEach $aws {
        $Command.Parameters.Keys | Should -Contain 'ProfileName'
        foreach ($common in 'ProfileLocation', 'AccessKey', 'SecretKey', 'SessionToken', 'Credential', 'Region', 'EndpointUrl') {
            $Command.Parameters.Keys | Should -Contain $common
            $Command.Parameters[$common].ParameterSets.Values.Position | Where-Object { $_ -ge 0 } | Should -BeNullOrEmpty
        }
    }
}

Describe 'Properties for AWS.Tools' {
    # AWS.Tools' parameters bind by value too, and PowerShell tries a coerced value before a coerced property.
    It '<Type>.<Property> is a string' -ForEach @(
        @{ Type = 'ModelPolicy'; Property = 'ResourceArn' }
        @{ Type = 'ModelPolicy'; Property = 'ResourcePolicy' }
        @{ Type = 'ShareBundle'; Property = 'SourceModelArn' }
        @{ Type = 'ShareBundle'; Property = 'Region' }
        @{ Type = 'ComprehendModel'; Property = 'DocumentClassifierArn' }
        @{ Type = 'ComprehendModel'; Property = 'EntityRecognizerArn' }
        @{ Type = 'ComprehendEndpoint'; Property = 'EndpointArn' }
    ) {
        ("ComprehendSharing.Sharing.$Type" -as [type]).GetProperty($Property).PropertyType | Should -Be ([string])
    }
}

Describe 'Every error' {
    BeforeAll {
        $test = Get-ChildItem $PSScriptRoot -Recurse -Include *.ps1, *.cs |
            Where-Object { $_.Name -ne 'Contract.Tests.ps1' -and $_.FullName -notmatch '[\\/](bin|obj|artifacts)[\\/]' } |
            ForEach-Object { Get-Content -LiteralPath $_ -Raw }
        $text = $test -join "`n"
    }

    It '<Id> is asserted in a test' -ForEach $errorId {
        $text -cmatch "(?<![A-Za-z])$Id(?![A-Za-z])" | Should -BeTrue
    }
}
