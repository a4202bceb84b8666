using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.New, "ComprehendIdentityPolicy")]
[OutputType(typeof(PolicyDocument))]
public sealed class NewComprehendIdentityPolicyCommand : SharingCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(PurposeCompleter))]
    public IdentityPolicyPurpose Purpose { get; set; } = IdentityPolicyPurpose.ModelOwner;

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
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn? ModelKmsKeyArn { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(RoleArnCompleter))]
    public RoleArn? DataAccessRoleArn { get; set; }

    [Parameter]
    public SwitchParameter AllowTagging { get; set; }

    protected override void ProcessRecord() => ForItem(ModelArn, () => WriteObject(Purpose.Name switch
    {
        nameof(IdentityPolicyPurpose.ModelOwner) => OwnerTemplates.ManagePolicies(Need(ModelArn, nameof(ModelArn)), KmsKeyArn),
        nameof(IdentityPolicyPurpose.ModelImporter) => ImporterTemplates.CallerPolicy(
            Need(ModelArn, nameof(ModelArn)), Need(Importer, nameof(ImporterAccountId)), PassedRole, AllowTagging),
        nameof(IdentityPolicyPurpose.ImportRole) => ImporterTemplates.RolePolicy(
            Need(KmsKeyArn ?? ModelKmsKeyArn, nameof(KmsKeyArn)), KmsKeyArn is null ? null : ModelKmsKeyArn),
        _ => ImporterTemplates.RoleTrustPolicy(Need(Importer, nameof(ImporterAccountId))),
    }));

    private AccountId? Importer => ImporterAccountId ?? DataAccessRoleArn?.AccountId;

    private string? PassedRole => (DataAccessRoleArn, KmsKeyArn ?? ModelKmsKeyArn) switch
    {
        ({ } role, _) => role.Value,
        (null, { } key) => ImporterTemplates.AnyRole(key.Partition, Need(Importer, nameof(ImporterAccountId))),
        _ => null,
    };

    private T Need<T>(T? value, string parameter) where T : class => value ?? throw Errors.ParameterMissing(Purpose.Name, parameter);
}
