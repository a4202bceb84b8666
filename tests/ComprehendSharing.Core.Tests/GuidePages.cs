// AWS's page on sharing models in several forms, kept in a folder beside the checkout. It is not part of the repository.
namespace ComprehendSharing.Tests;

internal static class GuidePages
{
    public const string Absent = "(no shared pages)";

    private static readonly string[] s_forms = ["000*.txt", "001*.txt", "002*.txt"];

    /// <summary>The folder of the pages; null where there is none.</summary>
    public static string? Folder { get; } = SharedData.FindFolder("shared", "reference", "seeds");

    /// <summary>The forms of the page: as markdown, as text and in German.</summary>
    public static IReadOnlyList<string> Forms { get; } = Folder is null
        ? [Absent]
        : [.. s_forms.SelectMany(form => Directory.GetFiles(Folder, form)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    /// <summary>The JSON examples of a page, in order. One of the forms breaks lines inside strings, so no line break is kept.</summary>
    public static IReadOnlyList<string> Examples(string form)
    {
        List<string> examples = [];
        string example = string.Empty;
        foreach (string line in File.ReadAllLines(Path.Combine(Folder!, form)))
        {
            if (example.Length == 0 && !line.StartsWith('{'))
            {
                continue;
            }

            example += line.Trim();
            if (example.Count(c => c == '{') == example.Count(c => c == '}'))
            {
                examples.Add(example);
                example = string.Empty;
            }
        }

        return examples;
    }
}
