// Every error of the Core in one place. An error's id is the name of its text in Messages.resx.
using System.Globalization;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Json;

namespace ComprehendSharing;

internal static class Errors
{
    public static SharingException InvalidArn(string? value, string reason) =>
        New(nameof(Messages.InvalidArn), ErrorKind.InvalidArgument, value, Shorten(value), reason);

    public static SharingException InvalidAccountId(string? value) =>
        New(nameof(Messages.InvalidAccountId), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException AccountIdNotQuoted(long value) =>
        New(nameof(Messages.AccountIdNotQuoted), ErrorKind.InvalidArgument, value, value, value.ToString("D12", CultureInfo.InvariantCulture));

    public static SharingException InvalidModelArn(string? value, string reason) =>
        New(nameof(Messages.InvalidModelArn), ErrorKind.InvalidArgument, value, Shorten(value), reason);

    public static SharingException InvalidModelName(string value, string what) =>
        New(nameof(Messages.InvalidModelName), ErrorKind.InvalidArgument, value, Shorten(value), what);

    public static SharingException InvalidKeyArn(string? value, string reason) =>
        New(nameof(Messages.InvalidKeyArn), ErrorKind.InvalidArgument, value, Shorten(value), reason);

    public static SharingException KeyAliasNotSupported(string value) =>
        New(nameof(Messages.KeyAliasNotSupported), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException InvalidRoleArn(string? value) =>
        New(nameof(Messages.InvalidRoleArn), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException InvalidPrincipal(string? value) =>
        New(nameof(Messages.InvalidPrincipal), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException PrincipalIsGroup(string value) =>
        New(nameof(Messages.PrincipalIsGroup), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException PrincipalHasWildcard(string value) =>
        New(nameof(Messages.PrincipalHasWildcard), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException PublicPrincipal(PolicyPrincipal principal) =>
        New(nameof(Messages.PublicPrincipal), ErrorKind.PermissionDenied, principal);

    public static SharingException StalePrincipal(PolicyPrincipal principal) =>
        New(nameof(Messages.StalePrincipal), ErrorKind.InvalidArgument, principal, principal);

    public static SharingException NoPrincipal() => New(nameof(Messages.NoPrincipal), ErrorKind.InvalidArgument, null);

    public static SharingException PartitionMismatch(PolicyPrincipal principal, ModelArn model) =>
        New(nameof(Messages.PartitionMismatch), ErrorKind.InvalidArgument, model, principal, principal.Partition, model, model.Partition);

    public static DocumentFormatException InvalidDocument(JsonDocumentKind kind, int line, int column, string problem)
    {
        string id = kind == JsonDocumentKind.Policy ? nameof(Messages.InvalidPolicy) : nameof(Messages.InvalidScenario);
        problem = problem.Length > 400 ? $"{problem[..200]}…{problem[^100..]}" : problem;
        return new DocumentFormatException(id, Text(id, line, column, problem), Text(id + "_Recommendation"), line, column);
    }

    public static (string Id, ErrorKind Kind) AwsErrorId(string errorCode) => errorCode switch
    {
        "AccessDeniedException" or "UnrecognizedClientException" or "ExpiredTokenException" =>
            (nameof(Messages.AwsAccessDenied), ErrorKind.PermissionDenied),
        "ResourceNotFoundException" or "NotFoundException" => (nameof(Messages.AwsNotFound), ErrorKind.NotFound),
        "ResourceInUseException" or "ResourceUnavailableException" or "ConcurrentModificationException" =>
            (nameof(Messages.AwsConflict), ErrorKind.Conflict),
        "TooManyRequestsException" or "ThrottlingException" or "ResourceLimitExceededException" or "LimitExceededException"
            or "TooManyTagsException" => (nameof(Messages.AwsLimitExceeded), ErrorKind.LimitsExceeded),
        "KmsKeyValidationException" or "KMSInvalidStateException" or "DisabledException" =>
            (nameof(Messages.AwsKeyNotUsable), ErrorKind.InvalidOperation),
        "InvalidRequestException" or "ValidationException" or "InvalidArnException" or "MalformedPolicyDocumentException"
            or "InvalidFilterException" or "UnsupportedOperationException" or "UnsupportedLanguageException" =>
            (nameof(Messages.AwsInvalidRequest), ErrorKind.InvalidArgument),
        _ => (nameof(Messages.AwsServiceFailure), ErrorKind.Unavailable),
    };

    public static string AwsMessage(string errorCode, string operation, string message) =>
        Text(AwsErrorId(errorCode).Id, operation, message);

    public static string AwsRecommendation(string errorCode) => Text(AwsErrorId(errorCode).Id + "_Recommendation");

    private static SharingException New(string id, ErrorKind kind, object? target, params object?[] arguments) =>
        new(id, kind, Text(id, arguments), Text(id + "_Recommendation", arguments), target);

    private static string Text(string id, params object?[] arguments) => string.Format(
        CultureInfo.InvariantCulture, Messages.ResourceManager.GetString(id, CultureInfo.InvariantCulture)!, arguments);

    // A hostile value must not fill the screen.
    private static string Shorten(string? value) => value is { Length: > 200 } ? $"{value[..200]}…" : value ?? string.Empty;
}
