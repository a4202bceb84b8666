// A bundle as a file: what is written is read again, and what was altered is refused.
using System.Text.Json.Nodes;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;
using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests.Sharing;

public sealed class ShareBundleFileTests
{
    private const string Inconsistent = "BundleInconsistent";
    private const string Invalid = "InvalidBundle";

    private const string Text = """
        {
          "SchemaVersion": 1,
          "SourceModelArn": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1",
          "Region": "us-west-2",
          "OwnerAccountId": "111122223333",
          "ImporterAccountId": "444455556666",
          "AuthorizedPrincipal": [
            "arn:aws:iam::444455556666:user/jane",
            "444455556666"
          ],
          "Encryption": "CustomerManagedKey",
          "KmsKeyArn": "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
          "LanguageCode": "en",
          "CreatedAt": "2026-01-31T12:00:00Z",
          "ImporterPolicy": {
            "Version": "2012-10-17",
            "Statement": [
              {
                "Sid": "ImportModel",
                "Effect": "Allow",
                "Action": "comprehend:ImportModel",
                "Resource": "arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v1"
              },
              {
                "Sid": "PassImportRole",
                "Effect": "Allow",
                "Action": "iam:PassRole",
                "Resource": "arn:aws:iam::444455556666:role/*",
                "Condition": {
                  "StringEquals": {
                    "iam:PassedToService": "comprehend.amazonaws.com"
                  }
                }
              },
              {
                "Sid": "FollowCopies",
                "Effect": "Allow",
                "Action": "comprehend:DescribeDocumentClassifier",
                "Resource": "arn:aws:comprehend:us-west-2:444455556666:document-classifier/*"
              },
              {
                "Sid": "FindCopies",
                "Effect": "Allow",
                "Action": "comprehend:ListDocumentClassifiers",
                "Resource": "*"
              }
            ]
          },
          "ImportRolePolicy": {
            "Version": "2012-10-17",
            "Statement": [
              {
                "Sid": "CreateGrant",
                "Effect": "Allow",
                "Action": "kms:CreateGrant",
                "Resource": "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
              },
              {
                "Sid": "UseKeys",
                "Effect": "Allow",
                "Action": [
                  "kms:Decrypt",
                  "kms:GenerateDataKey"
                ],
                "Resource": "arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
                "Condition": {
                  "StringEquals": {
                    "kms:ViaService": "s3.us-west-2.amazonaws.com"
                  }
                }
              }
            ]
          },
          "ImportRoleTrustPolicy": {
            "Version": "2012-10-17",
            "Statement": [
              {
                "Effect": "Allow",
                "Principal": {
                  "Service": "comprehend.amazonaws.com"
                },
                "Action": "sts:AssumeRole",
                "Condition": {
                  "StringEquals": {
                    "aws:SourceAccount": "444455556666"
                  }
                }
              }
            ]
          },
          "Warning": [
            "Größer & <kleiner> \"als\" …"
          ]
        }

        """;

    private static readonly ShareBundle s_bundle = ShareBundle.Create(
        World.Version(1),
        AccountId.Parse(World.Partner),
        World.Principals(World.Jane, World.Partner),
        World.KeyArn,
        "en",
        new DateTimeOffset(2026, 1, 31, 13, 0, 0, TimeSpan.FromHours(1)),
        ["Größer & <kleiner> \"als\" …"]);

    private static readonly string s_text = Text.ReplaceLineEndings("\n");

    private static readonly Gen<string> s_words = Gen.Elements(
        "en", string.Empty, "\"", "\\", "\r\n", "\n", "\t", "\0", "é😀", "\u2028", "\u2029", "\u0085", "\uFEFF", "</script>&'+", "null", "{}");

    private static readonly Gen<ShareBundle> s_bundles =
        from place in Gen.Elements(("aws", "us-west-2"), ("aws-cn", "cn-north-1"), ("aws-us-gov", "us-gov-west-1"))
        from kind in Gen.Elements("document-classifier", "entity-recognizer")
        from version in Gen.Elements(string.Empty, "/version/v1", "/version/1-a")
        from principals in Gen.NonEmptyListOf(Gen.Elements("444455556666", ":root", ":user/jane", ":role/path/Import.Role_1@x"))
        from hasKey in Gen.Elements(true, false)
        from language in s_words.OrNull()
        from seconds in Gen.Choose(0, int.MaxValue)
        from hours in Gen.Choose(-12, 14)
        from count in Gen.Choose(0, 3)
        from warnings in s_words.ArrayOf(count)
        select ShareBundle.Create(
            ModelArn.Parse($"arn:{place.Item1}:comprehend:{place.Item2}:111122223333:{kind}/foo{version}"),
            AccountId.Parse("444455556666"),
            World.Principals([.. principals.Select(name => name[0] == ':' ? $"arn:{place.Item1}:iam::444455556666{name}" : name)]),
            hasKey ? KeyArn.Parse($"arn:{place.Item1}:kms:{place.Item2}:111122223333:key/{World.KeyId}") : null,
            language,
            DateTimeOffset.UnixEpoch.AddSeconds(seconds).ToOffset(TimeSpan.FromHours(hours)),
            [.. warnings]);

    [Fact]
    public void What_is_written_is_read_again() => Property.Holds(s_bundles, bundle =>
    {
        string text = ShareBundleFile.Write(bundle);
        ShareBundle read = ShareBundleFile.Read(text);
        Assert.Equal(bundle, read);
        Assert.Equal(text, ShareBundleFile.Write(read));
        Assert.EndsWith("}\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.Equal(read, ShareBundleFile.Read(text.ReplaceLineEndings("\r\n")));
        Assert.Equal(read, ShareBundleFile.Read(JsonNode.Parse(text)!.ToJsonString()));
    });

    [Fact]
    public void The_members_stand_in_one_order()
    {
        Assert.Equal(s_text, ShareBundleFile.Write(s_bundle));
        Assert.Equal(s_bundle, ShareBundleFile.Read(s_text));
    }

    [Fact]
    public void What_a_bundle_does_not_have_is_not_in_the_file()
    {
        string text = ShareBundleFile.Write(ShareBundle.Create(
            World.Version(1), AccountId.Parse(World.Partner), World.Principals(World.Partner), key: null, languageCode: null, s_bundle.CreatedAt, []));
        Assert.Equal(
            ["SchemaVersion", "SourceModelArn", "Region", "OwnerAccountId", "ImporterAccountId", "AuthorizedPrincipal", "Encryption", "CreatedAt", "ImporterPolicy", "Warning"],
            JsonNode.Parse(text)!.AsObject().Select(member => member.Key));
    }

    [Theory]
    [InlineData("SourceModelArn", "\"arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2\"")]
    [InlineData("SourceModelArn", "\"arn:aws:comprehend:us-west-2:999900001111:document-classifier/tickets/version/v1\"")]
    [InlineData("SourceModelArn", "\"arn:aws:comprehend:us-east-1:111122223333:document-classifier/tickets/version/v1\"")]
    [InlineData("Region", "\"us-east-1\"")]
    [InlineData("OwnerAccountId", "\"999900001111\"")]
    [InlineData("ImporterAccountId", "\"777788889999\"")]
    [InlineData("AuthorizedPrincipal", "[]")]
    [InlineData("AuthorizedPrincipal", null)]
    [InlineData("AuthorizedPrincipal", "[\"444455556666\",\"777788889999\"]")]
    [InlineData("AuthorizedPrincipal", "[\"*\"]")]
    [InlineData("AuthorizedPrincipal", "[\"comprehend.amazonaws.com\"]")]
    [InlineData("AuthorizedPrincipal", "[\"AIDACKCEVSQ6C2EXAMPLE\"]")]
    [InlineData("Encryption", "\"AwsOwnedKey\"")]
    [InlineData("Encryption", "\"customermanagedkey\"")]
    [InlineData("KmsKeyArn", null)]
    [InlineData("KmsKeyArn", "\"arn:aws:kms:us-west-2:999900001111:key/1234abcd-12ab-34cd-56ef-1234567890ab\"")]
    [InlineData("KmsKeyArn", "\"arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab\"")]
    [InlineData("KmsKeyArn", "\"arn:aws-cn:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab\"")]
    [InlineData("ImporterPolicy", "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}")]
    [InlineData("ImportRolePolicy", null)]
    [InlineData("ImportRolePolicy", "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"kms:*\",\"Resource\":\"*\"}}")]
    [InlineData("ImportRoleTrustPolicy", null)]
    [InlineData("ImportRoleTrustPolicy", "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"sts:AssumeRole\"}}")]
    public void A_member_that_was_altered_does_not_fit(string member, string? value)
    {
        SharingException error = Failure.Of(Inconsistent, () => ShareBundleFile.Read(Altered(member, value)));
        Assert.Equal(ErrorKind.InvalidData, error.Kind);
        Assert.True(error.Message.Length < 5000, "A hostile value must not fill the screen.");
    }

    [Theory]
    [InlineData("comprehend:ImportModel", "comprehend:*")]
    [InlineData("\"arn:aws:iam::444455556666:role/*\"", "\"*\"")]
    [InlineData("\"Service\": \"comprehend", "\"Service\": \"ec2")]
    [InlineData("s3.us-west-2", "s3.*")]
    [InlineData("\"kms:Decrypt\"", "\"kms:*\"")]
    [InlineData("\"aws:SourceAccount\": \"444455556666\"", "\"aws:SourceAccount\": [\"444455556666\",\"999900001111\"]")]
    [InlineData("\"PassImportRole\",\n        \"Effect\": \"Allow\"", "\"PassImportRole\",\n        \"Effect\": \"Deny\"")]
    public void A_policy_that_was_altered_in_one_place_does_not_fit(string part, string altered)
    {
        Assert.Contains(part, s_text, StringComparison.Ordinal);
        Failure.Of(Inconsistent, () => ShareBundleFile.Read(s_text.Replace(part, altered, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_policy_in_other_words_fits() => Assert.Equal(
        s_bundle,
        ShareBundleFile.Read(s_text.Replace("\"comprehend:ImportModel\"", "[ \"comprehend:importmodel\" ]", StringComparison.Ordinal)));

    [Theory]
    [InlineData("SchemaVersion", "2")]
    [InlineData("SchemaVersion", "2147483647")]
    public void A_later_version_is_BundleTooNew_whatever_else_it_says(string member, string value)
    {
        JsonNode json = JsonNode.Parse(Altered(member, value))!;
        json["Unheard"] = 1;
        Assert.Contains(value, Failure.Of("BundleTooNew", () => ShareBundleFile.Read(json.ToJsonString())).Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SchemaVersion", 2, 20, "0", "null", "\"1\"", "1.5", "-1", "[1]")]
    [InlineData("SourceModelArn", 3, 21, "null", "1", "\"\"", "\"arn:aws:s3:::x\"", "[]", "{}")]
    [InlineData("Region", 4, 13, "null", "1", "[]", "true")]
    [InlineData("OwnerAccountId", 5, 21, "null", "111122223333", "{}")]
    [InlineData("ImporterAccountId", 6, 24, "null", "444455556666", "\"4444\"", "\"*\"")]
    [InlineData("AuthorizedPrincipal", 7, 26, "null", "\"444455556666\"", "{}")]
    [InlineData("Encryption", 11, 17, "null", "1", "[]")]
    [InlineData("KmsKeyArn", 12, 16, "null", "1", "\"alias/x\"", "\"\"")]
    [InlineData("LanguageCode", 13, 19, "null", "1", "[]")]
    [InlineData("CreatedAt", 14, 16, "null", "1", "\"\"", "\"yesterday\"", "\"2026-02-30T00:00:00Z\"")]
    [InlineData("ImporterPolicy", 15, 21, "null", "1", "[]", "\"\"", "\"{}\"")]
    [InlineData("Warning", 91, 14, "null", "\"w\"", "{}")]
    public void A_member_of_the_wrong_type_is_InvalidBundle_with_its_place(string member, int line, int column, params string[] values)
    {
        int start = s_text.IndexOf($"\n  \"{member}\": ", StringComparison.Ordinal);
        int end = s_text.IndexOf("\n  \"", start + 1, StringComparison.Ordinal);
        end = end < 0 ? s_text.Length - 3 : end;
        foreach (string value in values)
        {
            string comma = s_text[end - 1] == ',' ? "," : string.Empty;
            string altered = $"{s_text[..start]}\n  \"{member}\": {value}{comma}{s_text[end..]}";
            DocumentFormatException error = Assert.IsType<DocumentFormatException>(Failure.Of(Invalid, () => ShareBundleFile.Read(altered)));
            Assert.Equal((value, line, column), (value, error.Line, error.Column));
        }
    }

    [Theory]
    [InlineData("SchemaVersion")]
    [InlineData("SourceModelArn")]
    [InlineData("Region")]
    [InlineData("OwnerAccountId")]
    [InlineData("ImporterAccountId")]
    [InlineData("Encryption")]
    [InlineData("CreatedAt")]
    public void A_member_that_is_missing_is_InvalidBundle(string member) =>
        Assert.Contains($"\"{member}\"", Failure.Of(Invalid, () => ShareBundleFile.Read(Altered(member, null))).Cause, StringComparison.Ordinal);

    [Fact]
    public void Every_beginning_of_a_file_is_InvalidBundle()
    {
        for (int length = 0; length < s_text.Length - 1; length++)
        {
            Assert.IsType<DocumentFormatException>(Failure.Of(Invalid, () => ShareBundleFile.Read(s_text[..length])));
        }
    }

    [Fact]
    public void A_file_with_any_character_replaced_is_read_or_refused_and_nothing_else() => Property.Holds(
        from index in Gen.Choose(0, s_text.Length - 1)
        from character in Gen.Elements("\"", "{", "}", "[", "]", ",", ":", "\\", "0", "é", "\0", "\uD800", " ", string.Empty)
        select $"{s_text[..index]}{character}{s_text[(index + 1)..]}",
        text =>
        {
            try
            {
                ShareBundle read = ShareBundleFile.Read(text);
                Assert.Equal((s_bundle.SourceModelArn, s_bundle.ImporterPolicy), (read.SourceModelArn, read.ImporterPolicy));
            }
            catch (SharingException error)
            {
                Assert.Contains(error.ErrorId, new[] { Invalid, Inconsistent });
            }
        },
        times: 1000);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"x\"")]
    [InlineData("{}")]
    [InlineData("{\"SchemaVersion\":1,\"SchemaVersion\":1}")]
    [InlineData("{\"SchemaVersion\":99999999999}")]
    public void What_is_no_bundle_is_InvalidBundle(string text) => Failure.Of(Invalid, () => ShareBundleFile.Read(text));

    [Fact]
    public void A_member_that_is_unknown_or_stands_twice_is_InvalidBundle()
    {
        Failure.Of(Invalid, () => ShareBundleFile.Read(Altered("Unheard", "1")));
        Failure.Of(Invalid, () => ShareBundleFile.Read(s_text.Replace("  \"Region\"", "  \"Region\": \"us-west-2\",\n  \"Region\"", StringComparison.Ordinal)));
        Failure.Of(Invalid, () => ShareBundleFile.Read(s_text.Replace("\"Sid\": \"UseKeys\",", "\"Sid\": \"UseKeys\", \"Sid\": \"UseKeys\",", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_file_of_more_than_a_mebibyte_is_InvalidBundle()
    {
        ShareBundleFile.Read(s_text + new string(' ', (1024 * 1024) - s_text.Length));
        Failure.Of(Invalid, () => ShareBundleFile.Read(s_text + new string(' ', (1024 * 1024) - s_text.Length + 1)));
        Failure.Of(Invalid, () => ShareBundleFile.Read(new string('[', 100_000)));
    }

    [Fact]
    public void The_file_of_one_partner_says_nothing_of_another()
    {
        World world = new(modelPolicy: ModelPolicyTemplate.Create(World.Principals(World.Jane, World.Third, World.Role)).ToJson());
        world.Grant(World.Request(1, World.Partner, World.Third));
        ValueList<ShareBundle> bundles = new ShareBundler(world.Gateway).Bundle(World.Version(1), [], []);
        string[] texts = [.. bundles.Select(ShareBundleFile.Write)];
        Assert.DoesNotContain(World.Third, texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain(World.Partner, texts[1], StringComparison.Ordinal);
        Assert.Equal([World.Partner, World.Third], texts.Select(text => ShareBundleFile.Read(text).ImporterAccountId.Value));
    }

    private static string Altered(string member, string? value)
    {
        JsonObject json = JsonNode.Parse(s_text)!.AsObject();
        if (value is null)
        {
            json.Remove(member);
        }
        else
        {
            json[member] = JsonNode.Parse(value);
        }

        return json.ToJsonString();
    }
}
