namespace ComprehendSharing.Binding;

/// <summary>Completes the actions that sharing and importing a model take.</summary>
public sealed class ActionCompleter : TextCompleter
{
    private static readonly (string, string)[] s_actions =
    [
        ("comprehend:ImportModel", "Copy a model version of another account"),
        ("comprehend:DescribeResourcePolicy", "See who may import a model version"),
        ("comprehend:PutResourcePolicy", "Let others import a model version"),
        ("comprehend:DeleteResourcePolicy", "Let nobody else import a model version"),
        ("comprehend:DescribeDocumentClassifier", "See a classifier"),
        ("comprehend:DescribeEntityRecognizer", "See a recognizer"),
        ("comprehend:ListDocumentClassifiers", "List the classifiers"),
        ("comprehend:ListEntityRecognizers", "List the recognizers"),
        ("comprehend:TagResource", "Put tags on a model"),
        ("iam:PassRole", "Hand a role to Comprehend"),
        ("kms:CreateGrant", "Let Comprehend use a key"),
        ("kms:Decrypt", "Decrypt what is under a key"),
        ("kms:DescribeKey", "See a key"),
        ("kms:GenerateDataKey", "Encrypt under a key"),
        ("kms:GetKeyPolicy", "See who may use a key"),
        ("kms:PutKeyPolicy", "Let others use a key"),
        ("sts:AssumeRole", "Act as a role"),
    ];

    private protected override IEnumerable<(string Text, string ToolTip)> Candidates() => s_actions;
}
