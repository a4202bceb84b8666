namespace ComprehendSharing.Templates;

/// <summary>What an IAM policy is for.</summary>
/// <remarks>Compares by value. It is no enum, so that completion can say what each purpose means.</remarks>
public sealed record IdentityPolicyPurpose
{
    private IdentityPolicyPurpose(string name, string description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>For whoever shares models.</summary>
    public static IdentityPolicyPurpose ModelOwner { get; } =
        new(nameof(ModelOwner), "For whoever shares models: manages their resource policies and keys");

    /// <summary>For whoever calls ImportModel.</summary>
    public static IdentityPolicyPurpose ModelImporter { get; } = new(nameof(ModelImporter), "For whoever calls ImportModel");

    /// <summary>For the role that Comprehend assumes during the import.</summary>
    public static IdentityPolicyPurpose ImportRole { get; } =
        new(nameof(ImportRole), "For the role that Comprehend assumes during the import");

    /// <summary>The trust policy of that role.</summary>
    public static IdentityPolicyPurpose ImportRoleTrust { get; } = new(nameof(ImportRoleTrust), "The trust policy of that role");

    /// <summary>All purposes.</summary>
    public static ValueList<IdentityPolicyPurpose> All { get; } = [ModelOwner, ModelImporter, ImportRole, ImportRoleTrust];

    /// <summary>The purpose's name, such as <c>ModelOwner</c>.</summary>
    public string Name { get; }

    /// <summary>Who needs the policy, in a few words.</summary>
    public string Description { get; }

    /// <summary>Reads the name of a purpose; its case has no meaning.</summary>
    /// <param name="value">The name.</param>
    /// <exception cref="SharingException"><c>InvalidPurpose</c>: there is none of this name.</exception>
    public static IdentityPolicyPurpose Parse(string value) =>
        All.FirstOrDefault(purpose => purpose.Name.Equals(value, StringComparison.OrdinalIgnoreCase))
        ?? throw Errors.InvalidPurpose(value, All);

    /// <summary>The purpose's name.</summary>
    public override string ToString() => Name;
}
