using ComprehendSharing.Policies;

namespace ComprehendSharing.Sandbox;

/// <summary>Something that goes wrong in a sandbox, once.</summary>
public sealed record SandboxFault
{
    internal static readonly string[] KeyOperations = ["DescribeKey", "GetKeyPolicy", "PutKeyPolicy"];

    internal static readonly string[] Operations =
    [
        .. KeyOperations,
        "GetCallerIdentity",
        "DescribeDocumentClassifier",
        "DescribeEntityRecognizer",
        "ListDocumentClassifiers",
        "ListEntityRecognizers",
        "DescribeResourcePolicy",
        "PutResourcePolicy",
        "DeleteResourcePolicy",
        "ImportModel",
        "CreateDocumentClassifier",
        "CreateEntityRecognizer",
        "CreateEndpoint",
        "DescribeEndpoint",
    ];

    /// <summary>Makes a fault.</summary>
    /// <param name="operation">The API operation that it befalls, such as <c>PutKeyPolicy</c>.</param>
    /// <param name="call">Which call of that operation, from 1, counted from when the fault is added.</param>
    /// <param name="kind">What happens.</param>
    /// <param name="policy">The other writer's key policy; for ChangeKeyPolicy, and for nothing else.</param>
    /// <exception cref="ArgumentException">These do not go together.</exception>
    /// <exception cref="DocumentFormatException"><c>InvalidPolicy</c>: the policy is none.</exception>
    public SandboxFault(string operation, int call, SandboxFaultKind kind, string? policy = null)
    {
        if (Refuse(operation, call, kind, policy) is { } problem)
        {
            throw new ArgumentException(problem);
        }

        Operation = operation;
        Call = call;
        Kind = kind;
        Policy = policy is null ? null : PolicyDocument.Parse(policy).ToJson();
    }

    /// <summary>The API operation.</summary>
    public string Operation { get; }

    /// <summary>Which call of that operation, from 1.</summary>
    public int Call { get; }

    /// <summary>What happens.</summary>
    public SandboxFaultKind Kind { get; }

    /// <summary>The other writer's key policy; null but for ChangeKeyPolicy.</summary>
    public string? Policy { get; }

    /// <summary>What is wrong with a fault; null when nothing is.</summary>
    internal static string? Refuse(string operation, int call, SandboxFaultKind kind, string? policy) => kind switch
    {
        _ when !Operations.Contains(operation) => $"expected an operation, one of {string.Join(", ", Operations)}, found '{operation}'",
        _ when call < 1 => $"calls are counted from 1, found {call}",
        SandboxFaultKind.StaleKeyPolicy when operation != "GetKeyPolicy" => "StaleKeyPolicy can befall only GetKeyPolicy",
        SandboxFaultKind.ChangeKeyPolicy when !KeyOperations.Contains(operation) =>
            $"ChangeKeyPolicy can befall only {string.Join(", ", KeyOperations)}",
        SandboxFaultKind.ChangeKeyPolicy when policy is null => "ChangeKeyPolicy needs the other writer's \"policy\"",
        not SandboxFaultKind.ChangeKeyPolicy when policy is not null => "only ChangeKeyPolicy has a \"policy\"",
        _ => null,
    };
}
