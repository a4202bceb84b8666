// Planned has the same number in every status, because JSON may carry the number alone, and a dry run must stay one.
namespace ComprehendSharing.Sharing;

/// <summary>Whether a bundle tells what is, or what a dry run would make.</summary>
public enum ShareBundleStatus
{
    /// <summary>It tells what AWS has.</summary>
    Current,

    /// <summary>A dry run: what it tells is not set yet.</summary>
    Planned = -1,
}
