// Runs one command in the caller's runspace, untouched by the caller's preferences.
using System.Collections;
using System.Management.Automation;

namespace ComprehendSharing.Aws;

/// <summary>Runs commands in the session of the caller.</summary>
internal sealed class AwsToolsShell(AwsToolsSession session)
{
    // The call is ours and not the user's: what -WhatIf, -Confirm, -Verbose, preferences and default parameter values mean for
    // it was decided when our own cmdlet was called. The variables end with the script.
    private const string Script = """
        param($comprehendSharingCommand, $comprehendSharingParameter)
        $PSDefaultParameterValues = @{}
        $ErrorActionPreference = 'Stop'
        $WarningPreference = 'Continue'
        $VerbosePreference = $DebugPreference = $InformationPreference = $ProgressPreference = 'SilentlyContinue'
        $WhatIfPreference = $false
        $ConfirmPreference = 'None'
        & $comprehendSharingCommand @comprehendSharingParameter 3>&1 4>$null 5>$null
        """;

    /// <summary>Runs a command. Its warnings are passed on; its other streams but the output are not.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parameter">Its parameters.</param>
    /// <returns>What it wrote.</returns>
    /// <exception cref="RuntimeException">It failed. The exception may lead to a credential, and must not be shown.</exception>
    public IReadOnlyList<PSObject> Run(string command, Hashtable parameter)
    {
        session.Cancellation.ThrowIfCancellationRequested();
        using ErrorListGuard guard = new(session.State);
        using PowerShell shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        using CancellationTokenRegistration stop = session.Cancellation.Register(() => shell.BeginStop(null, null));
        List<PSObject> output = [];
        foreach (PSObject? written in shell.AddScript(Script, useLocalScope: true).AddArgument(command).AddArgument(parameter).Invoke())
        {
            if (written?.BaseObject is WarningRecord warning)
            {
                session.Warn(session.WithoutSecrets(warning.Message));
            }
            else if (written is not null)
            {
                output.Add(written);
            }
        }

        return output;
    }
}
