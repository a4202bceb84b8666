using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Decides requests by policies.</summary>
public interface IAccessEvaluator
{
    /// <summary>Decides one request by the policy of the resource: a model policy or a key policy.</summary>
    /// <param name="request">The request.</param>
    /// <param name="resourcePolicy">The policy of the resource; null when it has none, which allows nobody of another account.</param>
    AccessDecision Evaluate(AccessRequest request, PolicyDocument? resourcePolicy);
}
