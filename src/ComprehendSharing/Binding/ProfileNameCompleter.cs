using ComprehendSharing.Aws;

namespace ComprehendSharing.Binding;

/// <summary>Completes the profiles of the sandbox.</summary>
public sealed class ProfileNameCompleter : TextCompleter
{
    private protected override IEnumerable<(string Text, string ToolTip)> Candidates() =>
        ActiveSandbox.Current is { } sandbox
            ? sandbox.Scenario.Account.SelectMany(account => account.Principal)
                .Where(principal => principal.ProfileName is not null)
                .Select(principal => (principal.ProfileName!, principal.Arn.Value))
            : [];
}
