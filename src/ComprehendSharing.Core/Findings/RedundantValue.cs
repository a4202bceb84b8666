namespace ComprehendSharing.Findings;

/// <summary>A value that adds nothing to another of its list.</summary>
/// <param name="Value">The value.</param>
/// <param name="By">The other one.</param>
internal sealed record RedundantValue(ValueUnderTest Value, ValueUnderTest By)
{
    public string Message => IsSame
        ? $"'{Value.Text}' stands twice in the list, also as {By.Path}."
        : $"'{Value.Text}' adds nothing to '{By.Text}', which stands in the same list as {By.Path}.";

    public string Recommendation => IsSame
        ? $"Remove one '{Value.Text}', or correct it if another was meant."
        : $"Remove '{Value.Text}', or narrow '{By.Text}' if less was meant.";

    private bool IsSame => Value.Text == By.Text;
}
