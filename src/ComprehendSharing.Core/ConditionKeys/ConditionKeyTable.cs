// The Service Authorization Reference of Comprehend as data. aws:ResourceTag is not in it: it belongs to the resource, not to the action.
using ComprehendSharing.Evaluation;

namespace ComprehendSharing.ConditionKeys;

/// <summary>Which condition keys a request for each Comprehend action can carry.</summary>
/// <remarks>
/// A condition on a key that a request does not carry is false for most operators, and true for <c>Null</c> with true, for
/// negated operators, <c>ForAllValues</c> and <c>IfExists</c>.
/// <see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncomprehend.html">Actions, resources, and condition keys for Amazon Comprehend</see>
/// </remarks>
public static class ConditionKeyTable
{
    /// <summary>The page that the table is taken from.</summary>
    public const string Source = "https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncomprehend.html";

    /// <summary>The month of the page that was read.</summary>
    public const string SourceDate = "June 2026";

    /// <summary>The prefix of the actions and keys.</summary>
    internal const string Prefix = "comprehend:";

    private static readonly ConditionKey s_volume = new("comprehend:VolumeKmsKey", ConditionKeyType.Arn);
    private static readonly ConditionKey s_model = new("comprehend:ModelKmsKey", ConditionKeyType.Arn);
    private static readonly ConditionKey s_output = new("comprehend:OutputKmsKey", ConditionKeyType.Arn);
    private static readonly ConditionKey s_dataLake = new("comprehend:DataLakeKmsKey", ConditionKeyType.Arn);
    private static readonly ConditionKey s_groups = new("comprehend:VpcSecurityGroupIds", ConditionKeyType.String, IsMultivalued: true);
    private static readonly ConditionKey s_subnets = new("comprehend:VpcSubnets", ConditionKeyType.String, IsMultivalued: true);
    private static readonly ConditionKey s_iteration = new("comprehend:FlywheelIterationId", ConditionKeyType.String);
    private static readonly ConditionKey s_requestTag = new("aws:RequestTag/${TagKey}", ConditionKeyType.String);
    private static readonly ConditionKey s_tagKeys = new("aws:TagKeys", ConditionKeyType.String, IsMultivalued: true);

    /// <summary>All actions of Comprehend, by name.</summary>
    public static ValueList<ActionConditionKeys> All { get; } =
    [
        Row("BatchDetectDominantLanguage"),
        Row("BatchDetectEntities"),
        Row("BatchDetectKeyPhrases"),
        Row("BatchDetectSentiment"),
        Row("BatchDetectSyntax"),
        Row("BatchDetectTargetedSentiment"),
        Row("ClassifyDocument"),
        Row("ContainsPiiEntities"),
        Row("CreateDataset", s_requestTag, s_tagKeys),
        Row("CreateDocumentClassifier", s_volume, s_model, s_output, s_groups, s_subnets, s_requestTag, s_tagKeys),
        Row("CreateEndpoint", s_requestTag, s_tagKeys),
        Row("CreateEntityRecognizer", s_volume, s_model, s_groups, s_subnets, s_requestTag, s_tagKeys),
        Row("CreateFlywheel", s_volume, s_model, s_dataLake, s_groups, s_subnets, s_requestTag, s_tagKeys),
        Row("DeleteDocumentClassifier"),
        Row("DeleteEndpoint"),
        Row("DeleteEntityRecognizer"),
        Row("DeleteFlywheel"),
        Row("DeleteResourcePolicy"),
        Row("DescribeDataset"),
        Row("DescribeDocumentClassificationJob"),
        Row("DescribeDocumentClassifier"),
        Row("DescribeDominantLanguageDetectionJob"),
        Row("DescribeEndpoint"),
        Row("DescribeEntitiesDetectionJob"),
        Row("DescribeEntityRecognizer"),
        Row("DescribeEventsDetectionJob"),
        Row("DescribeFlywheel"),
        Row("DescribeFlywheelIteration", s_iteration),
        Row("DescribeKeyPhrasesDetectionJob"),
        Row("DescribePiiEntitiesDetectionJob"),
        Row("DescribeResourcePolicy"),
        Row("DescribeSentimentDetectionJob"),
        Row("DescribeTargetedSentimentDetectionJob"),
        Row("DescribeTopicsDetectionJob"),
        Row("DetectDominantLanguage"),
        Row("DetectEntities"),
        Row("DetectKeyPhrases"),
        Row("DetectPiiEntities"),
        Row("DetectSentiment"),
        Row("DetectSyntax"),
        Row("DetectTargetedSentiment"),
        Row("DetectToxicContent"),
        Row("ImportModel", s_model, s_requestTag, s_tagKeys),
        Row("ListDatasets"),
        Row("ListDocumentClassificationJobs"),
        Row("ListDocumentClassifiers"),
        Row("ListDocumentClassifierSummaries"),
        Row("ListDominantLanguageDetectionJobs"),
        Row("ListEndpoints"),
        Row("ListEntitiesDetectionJobs"),
        Row("ListEntityRecognizers"),
        Row("ListEntityRecognizerSummaries"),
        Row("ListEventsDetectionJobs"),
        Row("ListFlywheelIterationHistory"),
        Row("ListFlywheels"),
        Row("ListKeyPhrasesDetectionJobs"),
        Row("ListPiiEntitiesDetectionJobs"),
        Row("ListSentimentDetectionJobs"),
        Row("ListTagsForResource"),
        Row("ListTargetedSentimentDetectionJobs"),
        Row("ListTopicsDetectionJobs"),
        Row("PutResourcePolicy"),
        Row("StartDocumentClassificationJob", s_volume, s_output, s_groups, s_subnets, s_requestTag, s_tagKeys),
        Row("StartDominantLanguageDetectionJob", s_volume, s_output, s_groups, s_subnets, s_requestTag, s_tagKeys),
        Row("StartEntitiesDetectionJob", s_volume, s_output, s_groups, s_subnets, s_requestTag, s_tagKeys),
        Row("StartEventsDetectionJob", s_output, s_requestTag, s_tagKeys),
        Row("StartFlywheelIteration"),
        Row("StartKeyPhrasesDetectionJob", s_volume, s_output, s_groups, s_subnets, s_requestTag, s_tagKeys),
        Row("StartPiiEntitiesDetectionJob", s_output, s_requestTag, s_tagKeys),
        Row("StartSentimentDetectionJob", s_volume, s_output, s_groups, s_subnets, s_requestTag, s_tagKeys),
        Row("StartTargetedSentimentDetectionJob", s_volume, s_output, s_groups, s_subnets, s_requestTag, s_tagKeys),
        Row("StartTopicsDetectionJob", s_volume, s_output, s_groups, s_subnets, s_requestTag, s_tagKeys),
        Row("StopDominantLanguageDetectionJob"),
        Row("StopEntitiesDetectionJob"),
        Row("StopEventsDetectionJob"),
        Row("StopKeyPhrasesDetectionJob"),
        Row("StopPiiEntitiesDetectionJob"),
        Row("StopSentimentDetectionJob"),
        Row("StopTargetedSentimentDetectionJob"),
        Row("StopTrainingDocumentClassifier"),
        Row("StopTrainingEntityRecognizer"),
        Row("TagResource", s_requestTag, s_tagKeys),
        Row("UntagResource", s_tagKeys),
        Row("UpdateEndpoint"),
        Row("UpdateFlywheel", s_volume, s_model, s_groups, s_subnets),
    ];

    /// <summary>The keys that only Comprehend has, by name.</summary>
    public static ValueList<ConditionKey> ServiceKeys { get; } = new(All
        .SelectMany(row => row.Key)
        .Where(key => key.Name.StartsWith(Prefix, StringComparison.Ordinal))
        .Distinct()
        .OrderBy(key => key.Name, StringComparer.Ordinal));

    /// <summary>The actions that a name in a policy stands for.</summary>
    /// <param name="action">The name, with or without <c>comprehend:</c>, which may have the wildcards <c>*</c> and <c>?</c>. Case has no meaning.</param>
    public static ValueList<ActionConditionKeys> Find(string action)
    {
        ArgumentNullException.ThrowIfNull(action);
        string pattern = action == "*" || action.Contains(':', StringComparison.Ordinal) ? action : Prefix + action;
        return new ValueList<ActionConditionKeys>(All.Where(row => WildcardMatcher.IsMatch(pattern, row.Action, ignoreCase: true)));
    }

    /// <summary>The actions whose requests can carry a key.</summary>
    /// <param name="key">The key's name, such as <c>comprehend:ModelKmsKey</c> or <c>aws:RequestTag/team</c>. Case has no meaning.</param>
    public static ValueList<ActionConditionKeys> FindByKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new ValueList<ActionConditionKeys>(All.Where(row => row.CanCarry(key)));
    }

    /// <summary>The actions and the keys that their requests can carry, in pairs, by action.</summary>
    /// <param name="action">The name of an action as for <see cref="Find"/>; null for all.</param>
    /// <param name="key">The name of a key, with or without <c>comprehend:</c>, which may have the wildcards <c>*</c> and <c>?</c>; null for all.</param>
    /// <exception cref="SharingException"><c>UnknownAction</c>, <c>UnknownConditionKey</c>: there is none of a name that has no wildcards.</exception>
    public static ValueList<ConditionKeyUse> FindUses(string? action = null, string? key = null)
    {
        ValueList<ActionConditionKeys> rows = action is null ? All : Find(action);
        if (action is not null && rows.Count == 0 && !HasWildcard(action))
        {
            throw Errors.UnknownAction(action);
        }

        string? name = key is null or "*" || key.Contains(':', StringComparison.Ordinal) ? key : Prefix + key;
        bool IsMeant(ConditionKey known) => name is null
            || (HasWildcard(name) ? WildcardMatcher.IsMatch(name, known.Name, ignoreCase: true) : known.Matches(name));
        if (key is not null && !HasWildcard(key) && !All.Any(row => row.Key.Any(IsMeant)))
        {
            throw Errors.UnknownConditionKey(key);
        }

        return
        [
            .. from row in rows
               from known in row.Key
               where IsMeant(known)
               select new ConditionKeyUse(row.Action, known.Name, known.Type, known.IsMultivalued),
        ];
    }

    private static bool HasWildcard(string name) => name.IndexOfAny(['*', '?']) >= 0;

    private static ActionConditionKeys Row(string action, params ConditionKey[] keys) =>
        new(Prefix + action, new ValueList<ConditionKey>(keys));
}
