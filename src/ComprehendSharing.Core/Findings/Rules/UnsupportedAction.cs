using ComprehendSharing.Templates;

namespace ComprehendSharing.Findings.Rules;

internal sealed class UnsupportedAction() : PolicyRule("UNSUPPORTED_ACTION_IN_POLICY", FindingSeverity.Error)
{
    public override string Description =>
        "An action that the policy's resource does not have: in a model policy all but comprehend:ImportModel, in a key policy all but those of KMS, in a trust policy all but those of STS. AWS refuses the policy, or the action has no effect.";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/dg/custom-copy-sharing.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy) =>
        from statement in policy.Statements
        from action in LocatedValue.Of(statement, "Action")
        where !IsSupported(policy.Kind, action.Text)
        select Report(policy, action.Part, action.Path, Message(policy.Kind, action.Text), Cure(policy.Kind));

    private static bool IsSupported(PolicyKind kind, string action) => kind switch
    {
        PolicyKind.ModelPolicy => action.Equals(ModelPolicyTemplate.ImportModelAction, StringComparison.OrdinalIgnoreCase),
        PolicyKind.KeyPolicy => IsOf("kms", action),
        PolicyKind.TrustPolicy => IsOf("sts", action),
        _ => true,
    };

    // A service with a wildcard in its name, or no service at all, is judged by other rules.
    private static bool IsOf(string service, string action)
    {
        int colon = action.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            || action.AsSpan(0, colon).IndexOfAny('*', '?') >= 0
            || action[..colon].Equals(service, StringComparison.OrdinalIgnoreCase);
    }

    private static string Message(PolicyKind kind, string action) => kind switch
    {
        PolicyKind.ModelPolicy => $"'{action}' is not supported in a model policy: {ModelPolicyTemplate.ImportModelAction} is the only action that is, so Comprehend refuses the policy.",
        PolicyKind.KeyPolicy => $"'{action}' is no action of KMS: in a key policy it allows and denies nothing.",
        _ => $"'{action}' is no action of STS: IAM refuses it in a trust policy.",
    };

    private static string Cure(PolicyKind kind) => kind switch
    {
        PolicyKind.ModelPolicy => $"Write \"Action\": \"{ModelPolicyTemplate.ImportModelAction}\", or let New-ComprehendModelPolicy write the policy.",
        PolicyKind.KeyPolicy => "Remove it, or move it to an IAM policy. A key policy has actions such as kms:Decrypt.",
        _ => "Write \"Action\": \"sts:AssumeRole\" and move other permissions to a policy of the role.",
    };
}
