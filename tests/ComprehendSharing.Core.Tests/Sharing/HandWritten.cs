// Key policies as others leave them: statements of every sort, in every layout, ours among them as they were edited by hand.
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Sharing;

internal static class HandWritten
{
    private const string Root = """{"Sid":"Enable IAM User Permissions","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}""";

    // Statements of nobody's template; some are broad, some stand in the way.
    private static readonly string[] s_others =
    [
        """{"Effect":"Allow","Principal":{"AWS":"777788889999"},"Action":"kms:*","Resource":"*"}""",
        """{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kms:Decrypt","Resource":"*"}""",
        """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:user/jane"},"Action":["kms:Decrypt","kms:GenerateDataKey","kms:CreateGrant"],"Resource":"*","Condition":{"StringLike":{"kms:EncryptionContext:aws:comprehend:arn":"arn:aws:comprehend:*"}}}""",
        """{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":["kms:Decrypt","kms:GenerateDataKey","kms:CreateGrant"],"Resource":"*","Condition":{"StringLike":{"kms:EncryptionContext:aws:comprehend:arn":"*/tickets/version/v1*"}}}""",
        """{"Effect":"Allow","Principal":{"AWS":["444455556666","777788889999"]},"Action":"kms:*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1"}}}""",
        """{"Effect":"Allow","Principal":{"Service":"comprehend.amazonaws.com"},"Action":"kms:*","Resource":"*"}""",
        """{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::444455556666:user/jane"},"Action":"kms:CreateGrant","Resource":"*"}""",
        """{"Effect":"Deny","Principal":"*","Action":"kms:Decrypt","Resource":"*","Condition":{"StringEquals":{"aws:SourceArn":"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2"}}}""",
        """{"Effect":"Deny","NotPrincipal":{"AWS":["111122223333","444455556666","arn:aws:iam::444455556666:role/ComprehendImportRole","arn:aws:iam::444455556666:user/jane"]},"Action":"kms:GenerateDataKey","Resource":"*"}""",
        """{"Sid":"ComprehendSharing by hand","Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"kms:Encrypt","Resource":"*","Note":[1, null]}""",
    ];

    /// <summary>A document, and whether each statement may grow: only those of ours that nobody touched.</summary>
    public static Gen<(string Policy, bool[] IsOurs)> Document { get; } =
        from count in Gen.Choose(0, 5)
        from statements in Gen.OneOf(
            Gen.Elements(s_others).Select(text => (Text: text, IsOurs: false)),
            Template()).ArrayOf(count)
        from root in Gen.Choose(0, count)
        from layout in Gen.Choose(0, 2)
        select Lay([.. statements[..root], (Root, false), .. statements[root..]], layout);

    private static Gen<(string Text, bool IsOurs)> Template() =>
        from principals in Gen.Elements(Universe.PrincipalSets)
        from version in Gen.Elements(Universe.Versions)
        from scope in Gen.Elements(Enum.GetValues<KeyAccessScope>())
        from form in Gen.Elements(Enum.GetValues<KmsStatementForm>())
        from half in Gen.Choose(0, 1)
        from edit in Gen.Choose(0, 3)
        let made = KmsStatementTemplate.Create(World.Principals(principals), [version], scope, form)
        select Edited(made[half % made.Count], edit);

    private static (string Text, bool IsOurs) Edited(PolicyStatement statement, int edit) => edit switch
    {
        0 => (statement.ToJson(), true),
        1 => ((statement with { Sid = null }).ToJson(), false),
        2 => ((statement with { Resource = [World.Key] }).ToJson(), false),
        _ => ((statement with { Condition = [.. statement.Condition, new PolicyCondition("Bool", "aws:SecureTransport", ["true"])] }).ToJson(), false),
    };

    private static (string Policy, bool[] IsOurs) Lay((string Text, bool IsOurs)[] statements, int layout)
    {
        string list = string.Join(",\n    ", statements.Select(statement => statement.Text));
        string policy = statements.Length == 1
            ? $$"""{ "Version": "2012-10-17", "Statement": {{list}} }"""
            : $$"""
            {
              "Version": "2012-10-17",
              "Id": "made",
              "Statement": [
                {{list}}
              ]
            }
            """;
        policy = layout switch
        {
            0 => policy,
            1 => policy.ReplaceLineEndings("\r\n"),
            _ => PolicyDocument.Parse(policy).ToCompactJson(),
        };
        return (policy, [.. statements.Select(statement => statement.IsOurs)]);
    }
}
