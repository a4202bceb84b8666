namespace ComprehendSharing.Rehearsal;

/// <summary>One step and how it ended.</summary>
internal sealed record RehearsalStep(string Name, string Caller, string Detail, SharingException? Error = null, IReadOnlyList<string>? Warnings = null);
