// What KMS asks of a new key policy before it replaces the old one.
using System.Text;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>The checks of PutKeyPolicy.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html">PutKeyPolicy, Policy</see></remarks>
internal sealed class KeyPolicyCheck(SandboxRequest request, SandboxWorld world, KeyArn key)
{
    private const string Malformed = "MalformedPolicyDocumentException";
    private const int MaxBytes = 32_768;

    public void Check(string policy)
    {
        if (string.IsNullOrEmpty(policy) || policy.Any(c => c is (< ' ' and not ('\t' or '\n' or '\r')) or > 'ÿ'))
        {
            throw request.Refuse(
                "ValidationException",
                @"1 validation error detected: Value at 'policy' failed to satisfy constraint: Member must satisfy regular expression pattern: [\u0009\u000A\u000D\u0020-\u00FF]+");
        }

        int bytes = Encoding.UTF8.GetByteCount(policy);
        if (bytes > MaxBytes)
        {
            throw request.Refuse("LimitExceededException", $"The key policy has {bytes} bytes, and the maximum is {MaxBytes}.");
        }

        PolicyDocument document = Read(policy);
        foreach (PolicyStatement statement in document.Statement)
        {
            List<PrincipalEntry> principals = [.. statement.Principal, .. statement.NotPrincipal];
            if (principals.Count == 0 || !principals.TrueForAll(IsValid))
            {
                throw request.Refuse(Malformed, "Policy contains a statement with one or more invalid principals.");
            }
        }

        AccessDecision decision = world.Authorization.DecideCall(request.ToAccessRequest(), request.Caller.Region, document);
        if (!decision.IsAllowed)
        {
            throw request.Refuse(Malformed, "The new key policy will not allow you to update the key policy in the future.");
        }
    }

    private PolicyDocument Read(string policy)
    {
        try
        {
            return PolicyDocument.Parse(policy);
        }
        catch (DocumentFormatException exception)
        {
            throw request.Refuse(Malformed, $"The key policy is not valid: {exception.Message}");
        }
    }

    private bool IsValid(PrincipalEntry entry) => entry.Type switch
    {
        "Federated" => true,
        "AWS" or "Service" => entry.Principal is { Kind: not PrincipalKind.UniqueId } principal
            && (entry.Type == "Service") == (principal.Kind == PrincipalKind.Service)
            && (principal.Partition is null || principal.Partition == key.Partition)
            && world.MayExist(principal),
        _ => false,
    };
}
