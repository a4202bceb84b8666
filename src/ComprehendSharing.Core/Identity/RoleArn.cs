using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.Identity;

/// <summary>The ARN of an IAM role that Amazon Comprehend assumes: <c>arn:aws:iam::444455556666:role/ComprehendImportRole</c>.</summary>
/// <remarks>
/// 20 to 2,048 characters (API shape IamRoleArn). Compares by value, with case.
/// <see href="https://docs.aws.amazon.com/comprehend/latest/APIReference/API_ImportModel.html">ImportModel, DataAccessRoleArn</see>
/// </remarks>
public sealed record RoleArn
{
    private readonly Arn _arn;

    private RoleArn(Arn arn)
    {
        _arn = arn;
        AccountId = AccountId.Parse(arn.Account);
    }

    /// <summary>The account that owns the role.</summary>
    public AccountId AccountId { get; }

    /// <summary>The role's name, without its path.</summary>
    public string Name => _arn.Resource[(_arn.Resource.LastIndexOf('/') + 1)..];

    /// <summary>The whole ARN, by which it comes back from JSON.</summary>
    public string Value => ToString();

    /// <summary>Reads a role ARN.</summary>
    /// <param name="value">The text of the ARN.</param>
    /// <exception cref="SharingException"><c>InvalidRoleArn</c>: the text is not the ARN of an IAM role.</exception>
    public static RoleArn Parse(string value) =>
        TryParse(value, out RoleArn? arn) ? arn : throw Errors.InvalidRoleArn(value);

    /// <summary>Reads a role ARN if the text is one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="arn">The ARN, or null.</param>
    /// <returns>Whether the text is a role ARN.</returns>
    public static bool TryParse(string? value, [NotNullWhen(true)] out RoleArn? arn)
    {
        bool isRole = Arn.TryParse(value, out Arn? parts, out _)
            && ModelArn.IsPartition(parts.Partition)
            && parts is { Service: "iam", Region: "" }
            && AccountId.TryParse(parts.Account, out _)
            && parts.Resource.StartsWith("role/", StringComparison.Ordinal)
            && !parts.Resource.EndsWith('/')
            && parts.Resource.AsSpan().IndexOfAny('*', '?') < 0;
        arn = isRole ? new RoleArn(Arn.Parse(value!)) : null;
        return isRole;
    }

    /// <summary>The ARN as it was read.</summary>
    public override string ToString() => _arn.ToString();

    /// <summary>The same as an ARN of any resource.</summary>
    public Arn ToArn() => Arn.Parse(Value);

    /// <summary>The same as an ARN of any resource.</summary>
    /// <param name="role">The role.</param>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(role))]
    public static implicit operator Arn?(RoleArn? role) => role?.ToArn();
}
