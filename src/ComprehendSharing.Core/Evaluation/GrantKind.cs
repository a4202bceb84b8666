namespace ComprehendSharing.Evaluation;

/// <summary>To whom a statement gives something, which decides what else must agree; the strongest last.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html#policy-eval-denyallow">Determining whether a request is allowed or denied within an account</see></remarks>
internal enum GrantKind
{
    /// <summary>Nobody.</summary>
    None,

    /// <summary>The account of the caller: its own policies must pass the permission on.</summary>
    ToAccount,

    /// <summary>The role of the session: limited by its permissions boundary and session policies.</summary>
    ToRole,

    /// <summary>The user or the session itself, a service, or everyone.</summary>
    Direct,
}
