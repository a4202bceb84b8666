namespace ComprehendSharing.Tests.Sharing;

/// <summary>What a statement of one shape gives one principal by one value of its condition.</summary>
internal sealed record KeyRight(string Principal, string Shape, string Pattern);
