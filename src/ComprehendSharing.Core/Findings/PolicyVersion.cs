namespace ComprehendSharing.Findings;

/// <summary>The versions of the policy language.</summary>
internal static class PolicyVersion
{
    /// <summary>The version of policies without Version, which has no policy variables.</summary>
    public const string Old = "2008-10-17";
}
