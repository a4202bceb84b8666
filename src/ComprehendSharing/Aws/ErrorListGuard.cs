// An error record of AWS.Tools holds the cmdlet and its bound parameters, and so the credentials. It must not stay in $Error;
// ours, which takes its place, has all that can be told.
using System.Collections;
using System.Management.Automation;

namespace ComprehendSharing.Aws;

/// <summary>Takes out of <c>$Error</c> what came in since.</summary>
internal sealed class ErrorListGuard : IDisposable
{
    private readonly ArrayList? _errors;
    private readonly object? _newest;

    public ErrorListGuard(SessionState state)
    {
        _errors = state.PSVariable.GetValue("global:Error") as ArrayList;
        _newest = _errors is { Count: > 0 } ? _errors[0] : null;
    }

    public void Dispose()
    {
        while (_errors is { Count: > 0 } && !ReferenceEquals(_errors[0], _newest))
        {
            _errors.RemoveAt(0);
        }
    }
}
