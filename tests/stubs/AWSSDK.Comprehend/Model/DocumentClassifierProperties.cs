namespace Amazon.Comprehend.Model;

/// <summary>One version of a classifier. InputDataConfig and ClassifierMetadata are left out: nothing here trains.</summary>
public class DocumentClassifierProperties
{
    public string? DataAccessRoleArn { get; set; }

    public string? DocumentClassifierArn { get; set; }

    public DateTime? EndTime { get; set; }

    public string? FlywheelArn { get; set; }

    public LanguageCode? LanguageCode { get; set; }

    public string? Message { get; set; }

    public DocumentClassifierMode? Mode { get; set; }

    public string? ModelKmsKeyId { get; set; }

    public DocumentClassifierOutputDataConfig? OutputDataConfig { get; set; }

    public string? SourceModelArn { get; set; }

    public ModelStatus? Status { get; set; }

    public DateTime? SubmitTime { get; set; }

    public DateTime? TrainingEndTime { get; set; }

    public DateTime? TrainingStartTime { get; set; }

    public string? VersionName { get; set; }

    public string? VolumeKmsKeyId { get; set; }

    public VpcConfig? VpcConfig { get; set; }
}
