using System.Collections;
using System.Management.Automation;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Binding;

/// <summary>Takes a policy as text, as the lines of a file, or as an object that ConvertTo-Json makes the text of.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PolicyArgumentAttribute : ArgumentTransformationAttribute
{
    private static readonly ScriptBlock s_toJson =
        ScriptBlock.Create("param($InputObject) Microsoft.PowerShell.Utility\\ConvertTo-Json -InputObject $InputObject -Depth 32");

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        object? value = inputData is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null or PolicyDocument => value,
            string text => PolicyDocument.Parse(text),
            IEnumerable lines when lines is not IDictionary && lines.Cast<object>().All(IsText) =>
                PolicyDocument.Parse(string.Join('\n', lines.Cast<object>())),
            _ => PolicyDocument.Parse(LanguagePrimitives.ConvertTo<string>(s_toJson.InvokeReturnAsIs(value))),
        };
    }

    private static bool IsText(object item) => item is string or PSObject { BaseObject: string };
}
