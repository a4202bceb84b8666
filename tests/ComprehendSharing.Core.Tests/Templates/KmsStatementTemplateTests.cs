using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;
using ComprehendSharing.Tests.Identity;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Templates;

public sealed class KmsStatementTemplateTests
{
    private const string Version = "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1";
    private const string Key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    private static readonly KeyAccessScope[] s_scopes = Enum.GetValues<KeyAccessScope>();
    private static readonly KmsStatementForm[] s_forms = Enum.GetValues<KmsStatementForm>();

    private static readonly Gen<(PolicyPrincipal[] Principals, ModelArn[] Models, KeyAccessScope Scope, KmsStatementForm Form)> s_arguments =
        from partition in Identities.Partition
        from principalCount in Gen.Choose(1, 4)
        from principals in Principal(partition).ArrayOf(principalCount)
        from modelCount in Gen.Choose(1, 3)
        from models in Identities.ModelArn.Select(arn => ModelArn.Parse(WithPartition(arn, partition))).ArrayOf(modelCount)
        from scope in Gen.Elements(s_scopes)
        from form in Gen.Elements(s_forms)
        select (principals, models, scope, form);

    private static readonly string[] s_actions = ["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"];

    public static IEnumerable<object[]> ScopesAndForms { get; } =
        [.. s_scopes.SelectMany(_ => s_forms, (scope, form) => new object[] { scope, form })];

    // The operator and value for aws:SourceArn, then those for the encryption context.
    [Theory]
    [InlineData(KeyAccessScope.ModelVersion, "StringEquals", Version, "StringEquals", Version)]
    [InlineData(
        KeyAccessScope.Model,
        "ArnLike",
        "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/*",
        "StringLike",
        "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/*")]
    [InlineData(
        KeyAccessScope.Account,
        "ArnLike",
        "arn:aws:comprehend:us-west-2:111122223333:*",
        "StringLike",
        "arn:aws:comprehend:us-west-2:111122223333:*")]
    [InlineData(KeyAccessScope.Service, "StringLike", "arn:aws:comprehend:*", "StringLike", "arn:aws:comprehend:*")]
    public void Statements_of_every_scope(
        KeyAccessScope scope, string sourceOperator, string source, string contextOperator, string context)
    {
        Meaning.AssertSame(
            $$"""
            {
              "Version": "2012-10-17",
              "Statement": [
                {
                  "Effect": "Allow",
                  "Principal": { "AWS": "arn:aws:iam::444455556666:root" },
                  "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
                  "Resource": "*",
                  "Condition": { "{{sourceOperator}}": { "aws:SourceArn": "{{source}}" } }
                },
                {
                  "Effect": "Allow",
                  "Principal": { "AWS": "arn:aws:iam::444455556666:root" },
                  "Action": "kms:CreateGrant",
                  "Resource": "*",
                  "Condition": { "{{contextOperator}}": { "kms:EncryptionContext:aws:comprehend:arn": "{{context}}" } }
                }
              ]
            }
            """,
            PolicyDocument.Create(Create(scope, KmsStatementForm.Split)));
        Meaning.AssertSame(
            $$"""
            {
              "Version": "2012-10-17",
              "Statement": {
                "Effect": "Allow",
                "Principal": { "AWS": "arn:aws:iam::444455556666:root" },
                "Action": ["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
                "Resource": "*",
                "Condition": { "{{contextOperator}}": { "kms:EncryptionContext:aws:comprehend:arn": "{{context}}" } }
              }
            }
            """,
            PolicyDocument.Create(Create(scope, KmsStatementForm.Compact)));
    }

    [Fact]
    public void Users_and_roles_of_several_accounts_share_the_statements() => Meaning.AssertSame(
        """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Effect": "Allow",
              "Principal": { "AWS": ["arn:aws:iam::444455556666:user/ExampleUser", "arn:aws:iam::123456789012:role/ExampleRole"] },
              "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
              "Resource": "*",
              "Condition": { "StringLike": { "aws:SourceArn": "arn:aws:comprehend:*" } }
            },
            {
              "Effect": "Allow",
              "Principal": { "AWS": ["arn:aws:iam::444455556666:user/ExampleUser", "arn:aws:iam::123456789012:role/ExampleRole"] },
              "Action": "kms:CreateGrant",
              "Resource": "*",
              "Condition": { "StringLike": { "kms:EncryptionContext:aws:comprehend:arn": "arn:aws:comprehend:*" } }
            }
          ]
        }
        """,
        PolicyDocument.Create(KmsStatementTemplate.Create(
            Principals("arn:aws:iam::444455556666:user/ExampleUser", "arn:aws:iam::123456789012:role/ExampleRole"),
            [ModelArn.Parse(Version)],
            KeyAccessScope.Service)));

    [Theory]
    [MemberData(nameof(ScopesAndForms))]
    public void A_service_stands_under_Service_and_an_account_as_its_root_ARN(KeyAccessScope scope, KmsStatementForm form)
    {
        ValueList<PolicyStatement> statements = KmsStatementTemplate.Create(
            Principals("comprehend.amazonaws.com", "444455556666"), [ModelArn.Parse(Version)], scope, form);
        Assert.All(statements, statement => Assert.Equal(
            [new PrincipalEntry("Service", "comprehend.amazonaws.com"), new PrincipalEntry("AWS", "arn:aws:iam::444455556666:root")],
            statement.Principal));
    }

    [Fact]
    public void A_model_without_versions_gets_its_own_ARN_and_its_versions()
    {
        ModelArn model = ModelArn.Parse("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets");
        ValueList<PolicyStatement> statements = KmsStatementTemplate.Create(Principals("444455556666"), [model], KeyAccessScope.Model);
        Assert.All(statements, statement => Assert.Equal([$"{model}", $"{model}/version/*"], statement.Condition[0].Value));
    }

    [Fact]
    public void CreateGrant_never_carries_aws_SourceArn() => Property.Holds(s_arguments, arguments => Assert.All(
        Create(arguments),
        statement =>
        {
            bool grants = statement.Action.Contains("kms:CreateGrant");
            string key = Assert.Single(statement.Condition).Key;
            Assert.Equal(grants ? "kms:EncryptionContext:aws:comprehend:arn" : "aws:SourceArn", key);
        }));

    [Fact]
    public void ArnLike_has_six_parts_and_wildcards_only_in_the_last() => Property.Holds(s_arguments, arguments =>
    {
        IEnumerable<PolicyCondition> conditions = Create(arguments).SelectMany(statement => statement.Condition);
        foreach (string value in conditions.Where(c => c.Operator.StartsWith("Arn", StringComparison.Ordinal)).SelectMany(c => c.Value))
        {
            string[] parts = value.Split(':', 6);
            Assert.Equal(6, parts.Length);
            Assert.All(parts[..5], part => Assert.Matches("^[^*?]+$", part));
        }
    });

    [Fact]
    public void Every_statement_allows_three_actions_at_most_and_has_a_condition() => Property.Holds(s_arguments, arguments =>
    {
        ValueList<PolicyStatement> statements = Create(arguments);
        Assert.Equal(s_actions, statements.SelectMany(statement => statement.Action));
        Assert.All(statements, statement => Assert.Equal(PolicyEffect.Allow, statement.Effect));
        Assert.All(statements, statement => Assert.NotEmpty(Assert.Single(statement.Condition).Value));
        Assert.All(statements, statement => Assert.Equal(["*"], statement.Resource));
    });

    [Fact]
    public void The_partition_comes_from_the_ARN() => Property.Holds(s_arguments, arguments =>
    {
        string partition = arguments.Models[0].Partition;
        foreach (PolicyStatement statement in Create(arguments))
        {
            IEnumerable<string> principals = statement.Principal.Select(entry => entry.Value).Where(value => value.Contains(':', StringComparison.Ordinal));
            Assert.All(principals.Concat(statement.Condition[0].Value), arn => Assert.StartsWith($"arn:{partition}:", arn, StringComparison.Ordinal));
        }
    });

    [Theory]
    [MemberData(nameof(ScopesAndForms))]
    public void The_version_that_was_asked_for_is_allowed(KeyAccessScope scope, KmsStatementForm form) =>
        Assert.True(IsAllowed(Version, Version, scope, form));

    [Theory]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2", KeyAccessScope.Model)]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v10", KeyAccessScope.Model)]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets", KeyAccessScope.Account)]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets2/version/v1", KeyAccessScope.Account)]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets-new/version/v1", KeyAccessScope.Account)]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:entity-recognizer/tickets/version/v1", KeyAccessScope.Account)]
    [InlineData("arn:aws:comprehend:us-west-2:777788889999:document-classifier/tickets/version/v1", KeyAccessScope.Service)]
    [InlineData("arn:aws:comprehend:us-east-1:111122223333:document-classifier/tickets/version/v1", KeyAccessScope.Service)]
    public void Another_model_is_allowed_from_its_scope_on(string other, KeyAccessScope narrowest)
    {
        foreach (KmsStatementForm form in s_forms)
        {
            Assert.All(s_scopes, scope => Assert.Equal(scope >= narrowest, IsAllowed(Version, other, scope, form)));
        }
    }

    [Theory]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1", true)]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets2", false)]
    [InlineData("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets2/version/v1", false)]
    public void A_model_without_versions_stands_for_its_versions_and_for_no_other_model(string other, bool expected)
    {
        const string Model = "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets";
        Assert.All(s_forms, form => Assert.Equal(expected, IsAllowed(Model, other, KeyAccessScope.Model, form)));
        Assert.All(s_forms, form => Assert.True(IsAllowed(Model, Model, KeyAccessScope.Model, form)));
    }

    [Theory]
    [InlineData("NoPrincipal")]
    [InlineData("PublicPrincipal", "444455556666", "*")]
    [InlineData("StalePrincipal", "AIDACKCEVSQ6C2EXAMPLE", "444455556666")]
    [InlineData("PartitionMismatch", "arn:aws-us-gov:iam::444455556666:root")]
    [InlineData("PartitionMismatch", "444455556666", "arn:aws-cn:iam::444455556666:role/Importer")]
    public void Refused_principals(string errorId, params string[] principals)
    {
        foreach (KeyAccessScope scope in s_scopes)
        {
            Failure.Of(errorId, () => KmsStatementTemplate.Create(Principals(principals), [ModelArn.Parse(Version)], scope));
        }
    }

    [Fact]
    public void The_Sid_does_not_depend_on_the_order_of_the_principals() => Property.Holds(
        from arguments in s_arguments
        from shuffled in Gen.Shuffle(arguments.Principals)
        select (arguments, shuffled),
        pair => Assert.Equal(Sids(pair.arguments), Sids(pair.arguments with { Principals = pair.shuffled })));

    [Fact]
    public void The_Sid_does_not_depend_on_how_an_account_is_written() => Assert.Equal(
        Sids((Principals("444455556666"), [ModelArn.Parse(Version)], KeyAccessScope.Model, KmsStatementForm.Split)),
        Sids((Principals("arn:aws:iam::444455556666:root"), [ModelArn.Parse(Version)], KeyAccessScope.Model, KmsStatementForm.Split)));

    [Fact]
    public void Other_principals_and_other_scopes_have_other_Sids() => Property.Holds(
        s_arguments.Two(),
        pair =>
        {
            (PolicyPrincipal[] Principals, ModelArn[] Models, KeyAccessScope Scope, KmsStatementForm Form) right = pair.Item2 with { Form = pair.Item1.Form };
            bool same = pair.Item1.Scope == right.Scope && pair.Item1.Principals.ToHashSet().SetEquals(right.Principals);
            Assert.Equal(same, Sids(pair.Item1).Intersect(Sids(right)).Any());
        });

    [Fact]
    public void Every_Sid_has_the_prefix_and_is_one_that_IAM_accepts() => Property.Holds(s_arguments, arguments =>
    {
        Assert.All(Sids(arguments), sid => Assert.Matches($"^{KmsStatementTemplate.SidPrefix}[A-Za-z0-9]+$", sid));
        Assert.Equal(Sids(arguments).Distinct(), Sids(arguments));
    });

    [Fact]
    public void Statements_can_be_made_without_Sids() => Assert.All(
        KmsStatementTemplate.Create(Principals("444455556666"), [ModelArn.Parse(Version)], withSid: false),
        statement => Assert.Null(statement.Sid));

    [Fact]
    public void Models_with_the_same_pattern_share_it()
    {
        ModelArn[] versions = [ModelArn.Parse(Version), ModelArn.Parse(Version.Replace("v1", "v2", StringComparison.Ordinal))];
        Assert.Equal([.. versions.Select(version => $"{version}")], Values(KeyAccessScope.ModelVersion));
        Assert.Single(Values(KeyAccessScope.Model));
        Assert.Single(Values(KeyAccessScope.Account));

        IEnumerable<string> Values(KeyAccessScope scope) =>
            KmsStatementTemplate.Create(Principals("444455556666"), versions, scope)[0].Condition[0].Value;
    }

    private static bool IsAllowed(string granted, string used, KeyAccessScope scope, KmsStatementForm form)
    {
        PolicyDocument policy = PolicyDocument.Create(
            KmsStatementTemplate.Create(Principals("444455556666"), [ModelArn.Parse(granted)], scope, form));
        ResourcePolicyEvaluator evaluator = new();
        bool[] answers = [.. s_actions.Select(action =>
        {
            RequestContext context = RequestContext.Empty.With("kms:EncryptionContext:aws:comprehend:arn", used);
            if (action != "kms:CreateGrant")
            {
                context = context.With("aws:SourceArn", used);
            }

            PolicyPrincipal caller = PolicyPrincipal.Parse("arn:aws:iam::444455556666:role/Importer");
            return evaluator.Evaluate(new AccessRequest(caller, action, Key, context), policy).IsAllowed;
        })];
        return Assert.Single(answers.Distinct());
    }

    private static ValueList<PolicyStatement> Create(KeyAccessScope scope, KmsStatementForm form) =>
        KmsStatementTemplate.Create(Principals("444455556666"), [ModelArn.Parse(Version)], scope, form);

    private static ValueList<PolicyStatement> Create(
        (PolicyPrincipal[] Principals, ModelArn[] Models, KeyAccessScope Scope, KmsStatementForm Form) arguments) =>
        KmsStatementTemplate.Create(arguments.Principals, arguments.Models, arguments.Scope, arguments.Form);

    private static string[] Sids((PolicyPrincipal[] Principals, ModelArn[] Models, KeyAccessScope Scope, KmsStatementForm Form) arguments) =>
        [.. Create(arguments).Select(statement => statement.Sid!)];

    private static PolicyPrincipal[] Principals(params string[] principals) => [.. principals.Select(PolicyPrincipal.Parse)];

    private static Gen<PolicyPrincipal> Principal(string partition) => Gen
        .OneOf(
            Gen.Elements("444455556666", "777788889999", "comprehend.amazonaws.com"),
            Gen.Elements(":root", ":user/jane", ":role/Importer").Select(name => $"arn:{partition}:iam::444455556666{name}"))
        .Select(PolicyPrincipal.Parse);

    private static string WithPartition(string arn, string partition)
    {
        string[] parts = arn.Split(':', 3);
        return $"{parts[0]}:{partition}:{parts[2]}";
    }
}
