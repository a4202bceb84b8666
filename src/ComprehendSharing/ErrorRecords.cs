// The one place where an error of the Core becomes PowerShell's: id, category, target and recommended action.
using System.Management.Automation;

namespace ComprehendSharing;

internal static class ErrorRecords
{
    // Up to 7.4 the default error view does not show the recommended action, so it goes into the text.
    private static readonly bool s_viewShowsRecommendation = typeof(PSObject).Assembly.GetName().Version >= new Version(7, 5);

    public static ErrorRecord From(SharingException exception, object? target = null) =>
        new(exception, exception.ErrorId, CategoryOf(exception.Kind), target ?? exception.Target)
        {
            ErrorDetails = new ErrorDetails(s_viewShowsRecommendation ? exception.Cause : exception.Message)
            {
                RecommendedAction = exception.Recommendation,
            },
        };

    private static ErrorCategory CategoryOf(ErrorKind kind) => kind switch
    {
        ErrorKind.InvalidArgument => ErrorCategory.InvalidArgument,
        ErrorKind.InvalidData => ErrorCategory.InvalidData,
        ErrorKind.InvalidOperation => ErrorCategory.InvalidOperation,
        ErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        ErrorKind.AlreadyExists => ErrorCategory.ResourceExists,
        ErrorKind.PermissionDenied => ErrorCategory.PermissionDenied,
        ErrorKind.Conflict => ErrorCategory.ResourceBusy,
        ErrorKind.LimitsExceeded => ErrorCategory.LimitsExceeded,
        ErrorKind.Timeout => ErrorCategory.OperationTimeout,
        ErrorKind.NotReached => ErrorCategory.ConnectionError,
        ErrorKind.NotAuthenticated => ErrorCategory.AuthenticationError,
        ErrorKind.NotInstalled => ErrorCategory.NotInstalled,
        _ => ErrorCategory.ResourceUnavailable,
    };
}
