namespace Amazon.PowerShell.Common;

/// <summary>Whose credentials a call has, or why AWS refuses them.</summary>
internal sealed record StubCaller(string Source, string? ProfileName, string? RefusalCode = null, string? RefusalMessage = null);
