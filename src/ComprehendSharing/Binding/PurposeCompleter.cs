using ComprehendSharing.Templates;

namespace ComprehendSharing.Binding;

/// <summary>Completes the purposes of identity policies, and says what each is for.</summary>
public sealed class PurposeCompleter : TextCompleter
{
    private protected override IEnumerable<(string Text, string ToolTip)> Candidates() =>
    [
        (nameof(IdentityPolicyPurpose.ModelOwner), "For whoever shares models: manages their resource policies and keys"),
        (nameof(IdentityPolicyPurpose.ModelImporter), "For whoever calls ImportModel"),
        (nameof(IdentityPolicyPurpose.ImportRole), "For the role that Comprehend assumes during the import"),
        (nameof(IdentityPolicyPurpose.ImportRoleTrust), "The trust policy of that role"),
    ];
}
