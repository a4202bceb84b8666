namespace ComprehendSharing.Sandbox;

/// <summary>How a call goes wrong.</summary>
public enum SandboxFaultKind
{
    /// <summary>ThrottlingException; nothing is done.</summary>
    Throttle,

    /// <summary>The work is done, and the answer is lost: RequestTimeoutException.</summary>
    TimeoutAfterWork,

    /// <summary>InternalServerException, KMSInternalException for KMS; nothing is done.</summary>
    ServerError,

    /// <summary>GetKeyPolicy answers the policy as it was before the last write, as KMS may for some seconds.</summary>
    StaleKeyPolicy,

    /// <summary>Somebody else replaces the key's policy just before the call.</summary>
    ChangeKeyPolicy,
}
