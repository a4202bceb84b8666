// How a training ends: whether Comprehend may assume the role, and whether the role can use the data, the keys and the network.
// Its assumptions are listed in SandboxTraining and TrainingUse.
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sandbox;

/// <summary>The part of a training that fails late.</summary>
internal sealed class TrainingRoleAccess(SandboxWorld world, ModelArn model, CreateModelRequest request, Func<string?, KeyArn?> findKey)
{
    private readonly TrainingResources _resources = new()
    {
        Model = model,
        Input = [.. request.InputDataConfig.Uris],
        Output = request.OutputS3Uri,
        OutputKey = findKey(request.OutputKmsKeyId),
        VolumeKey = findKey(request.VolumeKmsKeyId),
        ModelKey = findKey(request.ModelKmsKeyId),
        Vpc = request.VpcConfig,
    };

    public ModelOutcome Outcome() =>
        ModelOutcome.Of(new DataAccessRole(world, request.DataAccessRoleArn, model).Refuse(Refuse));

    private string? Refuse(SandboxPrincipal role) => TrainingUse.Requests(role.Arn, _resources)
        .Select(Decide)
        .FirstOrDefault(decision => !decision.IsAllowed) is { } refusal
            ? $"{Problem(refusal.Request)} {refusal.Reason}."
            : null;

    private AccessDecision Decide(AccessRequest wish)
    {
        // What the ARNs of S3 and a resource of "*" do not tell.
        RequestContext context = wish.Context
            .With("aws:RequestedRegion", model.Region)
            .With("aws:ResourceAccount", KeyOf(wish)?.KeyArn.AccountId.Value ?? model.AccountId.Value);
        return world.Authorization.Decide(wish with { Context = context }, KeyOf(wish) is { } key ? PolicyDocument.Parse(key.Policy) : null);
    }

    private SandboxKey? KeyOf(AccessRequest wish) =>
        KeyArn.TryParse(wish.Resource, out _) ? world.FindKey(wish.Resource, model.AccountId, model.Region) : null;

    // The first text is of Comprehend; the others are made like it.
    private string Problem(AccessRequest wish) => wish.Action switch
    {
        "s3:PutObject" => "NO_WRITE_ACCESS_TO_OUTPUT: The provided data access role does not have write access to the output S3 URI.",
        "s3:GetObject" or "s3:ListBucket" => "NO_READ_ACCESS_TO_INPUT: The provided data access role does not have read access to the input S3 URI.",
        _ when wish.Action.StartsWith("kms:", StringComparison.Ordinal) =>
            $"KMS_KEY_ACCESS_DENIED: The data access role {request.DataAccessRoleArn} cannot use the KMS key {wish.Resource} for the model {model}.",
        _ => $"VPC_ACCESS_DENIED: The data access role {request.DataAccessRoleArn} cannot use the VPC of the request.",
    };
}
