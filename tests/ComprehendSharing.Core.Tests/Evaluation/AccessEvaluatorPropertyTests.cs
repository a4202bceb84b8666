using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Evaluation;

/// <summary>What must hold for any policies and any request.</summary>
public sealed class AccessEvaluatorPropertyTests
{
    private const int Times = 1_000;

    private static readonly PolicyCondition s_undecided = new("IpRange", "x:Undecided", ["203.0.113.0/24"]);

    [Fact]
    public void Nothing_makes_it_throw_and_both_answers_occur()
    {
        HashSet<AccessOutcome> outcomes = [];
        Property.Holds(
            AccessUniverse.Access,
            made =>
            {
                AccessDecision decision = made.Decide();
                outcomes.Add(decision.Decision);
                Assert.StartsWith($"User: {made.Request.Principal} is ", decision.Reason, StringComparison.Ordinal);
                Assert.All(decision.Explanation, line => Assert.NotEmpty(line.ToString()));
            },
            Times);

        Assert.Equal(Enum.GetValues<AccessOutcome>().Length, outcomes.Count);
    }

    [Fact]
    public void Odd_requests_are_decided_too() => Property.Holds(
        from made in AccessUniverse.Access
        from action in Gen.Elements(string.Empty, "*", "kms", ":", "sts:", "${aws:username}")
        from resource in Gen.Elements(string.Empty, ":::::", "arn:aws:iam:::role/", "arn:aws:kms:::key/", "*", "${", "arn:aws:s3:::b/\u0000")
        select made with { Request = made.Request with { Action = action, Resource = resource } },
        made => Assert.NotEmpty(made.Decide().Reason));

    [Fact]
    public void A_deny_more_never_allows_more() => Property.Holds(
        from made in AccessUniverse.Access
        from layer in Gen.Choose(0, 5)
        from deny in AccessUniverse.Statement(hasPrincipals: layer is 1 or 3, PolicyEffect.Deny)
        select (made, after: Add(made, layer, deny)),
        pair => Assert.True(pair.made.Decide().IsAllowed || !pair.after.Decide().IsAllowed),
        Times);

    [Fact]
    public void An_allow_more_never_allows_less() => Property.Holds(
        from made in AccessUniverse.Access
        from layer in Gen.Choose(0, 5)
        from allow in AccessUniverse.Statement(hasPrincipals: layer is 1 or 3, PolicyEffect.Allow)
        select (made, after: Add(made, layer, allow)),
        pair => Assert.True(!pair.made.Decide().IsAllowed || pair.after.Decide().IsAllowed),
        Times);

    [Fact]
    public void A_wildcard_matches_at_least_what_its_literal_does() => Property.Holds(
        from text in Gen.Elements(
            "arn:aws:s3:::bucket/a/b", "arn:aws:dynamodb:us-west-2:111122223333:table/t", "arn:aws:sns:us-east-2:111122223333:a:b:c", "arn:aws:sqs:us-east-2:111122223333:*?")
        from start in Gen.Choose(0, text.Length)
        from length in Gen.Choose(0, 4)
        from isOne in Gen.Elements(true, false)
        select (text, pattern: Wild(text, start, length, isOne)),
        pair =>
        {
            Assert.True(IsAllowed(pair.text, new PolicyStatement { Effect = PolicyEffect.Allow, Action = ["s3:x"], Resource = [pair.pattern] }));
            Assert.True(IsAllowed(pair.text, new PolicyStatement
            {
                Effect = PolicyEffect.Allow,
                Action = ["s3:x"],
                Resource = ["*"],
                Condition = [new PolicyCondition("ArnLike", "x:Key", [pair.pattern]), new PolicyCondition("StringLike", "x:Key", [pair.pattern])],
            }));
            Assert.True(IsAllowed("*", new PolicyStatement { Effect = PolicyEffect.Allow, Action = [pair.pattern], Resource = ["*"] }, pair.text));
        },
        times: 500);

    [Fact]
    public void The_order_of_policies_statements_and_values_has_no_meaning() => Property.Holds(
        AccessUniverse.Access,
        made =>
        {
            AccessOutcome expected = made.Decide().Decision;
            MadeAccess other = made
                .Change(Reverse)
                .ChangePolicies(policy => [.. policy.Reverse()])
                .ChangeLayers(layer => [.. layer.Reverse()]);
            Assert.Equal(expected, other.Decide().Decision);
            Assert.Equal(expected, (other with { ServiceControl = [.. other.ServiceControl.Reverse()] }).Decide().Decision);
        },
        Times);

    [Fact]
    public void A_policy_may_be_split_into_several_of_its_layer() => Property.Holds(
        AccessUniverse.Access,
        made => Assert.Equal(
            made.Decide().Decision,
            made.ChangeLayers(layer => [.. layer.SelectMany(policy => policy).Select(statement => new[] { statement })]).Decide().Decision),
        Times);

    [Fact]
    public void An_allow_that_cannot_be_decided_allows_nothing() => Property.Holds(
        AccessUniverse.Access,
        made =>
        {
            MadeAccess undecided = made.Change(statement => statement.Effect == PolicyEffect.Allow
                ? statement with { Condition = [.. statement.Condition, s_undecided] }
                : statement);
            AccessDecision decision = undecided.Decide();

            // The root of an account needs no Allow of its own.
            Assert.True(!decision.IsAllowed || made.Request.Principal.Kind == PrincipalKind.Account, decision.Reason);
        },
        Times);

    [Fact]
    public void A_deny_that_cannot_be_decided_denies() => Property.Holds(
        AccessUniverse.Access,
        made =>
        {
            MadeAccess undecided = made.Change(statement => statement.Effect == PolicyEffect.Deny
                ? statement with { Condition = [.. statement.Condition, s_undecided] }
                : statement);
            Assert.Equal(made.Decide().Decision, undecided.Decide().Decision);
        },
        Times);

    /// <summary>Adds a statement to a layer: where there are policies, to the first of them.</summary>
    private static MadeAccess Add(MadeAccess made, int layer, PolicyStatement statement) => layer switch
    {
        0 => made with { Identity = [.. made.Identity, [statement]] },
        1 => made with { Resource = [.. made.Resource ?? [], statement] },
        2 when made.ServiceControl.Length > 0 => made with { ServiceControl = [[.. made.ServiceControl[0], [statement]], .. made.ServiceControl[1..]] },
        3 when made.ResourceControl.Length > 0 => made with { ResourceControl = [[.. made.ResourceControl[0], [statement]], .. made.ResourceControl[1..]] },
        4 when made.Boundary is not null => made with { Boundary = [.. made.Boundary, statement] },
        5 when made.Session.Length > 0 => made with { Session = [[.. made.Session[0], statement], .. made.Session[1..]] },
        _ => made,
    };

    private static PolicyStatement Reverse(PolicyStatement statement) => statement with
    {
        Principal = [.. statement.Principal.Reverse()],
        NotPrincipal = [.. statement.NotPrincipal.Reverse()],
        Action = [.. statement.Action.Reverse()],
        NotAction = [.. statement.NotAction.Reverse()],
        Resource = [.. statement.Resource.Reverse()],
        NotResource = [.. statement.NotResource.Reverse()],
        Condition = [.. statement.Condition.Reverse().Select(condition => condition with { Value = [.. condition.Value.Reverse()] })],
    };

    /// <summary>Replaces some characters by a wildcard, but no colon, for wildcards stay between colons.</summary>
    private static string Wild(string text, int start, int length, bool isOne)
    {
        int end = Math.Min(start + (isOne ? 1 : length), text.Length);
        return text.AsSpan()[start..end].Contains(':') || (isOne && end == start) ? text : $"{text[..start]}{(isOne ? '?' : '*')}{text[end..]}";
    }

    private static bool IsAllowed(string resource, PolicyStatement statement, string action = "s3:x") => new MadeAccess(
        new AccessRequest(
            PolicyPrincipal.Parse("arn:aws:iam::111122223333:user/jane"), action, resource, RequestContext.Empty.With("x:Key", resource)),
        [[statement]],
        Resource: null,
        ServiceControl: [],
        ResourceControl: [],
        Boundary: null,
        Session: []).Decide().IsAllowed;
}
