using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>One version of a custom model, as Comprehend describes it.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_DescribeDocumentClassifier.html">DescribeDocumentClassifier</see></remarks>
public record ComprehendModel
{
    /// <summary>The version.</summary>
    public required ModelArn ModelArn { get; init; }

    /// <summary>Classifier or recognizer.</summary>
    public ModelKind Kind => ModelArn.Kind;

    /// <summary>The model's name.</summary>
    public string Name => ModelArn.Name;

    /// <summary>The version's name; null for a model without versions.</summary>
    public string? VersionName => ModelArn.VersionName;

    /// <summary>The region.</summary>
    public string Region => ModelArn.Region;

    /// <summary>The state in Comprehend's words; see <see cref="ModelStatus"/>.</summary>
    public required string Status { get; init; }

    /// <summary>What Comprehend says about the state; null when it says nothing.</summary>
    public string? Message { get; init; }

    /// <summary>The language of the documents, such as <c>en</c>.</summary>
    public string? LanguageCode { get; init; }

    /// <summary>The key of the model as it was given, by id or ARN; null for an AWS owned key.</summary>
    public string? ModelKmsKeyId { get; init; }

    /// <summary>The key of the training volume as it was given; null when there was none.</summary>
    public string? VolumeKmsKeyId { get; init; }

    /// <summary>The network of the training; null when there was none.</summary>
    public VpcConfig? VpcConfig { get; init; }

    /// <summary>The role that Comprehend used.</summary>
    public RoleArn? DataAccessRoleArn { get; init; }

    /// <summary>The version that this one is a copy of; null when it was trained here.</summary>
    public ModelArn? SourceModelArn { get; init; }

    /// <summary>When it was asked for.</summary>
    public DateTimeOffset? SubmitTime { get; init; }

    /// <summary>When it reached its final state.</summary>
    public DateTimeOffset? EndTime { get; init; }

    /// <summary>The ARN of a classifier, under the name that AWS.Tools binds; null for a recognizer.</summary>
    public string? DocumentClassifierArn => Kind == ModelKind.DocumentClassifier ? ModelArn.ToString() : null;

    /// <summary>The ARN of a recognizer, under the name that AWS.Tools binds; null for a classifier.</summary>
    public string? EntityRecognizerArn => Kind == ModelKind.EntityRecognizer ? ModelArn.ToString() : null;
}
