namespace ComprehendSharing.Sandbox;

/// <summary>Lets faults befall a call.</summary>
internal static class FaultInjection
{
    public static void BeforeWork(IReadOnlyList<SandboxFault> faults, SandboxRequest request, SandboxWorld world)
    {
        // The other writer first: whether our call then fails is no matter of his.
        foreach (SandboxFault fault in faults.Where(fault => fault.Kind == SandboxFaultKind.ChangeKeyPolicy))
        {
            if (world.FindKey(request.Resource, request.Caller.AccountId, request.Caller.Region) is { } key)
            {
                world.ReplaceKeyPolicy(key, fault.Policy!);
            }
        }

        request.AnswersLate = Has(faults, SandboxFaultKind.StaleKeyPolicy);
        if (Has(faults, SandboxFaultKind.Throttle))
        {
            throw request.Refuse("ThrottlingException", "Rate exceeded");
        }

        if (Has(faults, SandboxFaultKind.ServerError))
        {
            throw request.Refuse(
                request.Service == "kms" ? "KMSInternalException" : "InternalServerException",
                "An internal server error occurred. Retry your request.");
        }
    }

    public static void AfterWork(IReadOnlyList<SandboxFault> faults, SandboxRequest request)
    {
        if (Has(faults, SandboxFaultKind.TimeoutAfterWork))
        {
            throw request.Refuse("RequestTimeoutException", "The request timed out before an answer arrived.");
        }
    }

    private static bool Has(IReadOnlyList<SandboxFault> faults, SandboxFaultKind kind) => faults.Any(fault => fault.Kind == kind);
}
