namespace ComprehendSharing.Findings;

/// <summary>How much a finding matters, the gravest first. The names are those of IAM Access Analyzer.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html">IAM Access Analyzer policy validation</see></remarks>
public enum FindingSeverity
{
    /// <summary>The policy, or a part of it, does not work: AWS refuses it, or it has no effect.</summary>
    Error,

    /// <summary>The policy gives more than it should.</summary>
    Security,

    /// <summary>The policy works, and probably not as was meant.</summary>
    Warning,

    /// <summary>The policy could be simpler or clearer.</summary>
    Suggestion,
}
