namespace ComprehendSharing.Findings.Rules;

internal sealed class AliasInKmsKeyCondition() : PolicyRule("ALIAS_IN_KMS_KEY_CONDITION", FindingSeverity.Error)
{
    private static readonly string[] s_keys = ["comprehend:VolumeKmsKey", "comprehend:ModelKmsKey"];

    public override string Description =>
        "A condition on comprehend:VolumeKmsKey or comprehend:ModelKmsKey compares with an alias. Comprehend accepts only the id or the "
        + "ARN of a key as VolumeKmsKeyId and ModelKmsKeyId, so no accepted request has such a value.";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/APIReference/API_CreateDocumentClassifier.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from condition in ConditionUnderTest.Of(policy)
        where s_keys.Any(condition.IsKey)
        from value in condition.Items
        where IsAlias(value.Text)
        select Report(
            policy,
            value.Part,
            value.Path,
            $"'{value.Text}' is the alias of a key, and {condition.Key} is the key of a request, which Comprehend accepts only by id or ARN; so it never fits.",
            "Write the ARN of the key that the alias stands for, arn:aws:kms:region:account-id:key/key-id.");

    private static bool IsAlias(string value) =>
        value.StartsWith("alias/", StringComparison.Ordinal)
        || (value.Split(':', 6) is { Length: 6 } parts && parts[2] == "kms" && parts[5].StartsWith("alias/", StringComparison.Ordinal));
}
