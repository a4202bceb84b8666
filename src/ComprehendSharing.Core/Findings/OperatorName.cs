// The name of a condition operator, taken apart.
using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.Findings;

/// <summary>A condition operator as a policy names it. Case is not looked at.</summary>
/// <param name="Qualifier"><c>ForAllValues</c>, <c>ForAnyValue</c> or an empty text.</param>
/// <param name="BaseName">The name without qualifier and suffix, such as <c>StringNotEquals</c>.</param>
/// <param name="Family">What it compares.</param>
/// <param name="IsIfExists">Whether it ends in <c>IfExists</c>.</param>
internal sealed record OperatorName(string Qualifier, string BaseName, OperatorFamily Family, bool IsIfExists)
{
    public const string ForAllValues = "ForAllValues";
    public const string ForAnyValue = "ForAnyValue";
    public const string IfExists = "IfExists";

    private static readonly Dictionary<string, OperatorFamily> s_families = new(StringComparer.OrdinalIgnoreCase)
    {
        ["StringEquals"] = OperatorFamily.Text,
        ["StringNotEquals"] = OperatorFamily.Text,
        ["StringEqualsIgnoreCase"] = OperatorFamily.Text,
        ["StringNotEqualsIgnoreCase"] = OperatorFamily.Text,
        ["StringLike"] = OperatorFamily.Text,
        ["StringNotLike"] = OperatorFamily.Text,
        ["NumericEquals"] = OperatorFamily.Number,
        ["NumericNotEquals"] = OperatorFamily.Number,
        ["NumericLessThan"] = OperatorFamily.Number,
        ["NumericLessThanEquals"] = OperatorFamily.Number,
        ["NumericGreaterThan"] = OperatorFamily.Number,
        ["NumericGreaterThanEquals"] = OperatorFamily.Number,
        ["DateEquals"] = OperatorFamily.Date,
        ["DateNotEquals"] = OperatorFamily.Date,
        ["DateLessThan"] = OperatorFamily.Date,
        ["DateLessThanEquals"] = OperatorFamily.Date,
        ["DateGreaterThan"] = OperatorFamily.Date,
        ["DateGreaterThanEquals"] = OperatorFamily.Date,
        ["Bool"] = OperatorFamily.Bool,
        ["BinaryEquals"] = OperatorFamily.Binary,
        ["IpAddress"] = OperatorFamily.IPAddress,
        ["NotIpAddress"] = OperatorFamily.IPAddress,
        ["ArnEquals"] = OperatorFamily.Arn,
        ["ArnLike"] = OperatorFamily.Arn,
        ["ArnNotEquals"] = OperatorFamily.Arn,
        ["ArnNotLike"] = OperatorFamily.Arn,
        ["Null"] = OperatorFamily.Null,
    };

    /// <summary>The names of all operators, without qualifier and suffix.</summary>
    public static IEnumerable<string> All => s_families.Keys;

    /// <summary>Whether it holds when no value fits.</summary>
    public bool IsNegated => BaseName.Contains("Not", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether <c>*</c> and <c>?</c> are wildcards in its values.</summary>
    public bool HasWildcards => Family == OperatorFamily.Arn || BaseName.EndsWith("Like", StringComparison.OrdinalIgnoreCase);

    public static bool TryParse(string name, [NotNullWhen(true)] out OperatorName? result)
    {
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        string qualifier = colon < 0 ? string.Empty : name[..colon];
        string rest = name[(colon + 1)..];
        bool isIfExists = rest.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase);
        string baseName = isIfExists ? rest[..^IfExists.Length] : rest;
        bool isKnown = s_families.TryGetValue(baseName, out OperatorFamily family)
            && (colon < 0 || IsQualifier(qualifier, ForAllValues) || IsQualifier(qualifier, ForAnyValue));
        result = isKnown ? new OperatorName(qualifier, baseName, family, isIfExists) : null;
        return isKnown;
    }

    /// <summary>Whether the operator is qualified so.</summary>
    public bool Has(string qualifier) => IsQualifier(Qualifier, qualifier);

    /// <summary>Whether a condition with these values holds for a request that does not carry the key.</summary>
    public bool HoldsWithoutKey(IEnumerable<string> values) => Family switch
    {
        OperatorFamily.Null => !Has(ForAnyValue) && values.Any(value => value.Equals("true", StringComparison.OrdinalIgnoreCase)),
        _ => IsIfExists || Has(ForAllValues) || (IsNegated && !Has(ForAnyValue)),
    };

    private static bool IsQualifier(string text, string qualifier) => text.Equals(qualifier, StringComparison.OrdinalIgnoreCase);
}
