// Finds and loads the modules of AWS.Tools when the first call needs them. Each needs AWS.Tools.Common of exactly one version,
// and only one version of that can be loaded; so they are chosen together.
using System.Collections;
using System.Management.Automation;

namespace ComprehendSharing.Aws;

/// <summary>The modules of AWS.Tools in the caller's session.</summary>
internal sealed class AwsToolsModules(SessionState state, AwsToolsShell shell)
{
    public const string Comprehend = Prefix + "Comprehend";
    public const string KeyManagement = Prefix + "KeyManagementService";
    public const string SecurityToken = Prefix + "SecurityToken";

    private const string Prefix = "AWS.Tools.";
    private const string Common = Prefix + "Common";
    private const int Major = 5;

    private static readonly string[] s_drives = ["Alias", "Function"];

    private bool _isLoaded;
    private bool? _hasSecurityToken;

    /// <summary>The name to call a cmdlet by.</summary>
    /// <returns>
    /// The name with its module, so that nothing else of the same name is called; but the plain name where the session has a
    /// function or alias of that name that is not of AWS.Tools, such as a mock. Then the modules are not needed.
    /// </returns>
    /// <exception cref="SharingException"><c>AwsToolsModuleNotFound</c>, <c>AwsToolsModuleTooOld</c>, <c>AwsToolsModulesMixed</c>.</exception>
    public string Resolve(string module, string cmdlet)
    {
        if (IsReplaced(cmdlet))
        {
            return cmdlet;
        }

        Load();
        return $"{module}\\{cmdlet}";
    }

    /// <summary>Whether a cmdlet of the module for STS can be called, which may be missing; it is loaded if it is there.</summary>
    public bool HasSecurityToken(string cmdlet)
    {
        if (IsReplaced(cmdlet))
        {
            return true;
        }

        Load();
        return _hasSecurityToken ??= LoadSecurityToken();
    }

    private static List<PSModuleInfo> Usable(IEnumerable<PSModuleInfo> modules) =>
    [
        .. modules.Where(module => module.Version.Major >= Major)
            .OrderBy(module => module.Version.Major)
            .ThenByDescending(module => module.Version),
    ];

    private static Version? CommonOf(PSModuleInfo module) =>
        module.RequiredModules.FirstOrDefault(required => required.Name.Equals(Common, StringComparison.OrdinalIgnoreCase))?.Version;

    private static bool Fits(Version? one, Version? other) => one is null || other is null || one == other;

    private static string Describe(PSModuleInfo module) =>
        CommonOf(module) is { } common ? $"{module.Name} {module.Version} (needs {Common} {common})" : $"{module.Name} {module.Version}";

    // Looked up in the drives: a search for a command would load whatever module has it.
    private bool IsReplaced(string cmdlet) => s_drives.Any(drive =>
        state.InvokeProvider.Item.Exists($"{drive}:\\{cmdlet}", force: true, literalPath: true)
        && state.InvokeProvider.Item.Get([$"{drive}:\\{cmdlet}"], force: true, literalPath: true).FirstOrDefault()?.BaseObject is CommandInfo command
        && command.ModuleName?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) != true);

    private void Load()
    {
        if (_isLoaded)
        {
            return;
        }

        string[] names = [Comprehend, KeyManagement];
        List<PSModuleInfo>[] found = [.. names.Select(name => Find(name, isAvailable: false) is { Count: > 0 } loaded ? loaded : Find(name, isAvailable: true))];
        string[] missing = [.. names.Where((_, i) => found[i].Count == 0)];
        if (missing.Length > 0)
        {
            throw Errors.AwsToolsModuleNotFound(missing);
        }

        List<PSModuleInfo>[] usable = [.. found.Select(Usable)];
        int old = Array.FindIndex(usable, list => list.Count == 0);
        if (old >= 0)
        {
            throw Errors.AwsToolsModuleTooOld(names[old], found[old].Max(module => module.Version)!);
        }

        Version? common = Find(Common, isAvailable: false).FirstOrDefault()?.Version;
        (PSModuleInfo comprehend, PSModuleInfo? keyManagement) = usable[0]
            .Where(module => Fits(CommonOf(module), common))
            .Select(module => (module, usable[1].Find(other => Fits(CommonOf(other), common) && Fits(CommonOf(other), CommonOf(module)))))
            .FirstOrDefault(pair => pair.Item2 is not null);
        if (keyManagement is null)
        {
            string loaded = common is null ? string.Empty : $", while {Common} {common} is loaded";
            throw Errors.AwsToolsModulesMixed($"{Describe(usable[0][0])}, {Describe(usable[1][0])}{loaded}");
        }

        Import(comprehend);
        Import(keyManagement);
        _isLoaded = true;
    }

    private bool LoadSecurityToken()
    {
        if (Find(SecurityToken, isAvailable: false).Count > 0)
        {
            return true;
        }

        Version? common = Find(Common, isAvailable: false).FirstOrDefault()?.Version;
        if (Usable(Find(SecurityToken, isAvailable: true)).Find(module => Fits(CommonOf(module), common)) is not { } found)
        {
            return false;
        }

        Import(found);
        return true;
    }

    private List<PSModuleInfo> Find(string name, bool isAvailable) =>
    [
        .. shell.Run("Microsoft.PowerShell.Core\\Get-Module", new Hashtable { ["Name"] = name, ["ListAvailable"] = isAvailable })
            .Select(found => found.BaseObject).OfType<PSModuleInfo>(),
    ];

    private void Import(PSModuleInfo module)
    {
        if (Find(module.Name, isAvailable: false).Exists(loaded => loaded.Version == module.Version))
        {
            return;
        }

        try
        {
            shell.Run("Microsoft.PowerShell.Core\\Import-Module", new Hashtable { ["Name"] = module.Path, ["Global"] = true });
        }
        catch (RuntimeException exception) when (exception is not PipelineStoppedException)
        {
            throw Errors.AwsToolsFailed($"Import-Module {module.Name}", exception.ErrorRecord.Exception.Message, $"Import-Module {module.Name}");
        }
    }
}
