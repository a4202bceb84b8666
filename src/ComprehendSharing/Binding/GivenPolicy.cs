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
    /// <remarks>The policy of a model that has none is left out. Neighbouring lines and statements are one policy.</remarks>
    public static IEnumerable<GivenPolicy> From(object? value)
    {
        PolicyLines lines = new();
        List<PolicyStatement> statements = [];
        foreach (object? item in IsList(value) ? ((IEnumerable)Unwrap(value)!).Cast<object?>().Select(Unwrap) : [Unwrap(value)])
        {
            if (item is not string && lines.End() is { } text)
            {
                yield return new GivenPolicy(text);
            }

            if (item is not PolicyStatement && statements.Count > 0)
            {
                yield return Of(PolicyDocument.Create(statements));
                statements.Clear();
            }

            if (item is PolicyStatement statement)
            {
                statements.Add(statement);
            }
            else if (item is string line)
            {
                if (lines.Add(line) is { } before)
                {
                    yield return new GivenPolicy(before);
                }
            }
            else
            {
                foreach (GivenPolicy policy in IsList(item) ? From(item) : One(item))
                {
                    yield return policy;
                }
            }
        }

        if (lines.End() is { } last)
        {
            yield return new GivenPolicy(last);
        }

        if (statements.Count > 0)
        {
            yield return Of(PolicyDocument.Create(statements));
        }
    }

    private static IEnumerable<GivenPolicy> One(object? value)
    {
        switch (value)
        {
            case null:
                return [];
            case PolicyDocument document:
                return [Of(document)];
            case ModelPolicy policy:
                return policy.Document is null ? [] : [Of(policy.Document) with { IsModelPolicy = true, ResourceArn = policy.ResourceArn }];
            case PSObject json when json.Properties["ResourcePolicy"] is { } text && json.Properties["Statement"] is null:
                string? arn = json.Properties["ResourceArn"]?.Value?.ToString();
                return text.Value is null ? [] : From(text.Value).Select(given => given with { IsModelPolicy = true, ResourceArn = arn });
            case not (PSObject or IDictionary or ValueType) when PSObject.AsPSObject(value).Properties["Statement"] is null:
                // No policy, and perhaps an object without end.
                return [new GivenPolicy($"{value}")];
            default:
                return [new GivenPolicy(LanguagePrimitives.ConvertTo<string>(s_toJson.InvokeReturnAsIs(value)))];
        }
    }

    private static GivenPolicy Of(PolicyDocument document) => new(document.ToJson()) { _document = document };
}
