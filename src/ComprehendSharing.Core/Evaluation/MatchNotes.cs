namespace ComprehendSharing.Evaluation;

/// <summary>Why a statement does not match, or cannot be decided: the first reason of each kind. Only kept when somebody asks.</summary>
internal sealed class MatchNotes
{
    public string? Element { get; private set; }

    public string? Expected { get; private set; }

    public string? Actual { get; private set; }

    public string? NotDecidedElement { get; private set; }

    public string? NotDecidedWhy { get; private set; }

    public void Mismatch(string element, object expected, object actual)
    {
        if (Element is null)
        {
            (Element, Expected, Actual) = (element, expected.ToString(), actual.ToString());
        }
    }

    public void NotDecided(string element, string why)
    {
        if (NotDecidedElement is null)
        {
            (NotDecidedElement, NotDecidedWhy) = (element, why);
        }
    }
}
