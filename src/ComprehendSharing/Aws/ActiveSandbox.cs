// The sandbox belongs to the runspace: two sessions in one process rehearse side by side.
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using ComprehendSharing.Sandbox;

namespace ComprehendSharing.Aws;

internal static class ActiveSandbox
{
    private static readonly ConditionalWeakTable<Runspace, SandboxAws> s_byRunspace = [];

    public static SandboxAws? Current =>
        s_byRunspace.TryGetValue(Runspace.DefaultRunspace, out SandboxAws? sandbox) ? sandbox : null;

    public static void Enter(SandboxAws sandbox) => s_byRunspace.Add(Runspace.DefaultRunspace, sandbox);

    public static bool Exit() => s_byRunspace.Remove(Runspace.DefaultRunspace);
}
