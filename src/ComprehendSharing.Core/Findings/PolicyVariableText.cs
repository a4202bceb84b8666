// Policy variables as text: ${aws:username}, and ${*} for a star that is no wildcard.
using System.Text.RegularExpressions;

namespace ComprehendSharing.Findings;

/// <summary>Finds the policy variables in a value.</summary>
internal static partial class PolicyVariableText
{
    /// <summary>The first variable of a text; null when there is none.</summary>
    public static string? First(string text) => Variable().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>The text with each variable replaced by a character that is none of the policy language.</summary>
    public static string Mask(string text) => Variable().Replace(text, "x");

    [GeneratedRegex(@"\$\{[^{}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
