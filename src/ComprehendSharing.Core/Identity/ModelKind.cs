namespace ComprehendSharing.Identity;

/// <summary>The two kinds of custom model that Amazon Comprehend shares and imports.</summary>
public enum ModelKind
{
    /// <summary>A custom classifier: <c>document-classifier</c>.</summary>
    DocumentClassifier,

    /// <summary>A custom entity recognizer: <c>entity-recognizer</c>.</summary>
    EntityRecognizer,
}
