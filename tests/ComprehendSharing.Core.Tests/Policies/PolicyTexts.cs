// Policies as texts: any order of members, one or many, odd white space, escapes, members that IAM does not define.
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Policies;

internal static class PolicyTexts
{
    private static readonly Gen<string> s_blank = Gen.Elements(
        string.Empty, string.Empty, string.Empty, " ", "  ", "\t", "\n", "\n    ", "\r\n", "\r\n\t", " \t\r\n ");

    private static readonly Gen<string[]> s_string = Gen.Elements(
        "\"\"", "\"*\"", "\"a:B\"", "\"a b\"", "\"111122223333\"", "\"\\u0041\\n\\\"\\\\\"", "\"é ÿ\"", "\"😀\"", "\" , ]\"", "\"\\\\\"", "\"\u0085\u2028\"")
        .Select(token => new[] { token });

    private static readonly Gen<string[]> s_scalar = Gen.OneOf(
        s_string,
        Gen.Elements("true", "false", "0", "-1.5e+3", "5").Select(token => new[] { token }));

    private static readonly Gen<string[]> s_strings = Gen.OneOf(s_string, List(s_string));

    private static readonly Gen<string[]> s_unknown = Gen.OneOf(
        s_strings,
        Gen.Elements<string[]>(["null"], ["{", "}"], ["{", "\"a\"", ":", "[", "1", ",", "{", "}", "]", "}"]));

    private static readonly Gen<string[]> s_principal = Gen.OneOf(
        Gen.Constant<string[]>(["\"*\""]),
        Object(Some(["AWS", "Service", "Federated", "CanonicalUser"], s_strings)));

    private static readonly Gen<string[]> s_condition =
        Object(Some(
            ["StringEquals", "StringLike", "ForAnyValue:StringEqualsIfExists", "Bool"],
            Object(Some(["aws:SourceArn", "AWS:sourceArn", "kms:ViaService", "aws:ResourceTag/é"], Gen.OneOf(s_scalar, List(s_scalar))))));

    private static readonly Gen<string[]> s_statement =
        from effect in Gen.Elements("\"Allow\"", "\"Deny\"")
        from texts in Some(["Action", "NotAction", "Resource", "NotResource"], s_strings)
        from principals in Some(["Principal", "NotPrincipal"], s_principal)
        from conditions in Some(["Condition"], s_condition)
        from sid in Some(["Sid"], s_string)
        from unknown in Some(["Note", "action", "Ünknown"], s_unknown)
        from order in Gen.Shuffle([("Effect", [effect]), .. texts, .. principals, .. conditions, .. sid, .. unknown])
        select Object(order);

    /// <summary>A policy.</summary>
    public static Gen<string> Policy { get; } =
        from statement in Gen.OneOf(s_statement, List(s_statement), List(s_statement))
        from texts in Some(["Version", "Id"], s_string)
        from unknown in Some(["Comment", "statement"], s_unknown)
        from order in Gen.Shuffle([("Statement", statement), .. texts, .. unknown])
        from text in Spaced(Object(order))
        select text;

    private static Gen<string> Spaced(string[] tokens) =>
        from blanks in s_blank.ArrayOf(tokens.Length + 1)
        select string.Concat(tokens.Select((token, index) => blanks[index] + token)) + blanks[^1];

    private static Gen<(string Name, string[] Value)[]> Some(string[] names, Gen<string[]> value) =>
        from some in Gen.SubListOf(names)
        from members in Gen.CollectToArray(some, name => value.Select(tokens => (name, tokens)))
        select members;

    private static Gen<string[]> Object(Gen<(string Name, string[] Value)[]> members) => members.Select(Object);

    private static string[] Object((string Name, string[] Value)[] members) =>
        ["{", .. Separate(members.Select(member => (string[])[$"\"{member.Name}\"", ":", .. member.Value])), "}"];

    private static Gen<string[]> List(Gen<string[]> item) =>
        from count in Gen.Choose(0, 3)
        from items in item.ArrayOf(count)
        select (string[])["[", .. Separate(items), "]"];

    private static IEnumerable<string> Separate(IEnumerable<string[]> items) =>
        items.SelectMany((tokens, index) => index == 0 ? tokens : [",", .. tokens]);
}
