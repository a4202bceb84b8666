// The statements of AWS's guide for the data access role, and of its post on the keys of custom models, with ARNs where they
// have wildcards. What they do without a condition stays without one: which context keys Comprehend sends is not documented.
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Templates;

/// <summary>The policies of the roles with which Comprehend trains and serves models.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/comprehend/latest/dg/security_iam_id-based-policy-examples.html#auth-role-permissions">Role-based permissions</see>,
/// <see href="https://docs.aws.amazon.com/comprehend/latest/dg/usingVPC.html">Protect jobs by using an Amazon VPC</see>
/// </remarks>
public static class TrainingTemplates
{
    /// <summary>For the role: what is given of the resources, and nothing else.</summary>
    /// <param name="training">The resources. With a model key alone, the policy is that of an endpoint's role.</param>
    public static PolicyDocument RolePolicy(TrainingResources training)
    {
        ArgumentNullException.ThrowIfNull(training);
        string partition = training.Model.Partition;
        List<PolicyStatement> statements = [];
        if (training.Input.Count > 0)
        {
            IEnumerable<S3Uri> widest = training.Input.Where(input => !training.Input.Any(other => other.Covers(input)));
            statements.Add(Allow("ReadInput", ["s3:GetObject"], widest.Select(input => input.ObjectPattern(partition))));
            statements.Add(Allow("ListInput", ["s3:ListBucket"], training.Input.Select(input => input.BucketArn(partition))));
        }

        if (training.Output is { } output)
        {
            statements.Add(Allow("WriteOutput", ["s3:PutObject"], [output.ObjectPattern(partition)]));
        }

        statements.AddRange(KeyUses(training).Select(use => Allow(use.Sid, use.Action, [use.Key.Value]) with { Condition = use.Condition }));
        if (training.Vpc is { } vpc)
        {
            statements.AddRange(Network(training.Model, vpc));
        }

        return PolicyDocument.Create(statements);
    }

    /// <summary>The trust policy of a role that trains models.</summary>
    /// <param name="account">The account of the role and of its models.</param>
    /// <param name="model">The only model that it trains, in all versions unless the ARN names one; null for all of the account.</param>
    /// <exception cref="SharingException"><c>AccountMismatch</c>.</exception>
    public static PolicyDocument RoleTrustPolicy(AccountId account, ModelArn? model = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        CheckAccount(account, model);
        return RoleTrust.Create(account, model is null ? [] : Versions(model));
    }

    /// <summary>The trust policy of a role that serves an encrypted model.</summary>
    /// <param name="account">The account of the role, of the model and of the endpoint.</param>
    /// <param name="endpoint">The only endpoint that it serves; null for all.</param>
    /// <param name="model">The model, which tells region and kind of the endpoints where none is given.</param>
    /// <exception cref="SharingException"><c>AccountMismatch</c>.</exception>
    public static PolicyDocument EndpointTrustPolicy(AccountId account, EndpointArn? endpoint = null, ModelArn? model = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        CheckAccount(account, endpoint);
        CheckAccount(account, model);
        string? source = endpoint?.Value ?? (model is null ? null : $"{model.Value[..model.Value.IndexOf('/', StringComparison.Ordinal)]}-endpoint/*");
        return RoleTrust.Create(account, source is null ? [] : [source]);
    }

    /// <summary>The keys of other accounts: nothing that the role's own policy says opens them.</summary>
    /// <param name="training">The resources.</param>
    public static ValueList<KeyArn> ForeignKeys(TrainingResources training)
    {
        ArgumentNullException.ThrowIfNull(training);
        return [.. KeyUses(training).Select(use => use.Key).Where(key => key.AccountId != training.Model.AccountId).Distinct()];
    }

    /// <summary>What the owner of a key of another account must add to its key policy.</summary>
    /// <param name="role">The role, or its account.</param>
    /// <param name="training">The resources, of which the key is one.</param>
    /// <param name="key">The key.</param>
    /// <remarks>
    /// Each statement has a condition that keeps the key to this use, as AWS documents one for keys that are shared: S3 on
    /// behalf of the role, a grant for a resource of AWS, the encryption context of the model.
    /// <see href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html">Users in other accounts</see>,
    /// <see href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grant-is-for-aws-resource">kms:GrantIsForAWSResource</see>
    /// </remarks>
    /// <exception cref="SharingException">
    /// <c>PublicPrincipal</c>, <c>StalePrincipal</c>, <c>PartitionMismatch</c>, <c>AccountMismatch</c>.
    /// </exception>
    public static ValueList<PolicyStatement> KeyOwnerStatements(PolicyPrincipal role, TrainingResources training, KeyArn key)
    {
        ArgumentNullException.ThrowIfNull(training);
        ValueList<PolicyPrincipal> grantees = Grantees.Check([role]);
        Grantees.CheckPartition(grantees, training.Model);
        if (role.AccountId is { } account)
        {
            CheckAccount(account, training.Model);
        }

        ValueList<PrincipalEntry> principal = KmsStatementTemplate.Entries(grantees, training.Model.Partition);
        return
        [
            .. KeyUses(training).Where(use => use.Key == key).SelectMany(use => use.OwnerStatements(training.Model)).Select(statement => statement with
            {
                Principal = principal,
                Resource = ["*"],
            }),
        ];
    }

    /// <summary>All versions of a model, or the one that the ARN names.</summary>
    internal static IEnumerable<string> Versions(ModelArn model) =>
        KmsStatementTemplate.Patterns(model, model.HasVersion ? KeyAccessScope.ModelVersion : KeyAccessScope.Model);

    private static IEnumerable<RoleKeyUse> KeyUses(TrainingResources training)
    {
        if (training.InputKey is { } input)
        {
            yield return new RoleKeyUse("DecryptInput", input, ["kms:Decrypt"], [ThroughS3(input)]);
        }

        if (training.OutputKey is { } output)
        {
            yield return new RoleKeyUse("EncryptOutput", output, ["kms:GenerateDataKey"], [ThroughS3(output)]);
        }

        if (training.VolumeKey is { } volume)
        {
            yield return new RoleKeyUse("EncryptVolume", volume, [KmsStatementTemplate.CreateGrantAction], []);
        }

        if (training.ModelKey is { } model)
        {
            yield return new RoleKeyUse("UseModelKey", model, [KmsStatementTemplate.CreateGrantAction, "kms:RetireGrant", "kms:GenerateDataKey", "kms:Decrypt"], []);
        }
    }

    private static PolicyCondition ThroughS3(KeyArn key) =>
        new("StringEquals", KmsStatementTemplate.ViaServiceKey, [KmsStatementTemplate.S3Of(key)]);

    // Describing, and removing a permission, are about no resource:
    // https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html
    private static IEnumerable<PolicyStatement> Network(ModelArn model, VpcConfig vpc)
    {
        string ec2 = $"arn:{model.Partition}:ec2:{model.Region}:{model.AccountId}:";
        string interfaces = $"{ec2}network-interface/*";
        return
        [
            Allow(
                "CreateNetworkInterface",
                ["ec2:CreateNetworkInterface"],
                [interfaces, .. vpc.Subnet.Select(subnet => $"{ec2}subnet/{subnet}"), .. vpc.SecurityGroupId.Select(group => $"{ec2}security-group/{group}")]),
            Allow("UseNetworkInterface", ["ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterface"], [interfaces]),
            Allow(
                "FindNetwork",
                [
                    "ec2:DeleteNetworkInterfacePermission", "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs", "ec2:DescribeDhcpOptions",
                    "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups",
                ],
                ["*"]),
        ];
    }

    private static void CheckAccount(AccountId account, Arn? source)
    {
        if (source is not null && source.Account != account.Value)
        {
            throw Errors.AccountMismatch(source, account);
        }
    }

    private static PolicyStatement Allow(string sid, ValueList<string> actions, IEnumerable<string> resources) => new()
    {
        Sid = sid,
        Effect = PolicyEffect.Allow,
        Action = actions,
        Resource = [.. resources.Distinct()],
    };
}
