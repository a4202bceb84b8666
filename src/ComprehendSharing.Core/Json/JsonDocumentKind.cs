namespace ComprehendSharing.Json;

/// <summary>What a JSON text is meant to be, for the error that says that it is not.</summary>
internal enum JsonDocumentKind
{
    Policy,
    Scenario,
    Bundle,
}
