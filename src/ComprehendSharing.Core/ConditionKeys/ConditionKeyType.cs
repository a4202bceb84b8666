using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.ConditionKeys;

/// <summary>The type of a condition key's values, as the Service Authorization Reference has it; a list counts by the type of its items.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html#context_keys_table">Condition keys table</see></remarks>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "The name is that of the Service Authorization Reference.")]
public enum ConditionKeyType
{
    /// <summary>A text.</summary>
    String,

    /// <summary>An Amazon Resource Name.</summary>
    Arn,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A number.</summary>
    Numeric,

    /// <summary>A time.</summary>
    Date,

    /// <summary>An IP address.</summary>
    IPAddress,
}
