namespace Amazon.Comprehend.Model;

/// <summary>The network of a training. Collections of this SDK are null when there is nothing in them.</summary>
public class VpcConfig
{
    public List<string>? SecurityGroupIds { get; set; }

    public List<string>? Subnets { get; set; }
}
