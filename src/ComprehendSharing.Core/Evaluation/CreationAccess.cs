// What the caller of a Create operation needs. The condition keys are those of the Service Authorization Reference; that a key
// is compared as the caller wrote it, and that tags need comprehend:TagResource too, are assumptions.
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Evaluation;

/// <summary>The requests that IAM decides when a model is trained or an endpoint is made.</summary>
/// <remarks><see href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoncomprehend.html">Actions, resources, and condition keys for Amazon Comprehend</see></remarks>
internal static class CreationAccess
{
    /// <summary>The creation itself first, then what it brings with it.</summary>
    public static IReadOnlyList<AccessRequest> Requests(PolicyPrincipal caller, ModelArn model, CreateModelRequest request)
    {
        RequestContext context = ImportUse.Tags(request.Tag);
        foreach ((string key, IReadOnlyList<string> values) in new (string, IReadOnlyList<string>)[]
        {
            ("comprehend:VolumeKmsKey", One(request.VolumeKmsKeyId)),
            ("comprehend:ModelKmsKey", One(request.ModelKmsKeyId)),
            ("comprehend:OutputKmsKey", One(request.OutputKmsKeyId)),
            ("comprehend:VpcSecurityGroupIds", request.VpcConfig?.SecurityGroupId ?? []),
            ("comprehend:VpcSubnets", request.VpcConfig?.Subnet ?? []),
        })
        {
            context = values.Count == 0 ? context : context.With(key, values);
        }

        return
        [
            new AccessRequest(caller, $"comprehend:{request.Operation}", model.Value, context),
            .. PassRole(caller, request.DataAccessRoleArn),
            .. TagResource(caller, model, request.Tag),
        ];
    }

    /// <summary>The creation itself first, on the model and on the endpoint, then what it brings with it.</summary>
    public static IReadOnlyList<AccessRequest> Requests(PolicyPrincipal caller, CreateEndpointRequest request) =>
    [
        new AccessRequest(caller, "comprehend:CreateEndpoint", request.ModelArn.Value, ImportUse.Tags(request.Tag)),
        new AccessRequest(caller, "comprehend:CreateEndpoint", request.EndpointArn, ImportUse.Tags(request.Tag)),
        .. PassRole(caller, request.DataAccessRoleArn),
        .. TagResource(caller, Arn.Parse(request.EndpointArn), request.Tag),
    ];

    private static IReadOnlyList<string> One(string? value) => value is null ? [] : [value];

    private static IEnumerable<AccessRequest> PassRole(PolicyPrincipal caller, RoleArn? role) =>
        role is null ? [] : [ImportUse.PassRole(caller, role)];

    private static IEnumerable<AccessRequest> TagResource(PolicyPrincipal caller, Arn made, IReadOnlyDictionary<string, string> tags) =>
        tags.Count == 0 ? [] : [ImportUse.TagResource(caller, made, tags)];
}
