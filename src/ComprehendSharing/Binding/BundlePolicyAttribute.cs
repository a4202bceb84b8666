using System.Management.Automation;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Binding;

/// <summary>
/// Takes a policy as <see cref="PolicyArgumentAttribute"/> does. What ConvertTo-Json makes of a bundle has its policies in
/// pieces and not as text; they count as not given, so that the rest of the bundle still binds.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BundlePolicyAttribute : ArgumentTransformationAttribute
{
    private static readonly PolicyArgumentAttribute s_policy = new();

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        inputData is PSObject { BaseObject: PSCustomObject } pieces && pieces.Properties[nameof(PolicyDocument.ByteCount)] is not null
            ? null
            : s_policy.Transform(engineIntrinsics, inputData);
}
