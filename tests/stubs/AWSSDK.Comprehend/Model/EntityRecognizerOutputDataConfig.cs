namespace Amazon.Comprehend.Model;

/// <summary>Where results go.</summary>
public class EntityRecognizerOutputDataConfig
{
    public string? FlywheelStatsS3Prefix { get; set; }
}
