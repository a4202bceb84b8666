// Real policies, kept in a folder beside the checkout. They are not part of the repository, so they may be absent.
namespace ComprehendSharing.Tests;

internal static class SharedData
{
    public const string Absent = "(no shared data)";

    private static readonly string[] s_policyFolders = ["identity", "kms", "resource"];

    /// <summary>The folder of the policies; null where there is none.</summary>
    public static string? Folder { get; } = FindFolder("shared", "data", "policies");

    /// <summary>The policies, relative to the folder.</summary>
    public static IReadOnlyList<string> Policies { get; } = Files(s_policyFolders);

    /// <summary>Snippets that are no policies.</summary>
    public static IReadOnlyList<string> Malformed { get; } = Files("malformed");

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder!, file));

    /// <summary>A folder in one of the checkout's parents; null where there is none.</summary>
    public static string? FindFolder(params string[] path)
    {
        for (DirectoryInfo? parent = new(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            string folder = Path.Combine([parent.FullName, .. path]);
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }

    private static string[] Files(params string[] folders) => Folder is null
        ? [Absent]
        : [.. folders
            .SelectMany(folder => Directory.GetFiles(Path.Combine(Folder, folder)))
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
}
