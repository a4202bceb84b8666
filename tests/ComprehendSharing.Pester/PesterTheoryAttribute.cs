namespace ComprehendSharing.Pester;

/// <summary>A theory that is skipped, with the reason, where Pester cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PesterTheoryAttribute : TheoryAttribute
{
    public PesterTheoryAttribute() => Skip = PowerShellHost.WhyNot;
}
