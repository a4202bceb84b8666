namespace ComprehendSharing.Sharing;

/// <summary>The names of the checks of a share, which scripts compare.</summary>
public static class ShareCheckName
{
    /// <summary>The calls go to the region of the model, where it must be imported.</summary>
    public const string Region = "Region";

    /// <summary>Comprehend knows the model.</summary>
    public const string ModelExists = "ModelExists";

    /// <summary>The ARN names a version.</summary>
    public const string ModelVersion = "ModelVersion";

    /// <summary>The model is trained.</summary>
    public const string ModelStatus = "ModelStatus";

    /// <summary>The model has a resource policy.</summary>
    public const string ModelPolicy = "ModelPolicy";

    /// <summary>The key of the model is customer managed; passes for an AWS owned key, which needs nothing.</summary>
    public const string KeyManager = "KeyManager";

    /// <summary>The key is in the region of the model.</summary>
    public const string KeyRegion = "KeyRegion";

    /// <summary>The key is of the model's account, which alone can edit its policy.</summary>
    public const string KeyAccount = "KeyAccount";

    /// <summary>The key is enabled.</summary>
    public const string KeyState = "KeyState";

    /// <summary>The key policy names nobody who was deleted.</summary>
    public const string StalePrincipals = "StalePrincipals";

    /// <summary>The key policy has room for another version.</summary>
    public const string KeyPolicySize = "KeyPolicySize";

    /// <summary>The model policy lets the principal import.</summary>
    public const string ModelPolicyPrincipal = "ModelPolicyPrincipal";

    /// <summary>The key policy allows Decrypt and GenerateDataKey for this version.</summary>
    public const string KeyPolicyDecrypt = "KeyPolicyDecrypt";

    /// <summary>The key policy allows CreateGrant for this version.</summary>
    public const string KeyPolicyGrant = "KeyPolicyGrant";

    /// <summary>The importer's own policy allows ImportModel.</summary>
    public const string ImporterPolicy = "ImporterPolicy";

    /// <summary>The importer's own policy lets the role be passed to Comprehend.</summary>
    public const string PassRole = "PassRole";

    /// <summary>The role that Comprehend assumes is of the importer's account.</summary>
    public const string RoleAccount = "RoleAccount";

    /// <summary>Comprehend may assume the role, for the importer's account only.</summary>
    public const string RoleTrust = "RoleTrust";

    /// <summary>The role's own policy allows the use of the keys.</summary>
    public const string RolePolicy = "RolePolicy";

    /// <summary>The key of the copy is an enabled customer managed key of the importer's account and region.</summary>
    public const string CopyKey = "CopyKey";

    /// <summary>All names, in the order in which the checks are listed.</summary>
    public static ValueList<string> All { get; } =
    [
        Region, ModelExists, ModelVersion, ModelStatus, ModelPolicy,
        KeyManager, KeyRegion, KeyAccount, KeyState, StalePrincipals, KeyPolicySize,
        ModelPolicyPrincipal, KeyPolicyDecrypt, KeyPolicyGrant,
        ImporterPolicy, PassRole, RoleAccount, RoleTrust, RolePolicy, CopyKey,
    ];
}
