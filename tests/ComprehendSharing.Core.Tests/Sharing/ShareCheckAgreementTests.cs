// The checks against the sandbox: nothing fails exactly where an import ends well.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class ShareCheckAgreementTests
{
    private const string Stale = """{"Sid":"Gone","Effect":"Allow","Principal":{"AWS":"AROACKCEVSQ6C2EXAMPLE"},"Action":"kms:Decrypt","Resource":"*"}""";

    private static readonly string[] s_statuses = ["TRAINED", "TRAINED_WITH_WARNING", "TRAINING", "IN_ERROR", "STOPPED"];

    private static readonly string[][] s_modelPolicies =
        [[], [World.Partner], [World.Jane], [World.Role], [World.Third], [World.Third, World.Jane], ["arn:aws:iam::444455556666:user/joe"]];

    private static readonly string[] s_keyStates = ["Enabled", "Disabled", "PendingDeletion", "Unavailable"];

    private static readonly string?[] s_keys = [null, World.Key, World.KeyId, World.FarKey];

    private static readonly (string Name, string[] Statements)[] s_keyPolicies =
    [
        ("none", []),
        ("account", Grant(1, World.Partner)),
        ("role", Grant(1, World.Role)),
        ("user", Grant(1, World.Jane)),
        ("another account", Grant(1, World.Third)),
        ("another version", Grant(2, World.Partner)),
        ("all versions", [.. KmsStatementTemplate.Create(World.Principals(World.Partner), [World.Version(1)], KeyAccessScope.Model).Select(s => s.ToJson())]),
        ("one statement", [.. KmsStatementTemplate.Create(World.Principals(World.Role), [World.Version(1)], form: KmsStatementForm.Compact).Select(s => s.ToJson())]),
        ("no grant", Grant(1, World.Partner)[..1]),
        ("no use", Grant(1, World.Partner)[1..]),
        ("SourceArn on the grant", [.. Grant(1, World.Partner).Select(s => s.Replace("kms:EncryptionContext:aws:comprehend:arn", "aws:SourceArn", StringComparison.Ordinal))]),
        ("stale", [.. Grant(1, World.Partner), Stale]),
        ("stale and nothing else", [Stale]),
        ("denied", [.. Grant(1, World.Partner), $$"""{"Effect":"Deny","Principal":{"AWS":"{{World.Role}}"},"Action":"kms:CreateGrant","Resource":"*"}"""]),
        ("through another service", [.. Grant(1, World.Partner).Select(s => s.Replace("aws:SourceArn", "kms:ViaService", StringComparison.Ordinal))]),
    ];

    /// <summary>Every value of each part, the other parts being as they should; and every model policy with every key policy.</summary>
    public static TheoryData<string, string, string, string?, string> Variations()
    {
        TheoryData<string, string, string, string?, string> data = [];
        foreach ((string status, string principals, string state, string? key, string policy) in
            s_statuses.Select(status => (status, World.Partner, "Enabled", (string?)World.Key, "account"))
                .Concat(s_keyStates.Select(state => ("TRAINED", World.Partner, state, (string?)World.Key, "account")))
                .Concat(s_keys.Select(key => ("TRAINED", World.Partner, "Enabled", key, "account")))
                .Concat(s_keys.Select(key => ("TRAINED", World.Partner, "Disabled", key, "none")))
                .Concat(s_modelPolicies.SelectMany(_ => s_keyPolicies, (names, known) => ("TRAINED", string.Join(' ', names), "Enabled", (string?)World.Key, known.Name)))
                .Distinct())
        {
            data.Add(status, principals, state, key, policy);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Variations))]
    public void No_check_fails_exactly_where_the_import_ends_TRAINED(string status, string principals, string keyState, string? modelKey, string keyPolicy)
    {
        string[] statements = s_keyPolicies.Single(policy => policy.Name == keyPolicy).Statements;
        World world = new(
            World.ConsolePolicy.Replace("\"Statement\": [", $"\"Statement\": [{string.Concat(statements.Select(s => $"{s},"))}", StringComparison.Ordinal),
            versions: 2,
            modelKey: modelKey,
            modelPolicy: principals.Length == 0 ? null : ShareCheckerTests.Policy(principals.Split(' ')),
            keyState: keyState,
            status: status);
        ValueList<ShareCheck> checks = world.Check(new ShareCheckRequest
        {
            ModelArn = World.Version(1),
            Principal = World.Principals(World.Jane),
            DataAccessRoleArn = RoleArn.Parse(World.Role),
        });
        bool isPromised = !checks.Any(check => check.Result == ShareCheckResult.Fail);
        string outcome = Import(world);
        Assert.True(isPromised == (outcome == ModelStatus.Trained), $"{outcome}\n{string.Join('\n', checks)}");
    }

    // As Jane, with the role, to the end.
    private static string Import(World world)
    {
        try
        {
            ImportModelRequest call = new() { SourceModelArn = World.Version(1), DataAccessRoleArn = RoleArn.Parse(World.Role) };
            ModelArn copy = world.PartnerGateway.ImportModel(call);
            world.PartnerGateway.Sleep(TimeSpan.FromHours(1), CancellationToken.None);
            return world.PartnerGateway.DescribeModel(copy).Status;
        }
        catch (AwsServiceException exception)
        {
            return exception.ErrorCode;
        }
    }

    private static string[] Grant(int version, string principal) =>
        [.. KmsStatementTemplate.Create(World.Principals(principal), [World.Version(version)]).Select(statement => statement.ToJson())];
}
