using ComprehendSharing.Identity;

namespace ComprehendSharing.Policies;

/// <summary>One principal of a statement as the document has it, understood or not.</summary>
/// <param name="Type">The member that it stands under: <c>AWS</c>, <c>Service</c>, <c>Federated</c>, <c>CanonicalUser</c>; <c>AWS</c> for a bare <c>"*"</c>.</param>
/// <param name="Value">The text, such as an ARN.</param>
public sealed record PrincipalEntry(string Type, string Value)
{
    /// <summary>The principal; null where the text is none that this module knows, or stands under the wrong member.</summary>
    public PolicyPrincipal? Principal =>
        PolicyPrincipal.TryParse(Value, out PolicyPrincipal? principal) && Of(principal).Type == Type ? principal : null;

    /// <summary>Whether it stands for everyone.</summary>
    public bool IsEveryone => Type == "AWS" && Value == "*";

    /// <summary>The entry of a principal.</summary>
    /// <param name="principal">The principal.</param>
    public static PrincipalEntry Of(PolicyPrincipal principal) =>
        new(principal.Kind == PrincipalKind.Service ? "Service" : "AWS", principal.Value);

    /// <summary>The text of the principal.</summary>
    public override string ToString() => Value;
}
