// All requests that there are for an action, as far as a guardrail can tell them apart, and what should become of each.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Templates;

internal static class GuardrailRequests
{
    public const string Update = "comprehend:UpdateFlywheel";

    public static readonly string[] Settings = ["Volume", "Model", "Output", "Groups", "Subnets"];

    public static readonly ValueList<KeyArn> Keys =
    [
        KeyArn.Parse("arn:aws:kms:us-west-2:111122223333:key/1111abcd-12ab-34cd-56ef-1234567890ab"),
        KeyArn.Parse("arn:aws:kms:us-west-2:111122223333:key/2222abcd-12ab-34cd-56ef-1234567890ab"),
    ];

    public static readonly ValueList<string> Groups = ["sg-11a111111a1example", "sg-22a222222a2example"];

    public static readonly ValueList<string> Subnets = ["subnet-11aaa111111example", "subnet-22aaa222222example"];

    private static readonly string[] s_all = ["Volume", "Model", "Output", "Groups", "Subnets"];
    private static readonly string[] s_training = ["Volume", "Model", "Groups", "Subnets"];
    private static readonly string[] s_job = ["Volume", "Output", "Groups", "Subnets"];

    /// <summary>What requests carry, as the table of the Service Authorization Reference has it; all other actions carry none of it.</summary>
    public static readonly Dictionary<string, string[]> Carried = new()
    {
        ["comprehend:CreateDocumentClassifier"] = s_all,
        ["comprehend:CreateEntityRecognizer"] = s_training,
        ["comprehend:CreateFlywheel"] = s_training,
        [Update] = s_training,
        ["comprehend:ImportModel"] = ["Model"],
        ["comprehend:StartDocumentClassificationJob"] = s_job,
        ["comprehend:StartDominantLanguageDetectionJob"] = s_job,
        ["comprehend:StartEntitiesDetectionJob"] = s_job,
        ["comprehend:StartKeyPhrasesDetectionJob"] = s_job,
        ["comprehend:StartSentimentDetectionJob"] = s_job,
        ["comprehend:StartTargetedSentimentDetectionJob"] = s_job,
        ["comprehend:StartTopicsDetectionJob"] = s_job,
        ["comprehend:StartEventsDetectionJob"] = ["Output"],
        ["comprehend:StartPiiEntitiesDetectionJob"] = ["Output"],
    };

    private static readonly Dictionary<string, string> s_names = new()
    {
        ["Volume"] = "comprehend:VolumeKmsKey",
        ["Model"] = "comprehend:ModelKmsKey",
        ["Output"] = "comprehend:OutputKmsKey",
        ["Groups"] = "comprehend:VpcSecurityGroupIds",
        ["Subnets"] = "comprehend:VpcSubnets",
    };

    /// <summary>A guardrail that requires some settings, with any values or with those that are right here.</summary>
    public static Guardrail Of(IReadOnlyCollection<string> required, bool withValues)
    {
        ValueList<T> When<T>(string setting, ValueList<T> values) => withValues && required.Contains(setting) ? values : [];
        return new Guardrail
        {
            RequiredKey = [.. Enum.GetValues<GuardrailKey>().Where(key => required.Contains(key.ToString()))],
            VolumeKmsKey = When("Volume", Keys),
            ModelKmsKey = When("Model", Keys),
            OutputKmsKey = When("Output", Keys),
            RequiresVpc = required.Contains("Groups"),
            SecurityGroupId = When("Groups", Groups),
            SubnetId = When("Subnets", Subnets),
        };
    }

    /// <summary>Every way to fill in what an action can carry.</summary>
    public static IEnumerable<Dictionary<string, Filling>> For(string action)
    {
        IEnumerable<Dictionary<string, Filling>> result = [[]];
        foreach (string setting in Carried.GetValueOrDefault(action, []))
        {
            result = result.SelectMany(
                _ => Values(setting).Keys, (filled, filling) => new Dictionary<string, Filling>(filled) { [setting] = filling });
        }

        return result;
    }

    /// <summary>Whether a request has everything that is required, as far as its action can carry it.</summary>
    public static bool IsComplete(
        string action, Dictionary<string, Filling> request, IReadOnlyCollection<string> required, bool withValues) =>
        request.Where(setting => required.Contains(setting.Key)).All(setting => setting.Value switch
        {
            Filling.Missing => action == Update,
            Filling.Wrong or Filling.Mixed => !withValues,
            _ => true,
        });

    public static AccessRequest Request(string action, Dictionary<string, Filling> filled) => new(
        PolicyPrincipal.Parse("arn:aws:iam::111122223333:user/jane"),
        action,
        "*",
        new RequestContext(filled
            .Where(setting => setting.Value != Filling.Missing)
            .Select(setting => KeyValuePair.Create(s_names[setting.Key], Values(setting.Key)[setting.Value]))));

    private static Dictionary<Filling, ValueList<string>> Values(string setting) => setting switch
    {
        "Groups" => Lists(Groups, "sg-99a999999a9example"),
        "Subnets" => Lists(Subnets, "subnet-99aaa999999example"),
        _ => new()
        {
            [Filling.Missing] = [],
            [Filling.Right] = [Keys[1].Value],
            [Filling.Wrong] = ["arn:aws:kms:us-west-2:111122223333:key/9999abcd-12ab-34cd-56ef-1234567890ab"],
        },
    };

    private static Dictionary<Filling, ValueList<string>> Lists(ValueList<string> right, string wrong) => new()
    {
        [Filling.Missing] = [],
        [Filling.Right] = [right[0]],
        [Filling.AllRight] = right,
        [Filling.Wrong] = [wrong],
        [Filling.Mixed] = [right[0], wrong],
    };
}
