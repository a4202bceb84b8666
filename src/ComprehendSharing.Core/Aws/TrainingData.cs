using ComprehendSharing.Identity;

namespace ComprehendSharing.Aws;

/// <summary>Where the training data are: InputDataConfig of CreateDocumentClassifier and CreateEntityRecognizer.</summary>
/// <remarks>
/// All buckets are in the region of the call.
/// <see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_DocumentClassifierInputDataConfig.html">DocumentClassifierInputDataConfig</see>,
/// <see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_EntityRecognizerInputDataConfig.html">EntityRecognizerInputDataConfig</see>
/// </remarks>
public sealed record TrainingData
{
    /// <summary>The format of a labelled CSV file, which is also the default.</summary>
    public const string ComprehendCsv = "COMPREHEND_CSV";

    /// <summary>The format of a file that SageMaker Ground Truth makes.</summary>
    public const string AugmentedManifest = "AUGMENTED_MANIFEST";

    private const int MaxEntityType = 64;
    private const int MaxEntityTypes = 25;

    /// <summary><see cref="ComprehendCsv"/> or <see cref="AugmentedManifest"/>; null for Comprehend's default.</summary>
    public string? DataFormat { get; init; }

    /// <summary>The CSV file of a classifier, or the augmented manifest of either kind.</summary>
    public S3Uri? S3Uri { get; init; }

    /// <summary>The attributes of the manifest that hold the annotations; for an augmented manifest only.</summary>
    public ValueList<string> AttributeName { get; init; } = [];

    /// <summary>The documents of a recognizer.</summary>
    public S3Uri? DocumentS3Uri { get; init; }

    /// <summary>The CSV file that annotates the documents of a recognizer.</summary>
    public S3Uri? AnnotationS3Uri { get; init; }

    /// <summary>The CSV file with the entity list of a recognizer.</summary>
    public S3Uri? EntityListS3Uri { get; init; }

    /// <summary>The types that a recognizer learns, at most 25 of at most 64 characters.</summary>
    public ValueList<string> EntityType { get; init; } = [];

    /// <summary>The URIs that are given.</summary>
    internal IEnumerable<S3Uri> Uris =>
        new[] { S3Uri, DocumentS3Uri, AnnotationS3Uri, EntityListS3Uri }.OfType<S3Uri>();

    private bool IsManifest => DataFormat == AugmentedManifest;

    /// <summary>What is wrong with the data of a model; null when nothing is.</summary>
    internal string? Refuse(ModelKind kind) =>
        DataFormat is not (null or ComprehendCsv or AugmentedManifest) ? $"'{DataFormat}' is no format of training data"
        : IsManifest != AttributeName.Count > 0 ? "attribute names and the format AUGMENTED_MANIFEST need each other"
        : kind == ModelKind.DocumentClassifier ? RefuseClassifier() : RefuseRecognizer();

    private string? RefuseClassifier() =>
        S3Uri is null ? "the URI of the labelled documents is missing"
        : EntityType.Count > 0 || Uris.Count() > 1 ? "entity types, documents, annotations and entity lists are for entity recognizers"
        : null;

    private string? RefuseRecognizer() =>
        EntityType.Count == 0 ? "the entity types are missing"
        : EntityType.Count > MaxEntityTypes ? $"there are {EntityType.Count} entity types, and {MaxEntityTypes} are the most"
        : EntityType.FirstOrDefault(type => !IsEntityType(type)) is { } bad
            ? $"'{bad}' is no entity type: it has 1 to {MaxEntityType} characters, and no comma, tab or line break"
        : IsManifest ? S3Uri is null || Uris.Count() > 1 ? "an augmented manifest takes the place of documents, annotations and entity list" : null
        : S3Uri is not null ? "a recognizer takes a single file only as an augmented manifest"
        : DocumentS3Uri is null ? "the URI of the documents is missing"
        : AnnotationS3Uri is null && EntityListS3Uri is null ? "annotations or an entity list are missing"
        : null;

    private static bool IsEntityType(string? type) =>
        type is { Length: > 0 and <= MaxEntityType } && type.AsSpan().IndexOfAny("\n\r\t,") < 0;
}
