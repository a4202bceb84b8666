// Get-Content without -Raw writes a policy line by line, and a pipeline may carry several policies.
using System.Text;

namespace ComprehendSharing.Binding;

/// <summary>Puts lines together to whole texts of policies.</summary>
/// <remarks>A text that starts with a brace, where none is open, is the start of another policy; all else goes on with the one before.</remarks>
internal sealed class PolicyLines
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Takes a line or a whole text.</summary>
    /// <returns>The policy before it, when that is complete; null otherwise.</returns>
    public string? Add(string line)
    {
        string? before = _depth <= 0 && line.AsSpan().TrimStart().StartsWith("{") ? End() : null;
        _text.Append(_text.Length == 0 ? string.Empty : "\n").Append(line);
        Count(line);
        return before;
    }

    /// <summary>The last policy; null when there is none.</summary>
    public string? End()
    {
        string text = _text.ToString();
        _text.Clear();
        _depth = 0;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private void Count(string line)
    {
        // No string of JSON goes over the end of a line.
        bool isInString = false;
        for (int index = 0; index < line.Length; index++)
        {
            switch (line[index])
            {
                case '\\' when isInString:
                    index++;
                    break;
                case '"':
                    isInString = !isInString;
                    break;
                case '\n':
                    isInString = false;
                    break;
                case '{' when !isInString:
                    _depth++;
                    break;
                case '}' when !isInString:
                    _depth--;
                    break;
                default:
                    break;
            }
        }
    }
}
