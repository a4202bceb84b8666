// The objects of the SDK, read by the names of their properties. In version 5 of AWS.Tools what is not there is null, lists
// and dates included; a status is a constant of the SDK, an object whose Value is the text.
using System.Collections;
using System.Management.Automation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Aws;

/// <summary>Reads what AWS.Tools writes.</summary>
internal static class AwsToolsObjects
{
    public static ComprehendModel Model(PSObject properties) => new()
    {
        ModelArn = ModelArn.Parse(Text(properties, "DocumentClassifierArn") ?? Text(properties, "EntityRecognizerArn") ?? string.Empty),
        Status = Text(properties, "Status") ?? string.Empty,
        Message = Text(properties, "Message"),
        LanguageCode = Text(properties, "LanguageCode"),
        ModelKmsKeyId = Text(properties, "ModelKmsKeyId"),
        VolumeKmsKeyId = Text(properties, "VolumeKmsKeyId"),
        VpcConfig = Value(properties, "VpcConfig") is { } vpc ? new VpcConfig(Texts(vpc, "SecurityGroupIds"), Texts(vpc, "Subnets")) : null,
        DataAccessRoleArn = Text(properties, "DataAccessRoleArn") is { } role ? RoleArn.Parse(role) : null,
        SourceModelArn = Text(properties, "SourceModelArn") is { } source ? ModelArn.Parse(source) : null,
        SubmitTime = Time(properties, "SubmitTime"),
        EndTime = Time(properties, "EndTime"),
    };

    public static ComprehendEndpoint Endpoint(PSObject properties) => new()
    {
        EndpointArn = Text(properties, "EndpointArn") ?? string.Empty,
        ModelArn = ModelArn.Parse(Text(properties, "ModelArn") ?? string.Empty),
        Status = Text(properties, "Status") ?? string.Empty,
        Message = Text(properties, "Message"),
        DesiredInferenceUnits = Number(properties, "DesiredInferenceUnits"),
        CurrentInferenceUnits = Number(properties, "CurrentInferenceUnits"),
        DataAccessRoleArn = Text(properties, "DataAccessRoleArn") is { } role ? RoleArn.Parse(role) : null,
        CreationTime = Time(properties, "CreationTime"),
        LastModifiedTime = Time(properties, "LastModifiedTime"),
    };

    public static ResourcePolicyDescription ResourcePolicy(PSObject response) => Text(response, "ResourcePolicy") is { } policy
        ? new ResourcePolicyDescription(
            policy, Text(response, "PolicyRevisionId"), Time(response, "CreationTime"), Time(response, "LastModifiedTime"))
        : ResourcePolicyDescription.None;

    public static KeyDescription Key(PSObject metadata) => new(
        KeyArn.Parse(Text(metadata, "Arn") ?? string.Empty),
        Text(metadata, "KeyState") ?? string.Empty,
        string.Equals(Text(metadata, "KeyManager"), "AWS", StringComparison.OrdinalIgnoreCase) ? KeyManager.Aws : KeyManager.Customer);

    public static CallerIdentity Caller(PSObject response) =>
        new(AccountId.Parse(Text(response, "Account") ?? string.Empty), PolicyPrincipal.Parse(Text(response, "Arn") ?? string.Empty));

    /// <summary>The items of one page of a list. What a mock writes may be an item itself.</summary>
    public static IEnumerable<PSObject> Items(PSObject page, string list) => page.Properties[list] is null
        ? [page]
        : Value(page, list) switch
        {
            null => [],
            IEnumerable items => items.Cast<object>().Where(item => item is not null).Select(PSObject.AsPSObject),
            { } item => [PSObject.AsPSObject(item)],
        };

    public static bool Has(object source, string name, Type type) =>
        PSObject.AsPSObject(source).Properties[name] is { } property && property.TypeNameOfValue == type.FullName;

    /// <summary>A property as text; null when it is not there, null or empty.</summary>
    public static string? Text(object source, string name)
    {
        string? text = Value(source, name) switch
        {
            null => null,
            string plain => plain,
            { } constant when PSObject.AsPSObject(constant).Properties["Value"]?.Value is string value => value,
            { } other => other.ToString(),
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public static object? Value(object source, string name) => PSObject.AsPSObject(source).Properties[name]?.Value switch
    {
        // What a script left out is an object without anything, not null.
        PSObject { BaseObject: PSCustomObject } made => made.Properties.Any() ? made : null,
        PSObject wrapped => wrapped.BaseObject,
        { } value => value,
        null => null,
    };

    private static ValueList<string> Texts(object source, string name) =>
        [.. ((Value(source, name) as IEnumerable)?.Cast<object>() ?? []).Select(item => item.ToString() ?? string.Empty)];

    private static int? Number(object source, string name) => Value(source, name) as int?;

    private static DateTimeOffset? Time(object source, string name) => Value(source, name) switch
    {
        DateTimeOffset time => time,
        DateTime { Kind: DateTimeKind.Unspecified } time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        DateTime time => new DateTimeOffset(time.ToUniversalTime()),
        _ => null,
    };
}
