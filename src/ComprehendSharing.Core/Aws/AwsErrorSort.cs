namespace ComprehendSharing.Aws;

/// <summary>What an error of AWS means to its caller.</summary>
internal enum AwsErrorSort
{
    /// <summary>The caller may not do it.</summary>
    AccessDenied,

    /// <summary>The credentials are wrong, or have expired.</summary>
    NotAuthenticated,

    /// <summary>The item is not there.</summary>
    NotFound,

    /// <summary>Another operation is in the way.</summary>
    Conflict,

    /// <summary>Too many calls; nothing was done.</summary>
    Throttled,

    /// <summary>A quota is used up.</summary>
    LimitExceeded,

    /// <summary>KMS does not let the key be used.</summary>
    KeyNotUsable,

    /// <summary>The request is malformed or makes no sense.</summary>
    InvalidRequest,

    /// <summary>There was no connection, or it broke; whether the request was done is not known.</summary>
    NotReached,

    /// <summary>AWS failed, or its answer did not arrive; whether the request was done is not known.</summary>
    Failure,
}
