// Sets the resource policy of a model version: read, refuse what would lose access, write only what differs.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing;

/// <summary>Sets resource policies of models.</summary>
/// <param name="gateway">AWS, as the owner of the models.</param>
public sealed class ModelPolicySetter(IAwsGateway gateway)
{
    /// <summary>The longest policy that Comprehend accepts, in characters.</summary>
    /// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_PutResourcePolicy.html">PutResourcePolicy</see></remarks>
    public const int MaxPolicyLength = 20000;

    private readonly ModelPolicyReader _policies = new(gateway);

    /// <summary>Reads what is there and checks what is to come. Nothing is written.</summary>
    /// <param name="request">What is to come.</param>
    /// <exception cref="SharingException">
    /// <c>PolicyTooLong</c>, <c>PolicyHasInvalidCharacter</c>, <c>PolicyActionNotSupported</c>, <c>PublicPrincipal</c>,
    /// <c>PartitionMismatch</c>, <c>PolicyWouldRemoveAccess</c>, <c>PolicyRevisionConflict</c>.
    /// </exception>
    /// <exception cref="AwsServiceException">AWS refused to tell what is there.</exception>
    public ModelPolicyChange Plan(ModelPolicyRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request.ModelArn, request.Document);
        ModelPolicy current = _policies.Read(request.ModelArn);
        if (request.RevisionId is not null && request.RevisionId != current.PolicyRevisionId)
        {
            throw Errors.PolicyRevisionConflict(current, request.RevisionId, request.Document);
        }

        PolicyDocument document = request.Merge ? Merge(current.Document, request) : request.Document;
        Check(request.ModelArn, document);
        ValueList<PolicyPrincipal> lost = current.Document is null ? [] : ImportAuthorization.Lost(current.Document, document, request.ModelArn);
        if (lost.Count > 0 && !request.Force)
        {
            throw Errors.PolicyWouldRemoveAccess(request.ModelArn, lost);
        }

        return new ModelPolicyChange(
            request.ModelArn, document, current, current.PolicyRevisionId, ImportAuthorization.Principals(request.Document));
    }

    /// <summary>The outcome of a change that a dry run does not make.</summary>
    /// <param name="change">The checked change.</param>
    /// <returns>The policy as planned, even if it is there already: what is made of it must be dry too.</returns>
    public static ModelPolicy Preview(ModelPolicyChange change) => Outcome(change, ModelPolicyStatus.Planned, change.RevisionId);

    /// <summary>Makes a checked change.</summary>
    /// <param name="change">The checked change.</param>
    /// <exception cref="SharingException"><c>PolicyRevisionConflict</c>: somebody else changed the policy meanwhile.</exception>
    /// <exception cref="AwsServiceException">AWS refused the change.</exception>
    public ModelPolicy Apply(ModelPolicyChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change.IsUnchanged)
        {
            return change.Current with { Principal = change.Requested, Status = ModelPolicyStatus.Unchanged };
        }

        try
        {
            string revision = gateway.PutResourcePolicy(change.ModelArn, change.Document.ToCompactJson(), change.RevisionId);
            return Outcome(change, ModelPolicyStatus.Set, revision);
        }
        catch (AwsServiceException exception) when (PolicyRevision.MustBeReadAgain(exception))
        {
            if (Find(change) is { } policy)
            {
                return policy;
            }

            throw;
        }
    }

    // What was asked for is there: this call has set it, or the SDK, which repeats a call whose answer it did not get, and is
    // then refused for the revision that it has replaced itself.
    private ModelPolicy? Find(ModelPolicyChange change)
    {
        if (PolicyRevision.ReadAgain(_policies, change.ModelArn) is not { } now || now.PolicyRevisionId == change.RevisionId)
        {
            return null;
        }

        return now.Document is { } document && PolicyComparer.AreEquivalent(document, change.Document)
            ? Outcome(change, ModelPolicyStatus.Set, now.PolicyRevisionId)
            : throw Errors.PolicyRevisionConflict(now, change.RevisionId, change.Document);
    }

    private static ModelPolicy Outcome(ModelPolicyChange change, ModelPolicyStatus status, string? revision) => new()
    {
        ModelArn = change.ModelArn,
        Document = change.Document,
        Principal = change.Requested,
        PolicyRevisionId = revision,
        Status = status,
    };

    private static PolicyDocument Merge(PolicyDocument? current, ModelPolicyRequest request)
    {
        if (current is null)
        {
            return request.Document;
        }

        // Where a Deny stands in the way, one more Allow is no help.
        PolicyDocument allowing = PolicyDocument.Create(current.Statement.Where(statement => statement.Effect == PolicyEffect.Allow));
        PolicyDocument merged = current;
        foreach (PolicyStatement statement in request.Document.Statement)
        {
            bool isGiven = statement is { Effect: PolicyEffect.Allow, Principal.Count: > 0 }
                && statement.Principal.All(
                    entry => entry.Principal is { } principal && ImportAuthorization.Allows(allowing, principal, request.ModelArn));
            if (!isGiven && !merged.Statement.Any(other => PolicyComparer.AreEquivalent(other with { Sid = statement.Sid }, statement)))
            {
                merged = merged.Add(statement);
            }
        }

        return merged;
    }

    /// <summary>Refuses what Comprehend does not take as the policy of a model, and what is never meant.</summary>
    internal static void Check(ModelArn model, PolicyDocument document)
    {
        string text = document.ToCompactJson();
        if (text.Length > MaxPolicyLength)
        {
            throw Errors.PolicyTooLong(model, text.Length, MaxPolicyLength);
        }

        int bad = text.AsSpan().IndexOfAnyExceptInRange('\u0020', '\u00FF');
        if (bad >= 0)
        {
            throw Errors.PolicyHasInvalidCharacter(model, text[bad]);
        }

        foreach (PolicyStatement statement in document.Statement)
        {
            string? action = statement.NotAction.Concat(statement.Action.Where(
                a => !a.Equals(ModelPolicyTemplate.ImportModelAction, StringComparison.OrdinalIgnoreCase))).FirstOrDefault();
            if (action is not null)
            {
                throw Errors.PolicyActionNotSupported(model, action);
            }

            if (statement.Effect == PolicyEffect.Allow
                && (statement.NotPrincipal.Count > 0 || statement.Principal.Any(entry => entry.IsEveryone)))
            {
                throw Errors.PublicPrincipal(PolicyPrincipal.Parse("*"));
            }
        }

        Grantees.CheckPartition(ImportAuthorization.Principals(document), model);
    }
}
