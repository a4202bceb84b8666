using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Resource and NotResource: wildcards, with case.</summary>
internal static class ResourceElement
{
    public static ElementMatch Match(PolicyStatement statement, string resource, PolicyVariables variables) => ElementMatch.OfPair(
        "Resource", statement.Resource, statement.NotResource, resource, pattern => Match(pattern, resource, variables));

    private static MatchAnswer Match(string pattern, string resource, PolicyVariables variables)
    {
        if (variables.AreIn(pattern))
        {
            return MatchAnswer.NotImplemented;
        }

        return WildcardMatcher.IsMatch(pattern, resource) ? MatchAnswer.Yes : MatchAnswer.No;
    }
}
