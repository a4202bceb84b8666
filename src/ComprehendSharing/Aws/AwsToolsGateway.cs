// AWS itself, through the AWS.Tools modules of the user. Credentials, sign-in, proxies and the SDK's retries are theirs.
using System.Collections;
using System.Management.Automation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Aws;

/// <summary>AWS as the caller's AWS.Tools reaches it.</summary>
/// <param name="session">The session and the credentials that were given.</param>
/// <param name="region">The region; AWS.Tools finds it when null.</param>
internal sealed class AwsToolsGateway(AwsToolsSession session, string? region) : IAwsGateway
{
    private const string PolicyName = "default";
    private const string CallerCmdlet = "Get-STSCallerIdentity";

    private readonly AwsToolsCall _call = new(session);

    /// <remarks>
    /// AWS.Tools looks further, at profiles and the metadata of an instance; what it finds there is not known here, and not
    /// needed for a call.
    /// </remarks>
    public string Region => region
        ?? NotEmpty(session.State.PSVariable.GetValue("StoredAWSRegion")?.ToString())
        ?? NotEmpty(Environment.GetEnvironmentVariable("AWS_REGION"))
        ?? throw Errors.AwsRegionMissing();

    public TimeProvider Clock => TimeProvider.System;

    /// <summary>How the time between two calls is spent. A test puts something quicker here.</summary>
    internal static Action<TimeSpan, CancellationToken> Wait { get; set; } = (time, cancellation) => cancellation.WaitHandle.WaitOne(time);

    public void Sleep(TimeSpan time, CancellationToken cancellation)
    {
        Wait(time, cancellation);
        cancellation.ThrowIfCancellationRequested();
    }

    public CallerIdentity? GetCallerIdentity() => _call.HasSecurityToken(CallerCmdlet)
        ? AwsToolsObjects.Caller(One("GetCallerIdentity", AwsToolsModules.SecurityToken, CallerCmdlet))
        : null;

    public ComprehendModel DescribeModel(ModelArn modelArn) => AwsToolsObjects.Model(
        modelArn.Kind == ModelKind.DocumentClassifier
            ? Comprehend("DescribeDocumentClassifier", "Get-COMPDocumentClassifier", ("DocumentClassifierArn", $"{modelArn}"))
            : Comprehend("DescribeEntityRecognizer", "Get-COMPEntityRecognizer", ("EntityRecognizerArn", $"{modelArn}")));

    // AWS.Tools would read all pages before it gives the first back to us. Page by page, who has enough asks for no more.
    public IEnumerable<ComprehendModel> ListModels(ModelKind kind, string? name = null)
    {
        bool isClassifier = kind == ModelKind.DocumentClassifier;
        string cmdlet = isClassifier ? "Get-COMPDocumentClassifierList" : "Get-COMPEntityRecognizerList";
        string filter = isClassifier ? "Filter_DocumentClassifierName" : "Filter_RecognizerName";
        string list = isClassifier ? "DocumentClassifierPropertiesList" : "EntityRecognizerPropertiesList";
        string? token = null;
        do
        {
            IReadOnlyList<PSObject> pages = _call.Run(
                $"List{kind}s",
                AwsToolsModules.Comprehend,
                cmdlet,
                region,
                (filter, name),
                ("NextToken", token),
                ("NoAutoIteration", true),
                ("Select", "*"));
            string? before = token;
            token = null;
            foreach (PSObject page in pages)
            {
                // The same token again would never end.
                token = AwsToolsObjects.Text(page, "NextToken") is { } next && next != before ? next : null;
                foreach (PSObject item in AwsToolsObjects.Items(page, list))
                {
                    yield return AwsToolsObjects.Model(item);
                }
            }
        }
        while (token is not null);
    }

    // AWS answers a model without a policy with success; an imitation of AWS may answer that it found nothing.
    public ResourcePolicyDescription DescribeResourcePolicy(ModelArn modelArn)
    {
        try
        {
            return Run("DescribeResourcePolicy", AwsToolsModules.Comprehend, "Get-COMPResourcePolicy", ("ResourceArn", $"{modelArn}")) is [{ } response, ..]
                ? AwsToolsObjects.ResourcePolicy(response)
                : ResourcePolicyDescription.None;
        }
        catch (AwsServiceException exception) when (exception.Kind == ErrorKind.NotFound)
        {
            DescribeModel(modelArn);
            return ResourcePolicyDescription.None;
        }
    }

    public string PutResourcePolicy(ModelArn modelArn, string policy, string? revisionId) => Comprehend(
        "PutResourcePolicy",
        "Write-COMPResourcePolicy",
        ("ResourceArn", $"{modelArn}"),
        ("ResourcePolicy", policy),
        ("PolicyRevisionId", revisionId),
        ("Force", true)).ToString();

    public void DeleteResourcePolicy(ModelArn modelArn, string? revisionId) => Run(
        "DeleteResourcePolicy",
        AwsToolsModules.Comprehend,
        "Remove-COMPResourcePolicy",
        ("ResourceArn", $"{modelArn}"),
        ("PolicyRevisionId", revisionId),
        ("Force", true));

    public ModelArn ImportModel(ImportModelRequest request) => ModelArn.Parse(Comprehend(
        "ImportModel",
        "Import-COMPModel",
        ("SourceModelArn", $"{request.SourceModelArn}"),
        ("ModelName", request.ModelName),
        ("VersionName", request.VersionName),
        ("ModelKmsKeyId", request.ModelKmsKeyId),
        ("DataAccessRoleArn", request.DataAccessRoleArn?.ToString()),
        ("Tag", Tags(request.Tag)),
        ("Force", true)).ToString());

    public ModelArn CreateModel(CreateModelRequest request)
    {
        TrainingData data = request.InputDataConfig;
        (string, object?)[] common =
        [
            ("VersionName", request.VersionName),
            ("DataAccessRoleArn", $"{request.DataAccessRoleArn}"),
            ("LanguageCode", request.LanguageCode),
            ("InputDataConfig_DataFormat", data.DataFormat),
            ("InputDataConfig_AugmentedManifest", Manifest(data)),
            ("VolumeKmsKeyId", request.VolumeKmsKeyId),
            ("ModelKmsKeyId", request.ModelKmsKeyId),
            ("VpcConfig_SecurityGroupId", request.VpcConfig?.SecurityGroupId.ToArray()),
            ("VpcConfig_Subnet", request.VpcConfig?.Subnet.ToArray()),
            ("ModelPolicy", request.ModelPolicy),
            ("Tag", Tags(request.Tag)),
            ("ClientRequestToken", request.ClientRequestToken),
            ("Force", true),
        ];
        return ModelArn.Parse((request.Kind == ModelKind.DocumentClassifier
            ? Comprehend(
                request.Operation,
                "New-COMPDocumentClassifier",
                [
                    ("DocumentClassifierName", request.ModelName),
                    ("InputDataConfig_S3Uri", Manifest(data) is null ? data.S3Uri?.Value : null),
                    ("Mode", request.Mode),
                    ("OutputDataConfig_S3Uri", request.OutputS3Uri?.Value),
                    ("OutputDataConfig_KmsKeyId", request.OutputKmsKeyId),
                    .. common,
                ])
            : Comprehend(
                request.Operation,
                "New-COMPEntityRecognizer",
                [
                    ("RecognizerName", request.ModelName),
                    ("InputDataConfig_EntityType", Tables(data.EntityType.Select(type => new Hashtable { ["Type"] = type }))),
                    ("Documents_S3Uri", data.DocumentS3Uri?.Value),
                    ("Annotations_S3Uri", data.AnnotationS3Uri?.Value),
                    ("EntityList_S3Uri", data.EntityListS3Uri?.Value),
                    .. common,
                ])).ToString());
    }

    public string CreateEndpoint(CreateEndpointRequest request) => Comprehend(
        "CreateEndpoint",
        "New-COMPEndpoint",
        ("EndpointName", request.EndpointName),
        ("ModelArn", $"{request.ModelArn}"),
        ("DesiredInferenceUnit", request.DesiredInferenceUnits),
        ("DataAccessRoleArn", request.DataAccessRoleArn?.ToString()),
        ("Tag", Tags(request.Tag)),
        ("ClientRequestToken", request.ClientRequestToken),
        ("Force", true)).ToString();

    public ComprehendEndpoint DescribeEndpoint(string endpointArn) =>
        AwsToolsObjects.Endpoint(Comprehend("DescribeEndpoint", "Get-COMPEndpoint", ("EndpointArn", endpointArn)));

    public KeyDescription DescribeKey(string keyId) =>
        AwsToolsObjects.Key(One("DescribeKey", AwsToolsModules.KeyManagement, "Get-KMSKey", ("KeyId", keyId)));

    public string GetKeyPolicy(KeyArn keyArn) => One(
        "GetKeyPolicy", AwsToolsModules.KeyManagement, "Get-KMSKeyPolicy", ("KeyId", $"{keyArn}"), ("PolicyName", PolicyName)).ToString();

    public void PutKeyPolicy(KeyArn keyArn, string policy) => Run(
        "PutKeyPolicy",
        AwsToolsModules.KeyManagement,
        "Write-KMSKeyPolicy",
        ("KeyId", $"{keyArn}"),
        ("PolicyName", PolicyName),
        ("Policy", policy),
        ("Force", true));

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

    // PowerShell makes the SDK's objects of tables.
    private static Hashtable[]? Tags(IReadOnlyDictionary<string, string> tags) =>
        Tables(tags.Select(tag => new Hashtable { ["Key"] = tag.Key, ["Value"] = tag.Value }));

    private static Hashtable[]? Manifest(TrainingData data) => data.AttributeName.Count == 0
        ? null
        : [new Hashtable { ["S3Uri"] = data.S3Uri?.Value, ["AttributeNames"] = data.AttributeName.ToArray() }];

    private static Hashtable[]? Tables(IEnumerable<Hashtable> tables) => tables.ToArray() is { Length: > 0 } some ? some : null;

    private PSObject Comprehend(string operation, string cmdlet, params (string Name, object? Value)[] parameter) =>
        One(operation, AwsToolsModules.Comprehend, cmdlet, parameter);

    private PSObject One(string operation, string module, string cmdlet, params (string Name, object? Value)[] parameter) =>
        Run(operation, module, cmdlet, parameter) is [{ } answer, ..]
            ? answer
            : throw Errors.AwsToolsFailed(operation, "It answered nothing", cmdlet);

    private IReadOnlyList<PSObject> Run(string operation, string module, string cmdlet, params (string Name, object? Value)[] parameter) =>
        _call.Run(operation, module, cmdlet, region, parameter);
}
