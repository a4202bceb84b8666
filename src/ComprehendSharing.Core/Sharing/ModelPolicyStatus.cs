namespace ComprehendSharing.Sharing;

/// <summary>What became of a model's policy.</summary>
public enum ModelPolicyStatus
{
    /// <summary>Not sent to AWS, and no dry run: as authored.</summary>
    None,

    /// <summary>A dry run: nothing was written, whether or not anything would have to be.</summary>
    Planned,

    /// <summary>It is set.</summary>
    Set,

    /// <summary>It was set already; nothing was written.</summary>
    Unchanged,
}
