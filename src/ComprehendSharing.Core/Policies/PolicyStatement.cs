// A statement, and its text. The text is what counts: elements that nobody here understands live in it.
namespace ComprehendSharing.Policies;

/// <summary>One statement of a policy.</summary>
/// <remarks>
/// Elements that the statement does not have are empty lists. Two statements are equal when their texts are; use
/// <see cref="PolicyComparer"/> for equality of meaning.
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_statement.html">Statement</see>
/// </remarks>
public sealed record PolicyStatement
{
    private string? _text;

    /// <summary>Makes a statement; set its elements.</summary>
    public PolicyStatement()
    {
    }

    // What "with" calls: the text belongs to the elements as they were, so a changed copy is written anew.
    private PolicyStatement(PolicyStatement original)
    {
        Sid = original.Sid;
        Effect = original.Effect;
        Principal = original.Principal;
        NotPrincipal = original.NotPrincipal;
        Action = original.Action;
        NotAction = original.NotAction;
        Resource = original.Resource;
        NotResource = original.NotResource;
        Condition = original.Condition;
        UnknownMember = original.UnknownMember;
    }

    /// <summary>The statement's label; null when it has none. KMS allows spaces in it.</summary>
    public string? Sid { get; init; }

    /// <summary>Allow or Deny.</summary>
    public required PolicyEffect Effect { get; init; }

    /// <summary>Whom it is about.</summary>
    public ValueList<PrincipalEntry> Principal { get; init; } = [];

    /// <summary>Whom it is not about: all others are meant.</summary>
    public ValueList<PrincipalEntry> NotPrincipal { get; init; } = [];

    /// <summary>The actions, which may have wildcards.</summary>
    public ValueList<string> Action { get; init; } = [];

    /// <summary>The actions that are not meant.</summary>
    public ValueList<string> NotAction { get; init; } = [];

    /// <summary>The resources, which may have wildcards.</summary>
    public ValueList<string> Resource { get; init; } = [];

    /// <summary>The resources that are not meant.</summary>
    public ValueList<string> NotResource { get; init; } = [];

    /// <summary>The conditions, all of which must hold.</summary>
    public ValueList<PolicyCondition> Condition { get; init; } = [];

    /// <summary>Members that IAM does not define, as <c>"name":value</c> in one line; they are kept.</summary>
    public ValueList<string> UnknownMember { get; init; } = [];

    internal string? SourceText
    {
        init => _text = value;
    }

    /// <summary>The statement's JSON: as it was read, or indented when it was made here.</summary>
    public string ToJson() => _text ??= PolicyWriter.WriteStatement(this, indented: true);

    /// <inheritdoc/>
    public bool Equals(PolicyStatement? other) => other is not null && ToJson() == other.ToJson();

    /// <inheritdoc/>
    public override int GetHashCode() => ToJson().GetHashCode(StringComparison.Ordinal);

    /// <summary>The statement's JSON.</summary>
    public override string ToString() => ToJson();
}
