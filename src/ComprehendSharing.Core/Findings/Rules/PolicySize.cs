using System.Globalization;
using System.Text;
using System.Text.Json;
using ComprehendSharing.Json;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Findings.Rules;

internal sealed class PolicySize() : PolicyRule("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", FindingSeverity.Error)
{
    public override string Description =>
        "A model policy has more than 20,000 characters without its line breaks and indentation, a key policy more than 32,768 bytes, or one of them has a character outside U+0020 to U+00FF other than tab and line breaks. Comprehend or KMS refuses it.";

    public override string Source => "https://docs.aws.amazon.com/comprehend/latest/APIReference/API_PutResourcePolicy.html";

    public override IEnumerable<Finding> Check(PolicyUnderTest policy)
    {
        if (policy.Kind is not (PolicyKind.ModelPolicy or PolicyKind.KeyPolicy))
        {
            yield break;
        }

        if (Excess(policy) is { } excess)
        {
            yield return Report(
                policy, policy.Source.Root, string.Empty, excess, "Put principals and models with the same access into one statement, and drop long Sids.");
        }

        string text = policy.Source.Text;
        int bad = Array.FindIndex(text.ToCharArray(), c => c is (< ' ' and not ('\t' or '\n' or '\r')) or > 'ÿ');
        if (bad >= 0)
        {
            int start = Encoding.UTF8.GetByteCount(text.AsSpan(0, bad));
            Rune character = Rune.GetRuneAt(text, bad);
            string code = character.Value.ToString("X4", CultureInfo.InvariantCulture);
            yield return Report(
                policy,
                new JsonPart { Kind = JsonValueKind.Undefined, Start = start },
                string.Empty,
                $"The character '{character}' (U+{code}) is outside U+0020 to U+00FF: {(policy.Kind == PolicyKind.KeyPolicy ? "KMS" : "Comprehend")} refuses the policy.",
                "Replace it, often a typographic quote or dash in a Sid, by an ASCII character.");
        }
    }

    private static string? Excess(PolicyUnderTest policy)
    {
        if (policy.Kind == PolicyKind.KeyPolicy)
        {
            int bytes = policy.Document.ByteCount;
            return bytes > KeyPolicyPlanner.MaxPolicyBytes
                ? $"The key policy has {bytes} bytes, and KMS accepts {KeyPolicyPlanner.MaxPolicyBytes}."
                : null;
        }

        int length = policy.Document.ToCompactJson().Length;
        return length > ModelPolicySetter.MaxPolicyLength
            ? $"The model policy has {length} characters in one line, and Comprehend accepts {ModelPolicySetter.MaxPolicyLength}."
            : null;
    }
}
