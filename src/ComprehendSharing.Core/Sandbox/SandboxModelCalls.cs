using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>The calls that read models.</summary>
internal static class SandboxModelCalls
{
    public static ComprehendModel Describe(SandboxRequest request, SandboxWorld world, ModelArn arn) =>
        Find(request, world, arn).At(world.Now);

    public static IReadOnlyList<ComprehendModel> List(SandboxRequest request, SandboxWorld world, ModelKind kind, string? name)
    {
        if (name is not null && !ModelArn.IsName(name))
        {
            throw request.Refuse("InvalidRequestException", $"Value '{name}' at 'filter' failed to satisfy constraint: Member must be a model name");
        }

        request.Authorize(world);
        return
        [
            .. world.Models
                .Where(model => model.ModelArn.AccountId == request.Caller.AccountId
                    && model.ModelArn.Region == request.Caller.Region
                    && model.ModelArn.Kind == kind
                    && (name is null || model.ModelArn.Name == name))
                .Select(model => model.At(world.Now)),
        ];
    }

    /// <summary>A model of the caller's own account and region.</summary>
    public static StoredModel Find(SandboxRequest request, SandboxWorld world, ModelArn arn)
    {
        // A model policy can allow ImportModel and nothing else, so no other call ever reaches another account's model.
        request.Authorize(world);
        StoredModel? model = arn.Region == request.Caller.Region ? world.FindModel(arn) : null;
        return model ?? throw NotFound(request);
    }

    public static Aws.AwsServiceException NotFound(SandboxRequest request) => request.Refuse(
        "ResourceNotFoundException",
        "RESOURCE_NOT_FOUND: The specified resource ARN was not found. Check the ARN and try your request again.");
}
