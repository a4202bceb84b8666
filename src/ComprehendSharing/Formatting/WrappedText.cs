// PowerShell wraps the columns of a table by itself, but under some cultures within words.
namespace ComprehendSharing.Formatting;

/// <summary>Wraps text for a column.</summary>
internal static class WrappedText
{
    /// <summary>The text in lines of a width: broken between words, and a longer word (an ARN) behind a colon or slash.</summary>
    public static string Of(string text, int width)
    {
        List<string> lines = [];
        string line = string.Empty;
        foreach (string word in text.Split(' '))
        {
            string rest = word;
            if (line.Length > 0 && line.Length + 1 + rest.Length > width)
            {
                lines.Add(line);
                line = string.Empty;
            }

            while (rest.Length > width)
            {
                int end = rest.AsSpan(0, width).LastIndexOfAny(':', '/') + 1;
                end = end == 0 ? width : end;
                lines.Add(rest[..end]);
                rest = rest[end..];
            }

            line = line.Length == 0 ? rest : $"{line} {rest}";
        }

        lines.Add(line);
        return string.Join('\n', lines);
    }
}
