// What a hashtable says of a request, in the words of IAM: all values are texts, and a key has none, one or many.
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using ComprehendSharing.Evaluation;

namespace ComprehendSharing.Binding;

/// <summary>Takes the condition keys of a request as a hashtable, or as an object of ConvertFrom-Json.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RequestContextArgumentAttribute : ArgumentTransformationAttribute
{
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) => GivenPolicy.Unwrap(inputData) switch
    {
        IDictionary keys => Read(keys.Keys.Cast<object>().Select(key => (LanguagePrimitives.ConvertTo<string>(key), keys[key]))),

        // What ConvertTo-Json and Export-Clixml make of a context. No condition key has this name.
        PSObject context when context.Properties["Values"] is { } values => Transform(engineIntrinsics, values.Value),
        PSObject json => Read(json.Properties.Select(property => (property.Name, (object?)property.Value))),
        _ => inputData,
    };

    private static RequestContext Read(IEnumerable<(string Key, object? Value)> entries)
    {
        Dictionary<string, string> spelling = new(StringComparer.OrdinalIgnoreCase);
        List<KeyValuePair<string, ValueList<string>>> values = [];
        foreach ((string key, object? value) in entries)
        {
            if (!spelling.TryAdd(key, key))
            {
                throw Errors.ContextKeyTwice(spelling[key], key);
            }

            values.Add(new KeyValuePair<string, ValueList<string>>(key, [.. Values(key, value)]));
        }

        return new RequestContext(values);
    }

    private static IEnumerable<string> Values(string key, object? value) =>
        GivenPolicy.IsList(value)
            ? ((IEnumerable)GivenPolicy.Unwrap(value)!).Cast<object?>().SelectMany(item => Values(key, item))
            : GivenPolicy.Unwrap(value) is { } one ? [Text(key, one)] : [];

    private static string Text(string key, object value) => value switch
    {
        int or long when key.EndsWith("Account", StringComparison.OrdinalIgnoreCase) =>
            throw Errors.AccountIdNotQuoted(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        bool isTrue => isTrue ? "true" : "false",
        DateTime time => Time(time.ToUniversalTime()),
        DateTimeOffset time => Time(time.UtcDateTime),
        _ => LanguagePrimitives.ConvertTo<string>(value),
    };

    private static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
