using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>The calls about keys.</summary>
internal static class SandboxKeyCalls
{
    private const string NotFound = "NotFoundException";

    /// <summary>DescribeKey is the only one of them that works across accounts; the key policy decides.</summary>
    public static KeyDescription Describe(SandboxRequest request, SandboxWorld world)
    {
        SandboxCaller caller = request.Caller;
        if (KeyArn.IsAlias(request.Resource))
        {
            throw request.Refuse(NotFound, $"Alias {request.Resource} is not found.");
        }

        if (KeyArn.TryParse(request.Resource, out KeyArn? arn))
        {
            CheckRegion(request, arn);
        }
        else if (!KeyArn.IsKeyId(request.Resource))
        {
            throw request.Refuse(
                request.Resource.StartsWith("arn:", StringComparison.Ordinal) ? "InvalidArnException" : NotFound,
                $"Invalid keyId '{request.Resource}'");
        }

        SandboxKey? key = world.FindKey(request.Resource, caller.AccountId, caller.Region);
        if (key is null && (arn is null || arn.AccountId == caller.AccountId))
        {
            throw Missing(request);
        }

        // Nobody learns whether another account has a key.
        request.Authorize(world, key?.KeyArn.ToString(), key is null ? null : PolicyDocument.Parse(key.Policy));
        return new KeyDescription(key!.KeyArn, key.KeyState, key.KeyManager);
    }

    public static string GetPolicy(SandboxRequest request, SandboxWorld world, KeyArn arn)
    {
        SandboxKey key = Find(request, world, arn);
        return request.AnswersLate ? world.PreviousKeyPolicy(key) : key.Policy;
    }

    public static bool PutPolicy(SandboxRequest request, SandboxWorld world, KeyArn arn, string policy)
    {
        SandboxKey key = Find(request, world, arn);

        // KMS documents only that nobody can change the policy of an AWS managed key. Of the errors that PutKeyPolicy is
        // documented to answer, this is the one for "a specified resource is not valid for this operation".
        if (key.KeyManager == KeyManager.Aws)
        {
            throw request.Refuse("UnsupportedOperationException", $"{arn} is an AWS managed key. You cannot change its key policy.");
        }

        if (key.KeyState == "PendingDeletion")
        {
            throw request.Refuse("KMSInvalidStateException", $"{arn} is pending deletion.");
        }

        new KeyPolicyCheck(request, world, arn).Check(policy);
        world.ReplaceKeyPolicy(key, policy);
        return true;
    }

    private static SandboxKey Find(SandboxRequest request, SandboxWorld world, KeyArn arn)
    {
        CheckRegion(request, arn);
        SandboxKey? key = world.FindKey(arn.ToString(), arn.AccountId, arn.Region);
        if (arn.AccountId == request.Caller.AccountId && key is null)
        {
            throw Missing(request);
        }

        // A key policy opens these calls to its own account only.
        request.Authorize(world, resourcePolicy: arn.AccountId == request.Caller.AccountId ? PolicyDocument.Parse(key!.Policy) : null);
        return key!;
    }

    private static void CheckRegion(SandboxRequest request, KeyArn arn)
    {
        if (arn.Region != request.Caller.Region)
        {
            throw request.Refuse(NotFound, $"Invalid arn {arn.Region}");
        }
    }

    private static AwsServiceException Missing(SandboxRequest request) =>
        request.Refuse(NotFound, $"Key '{request.Resource}' does not exist");
}
