// What the policy names must be reachable from where it is attached: the same partition, and for models and their keys the
// same region.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings.Rules;

internal sealed class RegionOrPartitionMismatch() : PolicyRule("REGION_OR_PARTITION_MISMATCH", FindingSeverity.Error)
{
    private const string ViaService = "kms:ViaService";

    public override string Description =>
        "A policy names a principal of another partition than its resource, or a key policy names a model or a service endpoint of another region than its key. Partitions have no principals in common, a model and its key are in one region, and a key answers in its own region only: the statement never matches, or AWS refuses it.";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        if (policy is not { Resource: { } resource, IsResourcePolicy: true })
        {
            return [];
        }

        return policy.Statements.SelectMany(statement => Principals(policy, statement, resource)
            .Concat(policy.Kind == PolicyKind.KeyPolicy && statement.IsAllow ? Conditions(policy, statement, resource) : []));
    }

    private IEnumerable<Finding> Principals(PolicyUnderTest policy, StatementUnderTest statement, Arn resource) =>
        from located in LocatedPrincipal.All(statement)
        where located.Entry.Principal?.Partition is { } partition && partition != resource.Partition
        select Report(
            policy,
            located.Part,
            located.Path,
            $"'{located.Entry.Value}' is of the partition {located.Entry.Principal!.Partition}, and the policy's resource is of {resource.Partition}: it has no access there.",
            $"Name a principal of the partition {resource.Partition}.");

    private IEnumerable<Finding> Conditions(PolicyUnderTest policy, StatementUnderTest statement, Arn key)
    {
        foreach (PolicyCondition condition in ModelConditions.Of(statement.Statement))
        {
            string[] wrong = Wrong(condition.Value, value => IsReachable(value, key), key);
            if (wrong.Length > 0)
            {
                yield return Report(
                    policy,
                    statement,
                    ["Condition", condition.Operator, condition.Key],
                    $"The key is in {key.Region} of {key.Partition}, and {string.Join(", ", wrong)} is not: no model there can use the key, so this never matches.",
                    $"Name the model in {key.Region}, or change the policy of the key in the model's region. New-ComprehendKmsStatement takes the region from the model's ARN.");
            }
        }

        foreach (PolicyCondition condition in LimitingConditions.About(statement.Statement, ViaService))
        {
            if (condition.Value.Count > 0 && condition.Value.All(value => RegionOf(value) is { } region && region != key.Region))
            {
                yield return Report(
                    policy,
                    statement,
                    ["Condition", condition.Operator, condition.Key],
                    $"The key is in {key.Region}, and {condition.Value} is the endpoint of another region: this never matches.",
                    $"Write the service's endpoint in {key.Region}.");
            }
        }
    }

    // The replicas of a multi-Region key may share one text, which then names the models of each region.
    private static string[] Wrong(ValueList<string> values, Predicate<string> isReachable, Arn key)
    {
        bool isReplicated = key.Resource.StartsWith("key/mrk-", StringComparison.Ordinal) && values.Any(value => isReachable(value));
        return isReplicated ? [] : [.. values.Where(value => !isReachable(value))];
    }

    private static bool IsReachable(string value, Arn key)
    {
        string[] parts = value.Split(':');
        return IsOpenOr(parts[1], key.Partition) && IsOpenOr(parts[3], key.Region);
    }

    private static bool IsOpenOr(string part, string expected) =>
        part == expected || part.Length == 0 || part.AsSpan().IndexOfAny('*', '?', '$') >= 0;

    // s3.us-west-2.amazonaws.com; null where there is a wildcard or another form.
    private static string? RegionOf(string endpoint)
    {
        string[] labels = endpoint.Split('.');
        return labels is [_, string region, "amazonaws", ..]
            && ModelArn.IsRegion(region)
            && region.Contains('-', StringComparison.Ordinal)
            && char.IsAsciiDigit(region[^1])
                ? region
                : null;
    }
}
