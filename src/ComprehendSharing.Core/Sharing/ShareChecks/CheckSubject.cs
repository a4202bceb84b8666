using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>What a check is about.</summary>
internal sealed record CheckSubject(ModelArn Model, PolicyPrincipal? Principal)
{
    public ShareCheck Pass(string name, string reason) => Of(name, ShareCheckResult.Pass, reason, recommendation: null);

    public ShareCheck Warn(string name, string reason, string recommendation) => Of(name, ShareCheckResult.Warning, reason, recommendation);

    public ShareCheck Fail(string name, string reason, string recommendation) => Of(name, ShareCheckResult.Fail, reason, recommendation);

    public ShareCheck NotChecked(string name, string reason, string recommendation) => Of(name, ShareCheckResult.NotChecked, reason, recommendation);

    public ShareCheck NotChecked<T>(string name, Fact<T> fact)
        where T : class => NotChecked(name, fact.Unknown, fact.Remedy);

    private ShareCheck Of(string name, ShareCheckResult result, string reason, string? recommendation) => new()
    {
        ModelArn = Model,
        Principal = Principal,
        Name = name,
        Result = result,
        Reason = reason,
        Recommendation = recommendation,
    };
}
