// Has Comprehend train a model. The training takes long, so what can be found wrong is found before it is asked for.
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Findings;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Sharing;

/// <summary>Trains models.</summary>
/// <param name="gateway">AWS, as the account that is to own the model, in its region.</param>
public sealed class ModelTrainer(IAwsGateway gateway)
{
    /// <summary>Checks a request. Nothing is written, and the only call is GetCallerIdentity.</summary>
    /// <param name="request">What to train.</param>
    /// <returns>The model that it would make, and what policies would be asked about it.</returns>
    /// <exception cref="SharingException">
    /// <c>InvalidModelName</c>, <c>InvalidRequestToken</c>, <c>InvalidTrainingData</c>, <c>KeyAliasNotSupported</c>,
    /// <c>InvalidVpcConfig</c>, <c>RoleInAnotherAccount</c>; for the policy of the model <c>InvalidPolicy</c>,
    /// <c>InvalidModelPolicy</c> and those of <see cref="ModelPolicySetter.Plan"/>.
    /// </exception>
    public PlannedModel Check(CreateModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        CheckName(request.ModelName, "model name");
        CheckName(request.VersionName, "version name");
        CheckSettings(request);
        CallerIdentity? caller = gateway.GetCallerIdentity();
        RoleArn role = request.DataAccessRoleArn;
        if (caller is not null && role.AccountId != caller.AccountId)
        {
            throw Errors.RoleInAnotherAccount(role, caller.AccountId);
        }

        // Without STS the role tells the account: it must be of the same.
        PolicyPrincipal principal = caller?.Arn ?? PolicyPrincipal.Root(role.ToArn().Partition, role.AccountId);
        ModelArn arn = ModelArn.Create(
            role.ToArn().Partition, gateway.Region, role.AccountId, request.Kind, request.ModelName, request.VersionName);
        CheckPolicy(request, arn);
        return new PlannedModel(Describe(arn, request, ModelStatus.Planned), caller?.Arn, CreationAccess.Requests(principal, arn, request)[0]);
    }

    /// <summary>Asks for a checked training. Asking again with the same request answers the same model.</summary>
    /// <param name="request">The checked request.</param>
    /// <returns>The model, which is not trained yet.</returns>
    /// <exception cref="AwsServiceException">AWS refused the training.</exception>
    public ComprehendModel Apply(CreateModelRequest request)
    {
        ModelArn arn = gateway.CreateModel(request);
        try
        {
            return gateway.DescribeModel(arn);
        }
        catch (AwsServiceException)
        {
            // The training is asked for, and the ARN must not be lost; this much is known of it.
            return Describe(arn, request, ModelStatus.Submitted);
        }
    }

    private static ComprehendModel Describe(ModelArn arn, CreateModelRequest request, string status) => new()
    {
        ModelArn = arn,
        Status = status,
        LanguageCode = request.LanguageCode,
        ModelKmsKeyId = request.ModelKmsKeyId,
        VolumeKmsKeyId = request.VolumeKmsKeyId,
        VpcConfig = request.VpcConfig,
        DataAccessRoleArn = request.DataAccessRoleArn,
    };

    private static void CheckName(string? name, string what)
    {
        if (name is not null && !ModelArn.IsName(name))
        {
            throw Errors.InvalidModelName(name, what);
        }
    }

    private static void CheckSettings(CreateModelRequest request)
    {
        if (!RequestToken.IsValid(request.ClientRequestToken))
        {
            throw Errors.InvalidRequestToken(request.ClientRequestToken);
        }

        if (request.RefuseData() is { } data)
        {
            throw Errors.InvalidTrainingData(request.ModelName, data);
        }

        if (new[] { request.VolumeKmsKeyId, request.ModelKmsKeyId }.FirstOrDefault(KeyArn.IsAlias) is { } alias)
        {
            throw Errors.KeyAliasNotSupported(alias);
        }

        if (request.VpcConfig?.Refuse() is { } network)
        {
            throw Errors.InvalidVpcConfig(request.ModelName, network);
        }
    }

    private static void CheckPolicy(CreateModelRequest request, ModelArn arn)
    {
        if (request.ModelPolicy is null)
        {
            return;
        }

        PolicyDocument policy = PolicyDocument.Parse(request.ModelPolicy);
        ModelPolicySetter.Check(arn, policy);
        if (PolicyChecker.Check(policy, PolicyKind.ModelPolicy, arn).FirstOrDefault(finding => finding.Severity == FindingSeverity.Error) is { } error)
        {
            throw Errors.InvalidModelPolicy(arn, error);
        }
    }
}
