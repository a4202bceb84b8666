// A small world of callers and models, and who may do what in it. It knows nothing of the planner and of the templates.
using System.Collections.Concurrent;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

internal static class Universe
{
    private const string Prefix = "arn:aws:comprehend:us-west-2:111122223333:document-classifier/";

    private static readonly ResourcePolicyEvaluator s_evaluator = new();
    private static readonly string[] s_actions = ["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"];

    private static readonly PolicyPrincipal[] s_callers =
    [
        .. World.Principals(
            "arn:aws:iam::444455556666:root",
            World.Jane,
            World.Role,
            "arn:aws:sts::444455556666:assumed-role/ComprehendImportRole/session",
            "arn:aws:iam::777788889999:root",
            "arn:aws:iam::777788889999:role/Importer",
            "arn:aws:iam::999900001111:user/stranger",
            "comprehend.amazonaws.com"),
    ];

    /// <summary>Sets that grants are made for; an account stands in two of them by another name.</summary>
    public static string[][] PrincipalSets { get; } =
    [
        [World.Partner],
        ["arn:aws:iam::444455556666:root"],
        [World.Jane],
        [World.Role],
        [World.Jane, World.Role],
        [World.Role, World.Jane],
        [World.Third],
        [World.Partner, World.Third],
        ["comprehend.amazonaws.com", World.Role],
        [World.Role, World.Third, World.Jane],
    ];

    /// <summary>What grants are made for; the names start alike on purpose.</summary>
    public static ModelArn[] Versions { get; } =
    [
        ModelArn.Parse($"{Prefix}tickets/version/v1"),
        ModelArn.Parse($"{Prefix}tickets/version/v10"),
        ModelArn.Parse($"{Prefix}tickets/version/v2"),
        ModelArn.Parse($"{Prefix}tickets2/version/v1"),
        ModelArn.Parse($"{Prefix}tickets"),
    ];

    private static readonly ModelArn[] s_models =
    [
        .. Versions,
        ModelArn.Parse("arn:aws:comprehend:us-west-2:111122223333:entity-recognizer/tickets/version/v1"),
        ModelArn.Parse("arn:aws:comprehend:us-west-2:777788889999:document-classifier/tickets/version/v1"),
    ];

    private static readonly (PolicyPrincipal Caller, ModelArn? Model, string Action)[] s_triples =
    [
        .. from caller in s_callers
           from model in s_models.Append(null)
           from action in s_actions
           select (caller, model, action),
    ];

    private static readonly ConcurrentDictionary<string, AccessOutcome[]> s_decisions = [];

    /// <summary>How a policy decides every triple, and the use of the key for nothing of Comprehend, which is a triple without a model.</summary>
    /// <remarks>Statement by statement, so that those that are the same in thousands of policies are asked once.</remarks>
    public static Dictionary<(PolicyPrincipal Caller, ModelArn? Model, string Action), AccessOutcome> Decide(PolicyDocument policy)
    {
        if (s_decisions.Count > 20_000)
        {
            s_decisions.Clear();
        }

        AccessOutcome[][] decisions = [.. policy.Statement.Select(statement => s_decisions.GetOrAdd(statement.ToJson(), _ => Decide(statement)))];
        return s_triples.Select((triple, index) => (triple, index)).ToDictionary(
            pair => pair.triple,
            pair => decisions.Select(decision => decision[pair.index]).ToHashSet() switch
            {
                HashSet<AccessOutcome> answers when answers.Contains(AccessOutcome.ExplicitlyDenied) => AccessOutcome.ExplicitlyDenied,
                HashSet<AccessOutcome> answers when answers.Contains(AccessOutcome.Allowed) => AccessOutcome.Allowed,
                _ => AccessOutcome.ImplicitlyDenied,
            });
    }

    /// <summary>All triples that some requests ask for, by the words of the scopes' documentation.</summary>
    public static HashSet<(PolicyPrincipal Caller, ModelArn? Model, string Action)> Asked(IEnumerable<KeyAccessRequest> requests) =>
    [
        .. from request in requests
           from caller in s_callers
           where request.Principal.Any(principal => Covers(principal, caller))
           from model in s_models
           where Covers(request, model)
           from action in s_actions
           select (caller, (ModelArn?)model, action),
    ];

    private static AccessOutcome[] Decide(PolicyStatement statement)
    {
        PolicyDocument policy = PolicyDocument.Create(statement);
        return [.. s_triples.Select(triple => s_evaluator.Evaluate(
            new AccessRequest(triple.Caller, triple.Action, World.Key, Context(triple.Model, triple.Action)), policy).Decision)];
    }

    private static RequestContext Context(ModelArn? model, string action)
    {
        if (model is null)
        {
            return RequestContext.Empty;
        }

        RequestContext context = RequestContext.Empty.With("kms:EncryptionContext:aws:comprehend:arn", $"{model}");
        return action == "kms:CreateGrant"
            ? context
            : context.With("aws:SourceArn", $"{model}").With("kms:ViaService", "s3.us-west-2.amazonaws.com");
    }

    /// <summary>Whether what a principal is given is given to a caller.</summary>
    public static bool Covers(PolicyPrincipal principal, PolicyPrincipal caller) => principal.Kind switch
    {
        PrincipalKind.Account => caller.AccountId == principal.AccountId,
        PrincipalKind.Role => caller == principal || (caller.Kind == PrincipalKind.AssumedRole && caller.Value.Contains("/ComprehendImportRole/", StringComparison.Ordinal)),
        _ => caller == principal,
    };

    private static bool Covers(KeyAccessRequest request, ModelArn model)
    {
        ModelArn asked = request.ModelArn;
        return request.Scope switch
        {
            KeyAccessScope.ModelVersion => model == asked,
            KeyAccessScope.Model => model == asked || (model.HasVersion && (model.AccountId, model.Kind, model.Name) == (asked.AccountId, asked.Kind, asked.Name)),
            KeyAccessScope.Account => model.AccountId == asked.AccountId,
            _ => true,
        };
    }
}
