namespace ComprehendSharing.Sharing;

/// <summary>How a check of a share ended.</summary>
public enum ShareCheckResult
{
    /// <summary>It is as an import needs it.</summary>
    Pass,

    /// <summary>It does not stop every import, and should be known.</summary>
    Warning,

    /// <summary>It makes an import fail.</summary>
    Fail,

    /// <summary>It could not be checked: a fact is missing, or the caller may not see it.</summary>
    NotChecked,
}
