namespace Amazon.Comprehend.Model;

/// <summary>An endpoint.</summary>
public class EndpointProperties
{
    public DateTime? CreationTime { get; set; }

    public int? CurrentInferenceUnits { get; set; }

    public string? DataAccessRoleArn { get; set; }

    public string? DesiredDataAccessRoleArn { get; set; }

    public int? DesiredInferenceUnits { get; set; }

    public string? DesiredModelArn { get; set; }

    public string? EndpointArn { get; set; }

    public string? FlywheelArn { get; set; }

    public DateTime? LastModifiedTime { get; set; }

    public string? Message { get; set; }

    public string? ModelArn { get; set; }

    public EndpointStatus? Status { get; set; }
}
