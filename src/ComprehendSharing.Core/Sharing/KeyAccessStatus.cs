// Planned has the same number in every status, because JSON may carry the number alone, and a dry run must stay one.
namespace ComprehendSharing.Sharing;

/// <summary>What became of the access to a key.</summary>
public enum KeyAccessStatus
{
    /// <summary>A dry run: it would be changed.</summary>
    Planned = -1,

    /// <summary>The key policy was edited.</summary>
    Granted = 0,

    /// <summary>The key policy allowed it already; nothing was written.</summary>
    AlreadyGranted,

    /// <summary>The model is under an AWS owned key, which needs no policy.</summary>
    NotNeeded,

    /// <summary>The statements were taken out of the key policy.</summary>
    Revoked,

    /// <summary>The key policy has no statement of this module for it.</summary>
    NotFound,
}
