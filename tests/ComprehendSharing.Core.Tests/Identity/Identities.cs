// Generators of texts that are valid, and of texts that look as if they were.
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Identity;

internal static class Identities
{
    private const string NameCharacters = "abcxyzABCXYZ0189-";

    public static Gen<string> Partition { get; } = Gen.Elements("aws", "aws-us-gov", "aws-cn", "aws-iso", "aws-iso-b");

    public static Gen<string> Region { get; } = Gen.Elements("us-west-2", "us-gov-west-1", "cn-north-1", "us-iso-east-1", "eu-isoe-west-1");

    public static Gen<string> AccountId { get; } = Text("0123456789", 12, 12);

    public static Gen<string> ModelName { get; } = Text(NameCharacters, 1, 63).Where(name => name[0] != '-' && name[^1] != '-');

    public static Gen<string> ModelArn { get; } =
        from partition in Partition
        from region in Region
        from account in AccountId
        from type in Gen.Elements("document-classifier", "entity-recognizer")
        from name in ModelName
        from version in Gen.OneOf(Gen.Constant(string.Empty), ModelName.Select(version => "/version/" + version))
        select $"arn:{partition}:comprehend:{region}:{account}:{type}/{name}{version}";

    public static Gen<string> KeyArn { get; } =
        from partition in Partition
        from region in Region
        from account in AccountId
        from prefix in Gen.Elements(string.Empty, "mrk-")
        from id in Text("0123456789abcdef-", 1, 100)
        select $"arn:{partition}:kms:{region}:{account}:key/{prefix}{id}";

    public static Gen<string> RoleArn { get; } =
        from partition in Partition
        from account in AccountId
        from path in Gen.Elements(string.Empty, "service-role/", "a/b/")
        from name in Text("abcXYZ019+=,.@_-", 1, 64)
        select $"arn:{partition}:iam::{account}:role/{path}{name}";

    public static Gen<string> Principal { get; } = Gen.OneOf(
        AccountId,
        RoleArn,
        RoleArn.Select(arn => arn.Replace(":role/", ":user/", StringComparison.Ordinal)),
        from partition in Partition from account in AccountId select $"arn:{partition}:iam::{account}:root",
        from account in AccountId from name in ModelName select $"arn:aws:sts::{account}:assumed-role/{name}/session",
        from account in AccountId from name in ModelName select $"arn:aws:sts::{account}:federated-user/{name}",
        Gen.Elements("AIDA", "AROA").SelectMany(prefix => Text("ABCXYZ2347", 12, 17).Select(rest => prefix + rest)),
        Gen.Elements("comprehend.amazonaws.com", "ec2.amazonaws.com.cn", "s3.us-east-1.amazonaws.com", "*"));

    public static Gen<string> Arn { get; } = Gen.OneOf(
        ModelArn,
        KeyArn,
        RoleArn,
        Gen.Elements("arn:aws:s3:::bucket/key:with:colons", "arn:aws:kms:us-west-2:111122223333:alias/a", "arn:x:y:::z"));

    /// <summary>Anything: texts of no kind, and valid ones with one character changed, taken out or put in.</summary>
    public static Gen<string?> Anything { get; } = Gen.OneOf<string?>(
        ArbMap.Default.GeneratorFor<string?>(),
        Text("arn:w-sklcomprehd/*?0123456789 \n\u0000\u00e9\ud800", 0, 60).Select(text => (string?)text),
        from text in Gen.OneOf(Arn, Principal)
        from place in Gen.Choose(0, text.Length - 1)
        from length in Gen.Choose(0, 1)
        from inserted in Gen.Elements(string.Empty, ":", "/", "*", "?", "-", " ", "\n", "\0", "１", "é", "\ud800", "A", "0")
        select (string?)(text[..place] + inserted + text[(place + length)..]));

    public static Gen<string> Text(string characters, int minLength, int maxLength) =>
        from length in Gen.Choose(minLength, maxLength)
        from text in Gen.Elements(characters.ToCharArray()).ArrayOf(length)
        select new string(text);
}
