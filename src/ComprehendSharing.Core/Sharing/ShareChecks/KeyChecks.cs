using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>The checks of the model's key.</summary>
internal static class KeyChecks
{
    private static readonly string[] s_names =
    [
        ShareCheckName.KeyManager,
        ShareCheckName.KeyRegion,
        ShareCheckName.KeyAccount,
        ShareCheckName.KeyState,
        ShareCheckName.StalePrincipals,
        ShareCheckName.KeyPolicySize,
    ];

    public static IEnumerable<ShareCheck> Run(CheckSubject subject, ShareFacts facts)
    {
        if (facts.HasAwsOwnedKey)
        {
            return [subject.Pass(ShareCheckName.KeyManager, facts.Key.Unknown)];
        }

        return facts.Key.Value is { } key
            ? [Manager(subject, key), Region(subject, key), Account(subject, key), State(subject, key), Stale(subject, key), Size(subject, key)]
            : s_names.Select(name => subject.NotChecked(name, facts.Key));
    }

    private static ShareCheck Manager(CheckSubject subject, KeyFacts key) => key.Description.Value switch
    {
        null => subject.NotChecked(ShareCheckName.KeyManager, key.Description),
        { KeyManager: KeyManager.Customer } => subject.Pass(ShareCheckName.KeyManager, $"The key {key.Arn} is customer managed."),
        _ => subject.Fail(
            ShareCheckName.KeyManager,
            $"The key {key.Arn} is AWS managed, and no other account can use it.",
            "Train the model again under a customer managed key, and share that version."),
    };

    private static ShareCheck Region(CheckSubject subject, KeyFacts key) => key.Arn.Region == subject.Model.Region
        ? subject.Pass(ShareCheckName.KeyRegion, $"The key is in {key.Arn.Region}, as the model is.")
        : subject.Fail(
            ShareCheckName.KeyRegion,
            $"The key {key.Arn} is in {key.Arn.Region}, and the model in {subject.Model.Region}.",
            $"Train the model again in {subject.Model.Region} under a key of that region.");

    // Its owner could open it all the same, so an import need not fail.
    private static ShareCheck Account(CheckSubject subject, KeyFacts key) => key.Arn.AccountId == subject.Model.AccountId
        ? subject.Pass(ShareCheckName.KeyAccount, $"The key is of the account {key.Arn.AccountId}, as the model is.")
        : subject.Warn(
            ShareCheckName.KeyAccount,
            $"The key {key.Arn} is of the account {key.Arn.AccountId}, which alone can edit its policy, and not of {subject.Model.AccountId}, the model's.",
            $"Ask the account {key.Arn.AccountId} to add the statements of New-ComprehendKmsStatement to the key policy.");

    private static ShareCheck State(CheckSubject subject, KeyFacts key) => key.Description switch
    {
        { IsMissing: true } => subject.Fail(
            ShareCheckName.KeyState, $"KMS does not know the key {key.Arn} of the model.", "Train the model again under a key that exists."),
        { Value: null } => subject.NotChecked(ShareCheckName.KeyState, key.Description),
        { Value.KeyState: "Enabled" } => subject.Pass(ShareCheckName.KeyState, $"The key {key.Arn} is Enabled."),
        { Value.KeyState: "PendingDeletion" } => subject.Fail(
            ShareCheckName.KeyState, $"The key {key.Arn} is PendingDeletion, and only an Enabled key can be used.", "Cancel the deletion in KMS, and enable the key."),
        _ => subject.Fail(
            ShareCheckName.KeyState, $"The key {key.Arn} is {key.Description.Value.KeyState}, and only an Enabled key can be used.", "Enable the key in KMS."),
    };

    private static ShareCheck Stale(CheckSubject subject, KeyFacts key)
    {
        if (key.Policy.Value is not { } policy)
        {
            return subject.NotChecked(ShareCheckName.StalePrincipals, key.Policy);
        }

        return StalePrincipals.Find(policy) is (int index, PrincipalEntry stale)
            ? subject.Warn(
                ShareCheckName.StalePrincipals,
                $"The policy of the key {key.Arn} names in {PolicyAnswer.Label(policy.Statement[index].Sid, index)} the deleted {stale}, and KMS refuses every edit while it is there.",
                "Give -RemoveStalePrincipal to the next Grant-ComprehendKmsAccess.")
            : subject.Pass(ShareCheckName.StalePrincipals, "The key policy names nobody who was deleted.");
    }

    private static ShareCheck Size(CheckSubject subject, KeyFacts key)
    {
        if (key.Policy.Value is not { } policy)
        {
            return subject.NotChecked(ShareCheckName.KeyPolicySize, key.Policy);
        }

        int left = KeyPolicyPlanner.MaxPolicyBytes - policy.ByteCount;
        ModelArn model = subject.Model;
        ValueList<PolicyStatement> pair = KmsStatementTemplate.Create([PolicyPrincipal.Root(model.Partition, model.AccountId)], [model]);
        return left >= pair.Sum(statement => statement.ToJson().Length)
            ? subject.Pass(ShareCheckName.KeyPolicySize, $"The key policy has {left} of {KeyPolicyPlanner.MaxPolicyBytes} bytes left.")
            : subject.Warn(
                ShareCheckName.KeyPolicySize,
                $"The policy of the key {key.Arn} has {left} of {KeyPolicyPlanner.MaxPolicyBytes} bytes left, too few for the statements of another share.",
                "Share further versions with Grant-ComprehendKmsAccess -Scope Model, or revoke what is not needed with Revoke-ComprehendKmsAccess.");
    }
}
