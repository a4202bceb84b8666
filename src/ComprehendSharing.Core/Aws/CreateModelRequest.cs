using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Aws;

/// <summary>The parameters of Comprehend CreateDocumentClassifier and CreateEntityRecognizer, by the kind.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_CreateDocumentClassifier.html">CreateDocumentClassifier</see>,
/// <see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_CreateEntityRecognizer.html">CreateEntityRecognizer</see>
/// </remarks>
public sealed record CreateModelRequest
{
    /// <summary>Classifier or recognizer, and so which of the two operations it is.</summary>
    public required ModelKind Kind { get; init; }

    /// <summary>The name. 1 to 63 letters, digits and inner hyphens.</summary>
    public required string ModelName { get; init; }

    /// <summary>The version name, of the same form; null for a model without versions.</summary>
    public string? VersionName { get; init; }

    /// <summary>The role that Comprehend assumes for the data, the keys and the network.</summary>
    public required RoleArn DataAccessRoleArn { get; init; }

    /// <summary>The language of the documents, such as <c>en</c>.</summary>
    public required string LanguageCode { get; init; }

    /// <summary>Where the training data are.</summary>
    public required TrainingData InputDataConfig { get; init; }

    /// <summary><c>MULTI_CLASS</c>, which is the default, or <c>MULTI_LABEL</c>; for a classifier only.</summary>
    public string? Mode { get; init; }

    /// <summary>Where the results of the training go; for a classifier only.</summary>
    public S3Uri? OutputS3Uri { get; init; }

    /// <summary>The key of the results, by id, ARN or alias; for a classifier only.</summary>
    public string? OutputKmsKeyId { get; init; }

    /// <summary>The key of the training volume, by id or ARN; AWS's when null.</summary>
    public string? VolumeKmsKeyId { get; init; }

    /// <summary>The key of the model, by id or ARN; an AWS owned key when null.</summary>
    public string? ModelKmsKeyId { get; init; }

    /// <summary>The network of the training; null for none.</summary>
    public VpcConfig? VpcConfig { get; init; }

    /// <summary>The resource policy that the model is born with, as JSON of 1 to 20,000 characters; null for none.</summary>
    public string? ModelPolicy { get; init; }

    /// <summary>Tags of the model, at most 50.</summary>
    public IReadOnlyDictionary<string, string> Tag { get; init; } = new Dictionary<string, string>();

    /// <summary>What makes a repetition the same request: 1 to 64 letters, digits and hyphens. A new one unless given.</summary>
    public string ClientRequestToken { get; init; } = RequestToken.New();

    /// <summary>The API operation.</summary>
    internal string Operation => $"Create{Kind}";

    /// <summary>What is wrong with data, mode and output; null when nothing is.</summary>
    internal string? RefuseData() =>
        InputDataConfig.Refuse(Kind)
        ?? (Kind == ModelKind.EntityRecognizer && (Mode ?? OutputKmsKeyId ?? OutputS3Uri?.Value) is not null
                ? "a mode, an output and its key are for document classifiers; a recognizer has no OutputDataConfig"
            : Mode is not (null or "MULTI_CLASS" or "MULTI_LABEL") ? $"'{Mode}' is no mode of a classifier"
            : OutputS3Uri is null && OutputKmsKeyId is not null ? "the output has a key but no URI"
            : null);

    /// <summary>Whether it asks for the same as another.</summary>
    internal bool IsSameAs(CreateModelRequest other) =>
        this with { Tag = other.Tag } == other && Tag.Count == other.Tag.Count && !Tag.Except(other.Tag).Any();
}
