using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>What is known of a model and its key.</summary>
/// <param name="ModelArn">The model.</param>
/// <param name="Region">Where the calls go.</param>
/// <param name="Model">The model as Comprehend describes it.</param>
/// <param name="Policy">Its resource policy.</param>
/// <param name="Key">Its key; without a value and not missing when nobody can tell, missing for an AWS owned key.</param>
internal sealed record ShareFacts(
    ModelArn ModelArn, string Region, Fact<ComprehendModel> Model, Fact<ModelPolicy> Policy, Fact<KeyFacts> Key)
{
    /// <summary>Whether the model is certainly under a key of AWS's own, which needs no policy and no role.</summary>
    public bool HasAwsOwnedKey => Key.IsMissing;
}
