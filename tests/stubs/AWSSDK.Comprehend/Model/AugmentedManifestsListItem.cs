namespace Amazon.Comprehend.Model;

/// <summary>An augmented manifest. The places of annotations and source documents, the document type and the split are left out.</summary>
public class AugmentedManifestsListItem
{
    public List<string>? AttributeNames { get; set; }

    public string? S3Uri { get; set; }
}
