// Who would import, and with which role. A role serves the principals of its own account and no others.
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>One importer of a share.</summary>
/// <param name="Subject">What the checks are about.</param>
/// <param name="Role">The role, when it is of this importer's account.</param>
/// <param name="ForeignRole">A role that was given and is of another account.</param>
/// <param name="IsForeignRoleWrong">Whether that role serves no other importer either.</param>
internal sealed record Importer(CheckSubject Subject, RoleArn? Role, RoleArn? ForeignRole, bool IsForeignRoleWrong)
{
    public ModelArn Model => Subject.Model;

    public PolicyPrincipal? Principal => Subject.Principal;

    /// <summary>The key that the copy shall have, as the importer would write it; null for an AWS owned key.</summary>
    public string? CopyKeyId { get; init; }

    /// <summary>The copy under the source's names; null when no importing account is known.</summary>
    public ModelArn? Copy => AccountId is { } account ? ImportUse.Copy(Model, account) : null;

    /// <summary>The importing account; null when it is not known, or the principal is of none.</summary>
    public AccountId? AccountId => Principal is null ? Role?.AccountId : Principal.AccountId;

    /// <summary>Who calls ImportModel: the principal, or for an account somebody of it, since its root needs no policy; null as the account is.</summary>
    public PolicyPrincipal? Caller => AccountId is null
        ? null
        : Principal is { Kind: not PrincipalKind.Account } ? Principal : PolicyPrincipal.Parse($"arn:{Model.Partition}:iam::{AccountId}:user/importer");

    /// <summary>The role, or for want of one a role of the account.</summary>
    public PolicyPrincipal? AnyRole => Role is not null
        ? PolicyPrincipal.Parse(Role.Value)
        : AccountId is null ? null : PolicyPrincipal.Parse($"arn:{Model.Partition}:iam::{AccountId}:role/import");

    /// <summary>The importers that a request names or, when it names none, that the model policy authorises.</summary>
    public static IReadOnlyList<Importer> Of(ShareCheckRequest request, ShareFacts facts)
    {
        bool isGiven = request.Principal.Count > 0;
        Importer Make(PolicyPrincipal? principal, RoleArn? own, RoleArn? foreign, bool isWrong) =>
            new(new CheckSubject(request.ModelArn, principal), own, foreign, isWrong) { CopyKeyId = request.ModelKmsKeyId };
        RoleArn? role = request.DataAccessRoleArn;
        List<PolicyPrincipal> principals = isGiven
            ? [.. request.Principal.Distinct()]
            : [.. (facts.Policy.Value?.Principal ?? []).Where(principal => principal.AccountId is not null)];
        if (principals.Count == 0)
        {
            return [Make(principal: null, role, foreign: null, isWrong: false)];
        }

        bool servesOne = principals.Exists(principal => principal.AccountId == role?.AccountId);
        return
        [
            .. principals.Select(principal => principal.AccountId == role?.AccountId
                ? Make(principal, role, foreign: null, isWrong: false)
                : Make(principal, own: null, role, isGiven || !servesOne)),
        ];
    }
}
