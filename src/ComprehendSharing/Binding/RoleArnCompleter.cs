using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Binding;

/// <summary>Completes the roles of the sandbox.</summary>
public sealed class RoleArnCompleter : TextCompleter
{
    private protected override IEnumerable<(string Text, string ToolTip)> Candidates() =>
        ActiveSandbox.Current is { } sandbox
            ? sandbox.Scenario.Account.SelectMany(account => account.Principal)
                .Where(principal => principal.Arn.Kind == PrincipalKind.Role)
                .Select(principal => (principal.Arn.Value, $"Role of the account {principal.Arn.AccountId}"))
            : [];
}
