using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Sandbox;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Get, "ComprehendSandbox")]
[OutputType(typeof(SandboxState))]
public sealed class GetComprehendSandboxCommand : SharingCommand
{
    protected override void EndProcessing() =>
        ForItem(null, () => WriteObject((ActiveSandbox.Current ?? throw Errors.SandboxNotActive()).Describe()));
}
