// Imports a shared model. ImportModel has no idempotency token, so everything that can be found wrong is found before it.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>Imports shared models.</summary>
/// <param name="gateway">AWS, as the importer, in the region of the model.</param>
public sealed class ModelImporter(IAwsGateway gateway)
{
    private const int MaxLooks = 3;

    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(2);

    /// <summary>Checks an import. Nothing is written.</summary>
    /// <param name="request">What to import.</param>
    /// <returns>The call that the import would make.</returns>
    /// <exception cref="SharingException">
    /// <c>RegionMismatch</c>, <c>InvalidModelName</c>, <c>KeyAliasNotSupported</c>, <c>DataAccessRoleRequired</c>,
    /// <c>RoleInAnotherAccount</c>, <c>ModelAlreadyImported</c>.
    /// </exception>
    /// <exception cref="AwsServiceException">AWS refused to list the models that are there.</exception>
    public ImportModelRequest Check(ImportRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        ModelArn source = request.SourceModelArn;
        if (source.Region != gateway.Region)
        {
            throw Errors.RegionMismatch(source, gateway.Region);
        }

        string name = Name(request.ModelName ?? source.Name, "model name");
        string? version = request.VersionName is null && !source.HasVersion
            ? null
            : Name(request.VersionName ?? source.VersionName!, "version name");
        CheckKeys(request);
        CheckAccount(request);
        return new ImportModelRequest
        {
            SourceModelArn = source,
            ModelName = name,
            VersionName = version,
            ModelKmsKeyId = request.ModelKmsKeyId,
            DataAccessRoleArn = request.DataAccessRoleArn,
            Tag = request.Tag,
        };
    }

    /// <summary>The copy that a dry run does not make.</summary>
    /// <param name="call">A checked call.</param>
    /// <exception cref="SharingException"><c>AwsToolsModuleNotFound</c>: nothing tells the importer's account.</exception>
    public ImportedModel Preview(ImportModelRequest call)
    {
        ArgumentNullException.ThrowIfNull(call);
        ModelArn source = call.SourceModelArn;

        // Without STS, the role tells the account: it must be of the same.
        AccountId importer = gateway.GetCallerIdentity()?.AccountId
            ?? call.DataAccessRoleArn?.AccountId
            ?? throw Errors.AwsToolsModuleNotFound(["AWS.Tools.SecurityToken"]);
        return new ImportedModel
        {
            ModelArn = ModelArn.Create(source.Partition, source.Region, importer, source.Kind, call.ModelName!, call.VersionName),
            Status = ModelStatus.Planned,
            SourceModelArn = source,
            DataAccessRoleArn = call.DataAccessRoleArn,
            ModelKmsKeyId = call.ModelKmsKeyId,
        };
    }

    /// <summary>Makes a checked import.</summary>
    /// <param name="call">The checked call.</param>
    /// <param name="cancellation">Ends the search for the copy after an answer that did not arrive.</param>
    /// <returns>The copy, which is not trained yet.</returns>
    /// <exception cref="SharingException">
    /// <c>ImportOutcomeUnknown</c>: AWS's answer did not arrive, and the copy was not found; it may still come.
    /// </exception>
    /// <exception cref="AwsServiceException">AWS refused the import.</exception>
    public ImportedModel Apply(ImportModelRequest call, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        ModelArn copy;
        try
        {
            copy = gateway.ImportModel(call);
        }
        catch (AwsServiceException exception) when (exception.IsOutcomeUnknown)
        {
            return LookForCopy(call, cancellation) ?? throw Errors.ImportOutcomeUnknown(call, exception);
        }

        try
        {
            return new ImportedModel(gateway.DescribeModel(copy));
        }
        catch (SharingException)
        {
            // The copy is made, and its ARN must not be lost; this much is known of it.
            return new ImportedModel
            {
                ModelArn = copy,
                Status = ModelStatus.Submitted,
                SourceModelArn = call.SourceModelArn,
                DataAccessRoleArn = call.DataAccessRoleArn,
                ModelKmsKeyId = call.ModelKmsKeyId,
            };
        }
    }

    private static string Name(string name, string what) =>
        ModelArn.IsName(name) ? name : throw Errors.InvalidModelName(name, what);

    private static void CheckKeys(ImportRequest request)
    {
        if (KeyArn.IsAlias(request.ModelKmsKeyId))
        {
            throw Errors.KeyAliasNotSupported(request.ModelKmsKeyId!);
        }

        if (request.DataAccessRoleArn is null && (request.SourceKmsKeyArn is not null || request.ModelKmsKeyId is not null))
        {
            throw Errors.DataAccessRoleRequired(request.SourceModelArn, request.SourceKmsKeyArn is not null ? "source" : "copy");
        }
    }

    // Why the copies cannot be listed matters less than that nobody knows what became of the import.
    private ImportedModel? LookForCopy(ImportModelRequest call, CancellationToken cancellation)
    {
        try
        {
            return FindCopy(call, cancellation);
        }
        catch (SharingException)
        {
            return null;
        }
    }

    // The name of a copy is its own: had another copy had it before, AWS would have refused the import.
    private ImportedModel? FindCopy(ImportModelRequest call, CancellationToken cancellation)
    {
        for (int look = 1; ; look++)
        {
            ComprehendModel? copy = gateway.ListModels(call.SourceModelArn.Kind, call.ModelName).FirstOrDefault(
                model => model.SourceModelArn == call.SourceModelArn && model.VersionName == call.VersionName);
            if (copy is not null || look == MaxLooks)
            {
                return copy is null ? null : new ImportedModel(copy);
            }

            gateway.Sleep(s_look, cancellation);
        }
    }

    private void CheckAccount(ImportRequest request)
    {
        // Where STS cannot be asked, AWS itself refuses a role of another account.
        AccountId? caller = gateway.GetCallerIdentity()?.AccountId;
        if (caller is not null && request.DataAccessRoleArn is { } role && role.AccountId != caller)
        {
            throw Errors.RoleInAnotherAccount(role, caller);
        }

        // A copy that failed is in nobody's way.
        ComprehendModel? copy = request.Force
            ? null
            : gateway.ListModels(request.SourceModelArn.Kind).FirstOrDefault(
                model => model.SourceModelArn == request.SourceModelArn
                    && (ModelStatus.IsReady(model.Status) || model.Status is ModelStatus.Submitted or ModelStatus.Training));
        if (copy is not null)
        {
            throw Errors.ModelAlreadyImported(request.SourceModelArn, copy.ModelArn);
        }
    }
}
