using ComprehendSharing.Evaluation;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Tests.Evaluation;

/// <summary>The evaluator against what the guides of AWS say about their own examples.</summary>
public sealed class AccessCasesTests
{
    public static TheoryData<string> Names => [.. AccessCase.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decides_as_the_guide_says(string name)
    {
        AccessCase one = AccessCase.All[name];

        AccessDecision decision = AccessEvaluator.Evaluate(one.Request, one.Policies);

        Assert.True(one.Expected == decision.Decision, $"{decision.Reason}\n{string.Join('\n', decision.Explanation)}");
        Assert.Contains(one.Reason ?? string.Empty, decision.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Explains_what_it_decided(string name)
    {
        AccessCase one = AccessCase.All[name];

        AccessDecision decision = AccessEvaluator.Evaluate(one.Request, one.Policies);

        Assert.Equal(decision.Decision, Consistent(decision));
    }

    [Fact]
    public void There_are_three_hundred_cases_and_each_has_its_page()
    {
        Assert.True(AccessCase.All.Count >= 300, $"{AccessCase.All.Count}");
        Assert.All(AccessCase.All.Values, one => Assert.StartsWith("https://docs.aws.amazon.com/", one.Source, StringComparison.Ordinal));
    }

    /// <summary>The outcome that the explanation leaves open: a Deny that matches or cannot be decided, an Allow that matches, or neither.</summary>
    private static AccessOutcome Consistent(AccessDecision decision)
    {
        if (decision.Explanation.Any(line => line.Effect == PolicyEffect.Deny && line.Outcome != StatementOutcome.DoesNotMatch))
        {
            return AccessOutcome.ExplicitlyDenied;
        }

        bool isAllowed = decision.Reason.EndsWith("as the root of the account", StringComparison.Ordinal)
            || decision.Explanation.Any(line => line.Effect == PolicyEffect.Allow && line.Outcome == StatementOutcome.Matches);
        return isAllowed ? decision.Decision : AccessOutcome.ImplicitlyDenied;
    }
}
