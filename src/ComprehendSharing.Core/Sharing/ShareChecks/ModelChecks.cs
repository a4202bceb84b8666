namespace ComprehendSharing.Sharing.ShareChecks;

/// <summary>The checks of the model itself.</summary>
internal static class ModelChecks
{
    public static IEnumerable<ShareCheck> Run(CheckSubject subject, ShareFacts facts) =>
        [Region(subject, facts), Exists(subject, facts), Version(subject), Status(subject, facts)];

    private static ShareCheck Region(CheckSubject subject, ShareFacts facts) => facts.Region == subject.Model.Region
        ? subject.Pass(ShareCheckName.Region, $"The model is in {facts.Region}, where it is asked for and where it must be imported.")
        : subject.Fail(
            ShareCheckName.Region,
            $"The model {subject.Model} is in {subject.Model.Region}, and can be neither found nor imported in {facts.Region}.",
            $"Leave out -Region, or give {subject.Model.Region}.");

    private static ShareCheck Exists(CheckSubject subject, ShareFacts facts) => facts.Model switch
    {
        { Value: not null } => subject.Pass(ShareCheckName.ModelExists, $"Comprehend knows the model {subject.Model}."),
        { IsMissing: true } => subject.Fail(ShareCheckName.ModelExists, facts.Model.Unknown, facts.Model.Remedy),
        _ => subject.NotChecked(ShareCheckName.ModelExists, facts.Model),
    };

    private static ShareCheck Version(CheckSubject subject) => subject.Model.HasVersion
        ? subject.Pass(ShareCheckName.ModelVersion, $"The ARN names the version {subject.Model.VersionName}.")
        : subject.Warn(
            ShareCheckName.ModelVersion,
            $"The ARN {subject.Model} names no version, and AWS's guide shares only versions.",
            "Train a version of the model and share that, or try the import.");

    private static ShareCheck Status(CheckSubject subject, ShareFacts facts) => facts.Model.Value switch
    {
        null => subject.NotChecked(ShareCheckName.ModelStatus, facts.Model),
        { } model when ModelStatus.IsReady(model.Status) => subject.Pass(ShareCheckName.ModelStatus, $"The model is {model.Status}."),
        { } model when ModelStatus.IsPending(model.Status) => subject.Fail(
            ShareCheckName.ModelStatus,
            $"The model {subject.Model} is {model.Status}, and only a {ModelStatus.Trained} model can be imported.",
            $"Wait for it with Wait-ComprehendModel -ModelArn {subject.Model}."),
        { } model => subject.Fail(
            ShareCheckName.ModelStatus,
            $"The model {subject.Model} is {model.Status}, and only a {ModelStatus.Trained} model can be imported.",
            "Train a new version and share that."),
    };
}
