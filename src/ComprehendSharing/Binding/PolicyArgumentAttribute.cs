using System.Collections;
using System.Management.Automation;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Binding;

/// <summary>Takes a policy as text, as the lines of a file, or as an object that ConvertTo-Json makes the text of.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PolicyArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>How many lists are around a policy: 0 for one policy, 1 for a list, 2 for levels of an organisation.</summary>
    public int Depth { get; set; }

    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => Depth switch
    {
        0 => inputData is null ? null : One(inputData),
        1 => Documents(inputData),
        _ => Levels(inputData),
    };

    private static PolicyDocument? One(object value)
    {
        IReadOnlyList<GivenPolicy> given = GivenPolicy.From(value);
        return given switch
        {
            [GivenPolicy one] => one.Document,
            [] when GivenPolicy.Unwrap(value) is not (string or IEnumerable) => null,

            // The error says where the second one starts.
            _ => PolicyDocument.Parse(string.Join('\n', given.Select(policy => policy.Text))),
        };
    }

    private static PolicyDocument[] Documents(object? value) => [.. GivenPolicy.From(value).Select(given => given.Document)];

    /// <summary>One level for each inner list, or a single level when there is none.</summary>
    private static PolicyDocument[][] Levels(object? value)
    {
        List<object?> items = GivenPolicy.IsList(value) ? [.. ((IEnumerable)GivenPolicy.Unwrap(value)!).Cast<object?>()] : [value];
        return value is null || items.Count == 0 ? []
            : items.Exists(GivenPolicy.IsList) ? [.. items.Select(item => Documents(item))]
            : [Documents(value)];
    }
}
