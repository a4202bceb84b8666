namespace Amazon.PowerShell.Common;

/// <summary>What -Region takes beside a name. Facts: modules/AWSPowerShell/Common/RegionCmdlets.cs.</summary>
public class AWSRegion
{
    public AWSRegion(string region)
    {
        RegionEndpoint endpoint = RegionEndpoint.GetBySystemName(region);
        Region = endpoint.SystemName;
        Name = endpoint.DisplayName;
    }

    public string Region { get; }

    public string Name { get; }

    public bool IsShellDefault { get; internal set; }

    public override string ToString() => Region;
}
