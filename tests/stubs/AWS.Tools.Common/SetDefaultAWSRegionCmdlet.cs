// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Common/RegionCmdlets.cs.
using System.Management.Automation;

namespace Amazon.PowerShell.Common;

/// <summary>Sets $StoredAWSRegion.</summary>
[Cmdlet(VerbsCommon.Set, "DefaultAWSRegion")]
[OutputType("None")]
public sealed class SetDefaultAWSRegionCmdlet : BaseCmdlet
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("RegionToCall")]
    public string Region { get; set; } = string.Empty;

    protected override void ProcessRecord() => SessionState.PSVariable.Set("StoredAWSRegion", Region);
}
