// How an import ends: whether Comprehend may assume the importer's role, and whether the role can use the keys of the source
// and of the copy. Its assumptions are listed in SandboxImport.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>The part of an import that fails late.</summary>
internal sealed class ImportRoleAccess(SandboxWorld world, ComprehendModel source, ComprehendModel copy)
{
    public ModelOutcome Outcome() => ModelOutcome.Of(Refuse());

    private string? Refuse()
    {
        if (copy.DataAccessRoleArn is not { } roleArn)
        {
            return null;
        }

        DataAccessRole access = new(world, roleArn, copy.ModelArn);
        return access.Refuse(role => RefuseKey(access, role, source, "source model") ?? RefuseKey(access, role, copy, "new model"));
    }

    private static string? RefuseKey(DataAccessRole access, SandboxPrincipal role, ComprehendModel model, string whose) => model.ModelKmsKeyId is { } keyId
        ? access.RefuseKey(role, keyId, model.ModelArn, whose, key => KeyUse.Requests(role.Arn, model.ModelArn, key))
        : null;
}
