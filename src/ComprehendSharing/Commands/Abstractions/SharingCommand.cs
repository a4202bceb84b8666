using System.ComponentModel;
using System.Management.Automation;

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

    /// <summary>Reads a text file, which must not be larger than anything this module reads.</summary>
    private protected string ReadFile(string path)
    {
        const int MaxBytes = 4 * 1024 * 1024;
        try
        {
            string resolved = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (provider.Name != "FileSystem")
            {
                throw Errors.FileNotReadable(path, "It is not in a file system.");
            }

            FileInfo file = new(resolved);
            return file.Length <= MaxBytes
                ? File.ReadAllText(resolved)
                : throw Errors.FileNotReadable(path, $"It has {file.Length} bytes, and {MaxBytes} are the most that is read.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or SessionStateException)
        {
            throw Errors.FileNotReadable(path, exception.Message);
        }
    }

    protected override void StopProcessing() => _cancellation.Cancel();

    public void Dispose()
    {
        _cancellation.Dispose();
        GC.SuppressFinalize(this);
    }
}
