// Imports a shared model. ImportModel has no idempotency token, so everything that can be found wrong is found before it.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>Imports shared models.</summary>
/// <param name="gateway">AWS, as the importer, in the region of the model.</param>
public sealed class ModelImporter(IAwsGateway gateway)
{
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
    public ImportedModel Preview(ImportModelRequest call)
    {
        ArgumentNullException.ThrowIfNull(call);
        ModelArn source = call.SourceModelArn;
        return new ImportedModel
        {
            ModelArn = ModelArn.Create(
                source.Partition, source.Region, gateway.GetCallerIdentity().AccountId, source.Kind, call.ModelName!, call.VersionName),
            Status = ModelStatus.Planned,
            SourceModelArn = source,
            DataAccessRoleArn = call.DataAccessRoleArn,
            ModelKmsKeyId = call.ModelKmsKeyId,
        };
    }

    /// <summary>Makes a checked import.</summary>
    /// <param name="call">The checked call.</param>
    /// <returns>The copy, which is not trained yet.</returns>
    /// <exception cref="AwsServiceException">AWS refused the import.</exception>
    public ImportedModel Apply(ImportModelRequest call) => new(gateway.DescribeModel(gateway.ImportModel(call)));

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

    private void CheckAccount(ImportRequest request)
    {
        AccountId caller = gateway.GetCallerIdentity().AccountId;
        if (request.DataAccessRoleArn is { } role && role.AccountId != caller)
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
