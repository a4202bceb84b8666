// ConvertTo-Json takes an ARN or a principal apart into its properties, and ConvertFrom-Json leaves it so.
using System.Management.Automation;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Binding;

/// <summary>Takes an ARN, an account id or a principal that came back from JSON in parts, and puts it together again.</summary>
/// <remarks>Only an object of exactly these parts is one; all else is left alone.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class JsonIdentityAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => inputData switch
    {
        PSObject { BaseObject: PSCustomObject } parts => Join(parts) ?? inputData,
        object?[] items => Array.ConvertAll(items, item => Transform(engineIntrinsics, item)),
        PSObject { BaseObject: object?[] items } => Transform(engineIntrinsics, items),
        _ => inputData,
    };

    private static object? Join(PSObject parts) =>
        string.Join(' ', parts.Properties.Select(property => property.Name).Order(StringComparer.Ordinal)) switch
        {
            "Value" or "AccountId Kind Partition Value" => Text(parts, "Value"),
            "AccountId HasVersion Kind Name Partition Region VersionName" => ModelArn.Create(
                Text(parts, "Partition"),
                Text(parts, "Region"),
                Account(parts),
                LanguagePrimitives.ConvertTo<ModelKind>(parts.Properties["Kind"].Value),
                Text(parts, "Name"),
                parts.Properties["VersionName"].Value is null ? null : Text(parts, "VersionName")),
            "AccountId IsMultiRegion KeyId Partition Region" => KeyArn.Parse(
                $"arn:{Text(parts, "Partition")}:kms:{Text(parts, "Region")}:{Account(parts)}:key/{Text(parts, "KeyId")}"),
            _ => null,
        };

    // Text at the depth where ConvertTo-Json stops, an object above it.
    private static AccountId Account(PSObject parts) => AccountId.Parse(
        parts.Properties["AccountId"].Value is PSObject { BaseObject: PSCustomObject } account
            ? Text(account, "Value")
            : Text(parts, "AccountId"));

    private static string Text(PSObject parts, string name) => LanguagePrimitives.ConvertTo<string>(parts.Properties[name]?.Value);
}
