using Amazon.Runtime;

namespace Amazon.Comprehend.Model;

/// <summary>What DeleteResourcePolicy answers.</summary>
public class DeleteResourcePolicyResponse : AmazonWebServiceResponse;
