namespace ComprehendSharing.Sandbox;

/// <summary>The faults that are still to come.</summary>
internal sealed class FaultSchedule
{
    private readonly Dictionary<string, int> _calls = [];
    private readonly List<(SandboxFault Fault, int AtCall)> _pending = [];

    public void Add(SandboxFault fault) => _pending.Add((fault, _calls.GetValueOrDefault(fault.Operation) + fault.Call));

    /// <summary>Counts a call and takes the faults that befall it.</summary>
    public IReadOnlyList<SandboxFault> Take(string operation)
    {
        int call = _calls.GetValueOrDefault(operation) + 1;
        _calls[operation] = call;
        List<SandboxFault> due = [.. _pending.Where(IsDue).Select(entry => entry.Fault)];
        _pending.RemoveAll(IsDue);
        return due;

        bool IsDue((SandboxFault Fault, int AtCall) entry) => entry.Fault.Operation == operation && entry.AtCall == call;
    }
}
