// What grants and revocations ought to leave, kept as a plain set of rights. It reads policies by itself, and it knows nothing
// of the planners and of the templates.
using System.Text.Json;
using System.Text.RegularExpressions;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Tests.Sharing;

internal sealed partial class KeyLedger
{
    private const string Use = "kms:decrypt,kms:generatedatakey";
    private const string Grant = "kms:creategrant";
    private const string All = "kms:creategrant,kms:decrypt,kms:generatedatakey";
    private const string Source = "aws:sourcearn";
    private const string Context = "kms:encryptioncontext:aws:comprehend:arn";

    private static readonly string[] s_members = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

    private readonly HashSet<KeyRight> _ours;
    private readonly HashSet<KeyRight> _byHand;

    /// <summary>Opens it with what a policy gives already.</summary>
    public KeyLedger(string policy)
    {
        _ours = Ours(policy);
        _byHand = [.. Statements(policy).Where(statement => !IsOurs(statement)).SelectMany(Rights)];
    }

    /// <summary>What this module's statements give.</summary>
    public IReadOnlySet<KeyRight> Rights() => _ours;

    /// <summary>What this module's statements give in a policy.</summary>
    public static HashSet<KeyRight> Ours(string policy) => [.. Statements(policy).Where(IsOurs).SelectMany(Rights)];

    /// <summary>The texts of all other statements, in order.</summary>
    public static string[] OthersTexts(string policy) =>
        [.. Statements(policy).Where(statement => !IsOurs(statement)).Select(statement => statement.GetRawText())];

    /// <summary>Whether a part of a request is among this module's statements.</summary>
    public bool HasAnyOf(KeyAccessRequest request) => _ours.Any(right => IsMeant(request, right));

    /// <summary>Enters grants that are made together.</summary>
    /// <param name="requests">The grants.</param>
    /// <param name="isAllowed">Whether the policy lets a caller do something with a model before.</param>
    /// <returns>For each grant, whether it is one: it was not there before, in our words or in broader ones.</returns>
    public bool[] Add(KeyAccessRequest[] requests, Func<string, ModelArn, string, bool> isAllowed)
    {
        bool[] isNew = [.. requests.Select(request => !Asked(request).All(IsGiven) && !IsAllowed(request, isAllowed))];
        foreach (KeyAccessRequest request in requests.Where((_, index) => isNew[index]).GroupBy(SetOf).SelectMany(group => group))
        {
            foreach (IGrouping<(string, string), KeyRight> right in Asked(request).GroupBy(right => (right.Shape, right.Pattern)).Where(rights => !rights.All(IsGiven)).ToArray())
            {
                _ours.UnionWith(right);
            }
        }

        return isNew;
    }

    /// <summary>Enters a revocation.</summary>
    /// <returns>Whether there was anything to revoke.</returns>
    public bool Remove(KeyAccessRequest request) => _ours.RemoveWhere(right => IsMeant(request, right)) > 0;

    /// <summary>Whether this module's statements let a caller do something with a model.</summary>
    public bool Allows(PolicyPrincipal caller, ModelArn model, string action) => _ours.Any(
        right => right.Shape.Split('|')[0].Split(',').Contains(action.ToLowerInvariant())
            && Matches(right.Pattern, $"{model}")
            && Universe.Covers(PolicyPrincipal.Parse(right.Principal), caller));

    private bool IsGiven(KeyRight right) => _ours.Contains(right) || _byHand.Contains(right);

    private static bool IsAllowed(KeyAccessRequest request, Func<string, ModelArn, string, bool> isAllowed) =>
        request.Scope == KeyAccessScope.ModelVersion
        && request.Principal.All(principal => All.Split(',').All(action => isAllowed(Name($"{principal}"), request.ModelArn, action)));

    private static bool IsMeant(KeyAccessRequest request, KeyRight right) =>
        Shapes(request.Scope).Contains(right.Shape)
        && Patterns(request).Contains(right.Pattern)
        && (request.Principal.Count == 0 || request.Principal.Any(principal => Name($"{principal}") == right.Principal));

    private static IEnumerable<KeyRight> Asked(KeyAccessRequest request) =>
        from principal in request.Principal
        from shape in Shapes(request.Scope).Take(2)
        from pattern in Patterns(request)
        select new KeyRight(Name($"{principal}"), shape, pattern);

    private static string SetOf(KeyAccessRequest request) =>
        $"{request.Scope} {string.Join(' ', request.Principal.Select(principal => Name($"{principal}")).Distinct().Order(StringComparer.Ordinal))}";

    // Two halves, or all in one.
    private static string[] Shapes(KeyAccessScope scope) => scope switch
    {
        KeyAccessScope.ModelVersion => [$"{Use}|StringEquals|{Source}", $"{Grant}|StringEquals|{Context}", $"{All}|StringEquals|{Context}"],
        KeyAccessScope.Service => [$"{Use}|StringLike|{Source}", $"{Grant}|StringLike|{Context}", $"{All}|StringLike|{Context}"],
        _ => [$"{Use}|ArnLike|{Source}", $"{Grant}|StringLike|{Context}", $"{All}|StringLike|{Context}"],
    };

    private static string[] Patterns(KeyAccessRequest request)
    {
        ModelArn model = request.ModelArn;
        string whole = $"arn:aws:comprehend:{model.Region}:{model.AccountId}:document-classifier/{model.Name}";
        return request.Scope switch
        {
            KeyAccessScope.ModelVersion => [$"{model}"],
            KeyAccessScope.Model when model.HasVersion => [$"{whole}/version/*"],
            KeyAccessScope.Model => [whole, $"{whole}/version/*"],
            KeyAccessScope.Account => [$"arn:aws:comprehend:{model.Region}:{model.AccountId}:*"],
            _ => ["arn:aws:comprehend:*"],
        };
    }

    private static bool Matches(string pattern, string text) =>
        pattern.EndsWith('*') ? text.StartsWith(pattern[..^1], StringComparison.Ordinal) : text == pattern;

    private static bool IsOurs(JsonElement statement) =>
        statement.TryGetProperty("Sid", out JsonElement sid)
        && sid.GetString()!.StartsWith("ComprehendSharing", StringComparison.Ordinal)
        && Rights(statement).Any();

    private static IEnumerable<KeyRight> Rights(JsonElement statement)
    {
        bool isOfOurShape = statement.EnumerateObject().All(member => s_members.Contains(member.Name))
            && statement.GetProperty("Effect").GetString() == "Allow"
            && statement.TryGetProperty("Condition", out JsonElement conditions)
            && conditions.EnumerateObject().Sum(op => op.Value.EnumerateObject().Count()) == 1
            && statement.GetProperty("Principal").ValueKind == JsonValueKind.Object
            && statement.GetProperty("Resource").ValueKind == JsonValueKind.String
            && statement.GetProperty("Resource").GetString() == "*";
        if (!isOfOurShape)
        {
            return [];
        }

        JsonProperty condition = statement.GetProperty("Condition").EnumerateObject().Single();
        JsonProperty key = condition.Value.EnumerateObject().Single();
        string actions = string.Join(',', Texts(statement.GetProperty("Action")).Select(action => action.ToLowerInvariant()).Order(StringComparer.Ordinal));
        string shape = $"{actions}|{condition.Name}|{key.Name.ToLowerInvariant()}";
        return !Enum.GetValues<KeyAccessScope>().SelectMany(Shapes).Contains(shape)
            ? []
            : from principal in statement.GetProperty("Principal").EnumerateObject().SelectMany(type => Texts(type.Value))
              from pattern in Texts(key.Value)
              select new KeyRight(Name(principal), shape, pattern);
    }

    private static JsonElement[] Statements(string policy)
    {
        JsonElement list = JsonDocument.Parse(policy).RootElement.GetProperty("Statement");
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [list];
    }

    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Select(item => item.GetString()!) : [element.GetString()!];

    private static string Name(string principal) => RootArn().Replace(principal, "$1");

    [GeneratedRegex("^arn:aws:iam::([0-9]{12}):root$")]
    private static partial Regex RootArn();
}
