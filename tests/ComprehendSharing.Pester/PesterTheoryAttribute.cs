using System.Runtime.CompilerServices;

namespace ComprehendSharing.Pester;

/// <summary>A theory that is skipped where Pester cannot run, with the reason in its name, which is all that dotnet test prints.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PesterTheoryAttribute : TheoryAttribute
{
    public PesterTheoryAttribute([CallerMemberName] string name = "")
    {
        Skip = PowerShellHost.WhyNot;
        DisplayName = Skip is null ? null : $"{name}: {Skip}";
    }
}
