// Every error of the Core in one place. An error's id is the name of its text in Messages.resx.
using System.Globalization;
using ComprehendSharing.Aws;
using ComprehendSharing.Findings;
using ComprehendSharing.Identity;
using ComprehendSharing.Json;
using ComprehendSharing.Policies;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing;

internal static class Errors
{
    public static SharingException InvalidArn(string? value, string reason) =>
        New(nameof(Messages.InvalidArn), ErrorKind.InvalidArgument, value, Shorten(value), reason);

    public static SharingException InvalidAccountId(string? value) =>
        New(nameof(Messages.InvalidAccountId), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException AccountIdNotQuoted(long value) =>
        New(nameof(Messages.AccountIdNotQuoted), ErrorKind.InvalidArgument, value, value, value.ToString("D12", CultureInfo.InvariantCulture));

    public static SharingException InvalidModelArn(string? value, string reason) =>
        New(nameof(Messages.InvalidModelArn), ErrorKind.InvalidArgument, value, Shorten(value), reason);

    public static SharingException InvalidModelName(string value, string what) =>
        New(nameof(Messages.InvalidModelName), ErrorKind.InvalidArgument, value, Shorten(value), what);

    public static SharingException InvalidKeyArn(string? value, string reason) =>
        New(nameof(Messages.InvalidKeyArn), ErrorKind.InvalidArgument, value, Shorten(value), reason);

    public static SharingException KeyAliasNotSupported(string value) =>
        New(nameof(Messages.KeyAliasNotSupported), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException InvalidRoleArn(string? value) =>
        New(nameof(Messages.InvalidRoleArn), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException UnknownAction(string action) =>
        New(nameof(Messages.UnknownAction), ErrorKind.InvalidArgument, action, Shorten(action));

    public static SharingException UnknownConditionKey(string key) =>
        New(nameof(Messages.UnknownConditionKey), ErrorKind.InvalidArgument, key, Shorten(key));

    public static SharingException NothingRequired() => New(nameof(Messages.NothingRequired), ErrorKind.InvalidArgument, null);

    public static SharingException RequirementNotEnforceable(IEnumerable<string> keys, IEnumerable<string> actions)
    {
        string named = string.Join(", ", actions);
        return New(
            nameof(Messages.RequirementNotEnforceable), ErrorKind.InvalidArgument, named, string.Join(" or ", keys), Shorten(named));
    }

    public static SharingException InvalidNetworkId(string id, string what, string prefix) =>
        New(nameof(Messages.InvalidNetworkId), ErrorKind.InvalidArgument, id, Shorten(id), what, prefix);

    public static SharingException InvalidEndpointArn(string? value) =>
        New(nameof(Messages.InvalidEndpointArn), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException AccountMismatch(Arn arn, AccountId account) =>
        New(nameof(Messages.AccountMismatch), ErrorKind.InvalidArgument, arn, arn, arn.Account, account);

    public static SharingException InvalidS3Uri(string? value) =>
        New(nameof(Messages.InvalidS3Uri), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException InvalidPrincipal(string? value) =>
        New(nameof(Messages.InvalidPrincipal), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException PrincipalIsGroup(string value) =>
        New(nameof(Messages.PrincipalIsGroup), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException PrincipalHasWildcard(string value) =>
        New(nameof(Messages.PrincipalHasWildcard), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException PublicPrincipal(PolicyPrincipal principal) =>
        New(nameof(Messages.PublicPrincipal), ErrorKind.PermissionDenied, principal);

    public static SharingException StalePrincipal(PolicyPrincipal principal) =>
        New(nameof(Messages.StalePrincipal), ErrorKind.InvalidArgument, principal, principal);

    public static SharingException InvalidServicePrincipal(string? value) =>
        New(nameof(Messages.InvalidServicePrincipal), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException NoPrincipal() => New(nameof(Messages.NoPrincipal), ErrorKind.InvalidArgument, null);

    public static SharingException PartitionMismatch(PolicyPrincipal principal, ModelArn model) =>
        New(nameof(Messages.PartitionMismatch), ErrorKind.InvalidArgument, model, principal, principal.Partition, model, model.Partition);

    public static SharingException PolicyTooLong(ModelArn model, int length, int limit) =>
        New(nameof(Messages.PolicyTooLong), ErrorKind.LimitsExceeded, model, model, length, limit);

    public static SharingException PolicyHasInvalidCharacter(ModelArn model, char character) =>
        New(nameof(Messages.PolicyHasInvalidCharacter), ErrorKind.InvalidData, model, model, (int)character);

    public static SharingException PolicyActionNotSupported(ModelArn model, string action) =>
        New(nameof(Messages.PolicyActionNotSupported), ErrorKind.InvalidData, model, model, Shorten(action));

    public static SharingException PolicyWouldRemoveAccess(ModelArn model, IEnumerable<PolicyPrincipal> lost) =>
        New(nameof(Messages.PolicyWouldRemoveAccess), ErrorKind.PermissionDenied, model, model, string.Join(", ", lost));

    public static SharingException PolicyRevisionConflict(ModelPolicy now, string? expected, PolicyDocument? wanted) => New(
        nameof(Messages.PolicyRevisionConflict),
        ErrorKind.Conflict,
        now.ModelArn,
        now.ModelArn,
        now.PolicyRevisionId ?? "none",
        expected ?? "none",
        PolicyDifference.Of(now.Document, wanted));

    public static SharingException ModelNotShared(ModelArn model) =>
        New(nameof(Messages.ModelNotShared), ErrorKind.InvalidOperation, model, model);

    public static SharingException ImporterNotAuthorized(ModelArn model, AccountId importer) =>
        New(nameof(Messages.ImporterNotAuthorized), ErrorKind.PermissionDenied, importer, model, importer);

    public static SharingException KeyMismatch(ModelArn model, string? modelKey, string givenKey) =>
        New(nameof(Messages.KeyMismatch), ErrorKind.InvalidArgument, model, model, modelKey ?? "an AWS owned key", Shorten(givenKey));

    public static SharingException KeyInAnotherAccount(KeyArn key, IEnumerable<PolicyStatement> statements) => New(
        nameof(Messages.KeyInAnotherAccount),
        ErrorKind.PermissionDenied,
        key,
        key,
        key.AccountId,
        string.Join(",\n", statements.Select(statement => statement.ToJson())));

    public static SharingException KeyNotCustomerManaged(KeyArn key) =>
        New(nameof(Messages.KeyNotCustomerManaged), ErrorKind.InvalidOperation, key, key);

    public static SharingException KeyNotEnabled(KeyArn key, string state) =>
        New(nameof(Messages.KeyNotEnabled), ErrorKind.InvalidOperation, key, key, state);

    public static SharingException KeyRegionMismatch(KeyArn key, ModelArn model) =>
        New(nameof(Messages.KeyRegionMismatch), ErrorKind.InvalidArgument, key, key, key.Region, model, model.Region);

    public static SharingException KeyPolicyHasStalePrincipal(KeyArn key, string principal) =>
        New(nameof(Messages.KeyPolicyHasStalePrincipal), ErrorKind.InvalidOperation, key, key, principal);

    public static SharingException KeyPolicyWouldLockOut(KeyArn key) =>
        New(nameof(Messages.KeyPolicyWouldLockOut), ErrorKind.PermissionDenied, key, key, key.AccountId);

    public static SharingException KeyPolicyTooLarge(KeyArn key, int size, int limit) =>
        New(nameof(Messages.KeyPolicyTooLarge), ErrorKind.LimitsExceeded, key, key, size, limit);

    public static SharingException KeyPolicyConflict(KeyPolicyPlan plan, PolicyDocument now, int attempts) => New(
        nameof(Messages.KeyPolicyConflict), ErrorKind.Conflict, plan.KeyArn, plan.KeyArn, attempts, plan.Current, plan.Result, now);

    public static SharingException DataAccessRoleRequired(ModelArn source, string what) =>
        New(nameof(Messages.DataAccessRoleRequired), ErrorKind.InvalidArgument, source, source, what);

    public static SharingException RegionMismatch(ModelArn source, string region) =>
        New(nameof(Messages.RegionMismatch), ErrorKind.InvalidArgument, source, source, source.Region, region);

    public static SharingException RoleInAnotherAccount(RoleArn role, AccountId caller) =>
        New(nameof(Messages.RoleInAnotherAccount), ErrorKind.InvalidArgument, role, role, role.AccountId, caller);

    public static SharingException ModelAlreadyImported(ModelArn source, ModelArn copy) =>
        New(nameof(Messages.ModelAlreadyImported), ErrorKind.AlreadyExists, source, source, copy);

    public static SharingException ModelNotTrained(ComprehendModel model) =>
        New(nameof(Messages.ModelNotTrained), ErrorKind.InvalidOperation, model.ModelArn, model.ModelArn, model.Status, model.Message);

    public static SharingException WaitTimedOut(object target, string status, TimeSpan timeout) =>
        New(nameof(Messages.WaitTimedOut), ErrorKind.Timeout, target, target, status, timeout.TotalSeconds);

    public static SharingException InvalidRequestToken(string? value) =>
        New(nameof(Messages.InvalidRequestToken), ErrorKind.InvalidArgument, value, Shorten(value));

    public static SharingException InvalidTrainingData(string modelName, string problem) =>
        New(nameof(Messages.InvalidTrainingData), ErrorKind.InvalidArgument, modelName, Shorten(modelName), Shorten(problem));

    public static SharingException InvalidVpcConfig(string modelName, string problem) =>
        New(nameof(Messages.InvalidVpcConfig), ErrorKind.InvalidArgument, modelName, Shorten(modelName), Shorten(problem));

    public static SharingException InvalidModelPolicy(ModelArn model, Finding error) =>
        New(nameof(Messages.InvalidModelPolicy), ErrorKind.InvalidData, model, model, error.Message);

    public static SharingException InvalidEndpointName(string value) =>
        New(nameof(Messages.InvalidEndpointName), ErrorKind.InvalidArgument, value, Shorten(value), EndpointArn.MaxNameLength);

    public static SharingException EndpointRoleRequired(ModelArn model, string keyId) =>
        New(nameof(Messages.EndpointRoleRequired), ErrorKind.InvalidArgument, model, model, keyId);

    public static SharingException EndpointFailed(ComprehendEndpoint endpoint) => New(
        nameof(Messages.EndpointFailed), ErrorKind.InvalidOperation, endpoint.EndpointArn, endpoint.EndpointArn, endpoint.Status, endpoint.Message);

    public static DocumentFormatException InvalidDocument(JsonDocumentKind kind, int line, int column, string problem)
    {
        string id = kind switch
        {
            JsonDocumentKind.Policy => nameof(Messages.InvalidPolicy),
            JsonDocumentKind.Scenario => nameof(Messages.InvalidScenario),
            _ => nameof(Messages.InvalidBundle),
        };
        problem = problem.Length > 400 ? $"{problem[..200]}…{problem[^100..]}" : problem;
        return new DocumentFormatException(id, Text(id, line, column, problem), Text(id + "_Recommendation"), line, column)
        {
            Problem = problem,
        };
    }

    public static SharingException InvalidPurpose(string? value, IEnumerable<IdentityPolicyPurpose> known) =>
        New(nameof(Messages.InvalidPurpose), ErrorKind.InvalidArgument, value, Shorten(value), string.Join(", ", known));

    public static SharingException ParameterMissing(string purpose, string parameter) =>
        New(nameof(Messages.ParameterMissing), ErrorKind.InvalidArgument, purpose, purpose, parameter);

    public static SharingException ContextKeyTwice(string first, string second) =>
        New(nameof(Messages.ContextKeyTwice), ErrorKind.InvalidArgument, second, Shorten(first), Shorten(second));

    public static SharingException KeyPolicyForOtherAction(string action) =>
        New(nameof(Messages.KeyPolicyForOtherAction), ErrorKind.InvalidArgument, action, Shorten(action));

    public static SharingException PolicyKindMissing() => New(nameof(Messages.PolicyKindMissing), ErrorKind.InvalidArgument, null);

    public static SharingException BundleTooNew(int version, int newest) =>
        New(nameof(Messages.BundleTooNew), ErrorKind.InvalidData, null, version, newest);

    public static SharingException BundleInconsistent(string member, string found, string expected) =>
        New(nameof(Messages.BundleInconsistent), ErrorKind.InvalidData, member, member, Shorten(found), expected);

    public static SharingException FileExists(string path) => New(nameof(Messages.FileExists), ErrorKind.AlreadyExists, path, path);

    public static SharingException FileNotWritable(string path, string reason) =>
        New(nameof(Messages.FileNotWritable), ErrorKind.PermissionDenied, path, path, reason);

    public static SharingException FileNotReadable(string path, string reason) =>
        New(nameof(Messages.FileNotReadable), ErrorKind.NotFound, path, path, reason);

    public static SharingException NothingToRehearse() =>
        New(nameof(Messages.NothingToRehearse), ErrorKind.InvalidData, null);

    public static SharingException SandboxNotActive() =>
        New(nameof(Messages.SandboxNotActive), ErrorKind.InvalidOperation, null);

    public static SharingException SandboxAlreadyActive() =>
        New(nameof(Messages.SandboxAlreadyActive), ErrorKind.InvalidOperation, null);

    public static SharingException ProfileNotFound(string profileName, IEnumerable<string> profileNames) =>
        New(nameof(Messages.ProfileNotFound), ErrorKind.NotFound, profileName, Shorten(profileName), string.Join(", ", profileNames));

    public static SharingException ImportOutcomeUnknown(ImportModelRequest call, AwsServiceException cause) => new(
        nameof(Messages.ImportOutcomeUnknown),
        ErrorKind.Unavailable,
        Text(nameof(Messages.ImportOutcomeUnknown), call.SourceModelArn, CopyName(call), Sentence(cause.AwsMessage)),
        Text(nameof(Messages.ImportOutcomeUnknown) + "_Recommendation"),
        call.SourceModelArn,
        cause);

    public static SharingException AwsToolsModuleNotFound(IReadOnlyCollection<string> modules) =>
        New(nameof(Messages.AwsToolsModuleNotFound), ErrorKind.NotInstalled, null, string.Join(", ", modules));

    public static SharingException AwsToolsModuleTooOld(string module, Version version) =>
        New(nameof(Messages.AwsToolsModuleTooOld), ErrorKind.NotInstalled, null, module, version);

    public static SharingException AwsToolsModulesMixed(string modules) =>
        New(nameof(Messages.AwsToolsModulesMixed), ErrorKind.NotInstalled, null, modules);

    public static SharingException AwsToolsFailed(string operation, string message, string cmdlet) =>
        New(nameof(Messages.AwsToolsFailed), ErrorKind.InvalidOperation, null, operation, Sentence(message), cmdlet);

    public static SharingException AwsCredentialsMissing() =>
        New(nameof(Messages.AwsCredentialsMissing), ErrorKind.NotAuthenticated, null);

    public static SharingException AwsProfileNotFound(string profileName) =>
        New(nameof(Messages.AwsProfileNotFound), ErrorKind.NotAuthenticated, profileName, Shorten(profileName));

    public static SharingException AwsSignInExpired(string message) =>
        New(nameof(Messages.AwsSignInExpired), ErrorKind.NotAuthenticated, null, Sentence(message));

    public static SharingException AwsRegionMissing() => New(nameof(Messages.AwsRegionMissing), ErrorKind.NotAuthenticated, null);

    public static (string Id, ErrorKind Kind) AwsErrorId(AwsErrorSort sort) => sort switch
    {
        AwsErrorSort.AccessDenied => (nameof(Messages.AwsAccessDenied), ErrorKind.PermissionDenied),
        AwsErrorSort.NotAuthenticated => (nameof(Messages.AwsNotAuthenticated), ErrorKind.NotAuthenticated),
        AwsErrorSort.NotFound => (nameof(Messages.AwsNotFound), ErrorKind.NotFound),
        AwsErrorSort.Conflict => (nameof(Messages.AwsConflict), ErrorKind.Conflict),
        AwsErrorSort.Throttled or AwsErrorSort.LimitExceeded => (nameof(Messages.AwsLimitExceeded), ErrorKind.LimitsExceeded),
        AwsErrorSort.KeyNotUsable => (nameof(Messages.AwsKeyNotUsable), ErrorKind.InvalidOperation),
        AwsErrorSort.InvalidRequest => (nameof(Messages.AwsInvalidRequest), ErrorKind.InvalidArgument),
        AwsErrorSort.NotReached => (nameof(Messages.AwsNotReachable), ErrorKind.NotReached),
        _ => (nameof(Messages.AwsServiceFailure), ErrorKind.Unavailable),
    };

    public static string AwsMessage(AwsErrorSort sort, string operation, string message) =>
        Text(AwsErrorId(sort).Id, operation, Sentence(message));

    public static string AwsRecommendation(AwsErrorSort sort) => Text(AwsErrorId(sort).Id + "_Recommendation");

    private static string CopyName(ImportModelRequest call) =>
        call.VersionName is null ? $"{call.ModelName}" : $"{call.ModelName} {call.VersionName}";

    private static string Sentence(string message) => message.EndsWith('.') ? message : message + '.';

    private static SharingException New(string id, ErrorKind kind, object? target, params object?[] arguments) =>
        new(id, kind, Text(id, arguments), Text(id + "_Recommendation", arguments), target);

    private static string Text(string id, params object?[] arguments) => string.Format(
        CultureInfo.InvariantCulture, Messages.ResourceManager.GetString(id, CultureInfo.InvariantCulture)!, arguments);

    // A hostile value must not fill the screen.
    private static string Shorten(string? value) => value is { Length: > 200 } ? $"{value[..200]}…" : value ?? string.Empty;
}
