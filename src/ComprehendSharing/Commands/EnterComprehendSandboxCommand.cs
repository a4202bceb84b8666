using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Sandbox;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Enter, "ComprehendSandbox")]
[OutputType(typeof(SandboxState))]
public sealed class EnterComprehendSandboxCommand : SharingCommand
{
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void EndProcessing()
    {
        if (ActiveSandbox.Current is not null)
        {
            Terminate(Errors.SandboxAlreadyActive());
        }

        try
        {
            SandboxScenario scenario = Path is null ? SandboxScenario.Default : SandboxScenario.Parse(ReadFile(Path));
            SandboxAws sandbox = new(scenario);
            ActiveSandbox.Enter(sandbox);
            WriteVerbose($"In the sandbox now. Profiles: {string.Join(", ", sandbox.ProfileNames)}. Leave it with Exit-ComprehendSandbox.");
            if (PassThru)
            {
                WriteObject(sandbox.Describe());
            }
        }
        catch (SharingException exception)
        {
            Terminate(exception);
        }
    }
}
