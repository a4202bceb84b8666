using System.Management.Automation;

namespace Amazon.PowerShell.Common;

/// <summary>Ends what Enter-AwsStub started; nothing happens when there is nothing.</summary>
[Cmdlet(VerbsCommon.Exit, "AwsStub")]
[OutputType(typeof(void))]
public sealed class ExitAwsStubCommand : PSCmdlet
{
    protected override void EndProcessing() => StubWorld.Current = null;
}
