using ComprehendSharing.Evaluation;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Evaluation;

/// <summary>A request and the statements of all layers that have a say, before they are put together as policies.</summary>
internal sealed record MadeAccess(
    AccessRequest Request,
    PolicyStatement[][] Identity,
    PolicyStatement[]? Resource,
    PolicyStatement[][][] ServiceControl,
    PolicyStatement[][][] ResourceControl,
    PolicyStatement[]? Boundary,
    PolicyStatement[][] Session)
{
    public AccessDecision Decide() => AccessEvaluator.Evaluate(Request, new PolicySet
    {
        IdentityPolicy = Documents(Identity),
        ResourcePolicy = Resource is null ? null : Document(Resource),
        ServiceControlPolicy = [.. ServiceControl.Select(Documents)],
        ResourceControlPolicy = [.. ResourceControl.Select(Documents)],
        PermissionsBoundary = Boundary is null ? null : Document(Boundary),
        SessionPolicy = Documents(Session),
    });

    /// <summary>The same with every statement changed.</summary>
    public MadeAccess Change(Func<PolicyStatement, PolicyStatement> change) => ChangePolicies(policy => [.. policy.Select(change)]);

    /// <summary>The same with every policy changed.</summary>
    public MadeAccess ChangePolicies(Func<PolicyStatement[], PolicyStatement[]> change) =>
        ChangeLayers(layer => [.. layer.Select(change)]) with
        {
            Resource = Resource is null ? null : change(Resource),
            Boundary = Boundary is null ? null : change(Boundary),
        };

    /// <summary>The same with every layer changed that may have several policies.</summary>
    public MadeAccess ChangeLayers(Func<PolicyStatement[][], PolicyStatement[][]> change) => this with
    {
        Identity = change(Identity),
        ServiceControl = [.. ServiceControl.Select(change)],
        ResourceControl = [.. ResourceControl.Select(change)],
        Session = change(Session),
    };

    public override string ToString() =>
        $"{Request.Principal} {Request.Action} {Request.Resource} {Request.Context}\n{string.Join('\n', Decide().Explanation)}\n"
        + string.Join('\n', Texts());

    private IEnumerable<string> Texts() =>
    [
        .. Identity.Select(policy => $"identity {Text(policy)}"),
        .. ServiceControl.SelectMany(level => level).Select(policy => $"service control {Text(policy)}"),
        .. ResourceControl.SelectMany(level => level).Select(policy => $"resource control {Text(policy)}"),
        .. Session.Select(policy => $"session {Text(policy)}"),
        $"resource {(Resource is null ? "none" : Text(Resource))}",
        $"boundary {(Boundary is null ? "none" : Text(Boundary))}",
    ];

    private static ValueList<PolicyDocument> Documents(PolicyStatement[][] policies) => [.. policies.Select(Document)];

    private static PolicyDocument Document(PolicyStatement[] statements) => PolicyDocument.Parse(Text(statements));

    private static string Text(PolicyStatement[] statements) =>
        $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements.Select(statement => statement.ToJson()))}}]}""";
}
