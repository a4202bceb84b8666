using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>Grants or revokes the use of the keys of models: find the key, plan, make the edit.</summary>
public interface IKeyAccessEditor
{
    /// <summary>The key of a model version; null for an AWS owned key.</summary>
    /// <param name="request">The version and whose access it is about.</param>
    /// <param name="expected">The key that the caller means; the model's own when null.</param>
    KeyArn? FindKey(KeyAccessRequest request, KeyReference? expected = null);

    /// <summary>Reads a key policy and plans the edit. Nothing is written.</summary>
    /// <param name="key">The key.</param>
    /// <param name="requests">Whose access to which models it is about.</param>
    /// <param name="options">What else may be done.</param>
    KeyPolicyPlan Plan(KeyArn key, IReadOnlyList<KeyAccessRequest> requests, KeyPolicyOptions options);

    /// <summary>Makes a planned edit, on whatever the policy has become meanwhile.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="requests">The requests that it was made for.</param>
    /// <param name="options">What else may be done.</param>
    /// <param name="cancellation">Ends the waits between attempts; never leaves half an edit.</param>
    /// <returns>The edit that was made.</returns>
    KeyPolicyPlan Apply(
        KeyPolicyPlan plan, IReadOnlyList<KeyAccessRequest> requests, KeyPolicyOptions options, CancellationToken cancellation = default);
}
