namespace ComprehendSharing;

/// <summary>What sort of error it is; a host maps it to its own categories.</summary>
public enum ErrorKind
{
    /// <summary>A value that was given cannot be used.</summary>
    InvalidArgument,

    /// <summary>A document that was read (policy, scenario, bundle) is malformed.</summary>
    InvalidData,

    /// <summary>What was asked cannot be done in this state.</summary>
    InvalidOperation,

    /// <summary>The named thing does not exist.</summary>
    NotFound,

    /// <summary>The thing exists already.</summary>
    AlreadyExists,

    /// <summary>AWS, or a rule of this module, does not permit it.</summary>
    PermissionDenied,

    /// <summary>Somebody else is changing the same thing.</summary>
    Conflict,

    /// <summary>A size or number is over its limit.</summary>
    LimitsExceeded,

    /// <summary>The time that was given for it has passed.</summary>
    Timeout,

    /// <summary>The service failed.</summary>
    Unavailable,

    /// <summary>The service was not reached.</summary>
    NotReached,

    /// <summary>There are no credentials, or they are refused.</summary>
    NotAuthenticated,

    /// <summary>Something that is needed is not installed.</summary>
    NotInstalled,
}
