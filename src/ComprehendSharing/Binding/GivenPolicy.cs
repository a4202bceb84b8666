using System.Collections;
using System.Management.Automation;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Binding;

/// <summary>A policy as it was given, and what the object that it came in says of it.</summary>
/// <param name="Text">The text.</param>
/// <param name="IsModelPolicy">Whether it came as the policy of a model.</param>
/// <param name="ResourceArn">The ARN of that model; null when it is not known.</param>
internal sealed record GivenPolicy(string Text, bool IsModelPolicy = false, string? ResourceArn = null)
{
    private static readonly ScriptBlock s_toJson =
        ScriptBlock.Create("param($InputObject) Microsoft.PowerShell.Utility\\ConvertTo-Json -InputObject $InputObject -Depth 32");

    private PolicyDocument? _document;

    /// <summary>The policy.</summary>
    /// <exception cref="DocumentFormatException">The text is none.</exception>
    public PolicyDocument Document => _document ??= PolicyDocument.Parse(Text);

    /// <summary>The object behind PowerShell's wrapper; what is made of properties alone is that wrapper.</summary>
    public static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>Whether it is a list of values, and not one policy.</summary>
    public static bool IsList(object? value) => Unwrap(value) is IEnumerable and not (string or IDictionary);

    /// <summary>All policies in a value: texts, lines, documents, statements, policies of models, objects, or a list of these.</summary>
    public static IReadOnlyList<GivenPolicy> From(object? value)
    {
        PolicyCollector collector = new();
        return [.. collector.Add(value), .. collector.End()];
    }

    /// <summary>The policy of one object; none for the policy of a model that has none.</summary>
    public static IEnumerable<GivenPolicy> Of(object value)
    {
        switch (value)
        {
            case PolicyDocument document:
                return [Of(document)];
            case ModelPolicy policy:
                return policy.Document is null ? [] : [Of(policy.Document) with { IsModelPolicy = true, ResourceArn = policy.ResourceArn }];
            case IDictionary:
                return [Json(value)];
            default:
                PSObject item = PSObject.AsPSObject(value);
                return item.Properties["Statement"] is not null || value is ValueType ? [Json(value)]
                    : (item.Properties["ResourcePolicy"] ?? item.Properties["Policy"]) is { } policyOf ? Of(item, policyOf)
                    : value is PSObject ? [Json(value)]
                    : [new GivenPolicy($"{value}")]; // no policy, and perhaps an object without end
        }
    }

    private static IEnumerable<GivenPolicy> Of(PSObject owner, PSPropertyInfo policy)
    {
        object? arn = (owner.Properties["ResourceArn"] ?? owner.Properties["KeyArn"])?.Value;
        return From(policy.Value).Select(given => given with { IsModelPolicy = policy.Name == nameof(ModelPolicy.ResourcePolicy), ResourceArn = arn?.ToString() });
    }

    private static GivenPolicy Of(PolicyDocument document) => new(document.ToJson()) { _document = document };

    private static GivenPolicy Json(object value) => new(LanguagePrimitives.ConvertTo<string>(s_toJson.InvokeReturnAsIs(value)));
}
