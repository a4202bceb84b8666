using ComprehendSharing.Evaluation;
using ComprehendSharing.Json;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings;

/// <summary>A statement that is checked.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Part">Its text, where also empty and unknown elements are.</param>
internal sealed record StatementUnderTest(int Index, PolicyStatement Statement, JsonPart Part)
{
    public string Path => $"Statement[{Index}]";

    public ActionMatcher Actions { get; } = new(Statement);

    public bool IsAllow => Statement.Effect == PolicyEffect.Allow;

    /// <summary>The value of an element; for several names, a member of a member.</summary>
    public JsonPart? Find(params IEnumerable<string> names) =>
        names.Aggregate((JsonPart?)Part, (part, name) => part?.Kind == System.Text.Json.JsonValueKind.Object ? part[name] : null);
}
