namespace ComprehendSharing.Sharing;

/// <summary>The states of a custom model, in Comprehend's words, and the one that a dry run answers.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_DocumentClassifierProperties.html">DocumentClassifierProperties, Status</see></remarks>
public static class ModelStatus
{
    /// <summary>The request was taken.</summary>
    public const string Submitted = "SUBMITTED";

    /// <summary>Comprehend is at work.</summary>
    public const string Training = "TRAINING";

    /// <summary>Ready to use.</summary>
    public const string Trained = "TRAINED";

    /// <summary>Ready to use; some of the training data were left out.</summary>
    public const string TrainedWithWarning = "TRAINED_WITH_WARNING";

    /// <summary>Failed; the message says why.</summary>
    public const string InError = "IN_ERROR";

    /// <summary>Being stopped.</summary>
    public const string StopRequested = "STOP_REQUESTED";

    /// <summary>Stopped before it was trained.</summary>
    public const string Stopped = "STOPPED";

    /// <summary>Being deleted.</summary>
    public const string Deleting = "DELETING";

    /// <summary>Not Comprehend's: what a dry run (<c>-WhatIf</c>) would make.</summary>
    public const string Planned = "Planned";

    /// <summary>Whether a model in this state can be used, shared and imported.</summary>
    /// <param name="status">The state.</param>
    public static bool IsReady(string status) => status is Trained or TrainedWithWarning;

    /// <summary>Whether a model in this state will reach another by itself.</summary>
    /// <param name="status">The state.</param>
    public static bool IsPending(string status) => status is Submitted or Training or StopRequested;
}
