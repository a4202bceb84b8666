namespace ComprehendSharing.Sharing;

/// <summary>What became of the access to a key.</summary>
public enum KeyAccessStatus
{
    /// <summary>A dry run: nothing was written, whether or not anything would have to be.</summary>
    Planned,

    /// <summary>The key policy was edited.</summary>
    Granted,

    /// <summary>The key policy allowed it already; nothing was written.</summary>
    AlreadyGranted,

    /// <summary>The model is under an AWS owned key, which needs no policy.</summary>
    NotNeeded,

    /// <summary>The statements were taken out of the key policy.</summary>
    Revoked,

    /// <summary>The key policy has no statement of this module for it.</summary>
    NotFound,
}
