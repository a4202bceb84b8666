// ${aws:username} and its kind. Only documents of version 2012-10-17 have variables; in older ones it is plain text.
using ComprehendSharing.Policies;

namespace ComprehendSharing.Evaluation;

/// <summary>Where a document has policy variables, which are not implemented.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">Policy variables</see></remarks>
internal readonly record struct PolicyVariables(bool AreOn)
{
    public static PolicyVariables Of(PolicyDocument document) => new(document.Version == PolicyDocument.CurrentVersion);

    public bool AreIn(string text) => AreOn && text.Contains("${", StringComparison.Ordinal);
}
