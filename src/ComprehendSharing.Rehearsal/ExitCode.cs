namespace ComprehendSharing.Rehearsal;

/// <summary>What the process answers to its caller.</summary>
internal static class ExitCode
{
    /// <summary>The import reached TRAINED.</summary>
    public const int Succeeded = 0;

    /// <summary>A step failed, as it would on AWS.</summary>
    public const int Failed = 1;

    /// <summary>The scenario or the command line cannot be used.</summary>
    public const int Unusable = 2;
}
