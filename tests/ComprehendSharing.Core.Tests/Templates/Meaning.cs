// Policies compared by what they say, without the labels that are free to choose.
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Templates;

internal static class Meaning
{
    public static void AssertSame(string expected, PolicyDocument actual) => AssertSame(PolicyDocument.Parse(expected), actual);

    public static void AssertSame(PolicyDocument expected, PolicyDocument actual)
    {
        if (!PolicyComparer.AreEquivalent(WithoutSids(expected), WithoutSids(actual)))
        {
            // The texts differ too, and say where.
            Assert.Equal(WithoutSids(expected).ToJson(), WithoutSids(actual).ToJson());
        }
    }

    private static PolicyDocument WithoutSids(PolicyDocument document)
    {
        Assert.Equal(PolicyDocument.CurrentVersion, document.Version);
        Assert.Null(document.Id);
        return PolicyDocument.Create(document.Statement.Select(statement => statement with { Sid = null }));
    }
}
