// ConvertTo-Json writes an ARN as an object with its parts and its whole text. This reads it back.
using System.Management.Automation;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Binding;

/// <summary>Converts an object with a Value, as ConvertFrom-Json makes of an identity, to the identity.</summary>
public sealed class IdentityConverter : PSTypeConverter
{
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => Read(sourceValue, destinationType) is not null;

    public override object? ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        Read(sourceValue, destinationType) ?? throw new PSInvalidCastException();

    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new PSInvalidCastException();

    private static object? Read(object source, Type type)
    {
        // An object with other properties is none: its Value must not come before its ModelArn.
        Type identity = type == typeof(KeyReference) ? typeof(KeyArn) : type;
        if (source is not PSObject { BaseObject: PSCustomObject } json
            || json.Properties["Value"]?.Value is not string text
            || json.Properties.Any(property => identity.GetProperty(property.Name) is null))
        {
            return null;
        }

        return type.Name switch
        {
            nameof(AccountId) => AccountId.TryParse(text, out AccountId? account) ? account : null,
            nameof(ModelArn) => ModelArn.TryParse(text, out ModelArn? model) ? model : null,
            nameof(KeyArn) => KeyArn.TryParse(text, out KeyArn? key) ? key : null,
            nameof(KeyReference) => KeyArn.IsKeyId(text) || KeyArn.TryParse(text, out _) ? KeyReference.Parse(text) : null,
            nameof(RoleArn) => RoleArn.TryParse(text, out RoleArn? role) ? role : null,
            nameof(PolicyPrincipal) => PolicyPrincipal.TryParse(text, out PolicyPrincipal? principal) ? principal : null,
            _ => null,
        };
    }
}
