// AWS accounts in memory: who may call, in what order, what goes wrong and what was called. What a call does stands in the
// files Sandbox*Calls and SandboxImport.
using ComprehendSharing.Aws;

namespace ComprehendSharing.Sandbox;

/// <summary>AWS as far as sharing models needs it, in memory. Nothing in it reaches a network. Safe for several threads.</summary>
/// <remarks>
/// Every call is decided by all policies of the scenario, as IAM decides. A user or role without policies in the scenario
/// may do everything in the own account.
/// </remarks>
public sealed class SandboxAws
{
    private readonly object _lock = new();
    private readonly SandboxWorld _world;
    private readonly FaultSchedule _faults = new();
    private readonly List<SandboxCall> _calls = [];

    /// <summary>Builds the accounts of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="baseClock">The clock that the sandbox follows; the system's when null.</param>
    public SandboxAws(SandboxScenario scenario, TimeProvider? baseClock = null)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        Scenario = scenario;
        Clock = new SandboxClock(baseClock ?? TimeProvider.System);
        _world = new SandboxWorld(scenario, Clock);
        foreach (SandboxFault fault in scenario.Fault)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>The scenario that it started from.</summary>
    public SandboxScenario Scenario { get; }

    /// <summary>The clock. Waiting for something means advancing it.</summary>
    public SandboxClock Clock { get; }

    /// <summary>The profiles, in the order of the scenario.</summary>
    public ValueList<string> ProfileNames => new(Scenario.Account.SelectMany(account => account.Profile));

    /// <summary>The calls so far, in order.</summary>
    public IReadOnlyList<SandboxCall> Calls
    {
        get
        {
            lock (_lock)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>The sandbox as one caller sees it.</summary>
    /// <param name="profileName">The caller's profile; the scenario's first when null.</param>
    /// <param name="region">The region of the calls; the scenario's when null.</param>
    /// <exception cref="SharingException"><c>ProfileNotFound</c>: there is no such profile.</exception>
    public IAwsGateway Connect(string? profileName = null, string? region = null)
    {
        string name = profileName ?? ProfileNames[0];
        SandboxPrincipal principal = Scenario.Account
            .SelectMany(account => account.Principal)
            .FirstOrDefault(known => known.ProfileName == name) ?? throw Errors.ProfileNotFound(name, ProfileNames);
        return new SandboxGateway(this, new SandboxCaller(principal.Caller, region ?? Scenario.Region));
    }

    /// <summary>Makes a call go wrong.</summary>
    /// <param name="fault">The fault; its calls are counted from now.</param>
    public void AddFault(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_lock)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>All that is in the sandbox now. It is no call, and nothing is logged.</summary>
    public SandboxState Describe()
    {
        lock (_lock)
        {
            DateTimeOffset now = _world.Now;
            return new SandboxState(
                Scenario.Region,
                Scenario.Account,
                new ValueList<SandboxKey>(_world.Keys),
                new ValueList<SandboxModel>(_world.Models.Select(model => model.Describe(now))),
                new ValueList<SandboxCall>(_calls));
        }
    }

    /// <summary>Makes one call: its faults, its work, its entry in the log.</summary>
    internal T Run<T>(SandboxRequest request, Func<SandboxWorld, T> work)
    {
        lock (_lock)
        {
            string? error = null;
            try
            {
                IReadOnlyList<SandboxFault> faults = _faults.Take(request.Operation);
                FaultInjection.BeforeWork(faults, request, _world);
                T result = work(_world);
                FaultInjection.AfterWork(faults, request);
                return result;
            }
            catch (AwsServiceException exception)
            {
                error = exception.ErrorCode;
                throw;
            }
            finally
            {
                _calls.Add(new SandboxCall(
                    _calls.Count + 1, request.Operation, request.Caller.Principal, request.Resource, request.IsWrite, error));
            }
        }
    }
}
