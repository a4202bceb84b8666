using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>What is known of a key.</summary>
internal sealed record KeyFacts(KeyArn Arn, Fact<KeyDescription> Description, Fact<PolicyDocument> Policy);
