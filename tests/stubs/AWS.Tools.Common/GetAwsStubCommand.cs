using System.Management.Automation;

namespace Amazon.PowerShell.Common;

/// <summary>Writes the SandboxState behind the stubs, as Get-ComprehendSandbox does, or with -Sandbox the SandboxAws itself.</summary>
[Cmdlet(VerbsCommon.Get, "AwsStub")]
[OutputType("ComprehendSharing.Sandbox.SandboxState", "ComprehendSharing.Sandbox.SandboxAws")]
public sealed class GetAwsStubCommand : PSCmdlet
{
    [Parameter]
    public SwitchParameter Sandbox { get; set; }

    protected override void EndProcessing()
    {
        StubWorld world = StubWorld.Current ?? throw new InvalidOperationException("Enter-AwsStub first.");
        WriteObject(Sandbox ? world.Sandbox : world.Sandbox.Describe());
    }
}
