// How often AWS is called to share n versions under one key: set the policies, open the key, bundle.
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

public sealed class CallCountTests
{
    [Theory]
    [InlineData(1, World.Key)]
    [InlineData(2, World.Key)]
    [InlineData(25, World.KeyId)]
    public void Sharing_n_versions_under_one_key(int n, string modelKey)
    {
        World world = new(versions: n, modelKey: modelKey);
        ModelPolicyRequest[] policies =
        [
            .. Enumerable.Range(1, n).Select(
                number => new ModelPolicyRequest(World.Version(number), ModelPolicyTemplate.Create(World.Principals(World.Partner)))),
        ];
        foreach (ModelPolicyRequest policy in policies)
        {
            world.Setter.Apply(world.Setter.Plan(policy));
        }

        KeyAccessRequest[] requests = [.. Enumerable.Range(1, n).Select(number => World.Request(number))];
        Assert.All(requests, request => Assert.Equal(World.KeyArn, world.Granter.FindKey(request)));
        world.Grant(requests);
        ShareBundler bundler = new(world.Gateway);
        Assert.All(requests, request => Assert.Single(bundler.Bundle(request.ModelArn, [], [])));

        Dictionary<string, int> calls = world.Aws.Calls.GroupBy(call => call.Operation).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal(
            new Dictionary<string, int>
            {
                ["DescribeDocumentClassifier"] = 2 * n,
                ["DescribeResourcePolicy"] = 2 * n,
                ["PutResourcePolicy"] = n,
                ["DescribeKey"] = 2,
                ["GetKeyPolicy"] = 3,
                ["PutKeyPolicy"] = 1,
            },
            calls);
    }

    [Fact]
    public void Sharing_again_what_is_shared_reads_and_writes_nothing()
    {
        World world = new(modelPolicy: ModelPolicyTemplate.Create(World.Principals(World.Partner)).ToJson());
        world.Grant(World.Request(1));
        int writes = world.Aws.Calls.Count(call => call.IsWrite);
        world.Set(ModelPolicyTemplate.Create(World.Principals(World.Partner)).ToJson());
        world.Grant(World.Request(1));
        Assert.Equal(writes, world.Aws.Calls.Count(call => call.IsWrite));
        Assert.Equal(4, world.Count("GetKeyPolicy"));
    }
}
