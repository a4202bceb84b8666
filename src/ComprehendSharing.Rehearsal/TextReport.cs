using System.Globalization;
using System.Text;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Rehearsal;

/// <summary>An outcome for a person to read.</summary>
internal static class TextReport
{
    public static string Write(RehearsalOutcome outcome)
    {
        StringBuilder text = new();
        text.AppendLine(CultureInfo.InvariantCulture, $"Rehearsal: sharing {outcome.ModelArn}").AppendLine();
        for (int index = 0; index < outcome.Steps.Count; index++)
        {
            AppendStep(text, index + 1, outcome.Steps[index]);
        }

        AppendPolicy(text, "Resource policy of the model, before", outcome.ModelPolicyBefore, outcome.ModelPolicyAfter is not null);
        AppendPolicy(text, "Resource policy of the model, after", outcome.ModelPolicyAfter, isMade: false);
        AppendPolicy(text, "Key policy, before", outcome.KeyPolicyBefore, isMade: false);
        AppendPolicy(text, "Key policy, after", outcome.KeyPolicyAfter, isMade: false);
        if (outcome.Bundle is not null)
        {
            AppendBundle(text, outcome.Bundle);
        }

        return text.AppendLine(Conclusion(outcome)).ToString();
    }

    private static void AppendStep(StringBuilder text, int number, RehearsalStep step)
    {
        string mark = step.Error is null ? "ok    " : "FAILED";
        text.AppendLine(CultureInfo.InvariantCulture, $"{number}. {mark} {step.Name} (as {step.Caller}): {step.Detail}");
        foreach (string warning in step.Warnings ?? [])
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"          warning: {warning}");
        }

        if (step.Error is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"          check: {step.Error.ErrorId}");
            text.AppendLine(CultureInfo.InvariantCulture, $"          what to do: {step.Error.Recommendation}");
        }
    }

    private static void AppendPolicy(StringBuilder text, string title, string? policy, bool isMade)
    {
        if (policy is not null || isMade)
        {
            text.AppendLine().Append(title).AppendLine(":").AppendLine(policy ?? "(none)");
        }
    }

    private static void AppendBundle(StringBuilder text, ShareBundle bundle)
    {
        text.AppendLine().AppendLine("Bundle for the importer:");
        foreach ((string name, object? value) in new (string, object?)[]
        {
            ("SourceModelArn", bundle.SourceModelArn),
            ("Region", bundle.Region),
            ("OwnerAccountId", bundle.OwnerAccountId),
            ("ImporterAccountId", bundle.ImporterAccountId),
            ("AuthorizedPrincipal", bundle.AuthorizedPrincipal),
            ("Encryption", bundle.Encryption),
            ("KmsKeyArn", bundle.KmsKeyArn),
            ("ImporterPolicy", bundle.ImporterPolicy.ToCompactJson()),
            ("ImportRolePolicy", bundle.ImportRolePolicy?.ToCompactJson()),
            ("ImportRoleTrustPolicy", bundle.ImportRoleTrustPolicy?.ToCompactJson()),
        })
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {name,-21} : {value ?? "-"}");
        }

        text.AppendLine();
    }

    private static string Conclusion(RehearsalOutcome outcome) => outcome.Succeeded
        ? $"Imported: {outcome.Model!.ModelArn} is {outcome.Model.Status}. Nothing reached AWS."
        : $"Not imported. On AWS it would have failed at: {outcome.Steps[^1].Name}. Nothing reached AWS.";
}
