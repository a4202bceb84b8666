// All the rules there are, and what a text that is no policy at all amounts to.
using System.Reflection;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings;

/// <summary>Finds what is wrong, dangerous or useless in a policy. It needs no network. Safe for several threads.</summary>
public static class PolicyChecker
{
    /// <summary>The code of the finding about a text that cannot be read as a policy.</summary>
    public const string InvalidPolicyCode = "INVALID_POLICY";

    // A rule is one file; there is no list to forget it in.
    internal static IReadOnlyList<PolicyRule> Rules { get; } =
    [
        .. typeof(PolicyRule).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(PolicyRule)) && !type.IsAbstract)
            .Select(type => (PolicyRule)Activator.CreateInstance(type, nonPublic: true)!)
            .OrderBy(rule => rule.Code, StringComparer.Ordinal),
    ];

    /// <summary>Checks a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="kind">What it is attached to.</param>
    /// <param name="resource">The ARN of what it is attached to; null when that is not known, and then nothing is guessed about it.</param>
    /// <returns>The findings, in the order of the text, the gravest first where they are about the same place.</returns>
    public static ValueList<Finding> Check(PolicyDocument policy, PolicyKind kind, Arn? resource = null)
    {
        ArgumentNullException.ThrowIfNull(policy);
        PolicyUnderTest subject = new(policy, kind, resource);
        return new ValueList<Finding>(Rules
            .SelectMany(rule => rule.Check(subject))
            .OrderBy(finding => finding.Line)
            .ThenBy(finding => finding.Column)
            .ThenBy(finding => finding.Severity));
    }

    /// <summary>Checks a text, which may turn out to be no policy.</summary>
    /// <param name="json">The text.</param>
    /// <param name="kind">What it is attached to.</param>
    /// <param name="resource">The ARN of what it is attached to; null when that is not known.</param>
    /// <returns>The findings; a single one when the text is no policy.</returns>
    public static ValueList<Finding> Check(string json, PolicyKind kind, Arn? resource = null)
    {
        try
        {
            return Check(PolicyDocument.Parse(json), kind, resource);
        }
        catch (DocumentFormatException exception)
        {
            return
            [
                new Finding
                {
                    Code = InvalidPolicyCode,
                    Severity = FindingSeverity.Error,
                    Message = exception.Cause,
                    Path = string.Empty,
                    Line = exception.Line,
                    Column = exception.Column,
                    Recommendation = exception.Recommendation,
                },
            ];
        }
    }
}
