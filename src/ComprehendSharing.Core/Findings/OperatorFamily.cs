namespace ComprehendSharing.Findings;

/// <summary>What a condition operator compares.</summary>
internal enum OperatorFamily
{
    Text,
    Number,
    Date,
    Bool,
    Binary,
    IPAddress,
    Arn,
    Null,
}
