// CreateDocumentClassifier and CreateEntityRecognizer. What AWS documents is in the API's shapes, its errors and the developer
// guide. What it does not document is assumed here, and nowhere else; what the role does, in TrainingUse:
//   1. The checks run in the order of Run below, and the first that fails is the answer.
//   2. What does not have the form of the API, and a role of another account, are InvalidRequestException.
//   3. The caller needs comprehend:CreateDocumentClassifier or CreateEntityRecognizer on the new model, with the condition
//      keys of what is given, keys as the caller wrote them; then iam:PassRole on the role, with iam:PassedToService; then,
//      for tags, comprehend:TagResource. A model policy takes no further permission.
//   4. A token that was used before answers the model of then, if all else is the same too, and is InvalidRequestException
//      if it is not.
//   5. A key is an enabled customer managed key of the Region, of any account that the scenario has; all else is
//      KmsKeyValidationException. A scenario has no aliases.
//   6. What the role may do is found out later, and reported in Status and Message: IN_ERROR. The state of policies and keys
//      when the training is asked for decides.
//   7. A scenario has no buckets: every bucket is in the Region, belongs to the caller's account, has no bucket policy and no
//      key for its input, and what is in it can be trained with.
//   8. SUBMITTED for 15 s, then TRAINING, then TRAINED after 60 s or IN_ERROR after 30 s. Real trainings take much longer.
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>One call of CreateDocumentClassifier or CreateEntityRecognizer.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_CreateDocumentClassifier.html">CreateDocumentClassifier</see></remarks>
internal sealed class SandboxTraining(SandboxRequest call, SandboxWorld world, CreateModelRequest request)
{
    // What the operations' pages say of LanguageCode.
    private static readonly string[] s_languages = ["en", "es", "fr", "de", "it", "pt"];

    private readonly ModelArn _arn = ModelArn.Parse(call.Resource);

    /// <summary>The ARN that the model gets, or its name when that makes none.</summary>
    public static string Target(SandboxCaller caller, CreateModelRequest request) =>
        ModelArn.IsName(request.ModelName) && (request.VersionName is null || ModelArn.IsName(request.VersionName))
            ? ModelArn.Create(caller.Partition, caller.Region, caller.AccountId, request.Kind, request.ModelName, request.VersionName).Value
            : request.ModelName;

    public static ModelArn Run(SandboxRequest call, SandboxWorld world, CreateModelRequest request)
    {
        RequestShape.CheckName(call, request.Kind == ModelKind.DocumentClassifier ? "documentClassifierName" : "recognizerName", request.ModelName);
        RequestShape.CheckName(call, "versionName", request.VersionName);
        return new SandboxTraining(call, world, request).Run();
    }

    private ModelArn Run()
    {
        CheckRequest();
        call.Authorize(world, CreationAccess.Requests(call.Caller.Principal, _arn, request));
        if (world.FindAnswer<CreateModelRequest>(call, request.ClientRequestToken) is { } earlier)
        {
            return earlier.IsSameAs(request)
                ? _arn
                : throw call.Refuse(RequestShape.Invalid, $"The client request token {request.ClientRequestToken} was used for another request.");
        }

        if (!s_languages.Contains(request.LanguageCode))
        {
            throw call.Refuse("UnsupportedLanguageException", $"The language {request.LanguageCode} is not supported. Use one of {string.Join(", ", s_languages)}.");
        }

        if (world.FindModel(_arn) is not null)
        {
            throw call.Refuse("ResourceInUseException", $"The model {_arn} exists already. Use a different name and try your request again.");
        }

        TrainingRoleAccess role = new(world, _arn, request, FindKey);
        StoredModel model = new(Submitted(), role.Outcome());
        if (request.ModelPolicy is { } policy)
        {
            model.PutPolicy(policy, world.Now);
        }

        world.AddModel(model);
        world.AddAnswer(call, request.ClientRequestToken, request);
        return _arn;
    }

    private ComprehendModel Submitted() => new()
    {
        ModelArn = _arn,
        Status = ModelStatus.Submitted,
        LanguageCode = request.LanguageCode,
        ModelKmsKeyId = request.ModelKmsKeyId,
        VolumeKmsKeyId = request.VolumeKmsKeyId,
        VpcConfig = request.VpcConfig,
        DataAccessRoleArn = request.DataAccessRoleArn,
        SubmitTime = world.Now,
    };

    private void CheckRequest()
    {
        RequestShape.CheckToken(call, request.ClientRequestToken);
        RequestShape.CheckRole(call, request.DataAccessRoleArn);
        RequestShape.CheckTags(call, request.Tag);
        if ((request.RefuseData() ?? request.VpcConfig?.Refuse()) is { } problem)
        {
            throw call.Refuse(RequestShape.Invalid, $"The request is not valid: {problem}.");
        }

        if (request.ModelPolicy is { } policy && SandboxModelPolicyCalls.Refuse(policy) is { } refusal)
        {
            throw call.Refuse(RequestShape.Invalid, refusal);
        }
    }

    private KeyArn? FindKey(string? keyId)
    {
        if (keyId is null)
        {
            return null;
        }

        return !KeyArn.IsAlias(keyId)
            && world.FindKey(keyId, call.Caller.AccountId, call.Caller.Region) is { KeyState: "Enabled", KeyManager: KeyManager.Customer } key
            && key.KeyArn.Region == call.Caller.Region
                ? key.KeyArn
                : throw call.Refuse(
                    "KmsKeyValidationException",
                    $"The KMS customer managed key {keyId} cannot be validated. It must be an enabled key in {call.Caller.Region}, given by its id or ARN.");
    }
}
