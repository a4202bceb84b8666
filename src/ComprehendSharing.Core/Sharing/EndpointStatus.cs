namespace ComprehendSharing.Sharing;

/// <summary>The states of an endpoint, in Comprehend's words, and the one that a dry run answers.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_EndpointProperties.html">EndpointProperties, Status</see></remarks>
public static class EndpointStatus
{
    /// <summary>Being made.</summary>
    public const string Creating = "CREATING";

    /// <summary>Being changed.</summary>
    public const string Updating = "UPDATING";

    /// <summary>Ready to answer, and paid for.</summary>
    public const string InService = "IN_SERVICE";

    /// <summary>Failed; the message says why.</summary>
    public const string Failed = "FAILED";

    /// <summary>Being deleted.</summary>
    public const string Deleting = "DELETING";

    /// <summary>Not Comprehend's: what a dry run (<c>-WhatIf</c>) would make.</summary>
    public const string Planned = "Planned";
}
