// Decisions by policies that are already read, when nobody asks for the explanation. Target: 1,000,000 a second on one core.
using BenchmarkDotNet.Attributes;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Benchmarks;

[MemoryDiagnoser]
public class AccessBenchmarks
{
    private const string Key = "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    private const string Model = "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v9";
    private const string Copy = "arn:aws:comprehend:us-west-2:444455556666:document-classifier/tickets/version/v9";

    private static readonly PolicyPrincipal s_role = PolicyPrincipal.Parse("arn:aws:iam::444455556666:role/ComprehendImportRole");

    private static readonly PolicyDocument s_allowAll = Policy("""{"Effect":"Allow","Action":"*","Resource":"*"}""");

    private readonly AccessRequest _decrypt = new(
        s_role,
        "kms:Decrypt",
        Key,
        RequestContext.Empty
            .With("aws:SourceArn", Model)
            .With("kms:EncryptionContext:aws:comprehend:arn", Model)
            .With("kms:ViaService", "s3.us-west-2.amazonaws.com"));

    private readonly AccessRequest _describe = new(s_role, "comprehend:DescribeDocumentClassifier", Copy, RequestContext.Empty);

    // The default statement of the console and nine shared versions; the last is the one that is asked about.
    private readonly PolicySet _keyPolicy = new()
    {
        ResourcePolicy = Policy(
        [
            """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"kms:*","Resource":"*"}""",
            .. Enumerable.Range(1, 9).Select(version => $$$$"""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::444455556666:root"},"Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"*","Condition":{"StringEquals":{"aws:SourceArn":"{{{{Model[..^1]}}}}{{{{version}}}}"}}}"""),
        ]),
        IdentityPolicy = [s_allowAll],
    };

    private readonly PolicySet _identityPolicy = new()
    {
        IdentityPolicy =
        [
            Policy(
            [
                .. new[] { "s3:Get*", "ec2:*", "iam:PassRole", "logs:*", "kms:Decrypt", "comprehend:List*", "comprehend:ImportModel", "comprehend:Tag*", "sts:*" }
                    .Select(action => $$"""{"Effect":"Allow","Action":"{{action}}","Resource":"*"}"""),
                """{"Effect":"Allow","Action":"comprehend:Describe*","Resource":"arn:aws:comprehend:*:444455556666:*/*"}""",
            ]),
        ],
    };

    private readonly PolicySet _allLayers;

    public AccessBenchmarks()
    {
        _allLayers = _keyPolicy with
        {
            ServiceControlPolicy = [[s_allowAll], [s_allowAll]],
            PermissionsBoundary = s_allowAll,
            SessionPolicy = [s_allowAll],
        };
    }

    [Benchmark]
    public AccessDecision KeyPolicyOfTenStatements() => AccessEvaluator.Evaluate(_decrypt, _keyPolicy);

    [Benchmark]
    public AccessDecision IdentityPolicyOfTenStatements() => AccessEvaluator.Evaluate(_describe, _identityPolicy);

    [Benchmark]
    public AccessDecision AllLayers() => AccessEvaluator.Evaluate(_decrypt, _allLayers);

    [Benchmark]
    public int WithTheExplanation() => AccessEvaluator.Evaluate(_decrypt, _keyPolicy).Explanation.Count;

    private static PolicyDocument Policy(params string[] statements) =>
        PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', statements)}}]}""");
}
