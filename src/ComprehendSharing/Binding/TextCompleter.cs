using System.Collections;
using System.ComponentModel;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ComprehendSharing.Binding;

/// <summary>Completes a parameter from a list of texts, each with a tooltip.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TextCompleter : IArgumentCompleter
{
    private protected abstract IEnumerable<(string Text, string ToolTip)> Candidates();

    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        string word = wordToComplete.Trim('\'', '"');
        return Candidates()
            .Where(candidate => candidate.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
            .OrderBy(candidate => !candidate.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .ThenBy(candidate => candidate.Text, StringComparer.Ordinal)
            .Select(candidate => new CompletionResult(
                Quote(candidate.Text), candidate.Text, CompletionResultType.ParameterValue, candidate.ToolTip));
    }

    // A name from a scenario can hold anything.
    private static string Quote(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or ':' or '/' or '.')
            ? text
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(text)}'";
}
