// What several operations ask of the form of a request, before they ask who calls.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sandbox;

/// <summary>The form of requests.</summary>
internal static class RequestShape
{
    public const string Invalid = "InvalidRequestException";
    private const int MaxTags = 50;
    private const int MaxTagKey = 128;
    private const int MaxTagValue = 256;

    public static void CheckName(SandboxRequest call, string member, string? name)
    {
        if (name is not null && !ModelArn.IsName(name))
        {
            throw call.Refuse(Invalid, $"Value '{name}' at '{member}' failed to satisfy constraint: Member must have at most {ModelArn.MaxNameLength} characters and satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9])*$");
        }
    }

    public static void CheckRole(SandboxRequest call, RoleArn? role)
    {
        if (role is not null && role.AccountId != call.Caller.AccountId)
        {
            throw call.Refuse(Invalid, $"The role {role} does not belong to the account {call.Caller.AccountId}. Cross-account pass role is not allowed.");
        }
    }

    public static void CheckTags(SandboxRequest call, IReadOnlyDictionary<string, string> tags)
    {
        if (tags.Count > MaxTags)
        {
            throw call.Refuse("TooManyTagsException", $"The request contains {tags.Count} tags, and a resource can have {MaxTags}.");
        }

        if (tags.Any(tag => tag.Key.Length is 0 or > MaxTagKey || tag.Value?.Length > MaxTagValue))
        {
            throw call.Refuse(Invalid, $"A tag has a key of 1 to {MaxTagKey} characters and a value of at most {MaxTagValue}.");
        }
    }

    public static void CheckToken(SandboxRequest call, string token)
    {
        if (!RequestToken.IsValid(token))
        {
            throw call.Refuse(Invalid, $"Value '{token}' at 'clientRequestToken' failed to satisfy constraint: Member must have length between 1 and 64 and satisfy regular expression pattern: ^[a-zA-Z0-9-]+$");
        }
    }
}
