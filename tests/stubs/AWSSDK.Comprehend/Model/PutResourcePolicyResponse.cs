using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>What PutResourcePolicy answers.</summary>
public class PutResourcePolicyResponse : AmazonWebServiceResponse
{
    public string? PolicyRevisionId { get; set; }
}
