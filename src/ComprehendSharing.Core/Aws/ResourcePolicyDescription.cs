namespace ComprehendSharing.Aws;

/// <summary>What Comprehend DescribeResourcePolicy answers; all null when the model has no policy.</summary>
/// <param name="Policy">The policy's JSON.</param>
/// <param name="RevisionId">The id of this revision, up to 64 hexadecimal digits.</param>
/// <param name="CreationTime">When the first revision was put.</param>
/// <param name="LastModifiedTime">When this revision was put.</param>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_DescribeResourcePolicy.html">DescribeResourcePolicy</see></remarks>
public sealed record ResourcePolicyDescription(
    string? Policy, string? RevisionId, DateTimeOffset? CreationTime, DateTimeOffset? LastModifiedTime)
{
    /// <summary>The answer for a model without a policy.</summary>
    public static ResourcePolicyDescription None { get; } = new(null, null, null, null);
}
