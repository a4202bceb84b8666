// What Comprehend accepts as a model policy, and how its revision ids guard it. The shapes Policy and PolicyRevisionId of
// the API say the limits; that a stale revision id is an InvalidRequestException is inferred from the errors it can answer.
using System.Buffers;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>The calls that write resource policies of models.</summary>
internal static class SandboxModelPolicyCalls
{
    private const string Invalid = "InvalidRequestException";
    private const string OnlyAction = "comprehend:ImportModel";
    private const int MaxLength = 20_000;
    private const int MaxRevisionLength = 64;

    private static readonly SearchValues<char> s_allowed =
        SearchValues.Create(['\t', '\n', '\r', .. Enumerable.Range(0x20, 0x100 - 0x20).Select(code => (char)code)]);

    public static string Put(SandboxRequest request, SandboxWorld world, ModelArn arn, string policy, string? revisionId)
    {
        StoredModel model = SandboxModelCalls.Find(request, world, arn);
        if (Refuse(policy) is { } problem)
        {
            throw request.Refuse(Invalid, problem);
        }

        CheckRevision(request, model, revisionId);
        return model.PutPolicy(policy, world.Now);
    }

    public static bool Delete(SandboxRequest request, SandboxWorld world, ModelArn arn, string? revisionId)
    {
        StoredModel model = SandboxModelCalls.Find(request, world, arn);
        if (model.Policy.Policy is null)
        {
            throw SandboxModelCalls.NotFound(request);
        }

        CheckRevision(request, model, revisionId);
        model.DeletePolicy();
        return true;
    }

    private static void CheckRevision(SandboxRequest request, StoredModel model, string? revisionId)
    {
        if (revisionId is null)
        {
            return;
        }

        if (revisionId.Length is 0 or > MaxRevisionLength || !revisionId.All(char.IsAsciiHexDigit))
        {
            throw request.Refuse(Invalid, $"Value '{revisionId}' at 'policyRevisionId' failed to satisfy constraint: Member must satisfy regular expression pattern: [0-9A-Fa-f]+");
        }

        if (revisionId != model.Policy.RevisionId)
        {
            throw request.Refuse(Invalid, "The policy revision ID doesn't match the revision ID of the current policy.");
        }
    }

    /// <summary>What is wrong with a model policy; null when nothing is.</summary>
    public static string? Refuse(string policy)
    {
        if (string.IsNullOrEmpty(policy) || policy.Length > MaxLength)
        {
            return $"Value at 'resourcePolicy' failed to satisfy constraint: Member must have length between 1 and {MaxLength}";
        }

        if (policy.AsSpan().ContainsAnyExcept(s_allowed))
        {
            return @"Value at 'resourcePolicy' failed to satisfy constraint: Member must satisfy regular expression pattern: [\u0009\u000A\u000D\u0020-\u00FF]+";
        }

        try
        {
            PolicyDocument document = PolicyDocument.Parse(policy);
            return document.Statement.Count == 0
                ? "The resource policy has no statement."
                : document.Statement.Select(Refuse).FirstOrDefault(problem => problem is not null);
        }
        catch (DocumentFormatException exception)
        {
            return $"The resource policy is not valid: {exception.Message}";
        }
    }

    private static string? Refuse(PolicyStatement statement)
    {
        if (statement.Action.Count == 0
            || statement.NotAction.Count > 0
            || !statement.Action.All(action => action.Equals(OnlyAction, StringComparison.OrdinalIgnoreCase)))
        {
            return $"The resource policy has an action that is not supported. The only supported action is {OnlyAction}.";
        }

        if (statement.Resource.Count == 0
            || statement.NotResource.Count > 0
            || !statement.Resource.All(resource => resource == "*" || resource.StartsWith("arn:", StringComparison.Ordinal)))
        {
            return "The resource policy has a statement without a valid Resource.";
        }

        ValueList<PrincipalEntry> principals = statement.Principal.Count > 0 ? statement.Principal : statement.NotPrincipal;
        return principals.Count == 0 || !principals.All(IsWellFormed)
            ? "The resource policy has a statement without a valid Principal."
            : null;
    }

    // AWS replaces nobody here; whether a principal exists is not asked.
    private static bool IsWellFormed(PrincipalEntry entry) =>
        entry.Type is "Federated" || entry.Principal is { Kind: not PrincipalKind.UniqueId };
}
