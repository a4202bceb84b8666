namespace ComprehendSharing.Sandbox;

/// <summary>How an import will end. It is settled when the import is asked for, and shows after a while.</summary>
/// <param name="Status">The final status.</param>
/// <param name="Message">What Comprehend says about it.</param>
/// <param name="After">How long it takes.</param>
internal sealed record ImportOutcome(string Status, string? Message, TimeSpan After);
