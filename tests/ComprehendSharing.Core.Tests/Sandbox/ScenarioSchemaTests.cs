// The published schema and the reader are two texts about one format. Here they are held together.
using System.Runtime.CompilerServices;
using System.Text.Json;
using ComprehendSharing.Sandbox;

namespace ComprehendSharing.Tests.Sandbox;

public sealed class ScenarioSchemaTests
{
    private readonly JsonElement _schema = JsonDocument.Parse(File.ReadAllText(SchemaPath())).RootElement;

    [Fact]
    public void The_default_scenario_has_the_members_of_the_schema() =>
        Check(JsonDocument.Parse(SandboxScenario.DefaultJson).RootElement, _schema, "$");

    [Fact]
    public void A_misspelt_member_would_be_noticed()
    {
        JsonElement scenario = JsonDocument.Parse(
            SandboxScenario.DefaultJson.Replace("\"status\"", "\"state\"", StringComparison.Ordinal)).RootElement;

        Assert.ThrowsAny<Exception>(() => Check(scenario, _schema, "$"));
    }

    [Theory]
    [InlineData("account", "an account")]
    [InlineData("principal", "a principal")]
    [InlineData("key", "a key")]
    [InlineData("model", "a model")]
    [InlineData("fault", "a fault")]
    [InlineData("rehearsal", "a rehearsal")]
    public void The_reader_knows_the_members_of_the_schema_and_no_others(string definition, string what)
    {
        string probe = """{"no such member":1}""";
        string json = definition switch
        {
            "account" => $$"""{"region":"r","accounts":[{{probe}}]}""",
            "principal" or "key" or "model" => $$"""{"region":"r","accounts":[{"id":"111122223333","{{definition}}s":[{{probe}}]}]}""",
            "fault" => Whole($"\"faults\":[{probe}]"),
            _ => Whole($"\"rehearsal\":{probe}"),
        };

        DocumentFormatException error = Assert.Throws<DocumentFormatException>(() => SandboxScenario.Parse(json));

        IEnumerable<string> members = Properties(_schema.GetProperty("$defs").GetProperty(definition)).Select(property => property.Name);
        Assert.Contains($"is no member of {what}; expected one of {string.Join(", ", members)}.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_property_is_described()
    {
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", _schema.GetProperty("$schema").GetString());
        IEnumerable<JsonElement> objects = _schema.GetProperty("$defs").EnumerateObject().Select(definition => definition.Value)
            .Where(definition => definition.TryGetProperty("properties", out _));
        Assert.All(
            objects.Prepend(_schema).SelectMany(Properties),
            property => Assert.False(string.IsNullOrWhiteSpace(property.Value.GetProperty("description").GetString()), property.Name));
    }

    [Fact]
    public void The_schema_lists_every_operation_and_kind_of_fault()
    {
        JsonElement fault = _schema.GetProperty("$defs").GetProperty("fault").GetProperty("properties");

        Assert.Equal(SandboxFault.Operations, Words(fault.GetProperty("operation")));
        Assert.Equal(Enum.GetNames<SandboxFaultKind>().Order(), Words(fault.GetProperty("kind")).Order());
    }

    private static IEnumerable<string> Words(JsonElement schema) =>
        schema.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);

    private static IEnumerable<JsonProperty> Properties(JsonElement schema) => schema.GetProperty("properties").EnumerateObject();

    private void Check(JsonElement value, JsonElement schema, string path)
    {
        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            Check(value, _schema.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1]), path);
            return;
        }

        if (schema.TryGetProperty("enum", out _))
        {
            Assert.Contains(value.GetString(), Words(schema));
        }

        if (schema.TryGetProperty("pattern", out JsonElement pattern))
        {
            Assert.Matches(pattern.GetString()!, value.GetString());
        }

        if (schema.TryGetProperty("type", out JsonElement type))
        {
            IEnumerable<string> types = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(item => item.GetString()!) : [type.GetString()!];
            Assert.Contains(value.ValueKind.ToString().ToLowerInvariant(), types);
        }

        if (schema.TryGetProperty("required", out JsonElement required))
        {
            Assert.All(required.EnumerateArray(), name => Assert.True(value.TryGetProperty(name.GetString()!, out _), $"{path} has no {name}"));
        }

        if (schema.TryGetProperty("items", out JsonElement items))
        {
            Assert.All(value.EnumerateArray(), item => Check(item, items, path + "[]"));
        }

        if (schema.TryGetProperty("properties", out JsonElement properties))
        {
            foreach (JsonProperty member in value.EnumerateObject())
            {
                Assert.True(properties.TryGetProperty(member.Name, out JsonElement known), $"{path}.{member.Name} is not in the schema");
                Check(member.Value, known, $"{path}.{member.Name}");
            }
        }
    }

    private static string Whole(string members) =>
        $$"""{"region":"r","accounts":[{"id":"111122223333","principals":[{"arn":"arn:aws:iam::111122223333:user/o","profile":"p"}]}],{{members}}}""";

    private static string SchemaPath([CallerFilePath] string thisFile = "") =>
        Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "docs", "scenario.schema.json");
}
