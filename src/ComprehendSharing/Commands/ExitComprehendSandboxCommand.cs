using System.Management.Automation;
using ComprehendSharing.Aws;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Exit, "ComprehendSandbox")]
[OutputType(typeof(void))]
public sealed class ExitComprehendSandboxCommand : SharingCommand
{
    protected override void EndProcessing() => ForItem(
        null,
        () =>
        {
            if (!ActiveSandbox.Exit())
            {
                throw Errors.SandboxNotActive();
            }
        });
}
