// What a cmdlet of ours hands over to AWS.Tools: the session it runs in, and its common parameters as they were given.
using System.Management.Automation;

namespace ComprehendSharing.Aws;

/// <summary>The session that AWS.Tools is called in.</summary>
/// <param name="State">The caller's session.</param>
/// <param name="CommonParameter">The common parameters that were given, by the names of AWS.Tools, without the region.</param>
/// <param name="Warn">Passes a warning of AWS.Tools on.</param>
/// <param name="Cancellation">Stops a call that is under way.</param>
internal sealed record AwsToolsSession(
    SessionState State, IReadOnlyDictionary<string, object> CommonParameter, Action<string> Warn, CancellationToken Cancellation)
{
    private static readonly string[] s_secrets = ["AccessKey", "SecretKey", "SessionToken"];

    /// <summary>The profile that was asked for; null when none was.</summary>
    public string? ProfileName => CommonParameter.GetValueOrDefault("ProfileName") as string;

    /// <summary>Takes the secrets of the parameters out of a text. AWS puts none into its messages; a proxy or a mock may.</summary>
    public string WithoutSecrets(string text) => s_secrets
        .Select(name => CommonParameter.GetValueOrDefault(name) as string)
        .Where(secret => !string.IsNullOrEmpty(secret))
        .Aggregate(text, (shown, secret) => shown.Replace(secret!, "***", StringComparison.Ordinal));
}
