using BenchmarkDotNet.Attributes;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Benchmarks;

/// <summary>What happens once per object: author, read, edit, decide.</summary>
[MemoryDiagnoser]
public class PolicyBenchmarks
{
    private static readonly PolicyPrincipal[] s_importer = [PolicyPrincipal.Parse("444455556666")];
    private static readonly KeyArn s_key = KeyArn.Parse("arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");
    private static readonly ModelArn[] s_versions = [.. Enumerable.Range(1, 50).Select(Version)];
    private static readonly KeyAccessRequest[] s_requests = [.. s_versions.Select(version => new KeyAccessRequest(version, [.. s_importer]))];

    private readonly ResourcePolicyEvaluator _evaluator = new();
    private readonly PolicyDocument _tenStatements = TenStatements();
    private readonly AccessRequest _request = new(
        PolicyPrincipal.Parse("arn:aws:iam::444455556666:role/ComprehendImportRole"),
        "kms:CreateGrant",
        s_key.ToString(),
        RequestContext.Empty.With(KmsStatementTemplate.EncryptionContextKey, s_versions[^1].ToString()));

    [Benchmark]
    public string Author() => ModelPolicyTemplate.Create(s_importer).ToCompactJson();

    [Benchmark]
    public ModelArn ReadArn() => ModelArn.Parse("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2");

    [Benchmark]
    public string ReadAndWriteTenStatements() => PolicyDocument.Parse(_tenStatements.ToJson()).ToJson();

    [Benchmark]
    public AccessDecision DecideByTenStatements() => _evaluator.Evaluate(_request, _tenStatements);

    [Benchmark]
    public KeyPolicyPlan PlanFiftyVersions() =>
        new KeyPolicyPlanner(_evaluator).PlanGrant(s_key, _tenStatements, s_requests, new KeyPolicyOptions());

    private static ModelArn Version(int number) =>
        ModelArn.Parse($"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v{number}");

    private static PolicyDocument TenStatements() => PolicyDocument.Parse(PolicyDocument.Create(
        Enumerable.Range(1, 5).SelectMany(number => KmsStatementTemplate.Create(
            [PolicyPrincipal.Parse($"{number:D12}")], [Version(number)]))).ToJson());
}
