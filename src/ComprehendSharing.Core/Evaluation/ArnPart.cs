namespace ComprehendSharing.Evaluation;

/// <summary>The parts of an ARN between the colons, by their place.</summary>
internal enum ArnPart
{
    Partition = 1,
    Service = 2,
    Region = 3,
    Account = 4,
    Resource = 5,
}
