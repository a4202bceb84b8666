namespace ComprehendSharing.Evaluation;

/// <summary>What the policies of one layer amount to for a request.</summary>
internal struct LayerVerdict
{
    /// <summary>To whom the strongest Allow that matches gives it.</summary>
    public GrantKind Grant { get; private set; }

    public bool IsDenied { get; private set; }

    /// <summary>Whether a Deny might match, and nobody can tell.</summary>
    public bool IsDenyUnclear { get; private set; }

    public readonly bool IsAllowed => Grant != GrantKind.None;

    public void Add(bool isDeny, MatchAnswer answer, GrantKind grant)
    {
        if (isDeny)
        {
            IsDenied |= answer == MatchAnswer.Yes;
            IsDenyUnclear |= answer == MatchAnswer.NotDecided;
        }
        else if (answer == MatchAnswer.Yes && grant > Grant)
        {
            Grant = grant;
        }
    }

    /// <summary>Two levels of control policies: both must allow.</summary>
    public readonly LayerVerdict And(LayerVerdict other) => new()
    {
        Grant = Grant < other.Grant ? Grant : other.Grant,
        IsDenied = IsDenied || other.IsDenied,
        IsDenyUnclear = IsDenyUnclear || other.IsDenyUnclear,
    };
}
