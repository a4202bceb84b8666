using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Templates;

/// <summary>What Comprehend reads, writes and uses as the data access role when it trains a model.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_CreateDocumentClassifier.html">CreateDocumentClassifier</see></remarks>
public sealed record TrainingResources
{
    /// <summary>The model that is trained; its ARN tells partition, region and account of all that has them.</summary>
    public required ModelArn Model { get; init; }

    /// <summary>Where the training data, annotations and test data are.</summary>
    public ValueList<S3Uri> Input { get; init; } = [];

    /// <summary>The key with which S3 has encrypted them; null when they are encrypted otherwise.</summary>
    public KeyArn? InputKey { get; init; }

    /// <summary>Where the results of a training go; null when they are not kept.</summary>
    public S3Uri? Output { get; init; }

    /// <summary>The key with which S3 encrypts them; null for the bucket's own encryption.</summary>
    public KeyArn? OutputKey { get; init; }

    /// <summary>The key of the storage volume that is attached during the training; null for Comprehend's own.</summary>
    public KeyArn? VolumeKey { get; init; }

    /// <summary>The key of the trained model; null for Comprehend's own.</summary>
    public KeyArn? ModelKey { get; init; }

    /// <summary>The subnets and security groups in which the training runs; null when it runs outside a VPC.</summary>
    public VpcConfig? Vpc { get; init; }
}
