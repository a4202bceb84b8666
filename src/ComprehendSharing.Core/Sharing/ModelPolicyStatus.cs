// Planned has the same number in every status, because JSON may carry the number alone, and a dry run must stay one.
namespace ComprehendSharing.Sharing;

/// <summary>What became of a model's policy.</summary>
public enum ModelPolicyStatus
{
    /// <summary>Not sent to AWS, and no dry run: as authored.</summary>
    None,

    /// <summary>A dry run: it would be set.</summary>
    Planned = -1,

    /// <summary>It is set.</summary>
    Set = 1,

    /// <summary>It was set already; nothing was written.</summary>
    Unchanged,
}
