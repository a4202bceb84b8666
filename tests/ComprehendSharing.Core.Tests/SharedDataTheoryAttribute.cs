using System.Runtime.CompilerServices;

namespace ComprehendSharing.Tests;

/// <summary>A theory over the shared policies; it is skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataTheoryAttribute : TheoryAttribute
{
    public SharedDataTheoryAttribute([CallerMemberName] string name = "")
    {
        if (SharedData.Folder is null)
        {
            Skip = "There is no folder ../shared/data/policies beside the checkout.";

            // dotnet test prints the name alone.
            DisplayName = $"{name}: {Skip}";
        }
    }
}
