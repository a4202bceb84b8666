using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>How an import or a training will end. It is settled when it is asked for, and shows after a while.</summary>
/// <param name="Status">The final status.</param>
/// <param name="Message">What Comprehend says about it.</param>
/// <param name="After">How long it takes.</param>
internal sealed record ModelOutcome(string Status, string? Message, TimeSpan After)
{
    private static readonly TimeSpan s_trainedAfter = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan s_failsAfter = TimeSpan.FromSeconds(30);

    /// <summary>The outcome when the role was refused with a message, or with none.</summary>
    public static ModelOutcome Of(string? refusal) => refusal is null
        ? new ModelOutcome(ModelStatus.Trained, Message: null, s_trainedAfter)
        : new ModelOutcome(ModelStatus.InError, refusal, s_failsAfter);
}
