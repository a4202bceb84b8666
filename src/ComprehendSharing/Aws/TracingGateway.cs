// Tells of every call in one line: operation, item, region and duration. Never a credential, never a policy.
using System.Diagnostics;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Aws;

internal sealed class TracingGateway(IAwsGateway inner, string where, Action<string> write) : IAwsGateway
{
    public string Region => inner.Region;

    public TimeProvider Clock => inner.Clock;

    public void Sleep(TimeSpan time, CancellationToken cancellation) => inner.Sleep(time, cancellation);

    public CallerIdentity? GetCallerIdentity() => Trace("STS GetCallerIdentity", string.Empty, inner.GetCallerIdentity);

    public ComprehendModel DescribeModel(ModelArn modelArn) =>
        Trace($"Comprehend Describe{modelArn.Kind}", modelArn, () => Remember(inner.DescribeModel(modelArn)));

    // One line for all pages, when the list ends or its reader has enough; the reader's own time does not count.
    public IEnumerable<ComprehendModel> ListModels(ModelKind kind, string? name = null)
    {
        Stopwatch time = Stopwatch.StartNew();
        try
        {
            foreach (ComprehendModel model in inner.ListModels(kind, name))
            {
                time.Stop();
                yield return Remember(model);
                time.Start();
            }
        }
        finally
        {
            Tell($"Comprehend List{kind}s", name ?? string.Empty, time.Elapsed);
        }
    }

    public ResourcePolicyDescription DescribeResourcePolicy(ModelArn modelArn) =>
        Trace("Comprehend DescribeResourcePolicy", modelArn, () => inner.DescribeResourcePolicy(modelArn));

    public string PutResourcePolicy(ModelArn modelArn, string policy, string? revisionId) =>
        Trace("Comprehend PutResourcePolicy", modelArn, () => inner.PutResourcePolicy(modelArn, policy, revisionId));

    public void DeleteResourcePolicy(ModelArn modelArn, string? revisionId) => Trace(
        "Comprehend DeleteResourcePolicy",
        modelArn,
        () =>
        {
            inner.DeleteResourcePolicy(modelArn, revisionId);
            return true;
        });

    public ModelArn ImportModel(ImportModelRequest request) =>
        Trace("Comprehend ImportModel", request.SourceModelArn, () => inner.ImportModel(request));

    public ModelArn CreateModel(CreateModelRequest request) =>
        Trace($"Comprehend Create{request.Kind}", request.ModelName, () => inner.CreateModel(request));

    public string CreateEndpoint(CreateEndpointRequest request) =>
        Trace("Comprehend CreateEndpoint", request.EndpointName, () => inner.CreateEndpoint(request));

    public ComprehendEndpoint DescribeEndpoint(string endpointArn) =>
        Trace("Comprehend DescribeEndpoint", endpointArn, () => inner.DescribeEndpoint(endpointArn));

    public KeyDescription DescribeKey(string keyId) => Trace(
        "KMS DescribeKey",
        keyId,
        () =>
        {
            KeyDescription key = inner.DescribeKey(keyId);
            SeenItems.Current.Add(key);
            return key;
        });

    public string GetKeyPolicy(KeyArn keyArn) => Trace("KMS GetKeyPolicy", keyArn, () => inner.GetKeyPolicy(keyArn));

    public void PutKeyPolicy(KeyArn keyArn, string policy) => Trace(
        "KMS PutKeyPolicy",
        keyArn,
        () =>
        {
            inner.PutKeyPolicy(keyArn, policy);
            return true;
        });

    private static ComprehendModel Remember(ComprehendModel model)
    {
        SeenItems.Current.Add(model);
        return model;
    }

    private T Trace<T>(string operation, object item, Func<T> call)
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            return call();
        }
        finally
        {
            Tell(operation, item, Stopwatch.GetElapsedTime(start));
        }
    }

    private void Tell(string operation, object item, TimeSpan time) =>
        write($"{operation} {item} ({Where()}, {time.TotalMilliseconds:F0} ms)");

    private string Where()
    {
        try
        {
            return $"{inner.Region}, {where}";
        }
        catch (SharingException)
        {
            return $"the default region, {where}";
        }
    }
}
