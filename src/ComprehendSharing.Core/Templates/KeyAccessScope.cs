namespace ComprehendSharing.Templates;

/// <summary>For which models a statement of a key policy lets the key be used.</summary>
public enum KeyAccessScope
{
    /// <summary>One model version: the narrowest.</summary>
    ModelVersion,

    /// <summary>Every version of one model, those of the future too.</summary>
    Model,

    /// <summary>Every Comprehend resource of the account in the region.</summary>
    Account,

    /// <summary>Every Comprehend resource of any account: the form of AWS's guide, and very broad.</summary>
    Service,
}
