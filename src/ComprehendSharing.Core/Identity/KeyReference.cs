namespace ComprehendSharing.Identity;

/// <summary>A KMS key as the Comprehend API names it: by key ARN or by key id, never by alias.</summary>
/// <remarks>
/// An id means a key of the account and region that are asked. Compares by value, with case.
/// <see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_ImportModel.html">ImportModel, ModelKmsKeyId</see>
/// </remarks>
public sealed record KeyReference
{
    private KeyReference(string value) => Value = value;

    /// <summary>The ARN or id as it was read.</summary>
    public string Value { get; }

    /// <summary>The key's id, without the rest of an ARN.</summary>
    public string KeyId => KeyArn.TryParse(Value, out KeyArn? arn) ? arn.KeyId : Value;

    /// <summary>Reads a key ARN or key id.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="SharingException"><c>KeyAliasNotSupported</c>: it names an alias. <c>InvalidKeyArn</c>: it is neither.</exception>
    public static KeyReference Parse(string value) =>
        KeyArn.IsKeyId(value) ? new KeyReference(value) : new KeyReference(KeyArn.Parse(value).Value);

    /// <summary>The ARN or id as it was read.</summary>
    public override string ToString() => Value;
}
