using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>A sandbox as one caller sees it in one region.</summary>
internal sealed class SandboxGateway(SandboxAws aws, SandboxCaller caller) : IAwsGateway
{
    /// <summary>The resource of a call that is about no single one.</summary>
    public const string Everything = "*";

    public string Region => caller.Region;

    public TimeProvider Clock => aws.Clock;

    public void Sleep(TimeSpan time, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        aws.Clock.Advance(time);
    }

    public CallerIdentity GetCallerIdentity() => aws.Run(
        new SandboxRequest(caller, "sts", "GetCallerIdentity", Everything),
        _ => new CallerIdentity(caller.AccountId, caller.Principal));

    public ComprehendModel DescribeModel(ModelArn modelArn)
    {
        ArgumentNullException.ThrowIfNull(modelArn);
        SandboxRequest request = Comprehend($"Describe{modelArn.Kind}", modelArn.ToString());
        return aws.Run(request, world => SandboxModelCalls.Describe(request, world, modelArn));
    }

    // All pages at once: a sandbox is small, and a call that waits for its reader would stand in the wrong place of the log.
    public IEnumerable<ComprehendModel> ListModels(ModelKind kind, string? name = null)
    {
        SandboxRequest request = Comprehend($"List{kind}s", Everything);
        return aws.Run(request, world => SandboxModelCalls.List(request, world, kind, name));
    }

    public ResourcePolicyDescription DescribeResourcePolicy(ModelArn modelArn)
    {
        ArgumentNullException.ThrowIfNull(modelArn);
        SandboxRequest request = Comprehend("DescribeResourcePolicy", modelArn.ToString());
        return aws.Run(request, world => SandboxModelCalls.Find(request, world, modelArn).Policy);
    }

    public string PutResourcePolicy(ModelArn modelArn, string policy, string? revisionId)
    {
        ArgumentNullException.ThrowIfNull(modelArn);
        SandboxRequest request = Comprehend("PutResourcePolicy", modelArn.ToString());
        return aws.Run(request, world => SandboxModelPolicyCalls.Put(request, world, modelArn, policy, revisionId));
    }

    public void DeleteResourcePolicy(ModelArn modelArn, string? revisionId)
    {
        ArgumentNullException.ThrowIfNull(modelArn);
        SandboxRequest request = Comprehend("DeleteResourcePolicy", modelArn.ToString());
        aws.Run(request, world => SandboxModelPolicyCalls.Delete(request, world, modelArn, revisionId));
    }

    public ModelArn ImportModel(ImportModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        SandboxRequest call = Comprehend("ImportModel", request.SourceModelArn.ToString());
        return aws.Run(call, world => new SandboxImport(call, world, request).Run());
    }

    public ModelArn CreateModel(CreateModelRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        SandboxRequest call = Comprehend(request.Operation, SandboxTraining.Target(caller, request));
        return aws.Run(call, world => SandboxTraining.Run(call, world, request));
    }

    public string CreateEndpoint(CreateEndpointRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        SandboxRequest call = Comprehend("CreateEndpoint", request.ModelArn.ToString());
        return aws.Run(call, world => SandboxEndpointCalls.Create(call, world, request));
    }

    public ComprehendEndpoint DescribeEndpoint(string endpointArn)
    {
        ArgumentNullException.ThrowIfNull(endpointArn);
        SandboxRequest call = Comprehend("DescribeEndpoint", endpointArn);
        return aws.Run(call, world => SandboxEndpointCalls.Describe(call, world));
    }

    public KeyDescription DescribeKey(string keyId)
    {
        ArgumentNullException.ThrowIfNull(keyId);
        SandboxRequest request = Kms("DescribeKey", keyId);
        return aws.Run(request, world => SandboxKeyCalls.Describe(request, world));
    }

    public string GetKeyPolicy(KeyArn keyArn)
    {
        ArgumentNullException.ThrowIfNull(keyArn);
        SandboxRequest request = Kms("GetKeyPolicy", keyArn.ToString());
        return aws.Run(request, world => SandboxKeyCalls.GetPolicy(request, world, keyArn));
    }

    public void PutKeyPolicy(KeyArn keyArn, string policy)
    {
        ArgumentNullException.ThrowIfNull(keyArn);
        SandboxRequest request = Kms("PutKeyPolicy", keyArn.ToString());
        aws.Run(request, world => SandboxKeyCalls.PutPolicy(request, world, keyArn, policy));
    }

    private SandboxRequest Comprehend(string operation, string resource) => new(caller, "comprehend", operation, resource);

    private SandboxRequest Kms(string operation, string resource) => new(caller, "kms", operation, resource);
}
