// A million policies that somebody tampered with: read, checked, written and asked for a decision. A text that is no policy
// must be refused with the documented error, and nothing else may happen. Start it with: dotnet run -c Release -- fuzz 1000000
using System.Diagnostics;
using System.Text;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Findings;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Benchmarks;

internal static class PolicyFuzz
{
    private const string Account = "444455556666";

    private static readonly ModelArn s_model =
        ModelArn.Parse("arn:aws:comprehend:us-west-2:111122223333:document-classifier/tickets/version/v2");

    private static readonly KeyArn s_key = KeyArn.Parse("arn:aws:kms:us-west-2:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab");

    // What mutations put in: words of the policy language and wildcards …
    private static readonly string[] s_words =
    [
        "\"Effect\"", "\"Deny\"", "\"Allow\"", "\"Principal\"", "\"NotPrincipal\"", "\"AWS\"", "\"Service\"", "\"NotAction\"", "\"NotResource\"",
        "\"Condition\"", "\"ForAllValues:StringLike\"", "\"ForAnyValue:ArnNotLike\"", "\"NumericLessThanIfExists\"", "\"DateEquals\"", "\"IpAddress\"",
        "\"BinaryEquals\"", "\"Null\"", "\"aws:PrincipalArn\"", "\"kms:ViaService\"", "\"comprehend:VpcSubnets\"", "\"${aws:username}\"",
        "\"${aws:PrincipalTag/x, 'y'}\"", "\"${\"", "\"************a\"", "\"*\"", "\"?\"", "\"arn:aws:s3:::*\"", "\"arn:\"", "\"2012-10-17\"", "\"2008-10-17\"",
    ];

    // … JSON's own signs, odd numbers and odd characters.
    private static readonly string[] s_scraps =
    [
        "[", "]", "{", "}", "[]", "{}", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "false", "0", "-1e999", "1.0", "\u00ff", "\u2028", " ", "\n",
    ];

    private static readonly AccessRequest[] s_requests =
    [
        new(
            PolicyPrincipal.Parse($"arn:aws:iam::{Account}:role/ComprehendImportRole"),
            "kms:Decrypt",
            s_key.ToString(),
            RequestContext.Empty.With("aws:SourceArn", s_model.ToString()).With("comprehend:VpcSubnets", "subnet-1", "subnet-2").With("aws:TagKeys")),
        new(PolicyPrincipal.Parse($"arn:aws:sts::{Account}:assumed-role/Role/session"), "comprehend:ImportModel", s_model.ToString(), RequestContext.Empty),
        new(PolicyPrincipal.Parse("comprehend.amazonaws.com"), "sts:AssumeRole", $"arn:aws:iam::{Account}:role/Role", RequestContext.Empty),
        new(PolicyPrincipal.Parse("*"), "s3:GetObject", "*", RequestContext.Empty.With("aws:SourceIp", "203.0.113.1")),
    ];

    /// <summary>Tries so many policies.</summary>
    /// <returns>0 when nothing unexpected happened.</returns>
    public static int Run(int count)
    {
        string[] seeds = Seeds();
        Random random = new(20260101);
        int refused = 0;
        long findings = 0;
        TimeSpan slowest = TimeSpan.Zero;
        long start = Stopwatch.GetTimestamp();
        for (int number = 0; number < count; number++)
        {
            string text = Mutate(seeds[random.Next(seeds.Length)], random);
            long begin = Stopwatch.GetTimestamp();
            try
            {
                findings += Try(text, (PolicyKind)random.Next(Enum.GetValues<PolicyKind>().Length), s_requests[random.Next(s_requests.Length)]);
            }
            catch (DocumentFormatException exception) when (exception.ErrorId == "InvalidPolicy" && exception.Line > 0 && exception.Column > 0)
            {
                refused++;
            }
            catch (Exception exception)
            {
                Console.WriteLine($"Policy {number}: {exception}\n{text}");
                return 1;
            }

            TimeSpan time = Stopwatch.GetElapsedTime(begin);
            slowest = time > slowest ? time : slowest;
        }

        Console.WriteLine(
            $"{count} policies from {seeds.Length} in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s: {refused} refused, {findings} findings about the others, the slowest took {slowest.TotalMilliseconds:0.0} ms.");
        return 0;
    }

    private static long Try(string text, PolicyKind kind, AccessRequest request)
    {
        PolicyDocument policy = PolicyDocument.Parse(text);
        if (policy.ToJson() != text)
        {
            throw new InvalidOperationException("Reading and writing changed the text.");
        }

        long count = PolicyChecker.Check(policy, kind, Arn.Parse(s_key.ToString())).Count;
        foreach (PolicySet set in new[] { new PolicySet { ResourcePolicy = policy }, new PolicySet { IdentityPolicy = [policy], SessionPolicy = [policy] } })
        {
            AccessDecision decision = AccessEvaluator.Evaluate(request, set);
            count += decision.Reason.Length > 0 && decision.Explanation.Count >= 0 ? 0 : 1;
        }

        return count;
    }

    private static string Mutate(string seed, Random random)
    {
        StringBuilder text = new(seed);
        for (int times = random.Next(1, 6); times > 0; times--)
        {
            int at = random.Next(text.Length + 1);
            int length = Math.Min(random.Next(12), text.Length - at);
            switch (random.Next(20))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, s_scraps[random.Next(s_scraps.Length)]);
                    break;
                case 2:
                    text.Insert(at, text.ToString(at, length));
                    break;
                case 3:
                    text.Remove(at, length).Insert(at, s_scraps[random.Next(s_scraps.Length)]);
                    break;
                default:
                    Exchange(text, random);
                    break;
            }
        }

        return text.ToString();
    }

    // One string of the text for a word: it stays JSON more often than not.
    private static void Exchange(StringBuilder text, Random random)
    {
        int[] quotes = [.. Enumerable.Range(0, text.Length).Where(index => text[index] == '"')];
        int start = random.Next(Math.Max(quotes.Length / 2, 1)) * 2;
        if (start + 1 < quotes.Length)
        {
            text.Remove(quotes[start], quotes[start + 1] - quotes[start] + 1)
                .Insert(quotes[start], s_words[random.Next(s_words.Length)]);
        }
    }

    private static string[] Seeds()
    {
        AccountId account = AccountId.Parse(Account);
        PolicyPrincipal[] importers = [PolicyPrincipal.Parse(Account), PolicyPrincipal.Parse($"arn:aws:iam::{Account}:user/jane")];
        string[] own =
        [
            ModelPolicyTemplate.Create(importers).ToJson(),
            PolicyDocument.Create(KmsStatementTemplate.Create(importers, [s_model])).ToJson(),
            OwnerTemplates.ManagePolicies(s_model, s_key).ToJson(),
            ImporterTemplates.CallerPolicy(s_model, account, $"arn:aws:iam::{Account}:role/Role", allowTagging: true).ToJson(),
            ImporterTemplates.RolePolicy(s_key).ToJson(),
            ImporterTemplates.RoleTrustPolicy(account).ToJson(),
            """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"comprehend:Start*","Resource":"*","Condition":{"Null":{"comprehend:VolumeKmsKey":"true","comprehend:OutputKmsKey":true}}},{"Effect":"Allow","NotAction":"iam:*","NotResource":"arn:aws:s3:::*","Condition":{"ForAllValues:StringEquals":{"comprehend:VpcSubnets":["subnet-1","subnet-2"]},"DateGreaterThan":{"aws:CurrentTime":"2026-01-01T00:00:00Z"},"NumericLessThanEquals":{"s3:max-keys":"10"},"IpAddress":{"aws:SourceIp":["203.0.113.0/24","2001:DB8::/32"]},"StringLike":{"s3:prefix":"home/${aws:username}/*"}}}]}""",
        ];
        string? folder = FindShared();
        return folder is null ? own : [.. own, .. Directory.GetFiles(folder, "*.json", SearchOption.AllDirectories).Select(File.ReadAllText)];
    }

    // Real policies beside the checkout, where there are any.
    private static string? FindShared()
    {
        for (DirectoryInfo? parent = new(AppContext.BaseDirectory); parent is not null; parent = parent.Parent)
        {
            string folder = Path.Combine(parent.FullName, "shared", "data", "policies");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
