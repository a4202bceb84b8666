namespace ComprehendSharing.Templates;

/// <summary>What an IAM policy is for.</summary>
public enum IdentityPolicyPurpose
{
    /// <summary>For whoever shares models: manages their resource policies and keys.</summary>
    ModelOwner,

    /// <summary>For whoever calls ImportModel.</summary>
    ModelImporter,

    /// <summary>For the role that Comprehend assumes during the import.</summary>
    ImportRole,

    /// <summary>The trust policy of that role.</summary>
    ImportRoleTrust,
}
