using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.New, "ComprehendIdentityPolicy")]
[OutputType(typeof(PolicyDocument), typeof(PolicyStatement))]
public sealed class NewComprehendIdentityPolicyCommand : RolePolicyCommand
{
    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "SourceModelArn", "DocumentClassifierArn", "EntityRecognizerArn")]
    [AllowNull]
    [ArgumentCompleter(typeof(ModelArnCompleter))]
    public ModelArn? ModelArn { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AccountIdLiteral]
    [AllowNull]
    public AccountId? ImporterAccountId { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("SourceKmsKeyArn")]
    [AllowNull]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn? KmsKeyArn { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public RoleArn? DataAccessRoleArn { get; set; }

    [Parameter]
    public SwitchParameter AllowTagging { get; set; }

    [Parameter]
    public SwitchParameter KeyOwnerStatement { get; set; }

    [Parameter]
    [AccountIdLiteral]
    public AccountId? AccountId { get; set; }

    [Parameter]
    public EndpointArn? EndpointArn { get; set; }

    protected override void ProcessRecord() => ForItem(ModelArn, () =>
    {
        switch (Purpose.Name)
        {
            case nameof(IdentityPolicyPurpose.TrainingRole):
                WriteRole(Training(Need(ModelArn, nameof(ModelArn))));
                break;
            case nameof(IdentityPolicyPurpose.EndpointRole):
                WriteRole(new TrainingResources { Model = Need(ModelArn, nameof(ModelArn)), ModelKey = Need(ModelKmsKeyArn, nameof(ModelKmsKeyArn)) });
                break;
            default:
                WriteObject(Policy());
                break;
        }
    });

    private PolicyDocument Policy() => Purpose.Name switch
    {
        nameof(IdentityPolicyPurpose.ModelOwner) => OwnerTemplates.ManagePolicies(Need(ModelArn, nameof(ModelArn)), KmsKeyArn),
        nameof(IdentityPolicyPurpose.ModelImporter) => ImporterTemplates.CallerPolicy(
            Need(ModelArn, nameof(ModelArn)), Need(Importer, nameof(ImporterAccountId)), PassedRole, AllowTagging),
        nameof(IdentityPolicyPurpose.ImportRole) => ImporterTemplates.RolePolicy(
            Need(KmsKeyArn ?? ModelKmsKeyArn, nameof(KmsKeyArn)), KmsKeyArn is null ? null : ModelKmsKeyArn),
        nameof(IdentityPolicyPurpose.ImportRoleTrust) => ImporterTemplates.RoleTrustPolicy(Need(Importer, nameof(ImporterAccountId))),
        nameof(IdentityPolicyPurpose.TrainingRoleTrust) => TrainingTemplates.RoleTrustPolicy(
            Need(RoleAccount ?? ModelArn?.AccountId, nameof(AccountId)), ModelArn),
        _ => TrainingTemplates.EndpointTrustPolicy(
            Need(RoleAccount ?? EndpointArn?.AccountId ?? ModelArn?.AccountId, nameof(AccountId)), EndpointArn, ModelArn),
    };

    private void WriteRole(TrainingResources training)
    {
        ValueList<KeyArn> foreign = TrainingTemplates.ForeignKeys(training);
        if (KeyOwnerStatement)
        {
            PolicyPrincipal role = PolicyPrincipal.Parse(DataAccessRoleArn?.Value ?? training.Model.AccountId.Value);
            WriteObject(foreign.SelectMany(key => TrainingTemplates.KeyOwnerStatements(role, training, key)), enumerateCollection: true);
            return;
        }

        foreach (KeyArn key in foreign)
        {
            WriteWarning(
                $"The key {key} belongs to the account {key.AccountId}, and its key policy must allow the role as well. -KeyOwnerStatement writes what its owner must add.");
        }

        WriteObject(TrainingTemplates.RolePolicy(training));
    }

    private AccountId? RoleAccount => AccountId ?? DataAccessRoleArn?.AccountId;

    private AccountId? Importer => ImporterAccountId ?? DataAccessRoleArn?.AccountId;

    private string? PassedRole => (DataAccessRoleArn, KmsKeyArn ?? ModelKmsKeyArn) switch
    {
        ({ } role, _) => role.Value,
        (null, { } key) => ImporterTemplates.AnyRole(key.Partition, Need(Importer, nameof(ImporterAccountId))),
        _ => null,
    };
}
