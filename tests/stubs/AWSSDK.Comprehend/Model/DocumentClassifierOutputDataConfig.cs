namespace Amazon.Comprehend.Model;

/// <summary>Where results go.</summary>
public class DocumentClassifierOutputDataConfig
{
    public string? FlywheelStatsS3Prefix { get; set; }

    public string? KmsKeyId { get; set; }

    public string? S3Uri { get; set; }
}
