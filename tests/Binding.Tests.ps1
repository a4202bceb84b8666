# Every cmdlet of the pipeline, and every form in which an object can reach it: what was bound, not only that it bound.
BeforeDiscovery {
    $form = 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist', 'aws'
    $cmdlet = @(
        @{ Name = 'New-ComprehendModelPolicy'; Run = { $input | New-ComprehendModelPolicy -Principal $importer } }
        @{ Name = 'New-ComprehendKmsStatement'; Run = { $input | New-ComprehendKmsStatement -Principal $importer } }
        @{ Name = 'New-ComprehendIdentityPolicy'; Run = { $input | New-ComprehendIdentityPolicy ModelOwner } }
        @{ Name = 'Get-ComprehendModel'; Run = { $input | Get-ComprehendModel } }
        @{ Name = 'Get-ComprehendModelPolicy'; Run = { $input | Get-ComprehendModelPolicy } }
        @{ Name = 'Set-ComprehendModelPolicy'; Run = { $input | Set-ComprehendModelPolicy -ResourcePolicy (New-ComprehendModelPolicy -Principal $importer).Document -PassThru } }
        @{ Name = 'Remove-ComprehendModelPolicy'; Run = { $input | Remove-ComprehendModelPolicy -PassThru -Confirm:$false } }
        @{ Name = 'Get-ComprehendKmsAccess'; Run = { $input | Get-ComprehendKmsAccess } }
        @{ Name = 'Grant-ComprehendKmsAccess'; Run = { $input | Grant-ComprehendKmsAccess -Principal $importer -PassThru } }
        @{ Name = 'Revoke-ComprehendKmsAccess'; Run = { $input | Revoke-ComprehendKmsAccess -PassThru -Confirm:$false } }
        @{ Name = 'Get-ComprehendShareBundle'; Run = { $input | Get-ComprehendShareBundle } }
        @{ Name = 'Test-ComprehendShare'; Run = { $input | Test-ComprehendShare } }
        @{ Name = 'New-ComprehendEndpoint'; Run = { $input | New-ComprehendEndpoint -EndpointName x -DataAccessRoleArn 'arn:aws:iam::111122223333:role/x' } }
        @{ Name = 'Wait-ComprehendModel'; Run = { $input | Wait-ComprehendModel } }
    )
    $case = foreach ($one in $cmdlet) {
        foreach ($of in $form) {
            $one + @{ Form = $of }
        }
    }
}

BeforeAll {
    . $PSScriptRoot/Common.ps1
}

Describe 'Binding' -Tag AwsTools {
    BeforeEach {
        Reset-Sandbox
        $null = New-ComprehendModelPolicy $version $importer | Set-ComprehendModelPolicy -PassThru | Grant-ComprehendKmsAccess
    }

    AfterAll {
        Exit-ComprehendSandbox -ErrorAction Ignore
    }

    It '<Name> binds the model of a model as <Form>' -ForEach $case {
        $value = if ($Form -eq 'aws') { Get-Classifier } else { (Get-Form (Get-ComprehendModel $version))[$Form] }
        $result = Invoke-Captured { $value | & $Run }
        $result.Error | Should -BeNullOrEmpty
        $result.Output | Should -Not -BeNullOrEmpty
        $text = $result.Output | ForEach-Object {
            if ($_.PSObject.Properties['ModelArn']) { "$($_.ModelArn)" } else { $_.ToJson() }
        }
        $text | ForEach-Object { $_ | Should -BeLike '*arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/*' }
    }

    It 'Import-ComprehendSharedModel binds source and key of a bundle as <_>' -ForEach 'object', 'deserialized', 'JSON', 'shallowJSON', 'JSONlist' {
        $model = (Get-Form (Get-ComprehendShareBundle $version))[$_] | Import-ComprehendSharedModel -ProfileName partner -DataAccessRoleArn $role
        "$($model.SourceModelArn)" | Should -BeExactly $version
    }

    It '<Name> takes no other property of an object for the model' -ForEach $cmdlet {
        $value = [pscustomobject]@{ Arn = $key; Name = $version; Value = $version; Id = $version }
        $result = try { Invoke-Captured { $value | & $Run } } catch { [pscustomobject]@{ Error = @($_); Output = @() } }
        $result.Error | Should -Not -BeNullOrEmpty
        $result.Output | Should -BeNullOrEmpty
        Get-Write | Should -HaveCount 2
    }
}
