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

    /// <summary>For the role that Comprehend assumes when it trains a model.</summary>
    public static IdentityPolicyPurpose TrainingRole { get; } =
        new(nameof(TrainingRole), "For the data access role of a training: input, output, keys and VPC");

    /// <summary>The trust policy of that role.</summary>
    public static IdentityPolicyPurpose TrainingRoleTrust { get; } =
        new(nameof(TrainingRoleTrust), "The trust policy of the data access role of a training");

    /// <summary>For the role that Comprehend assumes when it serves an encrypted model.</summary>
    public static IdentityPolicyPurpose EndpointRole { get; } =
        new(nameof(EndpointRole), "For the data access role of an endpoint: the key of its model");

    /// <summary>The trust policy of that role.</summary>
    public static IdentityPolicyPurpose EndpointRoleTrust { get; } =
        new(nameof(EndpointRoleTrust), "The trust policy of the data access role of an endpoint");

    /// <summary>All purposes.</summary>
    public static ValueList<IdentityPolicyPurpose> All { get; } =
        [ModelOwner, ModelImporter, ImportRole, ImportRoleTrust, TrainingRole, TrainingRoleTrust, EndpointRole, EndpointRoleTrust];

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
