// A few callers, actions, resources and keys, and policies at random about them: small, so that they meet.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Evaluation;

/// <summary>Random policies of all layers, and random requests.</summary>
internal static class AccessUniverse
{
    private const string Key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Jane = "arn:aws:iam::111122223333:user/jane";
    private const string Role = "arn:aws:iam::111122223333:role/team/Importer";
    private const string Session = "arn:aws:sts::111122223333:assumed-role/Importer/monday";
    private const string Federated = "arn:aws:sts::111122223333:federated-user/jane";

    private static readonly string[] s_callers =
    [
        Jane, Jane, Role, Session, Session, Federated, "111122223333", "arn:aws:iam::111122223333:root",
        "arn:aws:iam::444455556666:user/jane", "arn:aws:sts::444455556666:assumed-role/Importer/monday", "arn:aws:iam::444455556666:root",
        "arn:aws:iam::777788889999:user/x", "arn:aws-cn:iam::111122223333:user/jane", "comprehend.amazonaws.com", "*", "AROA4KJY2TU23Y7NK62MV",
    ];

    private static readonly PrincipalEntry[] s_principals =
    [
        new("AWS", "*"), new("AWS", "111122223333"), new("AWS", "arn:aws:iam::111122223333:root"), new("AWS", "arn:aws:iam::444455556666:root"),
        new("AWS", Jane), new("AWS", Role), new("AWS", Session), new("AWS", Federated), new("AWS", "arn:aws:iam::444455556666:user/jane"),
        new("AWS", "777788889999"), new("AWS", "arn:aws:iam::111122223333:user/*"), new("AWS", "AIDACKCEVSQ6C2EXAMPLE"),
        new("Service", "comprehend.amazonaws.com"), new("Service", "*"), new("Federated", "www.amazon.com"), new("CanonicalUser", "79a59df9"),
    ];

    private static readonly string[] s_actions = ["kms:Decrypt", "kms:PutKeyPolicy", "s3:GetObject", "sts:AssumeRole", "comprehend:ImportModel"];

    private static readonly string[] s_actionPatterns = [.. s_actions, "*", "*", "*", "kms:*", "S3:get*", "s3:GetObjec?", "garbage"];

    private static readonly string[] s_resources =
        [Key, "arn:aws:s3:::bucket/jane/x", "arn:aws:s3:::bucket/*", Role, "arn:aws:comprehend:us-west-2:444455556666:document-classifier/a/version/1", "*", "garbage", ""];

    private static readonly string[] s_resourcePatterns =
    [
        .. s_resources.Where(text => text.Length > 0), "*", "*", "*", "arn:aws:kms:*:*:key/*", "arn:aws:s3:::bucket/${aws:username}/*", "arn:aws:s3:::bucket/${*}",
        "arn:aws:s3:::bucket/${x:Missing, 'jane'}/?", "arn:aws:${aws:username}:::b", "arn:aws:s3:::${unclosed", "arn:aws:s3*", "arn:*:*:*:*:*",
    ];

    private static readonly string[] s_operators =
    [
        .. ConditionMatcher.OperatorNames.SelectMany<string, string>(name =>
            [name, $"{name}IfExists", $"ForAllValues:{name}", $"ForAnyValue:{name}", $"ForAnyValue:{name}IfExists"]),
        "IpRange", "ForAllValues:", "IfExists",
    ];

    private static readonly string[] s_keys =
    [
        "aws:PrincipalArn", "aws:PrincipalAccount", "aws:PrincipalType", "aws:username", "aws:userid", "aws:PrincipalIsAWSService",
        "aws:ResourceAccount", "aws:SourceIp", "aws:CurrentTime", "s3:max-keys", "aws:SecureTransport", "aws:TagKeys", "x:Missing",
    ];

    private static readonly string[] s_values =
    [
        "true", "false", "10", "ten", "1e400", "203.0.113.0/24", "203.0.113.7", "203.0.113.0/33", "2001:db8::1/64", "2020-01-01", "2020-01-01T00:00:00Z", "1577836800",
        "99999999999999999999", "QUFB", "not base64!", "jane", "JANE", "j*", "?", "*", "", "${aws:username}", "${x:Missing, 'jane'}", "${x:Missing}", "${*}", "${",
        "${}", "111122223333", "arn:aws:iam::111122223333:user/jane", "arn:aws:iam::*:role/*", "User",
    ];

    private static readonly Gen<PolicyCondition> s_condition =
        from name in Gen.Elements(s_operators)
        from key in Gen.Elements(s_keys)
        from count in Gen.Choose(1, 3)
        from values in Gen.Elements(s_values).ArrayOf(count)
        select new PolicyCondition(name, key, values);

    private static readonly Gen<RequestContext> s_context =
        from keys in Gen.SubListOf(s_keys)
        from values in Gen.Choose(0, 3).SelectMany(count => Gen.Elements(s_values).ArrayOf(count)).ArrayOf(keys.Count)
        select new RequestContext(keys.Select((key, index) => KeyValuePair.Create(key, new ValueList<string>(values[index]))));

    /// <summary>A request.</summary>
    public static Gen<AccessRequest> Request { get; } =
        from caller in Gen.Elements(s_callers)
        from action in Gen.Elements(s_actions)
        from resource in Gen.Elements(s_resources)
        from context in s_context
        select new AccessRequest(PolicyPrincipal.Parse(caller), action, resource, context);

    /// <summary>A request and policies.</summary>
    public static Gen<MadeAccess> Access { get; } =
        from request in Request
        from identity in Layer(hasPrincipals: false, most: 3)
        from resource in Gen.Frequency((1, Gen.Constant<PolicyStatement[]?>(null)), (4, Policy(hasPrincipals: true).Select(policy => (PolicyStatement[]?)policy)))
        from serviceControl in Levels(hasPrincipals: false)
        from resourceControl in Levels(hasPrincipals: true)
        from boundary in Gen.Frequency((4, Gen.Constant<PolicyStatement[]?>(null)), (1, Policy(hasPrincipals: false).Select(policy => (PolicyStatement[]?)policy)))
        from session in Layer(hasPrincipals: false, most: 1)
        select new MadeAccess(request, identity, resource, serviceControl, resourceControl, boundary, session);

    /// <summary>A statement, for a policy with principals or for one without.</summary>
    public static Gen<PolicyStatement> Statement(bool hasPrincipals, PolicyEffect? effect = null) =>
        from allows in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        from principals in Gen.Choose(1, 3).SelectMany(count => Gen.Elements(s_principals).ArrayOf(count))
        from isNotPrincipal in OneIn(6)
        from actions in Gen.Choose(1, 2).SelectMany(count => Gen.Elements(s_actionPatterns).ArrayOf(count))
        from isNotAction in OneIn(6)
        from resources in Gen.Choose(1, 2).SelectMany(count => Gen.Elements(s_resourcePatterns).ArrayOf(count))
        from isNotResource in OneIn(6)
        from conditions in Gen.Frequency((4, Gen.Constant(0)), (2, Gen.Constant(1)), (1, Gen.Constant(2))).SelectMany(count => s_condition.ArrayOf(count))
        select new PolicyStatement
        {
            Effect = effect ?? (allows ? PolicyEffect.Allow : PolicyEffect.Deny),
            Principal = hasPrincipals && !isNotPrincipal ? new(principals) : [],
            NotPrincipal = hasPrincipals && isNotPrincipal ? new(principals) : [],
            Action = isNotAction ? [] : new(actions),
            NotAction = isNotAction ? new(actions) : [],
            Resource = isNotResource ? [] : new(resources),
            NotResource = isNotResource ? new(resources) : [],
            Condition = new(conditions.DistinctBy(condition => (condition.Operator, condition.Key))),
        };

    private static Gen<bool> OneIn(int count) => Gen.Choose(1, count).Select(number => number == 1);

    private static Gen<PolicyStatement[]> Policy(bool hasPrincipals) =>
        Gen.Choose(1, 3).SelectMany(count => Statement(hasPrincipals).ArrayOf(count));

    private static Gen<PolicyStatement[][]> Layer(bool hasPrincipals, int most) =>
        Gen.Choose(0, most).SelectMany(count => Policy(hasPrincipals).ArrayOf(count));

    private static Gen<PolicyStatement[][][]> Levels(bool hasPrincipals) =>
        Gen.Frequency((5, Gen.Constant(0)), (1, Gen.Constant(1)), (1, Gen.Constant(2))).SelectMany(count => Layer(hasPrincipals, most: 2).ArrayOf(count));
}
