using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

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

    /// <summary>Takes a number, as PowerShell makes of digits without quotes, when it cannot have lost leading zeros.</summary>
    /// <param name="value">A number of 12 digits.</param>
    /// <exception cref="SharingException"><c>AccountIdNotQuoted</c>: it has fewer or more.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public AccountId(long value) => Value = FromNumber(value);

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

    internal static string FromNumber(long value) =>
        value is >= 100_000_000_000 and <= 999_999_999_999
            ? value.ToString(CultureInfo.InvariantCulture)
            : throw Errors.AccountIdNotQuoted(value);

    /// <summary>The 12 digits.</summary>
    public override string ToString() => Value;
}
