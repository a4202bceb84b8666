namespace ComprehendSharing.Pester;

/// <summary>All tests, with the cmdlets in the sandbox.</summary>
public sealed class SandboxRun() : PesterRun("Sandbox");
