namespace ComprehendSharing.Json;

/// <summary>One name and value of a JSON object.</summary>
internal sealed record JsonMember(string Name, int NameStart, JsonPart Value);
