using System.Collections.ObjectModel;
using System.ComponentModel;
using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

/// <summary>What all cmdlets share: errors per item, and Ctrl-C.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class SharingCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    private protected CancellationToken Cancellation => _cancellation.Token;

    /// <summary>Does something for one item. An error of ours is written for that item, and the pipeline goes on.</summary>
    private protected void ForItem(object? item, Action action)
    {
        try
        {
            action();
        }
        catch (SharingException exception) when (exception.Kind is ErrorKind.NotInstalled
            || (exception.Kind == ErrorKind.NotAuthenticated && exception is not AwsServiceException))
        {
            // The next item would meet the same.
            Terminate(exception);
        }
        catch (SharingException exception)
        {
            WriteError(ErrorRecords.From(exception, item));
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
    }

    private protected void Terminate(SharingException exception) => ThrowTerminatingError(ErrorRecords.From(exception));

    /// <summary>Whether an object from the pipeline is of a dry run, so that what is made of it must be planned too.</summary>
    private protected static bool IsPlanned(string? status) =>
        Enum.TryParse(status, ignoreCase: true, out ModelPolicyStatus parsed) && parsed == ModelPolicyStatus.Planned;

    /// <summary>Whether this is a dry run: of this cmdlet, or of one before it. A "no" at a prompt is none.</summary>
    private protected bool IsDryRun(string? status) => IsDryRun(IsPlanned(status));

    /// <summary>Whether this is a dry run: of this cmdlet, or of one before it. A "no" at a prompt is none.</summary>
    private protected bool IsDryRun(bool isPlanned) =>
        isPlanned || (MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? whatIf)
            ? ((SwitchParameter)whatIf).IsPresent
            : LanguagePrimitives.IsTrue(GetVariableValue("WhatIfPreference")));

    /// <summary>The path in the file system that a path of PowerShell means.</summary>
    private protected string ResolvePath(string path, Func<string, string, SharingException>? refuse = null)
    {
        refuse ??= Errors.FileNotReadable;
        try
        {
            string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            return provider.Name == "FileSystem" ? resolved : throw refuse(path, "It is not in a file system.");
        }
        catch (SessionStateException exception)
        {
            throw refuse(path, exception.Message);
        }
    }

    /// <summary>The paths that a path with wildcards means, of which there must be one.</summary>
    private protected IReadOnlyList<string> ExpandPath(string path)
    {
        try
        {
            Collection<string> resolved = SessionState.Path.GetResolvedProviderPathFromPSPath(path, out ProviderInfo provider);
            return provider.Name != "FileSystem" ? throw Errors.FileNotReadable(path, "It is not in a file system.")
                : resolved.Count == 0 ? throw Errors.FileNotReadable(path, "No file has such a name.")
                : resolved;
        }
        catch (SessionStateException exception)
        {
            throw Errors.FileNotReadable(path, exception.Message);
        }
    }

    /// <summary>Reads a text file, which must not be larger than anything this module reads.</summary>
    private protected string ReadFile(string path)
    {
        const int MaxBytes = 4 * 1024 * 1024;
        string resolved = ResolvePath(path);
        try
        {
            FileInfo file = new(resolved);
            return file.Length <= MaxBytes
                ? File.ReadAllText(resolved)
                : throw Errors.FileNotReadable(path, $"It has {file.Length} bytes, and {MaxBytes} are the most that is read.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Errors.FileNotReadable(path, exception.Message);
        }
    }

    /// <summary>Writes a text file whole or not at all.</summary>
    private protected static void WriteFile(string path, string text)
    {
        string draft = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            if (File.Exists(draft))
            {
                File.Delete(draft);
            }

            throw Errors.FileNotWritable(path, exception.Message);
        }
    }

    protected override void StopProcessing() => _cancellation.Cancel();

    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }
}
