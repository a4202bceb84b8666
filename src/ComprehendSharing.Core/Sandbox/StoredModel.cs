// A model in memory. Its status is not stored but told from the clock, so that nothing has to run in the background.
using System.Security.Cryptography;
using System.Text;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Sandbox;

/// <summary>A model version and its resource policy.</summary>
internal sealed class StoredModel(ComprehendModel submitted, ModelOutcome? outcome)
{
    /// <summary>When an import or a training begins to work: TRAINING in Comprehend's words.</summary>
    public static readonly TimeSpan StartsAfter = TimeSpan.FromSeconds(15);

    private int _revisions;

    public ModelArn ModelArn => submitted.ModelArn;

    public ResourcePolicyDescription Policy { get; private set; } = ResourcePolicyDescription.None;

    public ComprehendModel At(DateTimeOffset now)
    {
        if (outcome is null || submitted.SubmitTime is not { } start || now - start < StartsAfter)
        {
            return submitted;
        }

        return now - start < outcome.After
            ? submitted with { Status = ModelStatus.Training }
            : submitted with { Status = outcome.Status, Message = outcome.Message, EndTime = start + outcome.After };
    }

    public SandboxModel Describe(DateTimeOffset now) => new(At(now))
    {
        ResourcePolicy = Policy.Policy,
        PolicyRevisionId = Policy.RevisionId,
    };

    public string PutPolicy(string policy, DateTimeOffset now)
    {
        string revision = Revision(++_revisions);
        Policy = new ResourcePolicyDescription(policy, revision, Policy.CreationTime ?? now, now);
        return revision;
    }

    public void DeletePolicy() => Policy = ResourcePolicyDescription.None;

    // 32 hexadecimal digits, as real ones have; the same in every run, so that tests and pages can quote them.
    private string Revision(int number) => Convert
        .ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{ModelArn} {number}")))[..32]
        .ToLowerInvariant();
}
