using ComprehendSharing.Aws;

namespace Amazon.PowerShell.Cmdlets.COMP;

/// <summary>What AWS says of a value that breaks the rules of its API.</summary>
internal static class StubValidation
{
    public static AwsServiceException Refuse(string operation, string parameter, string? value) => new(
        operation,
        "ValidationException",
        $"1 validation error detected: Value '{value}' at '{parameter}' failed to satisfy constraint: "
        + "Member must satisfy regular expression pattern");
}
