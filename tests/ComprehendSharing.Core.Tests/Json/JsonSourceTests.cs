using System.Text.Json;
using ComprehendSharing.Json;

namespace ComprehendSharing.Tests.Json;

public sealed class JsonSourceTests
{
    private const string Text = "\r\n{ \"é😀\" : [ 1 , -2.5E+3,true , \"a\\\"\\u0041\" ] ,\t\"o\":{\"n\":null, \"f\":false} }\n";

    [Fact]
    public void Every_value_has_its_text()
    {
        JsonSource source = JsonSource.Read(Text, JsonDocumentKind.Policy);
        JsonPart list = source.Root["é😀"]!;
        JsonPart inner = source.Root["o"]!;
        Assert.Equal(Text, source.Text);
        Assert.Equal(Text.Trim(), source.Slice(source.Root));
        Assert.Equal("[ 1 , -2.5E+3,true , \"a\\\"\\u0041\" ]", source.Slice(list));
        Assert.Equal(["1", "-2.5E+3", "true", "\"a\\\"\\u0041\""], list.Items.Select(source.Slice));
        Assert.Equal(["1", "-2.5E+3", "true", "a\"A"], list.Items.Select(item => item.Scalar));
        Assert.Equal("{\"n\":null, \"f\":false}", source.Slice(inner));
        Assert.Equal(["null", "false"], inner.Members.Select(member => source.Slice(member.Value)));
        Assert.Equal("\"o\":{", source.Slice(source.Root.Members[1].NameStart, inner.Start + 1));
    }

    [Fact]
    public void Every_value_has_its_kind()
    {
        JsonSource source = JsonSource.Read(Text, JsonDocumentKind.Policy);
        Assert.Equal(JsonValueKind.Object, source.Root.Kind);
        Assert.Equal(JsonValueKind.Array, source.Root["é😀"]!.Kind);
        Assert.Equal(
            [JsonValueKind.Number, JsonValueKind.Number, JsonValueKind.True, JsonValueKind.String],
            source.Root["é😀"]!.Items.Select(item => item.Kind));
        Assert.Equal([JsonValueKind.Null, JsonValueKind.False], source.Root["o"]!.Members.Select(member => member.Value.Kind));
        Assert.False(source.Root["o"]!["n"]!.IsScalar);
        Assert.True(source.Root["o"]!["f"]!.IsScalar);
        Assert.Null(source.Root["O"]);
    }

    [Fact]
    public void A_value_can_be_replaced_and_all_else_stays()
    {
        JsonSource source = JsonSource.Read(Text, JsonDocumentKind.Policy);
        JsonPart list = source.Root["é😀"]!;
        Assert.Equal(Text.Replace("[ 1 , -2.5E+3,true , \"a\\\"\\u0041\" ]", "☃", StringComparison.Ordinal), source.Splice(list.Start, list.End, "☃"));
    }

    [Fact]
    public void An_error_about_a_value_names_its_place()
    {
        JsonSource source = JsonSource.Read(Text, JsonDocumentKind.Policy);
        DocumentFormatException error = source.Error(source.Root["é😀"]!.Items[2], "no");
        Assert.Equal((2, 25), (error.Line, error.Column));
        Assert.EndsWith("Line 2, column 25: no.", error.Cause, StringComparison.Ordinal);
    }
}
