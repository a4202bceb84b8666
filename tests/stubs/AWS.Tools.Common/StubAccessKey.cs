namespace Amazon.PowerShell.Common;

/// <summary>An access key that the stub knows; any secret will do when none is given.</summary>
internal sealed record StubAccessKey(string ProfileName, string? SecretKey, string? SessionToken);
