// ImportModel. What AWS documents is in the API's shapes, its errors and the developer guide's page on importing. What it
// does not document is assumed here, and nowhere else:
//   1. The checks run in the order of Run below, and the first that fails is the answer.
//   2. Another Region, a malformed name, a missing role and a role of another account are InvalidRequestException.
//   3. A source of another account that does not exist is ResourceNotFoundException, whoever asks.
//   4. "*" as the Resource of a model policy means the model that it is attached to.
//   5. The caller needs comprehend:ImportModel on the source version, with comprehend:ModelKmsKey as the caller wrote the
//      key, and the tags; then iam:PassRole on the role, with iam:PassedToService; then, for tags, comprehend:TagResource on
//      the copy. In the source's own account no model policy is needed.
//   6. VersionName defaults to the source's, as ModelName does.
//   7. What the role may do is found out later, and reported in Status and Message: IN_ERROR. Comprehend assumes it with
//      aws:SourceAccount (the importer's) and aws:SourceArn (the copy) in the context.
//   8. The role decrypts with aws:SourceArn, kms:EncryptionContext:aws:comprehend:arn (both the source version),
//      kms:ViaService of S3 and kms:CallerAccount in the context; it creates the grant without aws:SourceArn and without
//      kms:ViaService. It does the same with the key of the copy, and there the copy's ARN is in the context.
//   9. The state of policies and keys when the import is asked for decides, not the state while it runs.
//  10. A role that its account does not have ends in IN_ERROR too.
//  11. SUBMITTED for 15 s, then TRAINING, then TRAINED after 60 s or IN_ERROR after 30 s. Real imports take minutes.
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>One call of ImportModel.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_ImportModel.html">ImportModel</see></remarks>
internal sealed class SandboxImport(SandboxRequest call, SandboxWorld world, ImportModelRequest import)
{
    private const string Invalid = "InvalidRequestException";

    private readonly ModelArn _sourceArn = import.SourceModelArn;

    public ModelArn Run()
    {
        CheckRequest();
        StoredModel source = world.FindModel(_sourceArn) ?? throw SandboxModelCalls.NotFound(call);
        CheckAccess(source);
        ComprehendModel model = source.At(world.Now);
        if (!ModelStatus.IsReady(model.Status))
        {
            throw call.Refuse("ResourceUnavailableException", $"The model {_sourceArn} has the status {model.Status}. Only a trained model can be imported.");
        }

        ModelArn copy = FreeArn();
        CheckKeyAndRole(model);
        ComprehendModel submitted = new()
        {
            ModelArn = copy,
            Status = ModelStatus.Submitted,
            LanguageCode = model.LanguageCode,
            ModelKmsKeyId = import.ModelKmsKeyId,
            DataAccessRoleArn = import.DataAccessRoleArn,
            SourceModelArn = _sourceArn,
            SubmitTime = world.Now,
        };
        world.AddModel(new StoredModel(submitted, new ImportRoleAccess(world, model, submitted).Outcome()));
        return copy;
    }

    private void CheckRequest()
    {
        if (_sourceArn.Region != call.Caller.Region)
        {
            throw call.Refuse(Invalid, $"The model {_sourceArn} can't be imported from a different Region. Import it in {_sourceArn.Region}.");
        }

        RequestShape.CheckName(call, "modelName", import.ModelName);
        RequestShape.CheckName(call, "versionName", import.VersionName);
        RequestShape.CheckRole(call, import.DataAccessRoleArn);
        RequestShape.CheckTags(call, import.Tag);
    }

    private void CheckAccess(StoredModel source)
    {
        PolicyDocument? policy = source.Policy.Policy is { } text ? PolicyDocument.Parse(text) : null;
        PolicyPrincipal caller = call.Caller.Principal;
        call.Authorize(world, ImportUse.ImportModel(caller, _sourceArn, import.ModelKmsKeyId, import.Tag), policy);
        if (import.DataAccessRoleArn is { } role)
        {
            call.Authorize(world, ImportUse.PassRole(caller, role), resourcePolicy: null);
        }

        if (import.Tag.Count > 0)
        {
            call.Authorize(world, ImportUse.TagResource(caller, CopyArn, import.Tag), resourcePolicy: null);
        }
    }

    private ModelArn CopyArn => ImportUse.Copy(_sourceArn, call.Caller.AccountId, import.ModelName, import.VersionName);

    private ModelArn FreeArn() => world.FindModel(CopyArn) is null
        ? CopyArn
        : throw call.Refuse("ResourceInUseException", $"The model {CopyArn} exists already. Use a different name and try your request again.");

    private void CheckKeyAndRole(ComprehendModel source)
    {
        if (import.DataAccessRoleArn is null && (source.ModelKmsKeyId is not null || import.ModelKmsKeyId is not null))
        {
            string what = source.ModelKmsKeyId is null ? "new" : "source";
            throw call.Refuse(Invalid, $"The {what} model is encrypted with a customer managed key. Provide a DataAccessRoleArn that can use the key.");
        }

        if (import.ModelKmsKeyId is { } keyId && !IsUsable(keyId))
        {
            throw call.Refuse(
                "KmsKeyValidationException",
                $"The KMS customer managed key {keyId} cannot be validated. It must be an enabled key of the account {call.Caller.AccountId} in {call.Caller.Region}.");
        }
    }

    private bool IsUsable(string keyId) =>
        world.FindKey(keyId, call.Caller.AccountId, call.Caller.Region) is { KeyState: "Enabled", KeyManager: KeyManager.Customer } key
        && key.KeyArn.AccountId == call.Caller.AccountId
        && key.KeyArn.Region == call.Caller.Region;
}
