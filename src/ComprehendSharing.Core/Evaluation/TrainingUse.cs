// What Comprehend asks of S3, KMS and EC2, as the data access role, when it trains a model or serves it at an endpoint. The
// actions are those of the developer guide (identity-based policy examples, jobs in a VPC) and of AWS's post on the keys of
// custom models. Which resources and context keys come with them is documented in part only, and assumed here:
//   1. Each input is listed and read by its URI, the output is written below its URI; that stands for all objects there.
//   2. The keys of input and output are used by S3 on behalf of the role: kms:ViaService is S3's in the key's region.
//   3. The grant for the volume key is asked for by Comprehend itself, for an AWS resource, without an encryption context.
//   4. The model key is used as in an import: kms:EncryptionContext:aws:comprehend:arn is the model's ARN (KMS knows it for
//      all but RetireGrant), kms:ViaService (S3) and aws:SourceArn (the model) come with Decrypt and GenerateDataKey only,
//      and kms:GrantIsForAWSResource with CreateGrant. Training and endpoints use all four actions of the key.
//   5. Network interfaces are made in the model's account; their ids are not known before, so the resource is network-interface/*.
//   6. Describing anything in EC2, and DeleteNetworkInterfacePermission, are about no resource.
//   7. The role is assumed with aws:SourceAccount (the account of the model or endpoint) and aws:SourceArn (its ARN).
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Evaluation;

/// <summary>The requests that a training, and an endpoint of an encrypted model, make as the data access role.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/comprehend/latest/dg/security_iam_id-based-policy-examples.html#auth-role-permissions">Role-based permissions</see>,
/// <see href="https://docs.aws.amazon.com/comprehend/latest/dg/usingVPC.html">Protect jobs by using an Amazon VPC</see>
/// </remarks>
internal static class TrainingUse
{
    private static readonly string[] s_describe =
    [
        "ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcs", "ec2:DescribeDhcpOptions", "ec2:DescribeSubnets", "ec2:DescribeSecurityGroups",
    ];

    /// <summary>All requests of a training, in the order in which they are made.</summary>
    public static IEnumerable<AccessRequest> Requests(PolicyPrincipal role, TrainingResources training) =>
    [
        .. Network(role, training),
        .. Volume(role, training),
        .. Input(role, training),
        .. Output(role, training),
        .. training.ModelKey is { } key ? Model(role, training.Model, key) : [],
    ];

    /// <summary>Comprehend assuming the role, for a model or an endpoint.</summary>
    public static AccessRequest AssumeRole(RoleArn role, Arn source) => new(
        PolicyPrincipal.Parse("comprehend.amazonaws.com"),
        "sts:AssumeRole",
        role.Value,
        RequestContext.Empty.With("aws:SourceAccount", source.Account).With(KmsStatementTemplate.SourceArnKey, source.ToString()));

    /// <summary>Finding, reading and decrypting the input.</summary>
    public static IEnumerable<AccessRequest> Input(PolicyPrincipal role, TrainingResources training)
    {
        string partition = training.Model.Partition;
        foreach (S3Uri input in training.Input)
        {
            RequestContext listing = RequestContext.Empty.With("s3:prefix", input.Prefix);
            yield return new AccessRequest(role, "s3:ListBucket", input.BucketArn(partition), listing);
            yield return new AccessRequest(role, "s3:GetObject", input.ObjectArn(partition), RequestContext.Empty);
        }

        if (training.InputKey is { } key)
        {
            yield return new AccessRequest(role, "kms:Decrypt", key.Value, ThroughS3(key));
        }
    }

    /// <summary>Writing and encrypting the output.</summary>
    public static IEnumerable<AccessRequest> Output(PolicyPrincipal role, TrainingResources training)
    {
        if (training.Output is { } output)
        {
            yield return new AccessRequest(role, "s3:PutObject", output.ObjectArn(training.Model.Partition), RequestContext.Empty);
        }

        if (training.OutputKey is { } key)
        {
            yield return new AccessRequest(role, "kms:GenerateDataKey", key.Value, ThroughS3(key));
        }
    }

    /// <summary>Encrypting the storage volume.</summary>
    public static IEnumerable<AccessRequest> Volume(PolicyPrincipal role, TrainingResources training) =>
        training.VolumeKey is { } key
            ? [new AccessRequest(role, KmsStatementTemplate.CreateGrantAction, key.Value, ForAwsResource(RequestContext.Empty))]
            : [];

    /// <summary>Encrypting a model that is trained, and decrypting it for an endpoint.</summary>
    public static IEnumerable<AccessRequest> Model(PolicyPrincipal role, ModelArn model, KeyArn key)
    {
        RequestContext grant = RequestContext.Empty.With(KmsStatementTemplate.EncryptionContextKey, model.Value);
        RequestContext use = grant
            .With(KmsStatementTemplate.SourceArnKey, model.Value)
            .With(KmsStatementTemplate.ViaServiceKey, KmsStatementTemplate.S3Of(key));
        return
        [
            new AccessRequest(role, KmsStatementTemplate.CreateGrantAction, key.Value, ForAwsResource(grant)),
            new AccessRequest(role, "kms:GenerateDataKey", key.Value, use),
            new AccessRequest(role, "kms:Decrypt", key.Value, use),
            new AccessRequest(role, "kms:RetireGrant", key.Value, RequestContext.Empty),
        ];
    }

    /// <summary>Making, handing over and removing network interfaces in the VPC.</summary>
    public static IEnumerable<AccessRequest> Network(PolicyPrincipal role, TrainingResources training)
    {
        if (training.Vpc is not { } vpc)
        {
            return [];
        }

        string ec2 = $"arn:{training.Model.Partition}:ec2:{training.Model.Region}:{training.Model.AccountId}:";
        AccessRequest Request(string action, string resource) => new(role, action, resource, RequestContext.Empty);
        return
        [
            .. s_describe.Select(action => Request(action, "*")),
            Request("ec2:CreateNetworkInterface", $"{ec2}network-interface/*"),
            .. vpc.Subnet.Select(subnet => Request("ec2:CreateNetworkInterface", $"{ec2}subnet/{subnet}")),
            .. vpc.SecurityGroupId.Select(group => Request("ec2:CreateNetworkInterface", $"{ec2}security-group/{group}")),
            Request("ec2:CreateNetworkInterfacePermission", $"{ec2}network-interface/*"),
            Request("ec2:DeleteNetworkInterfacePermission", "*"),
            Request("ec2:DeleteNetworkInterface", $"{ec2}network-interface/*"),
        ];
    }

    private static RequestContext ThroughS3(KeyArn key) =>
        RequestContext.Empty.With(KmsStatementTemplate.ViaServiceKey, KmsStatementTemplate.S3Of(key));

    private static RequestContext ForAwsResource(RequestContext context) => context.With("kms:GrantIsForAWSResource", "true");
}
