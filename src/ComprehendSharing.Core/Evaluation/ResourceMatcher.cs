// Resource and NotResource. AWS documents wildcards within the parts between the colons, so they are compared part by part.
// A pattern with fewer than six parts, such as arn:aws:s3*, is not explained by any page of AWS: it is not decided where it
// would fit as a plain text.
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Resource and NotResource: wildcards within the parts of an ARN, and case.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards">Using wildcards in resource ARNs</see></remarks>
internal sealed class ResourceMatcher(PolicyStatement statement, PolicyDocument document)
{
    private readonly bool _isNot = statement.Resource.Count == 0;
    private readonly PolicyText[] _patterns =
    [
        .. (statement.Resource.Count == 0 ? statement.NotResource : statement.Resource).Select(text => PolicyText.Of(text, document)),
    ];

    /// <summary>Compares the resource of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isOptional">Whether a statement without Resource is about the resource that it is attached to: in a trust policy.</param>
    /// <param name="notes">Takes the reason.</param>
    public MatchAnswer Match(RequestView request, bool isOptional, MatchNotes? notes)
    {
        if (_patterns.Length == 0)
        {
            notes?.Mismatch("Resource", "a resource", "none, so the statement has no effect");
            return ConditionOperator.Answer(isOptional);
        }

        if (statement.Resource.Count > 0 && statement.NotResource.Count > 0)
        {
            notes?.NotDecided("Resource", "Resource together with NotResource is not allowed");
            return MatchAnswer.NotDecided;
        }

        MatchAnswer any = MatchAnswer.No;
        string? problem = null;
        foreach (PolicyText pattern in _patterns)
        {
            MatchAnswer answer = Fits(pattern, request, ref problem);
            if (answer == MatchAnswer.Yes)
            {
                any = answer;
                break;
            }

            any = answer == MatchAnswer.NotDecided ? answer : any;
        }

        string element = _isNot ? "NotResource" : "Resource";
        if (any == MatchAnswer.NotDecided)
        {
            notes?.NotDecided(element, problem!);
            return any;
        }

        if (any == MatchAnswer.Yes == _isNot)
        {
            notes?.Mismatch(element, _isNot ? $"none of {statement.NotResource}" : statement.Resource, request.Resource);
            return MatchAnswer.No;
        }

        return MatchAnswer.Yes;
    }

    private static MatchAnswer Fits(PolicyText pattern, RequestView request, ref string? problem)
    {
        if (pattern.Text == "*")
        {
            return MatchAnswer.Yes;
        }

        if (pattern.IsLiteral)
        {
            return ConditionOperator.Answer(pattern.Text == request.Resource);
        }

        if (pattern.HasEarlyVariable)
        {
            problem ??= $"'{pattern.Text}' has a policy variable before the fifth colon";
            return MatchAnswer.NotDecided;
        }

        MatchAnswer expansion = pattern.TryExpand(request, out ExpandedText expanded, out string? unclear);
        if (expansion != MatchAnswer.Yes)
        {
            problem ??= unclear;
            return expansion;
        }

        if (expanded.IsArnMatch(request.Resource) is { } fits)
        {
            return ConditionOperator.Answer(fits);
        }

        if (!expanded.IsWildcardMatch(request.Resource))
        {
            return MatchAnswer.No;
        }

        problem ??= $"'{pattern.Text}' has fewer than the six parts of an ARN";
        return MatchAnswer.NotDecided;
    }
}
