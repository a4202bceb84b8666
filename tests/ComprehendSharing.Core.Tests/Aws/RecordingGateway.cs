using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Tests.Aws;

/// <summary>A gateway that notes its pauses, and whose first list can break off.</summary>
internal sealed class RecordingGateway(IAwsGateway inner) : IAwsGateway
{
    public List<TimeSpan> Pauses { get; } = [];

    public int? BreaksAfter { get; set; }

    public string Region => inner.Region;

    public TimeProvider Clock => inner.Clock;

    public void Sleep(TimeSpan time, CancellationToken cancellation)
    {
        Pauses.Add(time);
        inner.Sleep(time, cancellation);
    }

    public bool HasSts { get; init; } = true;

    public CallerIdentity? GetCallerIdentity() => HasSts ? inner.GetCallerIdentity() : null;

    public ComprehendModel DescribeModel(ModelArn modelArn) => inner.DescribeModel(modelArn);

    public IEnumerable<ComprehendModel> ListModels(ModelKind kind, string? name = null)
    {
        foreach (ComprehendModel model in inner.ListModels(kind, name))
        {
            if (BreaksAfter-- == 0)
            {
                throw new AwsServiceException("ListDocumentClassifiers", "ThrottlingException", "Rate exceeded");
            }

            yield return model;
        }
    }

    public ResourcePolicyDescription DescribeResourcePolicy(ModelArn modelArn) => inner.DescribeResourcePolicy(modelArn);

    public string PutResourcePolicy(ModelArn modelArn, string policy, string? revisionId) =>
        inner.PutResourcePolicy(modelArn, policy, revisionId);

    public void DeleteResourcePolicy(ModelArn modelArn, string? revisionId) => inner.DeleteResourcePolicy(modelArn, revisionId);

    public ModelArn ImportModel(ImportModelRequest request) => inner.ImportModel(request);

    public ModelArn CreateModel(CreateModelRequest request) => inner.CreateModel(request);

    public string CreateEndpoint(CreateEndpointRequest request) => inner.CreateEndpoint(request);

    public ComprehendEndpoint DescribeEndpoint(string endpointArn) => inner.DescribeEndpoint(endpointArn);

    public KeyDescription DescribeKey(string keyId) => inner.DescribeKey(keyId);

    public string GetKeyPolicy(KeyArn keyArn) => inner.GetKeyPolicy(keyArn);

    public void PutKeyPolicy(KeyArn keyArn, string policy) => inner.PutKeyPolicy(keyArn, policy);
}
