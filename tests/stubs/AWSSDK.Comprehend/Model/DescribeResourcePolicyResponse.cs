using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>What DescribeResourcePolicy answers; all null for a model without a policy.</summary>
public class DescribeResourcePolicyResponse : AmazonWebServiceResponse
{
    public DateTime? CreationTime { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    public string? PolicyRevisionId { get; set; }

    public string? ResourcePolicy { get; set; }
}
