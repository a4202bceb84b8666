using ComprehendSharing.Policies;

namespace ComprehendSharing.Findings.Rules;

internal sealed class ShareWithAnyModel() : PolicyRule("SHARE_WITH_ANY_MODEL", FindingSeverity.Warning)
{
    private static readonly string[] s_accountKeys = ["aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths"];

    public override string Description =>
        "A key policy's statement names its models only as broadly as arn:aws:comprehend:*, as the alternatives in Comprehend's guide do. It holds for every Comprehend resource of every account and region, so all that Comprehend encrypts with the key is shared, models of the future too.";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        where policy.Kind == PolicyKind.KeyPolicy && statement.IsAllow && MayBeExternal(policy, statement)
        let conditions = ModelConditions.Of(statement.Statement)
        where conditions.Count > 0
            && conditions.All(ModelConditions.IsAnyAccount)
            && !LimitingConditions.Have(statement.Statement, s_accountKeys)
        let condition = conditions[0]
        select Report(
            policy,
            statement,
            ["Condition", condition.Operator, condition.Key],
            $"'{condition.Value}' in {condition.Key} fits every Comprehend resource of every account and region: {statement.Statement.Principal} may {statement.Statement.Action} for all models of this key, not for one.",
            "Name the model version; New-ComprehendKmsStatement and Grant-ComprehendKmsAccess do so unless -Scope Service is asked for. -Scope Model and -Scope Account are the steps between.");

    // Services and everyone have rules of their own; one's own account shares nothing.
    private static bool MayBeExternal(PolicyUnderTest policy, StatementUnderTest statement) =>
        statement.Statement.Principal.Any(entry => IsExternal(policy, entry));

    private static bool IsExternal(PolicyUnderTest policy, PrincipalEntry entry) =>
        entry.Type == "AWS" && !entry.IsEveryone && (policy.Owner is null || entry.Principal?.AccountId != policy.Owner);
}
