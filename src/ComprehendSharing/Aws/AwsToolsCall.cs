using System.Collections;
using System.Management.Automation;

namespace ComprehendSharing.Aws;

/// <summary>Makes calls with the cmdlets of AWS.Tools.</summary>
internal sealed class AwsToolsCall
{
    private readonly AwsToolsSession _session;
    private readonly AwsToolsShell _shell;
    private readonly AwsToolsModules _modules;

    public AwsToolsCall(AwsToolsSession session)
    {
        _session = session;
        _shell = new AwsToolsShell(session);
        _modules = new AwsToolsModules(session.State, _shell);
    }

    /// <summary>Whether the caller of AWS can be asked for.</summary>
    public bool HasSecurityToken(string cmdlet) => _modules.HasSecurityToken(cmdlet);

    /// <summary>Makes a call.</summary>
    /// <param name="operation">The API operation, for the error.</param>
    /// <param name="module">The module of the cmdlet.</param>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="region">The region; AWS.Tools finds it when null.</param>
    /// <param name="parameter">The cmdlet's own parameters; one that is null is not passed.</param>
    /// <returns>What the cmdlet wrote.</returns>
    /// <exception cref="SharingException">The modules are not there, or AWS.Tools could not make the call.</exception>
    /// <exception cref="AwsServiceException">AWS refused or failed the call.</exception>
    public IReadOnlyList<PSObject> Run(
        string operation, string module, string cmdlet, string? region, params (string Name, object? Value)[] parameter)
    {
        string command = _modules.Resolve(module, cmdlet);
        Hashtable all = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string name, object? value) in parameter.Where(one => one.Value is not null))
        {
            all.Add(name, value);
        }

        foreach (KeyValuePair<string, object> common in _session.CommonParameter)
        {
            all.Add(common.Key, common.Value);
        }

        if (region is not null)
        {
            all.Add("Region", region);
        }

        try
        {
            return _shell.Run(command, all);
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            throw AwsToolsErrors.From(exception, operation, cmdlet, _session);
        }
    }
}
