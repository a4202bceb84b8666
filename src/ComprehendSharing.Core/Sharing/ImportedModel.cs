using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.Sharing;

/// <summary>A model version that was made by importing another; its <see cref="ComprehendModel.SourceModelArn"/> is set.</summary>
public sealed record ImportedModel : ComprehendModel
{
    /// <summary>Takes over what Comprehend describes.</summary>
    /// <param name="model">The description.</param>
    [SetsRequiredMembers]
    public ImportedModel(ComprehendModel model)
        : base(model)
    {
    }

    /// <summary>Makes one from its parts.</summary>
    public ImportedModel()
    {
    }
}
