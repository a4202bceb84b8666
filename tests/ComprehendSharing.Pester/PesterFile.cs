namespace ComprehendSharing.Pester;

/// <summary>The outcome of one file of Pester tests.</summary>
public sealed record PesterFile(string Name, int Passed, int Failed, int Skipped, IReadOnlyList<string> Failures);
