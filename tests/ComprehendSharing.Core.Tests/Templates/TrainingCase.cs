using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Templates;

/// <summary>A training that uses all there is, and what policies say to it.</summary>
internal sealed class TrainingCase(string keyOwner = TrainingCase.Account, string partition = "aws", string region = "us-west-2")
{
    public const string Account = "111122223333";
    public const string OtherAccount = "444455556666";

    public PolicyPrincipal Role { get; } = PolicyPrincipal.Parse($"arn:{partition}:iam::{Account}:role/DataAccess");

    public TrainingResources Training { get; } = new()
    {
        Model = ModelArn.Parse($"arn:{partition}:comprehend:{region}:{Account}:document-classifier/tickets/version/v2"),
        Input = [S3Uri.Parse("s3://training-data/tickets/"), S3Uri.Parse("s3://test-data/tickets.csv")],
        InputKey = Key(partition, region, keyOwner, 1),
        Output = S3Uri.Parse("s3://results/tickets/"),
        OutputKey = Key(partition, region, keyOwner, 2),
        VolumeKey = Key(partition, region, keyOwner, 3),
        ModelKey = Key(partition, region, keyOwner, 4),
        Vpc = new VpcConfig(["sg-0a1", "sg-0a2"], ["subnet-0b1", "subnet-0b2"]),
    };

    /// <summary>The first request that is not allowed; null when all are.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="policy">The role's policy.</param>
    /// <param name="added">What the owners of the keys have added to their key policies.</param>
    public static AccessRequest? FirstDenied(IEnumerable<AccessRequest> requests, PolicyDocument policy, Func<KeyArn, IEnumerable<PolicyStatement>>? added = null) =>
        requests.FirstOrDefault(request => !AccessEvaluator.Evaluate(request, new PolicySet
        {
            IdentityPolicy = [policy],
            ResourcePolicy = KeyArn.TryParse(request.Resource, out KeyArn? key) ? KeyPolicy(key, added?.Invoke(key) ?? []) : null,
        }).IsAllowed);

    /// <summary>The policy that every key has from the start, and what was added.</summary>
    public static PolicyDocument KeyPolicy(KeyArn key, IEnumerable<PolicyStatement> added) => PolicyDocument.Create(
    [
        new PolicyStatement
        {
            Sid = "EnableIAM",
            Effect = PolicyEffect.Allow,
            Principal = [PrincipalEntry.Of(PolicyPrincipal.Root(key.Partition, key.AccountId))],
            Action = ["kms:*"],
            Resource = ["*"],
        },
        .. added,
    ]);

    /// <summary>Each policy that one action, or one resource, less makes of a policy.</summary>
    public static IEnumerable<(string Missing, ValueList<PolicyStatement> Statement)> Less(IReadOnlyList<PolicyStatement> statements)
    {
        foreach (PolicyStatement statement in statements)
        {
            foreach (string action in statement.Action)
            {
                yield return ($"{statement.Sid} {action}", Replace(statement, statement with { Action = [.. statement.Action.Where(other => other != action)] }));
            }

            foreach (string resource in statement.Resource)
            {
                yield return ($"{statement.Sid} {resource}", Replace(statement, statement with { Resource = [.. statement.Resource.Where(other => other != resource)] }));
            }
        }

        ValueList<PolicyStatement> Replace(PolicyStatement old, PolicyStatement replacement) =>
            [.. statements.Select(one => one == old ? replacement : one).Where(one => one.Action.Count > 0 && one.Resource.Count > 0)];
    }

    private static KeyArn Key(string partition, string region, string owner, int number) =>
        KeyArn.Parse($"arn:{partition}:kms:{region}:{owner}:key/1234abcd-12ab-34cd-56ef-{number:D12}");
}
