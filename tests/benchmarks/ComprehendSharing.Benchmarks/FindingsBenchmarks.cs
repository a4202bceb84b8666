using BenchmarkDotNet.Attributes;
using ComprehendSharing.Findings;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Benchmarks;

/// <summary>Policies checked by all rules: one that is read already, and one from its text.</summary>
[MemoryDiagnoser]
public class FindingsBenchmarks
{
    private static readonly Arn s_key = Arn.Parse("arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");

    private static readonly PolicyDocument s_policy = PolicyDocument.Parse(PolicyDocument.Create(
        Enumerable.Range(1, 5).SelectMany(number => KmsStatementTemplate.Create(
            [PolicyPrincipal.Parse($"{number:D12}")],
            [ModelArn.Parse($"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v{number}")]))).ToJson());

    [Benchmark]
    public int CheckTenStatements() => PolicyChecker.Check(s_policy, PolicyKind.KeyPolicy, s_key).Count;

    [Benchmark]
    public int ReadAndCheckTenStatements() => PolicyChecker.Check(s_policy.ToJson(), PolicyKind.KeyPolicy, s_key).Count;
}
