namespace Amazon.PowerShell.Common;

/// <summary>How a call goes wrong: the faults of the sandbox, and those that come before it.</summary>
public enum AwsStubFaultKind
{
    /// <summary>TooManyRequestsException, or ThrottlingException where the API knows no such error; nothing is done.</summary>
    Throttle,

    /// <summary>The work is done, and the answer is lost: AmazonClientException with a TimeoutException in it.</summary>
    TimeoutAfterWork,

    /// <summary>InternalServerException or KMSInternalException with status 500; nothing is done.</summary>
    ServerError,

    /// <summary>GetKeyPolicy answers the policy as it was before the last write.</summary>
    StaleKeyPolicy,

    /// <summary>Somebody else replaces the key's policy just before the call.</summary>
    ChangeKeyPolicy,

    /// <summary>ExpiredTokenException; the call does not come to the sandbox.</summary>
    ExpiredCredentials,

    /// <summary>AccessDeniedException; the call does not come to the sandbox.</summary>
    AccessDenied,
}
