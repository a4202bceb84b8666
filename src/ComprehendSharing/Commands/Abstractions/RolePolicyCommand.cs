// What a role is to reach when Comprehend trains with it. Nothing of it is bound from the pipeline: a person must give it.
using System.ComponentModel;
using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

/// <summary>A cmdlet that writes the policy of a role for a purpose.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RolePolicyCommand : SharingCommand
{
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(PurposeCompleter))]
    public IdentityPolicyPurpose Purpose { get; set; } = IdentityPolicyPurpose.ModelOwner;

    [Parameter]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn? ModelKmsKeyArn { get; set; }

    [Parameter]
    [ValidateNotNull]
    public S3Uri[] InputS3Uri { get; set; } = [];

    [Parameter]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn? InputKmsKeyArn { get; set; }

    [Parameter]
    public S3Uri? OutputS3Uri { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn? OutputKmsKeyArn { get; set; }

    [Parameter]
    [ArgumentCompleter(typeof(KeyArnCompleter))]
    public KeyArn? VolumeKmsKeyArn { get; set; }

    [Parameter]
    [ValidatePattern("^[a-zA-Z0-9-]{1,32}$")]
    public string[] SubnetId { get; set; } = [];

    [Parameter]
    [ValidatePattern("^[a-zA-Z0-9-]{1,32}$")]
    public string[] SecurityGroupId { get; set; } = [];

    /// <summary>What a training of a model uses.</summary>
    /// <exception cref="SharingException"><c>ParameterMissing</c>.</exception>
    private protected TrainingResources Training(ModelArn model) => new()
    {
        Model = model,
        Input = [.. Need(InputS3Uri.Length == 0 ? null : InputS3Uri, nameof(InputS3Uri))],
        InputKey = InputKmsKeyArn,
        Output = OutputKmsKeyArn is null ? OutputS3Uri : Need(OutputS3Uri, nameof(OutputS3Uri)),
        OutputKey = OutputKmsKeyArn,
        VolumeKey = VolumeKmsKeyArn,
        ModelKey = ModelKmsKeyArn,
        Vpc = (SubnetId.Length, SecurityGroupId.Length) switch
        {
            (0, 0) => null,
            (0, _) => throw Errors.ParameterMissing(Purpose.Name, nameof(SubnetId)),
            (_, 0) => throw Errors.ParameterMissing(Purpose.Name, nameof(SecurityGroupId)),
            _ => new VpcConfig([.. SecurityGroupId], [.. SubnetId]),
        },
    };

    /// <summary>A value that the purpose needs.</summary>
    /// <exception cref="SharingException"><c>ParameterMissing</c>: it is null.</exception>
    private protected T Need<T>(T? value, string parameter) where T : class =>
        value ?? throw Errors.ParameterMissing(Purpose.Name, parameter);
}
