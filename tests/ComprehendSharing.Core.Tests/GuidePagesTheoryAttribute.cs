using System.Runtime.CompilerServices;

namespace ComprehendSharing.Tests;

/// <summary>A theory over the forms of AWS's page; it is skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class GuidePagesTheoryAttribute : TheoryAttribute
{
    public GuidePagesTheoryAttribute([CallerMemberName] string name = "")
    {
        if (GuidePages.Folder is null)
        {
            Skip = "There is no folder ../shared/reference/seeds beside the checkout.";

            // dotnet test prints the name alone.
            DisplayName = $"{name}: {Skip}";
        }
    }
}
