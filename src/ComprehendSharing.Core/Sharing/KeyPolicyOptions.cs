namespace ComprehendSharing.Sharing;

/// <summary>What an edit of a key policy may do beyond adding its statements.</summary>
/// <param name="RemoveStalePrincipal">Take out the unique ids of deleted users and roles, for which KMS would refuse the edit.</param>
/// <param name="Force">Let KMS decide about the size.</param>
public sealed record KeyPolicyOptions(bool RemoveStalePrincipal = false, bool Force = false);
