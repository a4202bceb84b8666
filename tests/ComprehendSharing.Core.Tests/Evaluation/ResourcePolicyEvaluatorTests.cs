using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Evaluation;

public sealed class ResourcePolicyEvaluatorTests
{
    private const string Jane = "arn:aws:iam::444455556666:user/jane";
    private const string Session = "arn:aws:sts::444455556666:assumed-role/Importer/monday";
    private const string Key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Model = "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2";

    private readonly ResourcePolicyEvaluator _evaluator = new();

    [Theory]
    [InlineData("\"*\"", Jane, true)]
    [InlineData("{\"AWS\":\"*\"}", Session, true)]
    [InlineData("{\"AWS\":\"444455556666\"}", Jane, true)]
    [InlineData("{\"AWS\":\"444455556666\"}", Session, true)]
    [InlineData("{\"AWS\":\"arn:aws:iam::444455556666:root\"}", Jane, true)]
    [InlineData("{\"AWS\":\"arn:aws-us-gov:iam::444455556666:root\"}", Jane, false)]
    [InlineData("{\"AWS\":\"777788889999\"}", Jane, false)]
    [InlineData("{\"AWS\":\"" + Jane + "\"}", Jane, true)]
    [InlineData("{\"AWS\":\"" + Jane + "\"}", "arn:aws:iam::444455556666:user/Jane", false)]
    [InlineData("{\"AWS\":\"" + Jane + "\"}", "arn:aws:iam::444455556666:root", false)]
    [InlineData("{\"AWS\":[\"777788889999\",\"" + Jane + "\"]}", Jane, true)]
    [InlineData("{\"AWS\":\"arn:aws:iam::444455556666:role/Importer\"}", Session, true)]
    [InlineData("{\"AWS\":\"arn:aws:iam::444455556666:role/team/ml/Importer\"}", Session, true)]
    [InlineData("{\"AWS\":\"arn:aws:iam::444455556666:role/team/ml/Importer\"}", "arn:aws:iam::444455556666:role/Importer", false)]
    [InlineData("{\"AWS\":\"arn:aws:iam::777788889999:role/Importer\"}", Session, false)]
    [InlineData("{\"AWS\":\"arn:aws:iam::444455556666:role/Other\"}", Session, false)]
    [InlineData("{\"AWS\":\"" + Session + "\"}", Session, true)]
    [InlineData("{\"AWS\":\"" + Session + "\"}", "arn:aws:sts::444455556666:assumed-role/Importer/tuesday", false)]
    [InlineData("{\"Service\":\"comprehend.amazonaws.com\"}", "comprehend.amazonaws.com", true)]
    [InlineData("{\"Service\":\"s3.amazonaws.com\"}", "comprehend.amazonaws.com", false)]
    [InlineData("{\"AWS\":\"AIDACKCEVSQ6C2EXAMPLE\"}", Jane, false)]
    public void Principal(string element, string caller, bool expected) =>
        Assert.Equal(expected, Decide($$"""{"Effect":"Allow","Principal":{{element}},"Action":"kms:*","Resource":"*"}""", caller).IsAllowed);

    [Theory]
    [InlineData("\"NotPrincipal\":{\"AWS\":\"777788889999\"}", true)]
    [InlineData("\"NotPrincipal\":{\"AWS\":\"444455556666\"}", false)]
    [InlineData("\"Principal\":\"*\",\"Sid\":\"x\"", true)]
    public void NotPrincipal(string element, bool expected) =>
        Assert.Equal(expected, Decide($$"""{"Effect":"Allow",{{element}},"Action":"kms:*","Resource":"*"}""").IsAllowed);

    [Theory]
    [InlineData("\"Action\":\"kms:Decrypt\"", true)]
    [InlineData("\"Action\":\"KMS:decrypt\"", true)]
    [InlineData("\"Action\":[\"kms:Encrypt\",\"kms:D*\"]", true)]
    [InlineData("\"Action\":\"kms:Decryp?\"", true)]
    [InlineData("\"Action\":\"kms:Encrypt\"", false)]
    [InlineData("\"NotAction\":\"kms:Encrypt\"", true)]
    [InlineData("\"NotAction\":\"kms:*\"", false)]
    [InlineData("\"Sid\":\"no action\"", false)]
    public void Action(string element, bool expected) =>
        Assert.Equal(expected, Decide($$"""{"Effect":"Allow","Principal":"*",{{element}},"Resource":"*"}""").IsAllowed);

    [Theory]
    [InlineData("\"Resource\":\"" + Key + "\"", true)]
    [InlineData("\"Resource\":\"arn:aws:kms:*:*:key/*\"", true)]
    [InlineData("\"Resource\":\"arn:aws:kms:*:key/*\"", false)]
    [InlineData("\"Resource\":\"arn:aws:kms:*:*:${kind}/*\"", false)]
    [InlineData("\"Resource\":\"ARN:AWS:KMS:*\"", false)]
    [InlineData("\"NotResource\":\"arn:aws:s3:::*\"", true)]
    [InlineData("\"NotResource\":\"*\"", false)]
    [InlineData("\"Sid\":\"no resource\"", false)]
    public void Resource(string element, bool expected) =>
        Assert.Equal(expected, Decide($$"""{"Effect":"Allow","Principal":"*","Action":"kms:Decrypt",{{element}}}""").IsAllowed);

    [Theory]
    [InlineData("StringEquals", "aws:SourceArn", Model, true)]
    [InlineData("StringEquals", "AWS:sourcearn", Model, true)]
    [InlineData("StringEquals", "aws:SourceArn", "arn:aws:comprehend:*", false)]
    [InlineData("StringEquals", "aws:Missing", "x", false)]
    [InlineData("StringEqualsIfExists", "aws:Missing", "x", true)]
    [InlineData("StringEqualsIfExists", "aws:SourceArn", "x", false)]
    [InlineData("StringNotEquals", "aws:SourceArn", Model, false)]
    [InlineData("StringNotEquals", "aws:SourceArn", "x", true)]
    [InlineData("StringNotEquals", "aws:Missing", "x", true)]
    [InlineData("StringEqualsIgnoreCase", "team", "RESEARCH", true)]
    [InlineData("StringEquals", "team", "RESEARCH", false)]
    [InlineData("StringNotEqualsIgnoreCase", "team", "RESEARCH", false)]
    [InlineData("StringLike", "aws:SourceArn", "arn:aws:comprehend:*", true)]
    [InlineData("StringLike", "team", "Research", false)]
    [InlineData("StringNotLike", "team", "res*", false)]
    [InlineData("StringNotLike", "team", "dev*", true)]
    [InlineData("ArnEquals", "aws:SourceArn", "arn:aws:comprehend:*:*:*", true)]
    [InlineData("ArnLike", "aws:SourceArn", "arn:aws:comprehend:*:111122223333:document-classifier/tickets/version/*", true)]
    [InlineData("ArnLike", "aws:SourceArn", "arn:aws:comprehend:*", false)]
    [InlineData("ArnLike", "aws:SourceArn", "arn:aws:comprehend:*:*:entity-recognizer/*", false)]
    [InlineData("ArnLike", "team", "*", false)]
    [InlineData("ArnNotEquals", "aws:SourceArn", Model, false)]
    [InlineData("ArnNotLike", "aws:SourceArn", "arn:aws:s3:*:*:*", true)]
    [InlineData("ArnLikeIfExists", "aws:Missing", "arn:aws:s3:*:*:*", true)]
    [InlineData("Bool", "secure", "true", true)]
    [InlineData("Bool", "secure", "TRUE", true)]
    [InlineData("Bool", "secure", "false", false)]
    [InlineData("Bool", "team", "true", false)]
    [InlineData("BoolIfExists", "aws:Missing", "true", true)]
    [InlineData("Null", "aws:Missing", "true", true)]
    [InlineData("Null", "aws:Missing", "false", false)]
    [InlineData("Null", "team", "false", true)]
    [InlineData("Null", "team", "true", false)]
    public void Condition(string op, string key, string value, bool expected) =>
        Assert.Equal(expected, Decide(Allow($$$"""{"{{{op}}}":{"{{{key}}}":"{{{value}}}"}}""")).IsAllowed);

    [Theory]
    [InlineData("""{"StringEquals":{"team":["development","research"]}}""", true)]
    [InlineData("""{"StringNotEquals":{"team":["development","research"]}}""", false)]
    [InlineData("""{"StringEquals":{"team":"research","secure":"false"}}""", false)]
    [InlineData("""{"StringEquals":{"team":"research"},"Bool":{"secure":true}}""", true)]
    [InlineData("""{"Null":{"team":"false"},"Bool":{"secure":false}}""", false)]
    public void Conditions_are_all_of_them_and_values_any_of_them(string condition, bool expected) =>
        Assert.Equal(expected, Decide(Allow(condition)).IsAllowed);

    [Fact]
    public void An_explicit_deny_wins()
    {
        AccessDecision decision = Decide(
            Allow("{}") + ""","""
            + """{"Effect":"Deny","Principal":{"AWS":"444455556666"},"Action":"kms:Decrypt","Resource":"*"}""");

        Assert.Equal(AccessOutcome.ExplicitlyDenied, decision.Decision);
        Assert.Equal(
            $"User: {Jane} is not authorized to perform: kms:Decrypt on resource: {Key} with an explicit deny in a resource-based policy",
            decision.Reason);
    }

    [Fact]
    public void No_policy_and_no_matching_statement_are_implicit_denies_in_the_words_of_AWS()
    {
        string expected = $"User: {Jane} is not authorized to perform: kms:Decrypt on resource: {Key}"
            + " because no resource-based policy allows the kms:Decrypt action";

        AccessDecision without = _evaluator.Evaluate(Request(Jane), resourcePolicy: null);
        AccessDecision none = Decide("""{"Effect":"Allow","Principal":{"AWS":"777788889999"},"Action":"*","Resource":"*"}""");

        Assert.Equal((AccessOutcome.ImplicitlyDenied, expected), (without.Decision, without.Reason));
        Assert.Equal((AccessOutcome.ImplicitlyDenied, expected), (none.Decision, none.Reason));
    }

    [Fact]
    public void The_explanation_names_the_element_what_was_expected_and_what_was_found()
    {
        AccessDecision decision = Decide(
            """{"Sid":"Root","Effect":"Allow","Principal":{"AWS":"777788889999"},"Action":"kms:*","Resource":"*"},"""
            + Allow("""{"StringEquals":{"team":"sales"}}""") + ","
            + Allow("{}"));

        Assert.Equal(
            [
                $"ResourcePolicy.Statement[0] \"Root\" (Allow) does not match. Principal: expected 777788889999, actual {Jane}",
                "ResourcePolicy.Statement[1] (Allow) does not match. Condition StringEquals team: expected sales, actual research",
                "ResourcePolicy.Statement[2] (Allow) matches",
            ],
            decision.Explanation.Select(line => $"{line}"));
    }

    [Theory]
    [InlineData(""" "Condition":{"IpRange":{"aws:SourceIp":"10.0.0.0/8"}} """, "the condition operator 'IpRange' is not implemented")]
    [InlineData(""" "Condition":{"stringequals":{"team":"research"}} """, "the condition operator 'stringequals' is not implemented")]
    [InlineData(""" "Condition":{"ForAnyValue:Null":{"team":"false"}} """, "the condition operator 'ForAnyValue:Null' is not implemented")]
    [InlineData(""" "Condition":{"NullIfExists":{"team":"false"}} """, "the condition operator 'NullIfExists' is not implemented")]
    [InlineData(""" "Condition":{"StringEquals":{"team":"${team"}} """, "the policy variable in '${team' has no closing brace")]
    [InlineData(""" "Condition":{"StringEquals":{"team":"${team, none}"}} """, "'${team, none}' is not a policy variable")]
    [InlineData(""" "Condition":{"NumericEquals":{"secure":"many"}} """, "'many' is no value for 'NumericEquals'")]
    [InlineData(""" "Condition":{"NumericEquals":{"secure":"${team}"}} """, "'NumericEquals' takes no policy variables")]
    [InlineData(""" "Obligation":"log" """, "the element \"Obligation\" is not implemented")]
    public void What_is_not_implemented_is_named_and_never_allows(string member, string name)
    {
        AccessDecision allow = Decide($$"""{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*",{{member}}}""");
        AccessDecision deny = Decide(
            Allow("{}") + "," + $$"""{"Effect":"Deny","Principal":"*","Action":"kms:*","Resource":"*",{{member}}}""");
        AccessDecision otherDeny = Decide(
            Allow("{}") + "," + $$"""{"Effect":"Deny","Principal":"*","Action":"kms:Encrypt","Resource":"*",{{member}}}""");

        Assert.Equal(AccessOutcome.ImplicitlyDenied, allow.Decision);
        Assert.Contains(name, allow.Reason, StringComparison.Ordinal);
        Assert.Equal(AccessOutcome.ExplicitlyDenied, deny.Decision);
        Assert.Contains(name, deny.Reason, StringComparison.Ordinal);
        Assert.True(otherDeny.IsAllowed, "a Deny that does not match anyway has no say");
    }

    [Theory]
    [InlineData(""" "Principal":{"CanonicalUser":"79a59df900b949e55d96"},"Resource":"*" """, "the account of the canonical user '79a59df900b949e55d96'")]
    [InlineData(""" "Principal":{"AWS":"arn:aws:iam::444455556666:user/*"},"Resource":"*" """, "'arn:aws:iam::444455556666:user/*' under \"AWS\" is not a principal")]
    [InlineData(""" "Principal":"*","Resource":"arn:aws:kms:*" """, "'arn:aws:kms:*' has fewer than the six parts of an ARN")]
    [InlineData(""" "Principal":"*","Resource":"*","NotResource":"x" """, "Resource together with NotResource is not allowed")]
    public void Principals_and_resources_that_are_not_implemented_are_named_too(string members, string name)
    {
        AccessDecision decision = Decide($$"""{"Effect":"Allow","Action":"kms:*",{{members}}}""");

        Assert.False(decision.IsAllowed);
        Assert.Contains(name, decision.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unclear_allow_beside_a_clear_one_does_no_harm() => Assert.True(
        Decide(Allow("""{"IpRange":{"aws:SourceIp":"10.0.0.0/8"}}""") + "," + Allow("{}")).IsAllowed);

    [Fact]
    public void Documents_of_the_old_version_have_no_variables()
    {
        PolicyDocument policy = PolicyDocument.Parse(
            """{"Statement":{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*","Condition":{"StringEquals":{"team":"${x}"}}}}""");

        AccessDecision decision = _evaluator.Evaluate(Request(Jane), policy);

        Assert.DoesNotContain("not implemented", decision.Reason, StringComparison.Ordinal);
        Assert.False(decision.IsAllowed);
    }

    private static string Allow(string condition) =>
        $$"""{"Effect":"Allow","Principal":"*","Action":"kms:*","Resource":"*","Condition":{{condition}}}""";

    private AccessDecision Decide(string statements, string caller = Jane) => _evaluator.Evaluate(
        Request(caller), PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""));

    private static AccessRequest Request(string caller) => new(
        PolicyPrincipal.Parse(caller),
        "kms:Decrypt",
        Key,
        RequestContext.Empty.With("aws:SourceArn", Model).With("team", "research").With("secure", "true"));
}
