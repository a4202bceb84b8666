using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace ComprehendSharing.Identity;

/// <summary>The id of an AWS account: 12 decimal digits, leading zeros included.</summary>
/// <remarks>
/// A text, not a number: 012345678901 as a number has lost its first digit. Compares by value.
/// <see href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html">AWS account identifiers</see>
/// </remarks>
public sealed record AccountId
{
    /// <summary>The number of digits.</summary>
    public const int Length = 12;

    private AccountId(string value) => Value = value;

    /// <summary>Always fails: a number has lost the leading zeros of an account id.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="SharingException"><c>AccountIdNotQuoted</c>, always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AccountId(long value) => throw Errors.AccountIdNotQuoted(value);

    /// <summary>The 12 digits.</summary>
    public string Value { get; }

    /// <summary>Reads an account id.</summary>
    /// <param name="value">12 decimal digits.</param>
    /// <exception cref="SharingException"><c>InvalidAccountId</c>: it is anything else.</exception>
    public static AccountId Parse(string value) =>
        TryParse(value, out AccountId? id) ? id : throw Errors.InvalidAccountId(value);

    /// <summary>Reads an account id if the text is one.</summary>
    /// <param name="value">The text.</param>
    /// <param name="accountId">The account id, or null.</param>
    /// <returns>Whether the text is an account id.</returns>
    public static bool TryParse(string? value, [NotNullWhen(true)] out AccountId? accountId)
    {
        bool isId = value?.Length == Length && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
        accountId = isId ? new AccountId(value!) : null;
        return isId;
    }

    /// <summary>The 12 digits.</summary>
    public override string ToString() => Value;
}
