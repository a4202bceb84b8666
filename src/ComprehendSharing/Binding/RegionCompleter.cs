namespace ComprehendSharing.Binding;

/// <summary>Completes the regions that have Amazon Comprehend custom models.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/general/latest/gr/comprehend.html">Amazon Comprehend endpoints</see>, as of 2026.</remarks>
public sealed class RegionCompleter : TextCompleter
{
    private static readonly (string, string)[] s_regions =
    [
        ("us-east-1", "US East (N. Virginia)"),
        ("us-east-2", "US East (Ohio)"),
        ("us-west-2", "US West (Oregon)"),
        ("ap-south-1", "Asia Pacific (Mumbai)"),
        ("ap-northeast-1", "Asia Pacific (Tokyo)"),
        ("ap-northeast-2", "Asia Pacific (Seoul)"),
        ("ap-southeast-1", "Asia Pacific (Singapore)"),
        ("ap-southeast-2", "Asia Pacific (Sydney)"),
        ("ca-central-1", "Canada (Central)"),
        ("eu-central-1", "Europe (Frankfurt)"),
        ("eu-west-1", "Europe (Ireland)"),
        ("eu-west-2", "Europe (London)"),
        ("us-gov-west-1", "AWS GovCloud (US-West)"),
    ];

    private protected override IEnumerable<(string Text, string ToolTip)> Candidates() => s_regions;
}
