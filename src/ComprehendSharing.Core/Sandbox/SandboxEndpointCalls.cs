// CreateEndpoint and DescribeEndpoint. What AWS does not document is assumed here, beside what SandboxTraining and TrainingUse say:
//   1. The caller needs comprehend:CreateEndpoint on the model and on the endpoint, iam:PassRole on the role and, for tags,
//      comprehend:TagResource on the endpoint.
//   2. An encrypted model without a role, and a role of another account, are InvalidRequestException; a model that is not
//      trained is ResourceUnavailableException; a name in use ResourceInUseException.
//   3. What the role may do is found out later: FAILED. The state of policies and keys when the endpoint is asked for decides.
//   4. CREATING, then IN_SERVICE after 60 s or FAILED after 30 s. Real endpoints take minutes.
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>The calls about endpoints.</summary>
internal static class SandboxEndpointCalls
{
    public static string Create(SandboxRequest call, SandboxWorld world, CreateEndpointRequest request)
    {
        CheckRequest(call, request);
        call.Authorize(world, CreationAccess.Requests(call.Caller.Principal, request));
        if (world.FindAnswer<CreateEndpointRequest>(call, request.ClientRequestToken) is { } earlier)
        {
            return earlier.IsSameAs(request)
                ? request.EndpointArn
                : throw call.Refuse(RequestShape.Invalid, $"The client request token {request.ClientRequestToken} was used for another request.");
        }

        bool isOwn = request.ModelArn.AccountId == call.Caller.AccountId && request.ModelArn.Region == call.Caller.Region;
        ComprehendModel model = (isOwn ? world.FindModel(request.ModelArn) : null)?.At(world.Now) ?? throw SandboxModelCalls.NotFound(call);
        if (!ModelStatus.IsReady(model.Status))
        {
            throw call.Refuse("ResourceUnavailableException", $"The model {model.ModelArn} has the status {model.Status}. Only a trained model can be served.");
        }

        if (model.ModelKmsKeyId is not null && request.DataAccessRoleArn is null)
        {
            throw call.Refuse(RequestShape.Invalid, "The model is encrypted with a customer managed key. Provide a DataAccessRoleArn that can use the key.");
        }

        if (world.FindEndpoint(request.EndpointArn) is not null)
        {
            throw call.Refuse("ResourceInUseException", $"The endpoint {request.EndpointArn} exists already. Use a different name and try your request again.");
        }

        world.AddEndpoint(new StoredEndpoint(request, world.Now, Refuse(world, model, request)));
        world.AddAnswer(call, request.ClientRequestToken, request);
        return request.EndpointArn;
    }

    public static ComprehendEndpoint Describe(SandboxRequest call, SandboxWorld world)
    {
        call.Authorize(world);
        StoredEndpoint? endpoint = world.FindEndpoint(call.Resource);
        return endpoint is not null && endpoint.Region == call.Caller.Region ? endpoint.At(world.Now) : throw SandboxModelCalls.NotFound(call);
    }

    private static void CheckRequest(SandboxRequest call, CreateEndpointRequest request)
    {
        if (!request.HasName)
        {
            throw call.Refuse(RequestShape.Invalid, $"Value '{request.EndpointName}' at 'endpointName' failed to satisfy constraint: Member must have at most {EndpointArn.MaxNameLength} characters and satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9])*$");
        }

        if (request.DesiredInferenceUnits < 1)
        {
            throw call.Refuse(RequestShape.Invalid, "Value at 'desiredInferenceUnits' failed to satisfy constraint: Member must have value greater than or equal to 1");
        }

        RequestShape.CheckToken(call, request.ClientRequestToken);
        RequestShape.CheckRole(call, request.DataAccessRoleArn);
        RequestShape.CheckTags(call, request.Tag);
    }

    private static string? Refuse(SandboxWorld world, ComprehendModel model, CreateEndpointRequest request)
    {
        if (request.DataAccessRoleArn is not { } roleArn)
        {
            return null;
        }

        DataAccessRole access = new(world, roleArn, Arn.Parse(request.EndpointArn));
        return access.Refuse(role => model.ModelKmsKeyId is { } keyId
            ? access.RefuseKey(role, keyId, model.ModelArn, "model", key => TrainingUse.Model(role.Arn, model.ModelArn, key))
            : null);
    }
}
