using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Compares a whole statement with a request.</summary>
internal static class StatementMatcher
{
    /// <summary>The first element that does not match; else the first that is not implemented; else a match.</summary>
    public static ElementMatch Match(PolicyDocument document, PolicyStatement statement, AccessRequest request)
    {
        PolicyVariables variables = PolicyVariables.Of(document);
        ElementMatch unclear = UnknownMember(document, statement);
        for (int element = 0; element < 4; element++)
        {
            ElementMatch match = element switch
            {
                0 => PrincipalElement.Match(statement, request.Principal),
                1 => ActionElement.Match(statement, request.Action),
                2 => ResourceElement.Match(statement, request.Resource, variables),
                _ => ConditionElement.Match(statement, request.Context, variables),
            };
            if (match.Answer == MatchAnswer.No)
            {
                return match;
            }

            unclear = unclear.Answer == MatchAnswer.Yes ? match : unclear;
        }

        return unclear;
    }

    private static ElementMatch UnknownMember(PolicyDocument document, PolicyStatement statement)
    {
        string? member = statement.UnknownMember.Concat(document.UnknownMember).FirstOrDefault();
        return member is null ? ElementMatch.Yes : ElementMatch.NotImplemented($"the element {member.Split(':')[0]}");
    }
}
