namespace ComprehendSharing.Tests.Identity;

/// <summary>Values that no type of this folder accepts, whatever it is for.</summary>
internal static class HostileText
{
    public static TheoryData<string?> Values { get; } = new()
    {
        (string?)null,
        string.Empty,
        " ",
        "\n",
        "\0",
        "\u001b[2J",
        "arn",
        "arn:",
        ":::::",
        "arn:aws:iam::111122223333",
        "arn:aws:::::",
        "arn::iam::111122223333:root",
        "ARN:AWS:IAM::111122223333:ROOT",
        "arn:aws:s3:::bucket",
        "arn:aws:lambda:us-west-2:111122223333:function:f",
        "arn:aws:iam::aws:policy/AdministratorAccess",
        "name-of-something",
        "\ud800",
        new string('a', 100_000),
        new string('1', 100_000),
        new string(':', 100_000),
        "arn:aws:iam::111122223333:role/" + new string('r', 100_000),
        "arn:aws:kms:us-west-2:111122223333:key/" + new string('a', 100_000),
        new string('a', 100_000) + ".amazonaws.com",
    };
}
