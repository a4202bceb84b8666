using ComprehendSharing.Templates;

namespace ComprehendSharing.Binding;

/// <summary>Completes the purposes of identity policies, and says what each is for.</summary>
public sealed class PurposeCompleter : TextCompleter
{
    private protected override IEnumerable<(string Text, string ToolTip)> Candidates() =>
        IdentityPolicyPurpose.All.Select(purpose => (purpose.Name, purpose.Description));
}
