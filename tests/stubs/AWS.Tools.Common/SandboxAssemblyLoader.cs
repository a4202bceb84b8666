// The sandbox is the one of the module under test: its assembly, from wherever that module was loaded, else from bin/.
using System.Management.Automation;
using System.Reflection;
using System.Runtime.Loader;

namespace Amazon.PowerShell.Common;

/// <summary>Lets the stubs find the assembly of the sandbox, which lies beside none of them.</summary>
public sealed class SandboxAssemblyLoader : IModuleAssemblyInitializer
{
    private const string SandboxAssembly = "ComprehendSharing.Core";
    private static int s_isSet;

    public void OnImport()
    {
        if (Interlocked.Exchange(ref s_isSet, 1) == 0)
        {
            AssemblyLoadContext.Default.Resolving += (context, name) =>
                name.Name == SandboxAssembly ? context.LoadFromAssemblyPath(Path.Combine(ModuleFolder(), SandboxAssembly + ".dll")) : null;
        }
    }

    private static string ModuleFolder()
    {
        Assembly? module = AppDomain.CurrentDomain.GetAssemblies()
            .FirstOrDefault(assembly => assembly.GetName().Name == "ComprehendSharing" && assembly.Location.Length > 0);
        return module is not null
            ? Path.GetDirectoryName(module.Location)!
            : typeof(SandboxAssemblyLoader).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(attribute => attribute.Key == "ModuleBin").Value!;
    }
}
