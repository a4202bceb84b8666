using System.Management.Automation;

namespace Amazon.PowerShell.Common;

/// <summary>Makes a call go wrong, once.</summary>
[Cmdlet(VerbsCommon.Add, "AwsStubFault")]
[OutputType(typeof(void))]
public sealed class AddAwsStubFaultCommand : PSCmdlet
{
    /// <summary>The API operation, such as PutKeyPolicy.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Operation { get; set; } = string.Empty;

    /// <summary>Which call of that operation, from 1, counted from now.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Call { get; set; } = 1;

    [Parameter(Mandatory = true)]
    public AwsStubFaultKind Kind { get; set; }

    /// <summary>The other writer's key policy, for ChangeKeyPolicy.</summary>
    [Parameter]
    public string? Policy { get; set; }

    protected override void EndProcessing() =>
        (StubWorld.Current ?? throw new InvalidOperationException("Enter-AwsStub first.")).AddFault(Operation, Call, Kind, Policy);
}
