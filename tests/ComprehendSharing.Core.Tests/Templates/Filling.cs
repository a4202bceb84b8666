namespace ComprehendSharing.Tests.Templates;

/// <summary>What a request has for a setting.</summary>
internal enum Filling
{
    Missing,
    Right,
    AllRight,
    Wrong,

    /// <summary>A wrong value among right ones.</summary>
    Mixed,
}
