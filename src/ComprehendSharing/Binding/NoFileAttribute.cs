using System.Management.Automation;

namespace ComprehendSharing.Binding;

/// <summary>Leaves what is a file to the parameter that takes its path.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NoFileAttribute : ArgumentTransformationAttribute
{
    // PowerShell then tries the other parameters that bind from the pipeline.
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is PSObject { BaseObject: not string } item && item.Properties["FullName"] is not null
            ? throw new PSInvalidCastException($"'{item}' is a file and not a policy; give its path with -Path.")
            : inputData;
}
