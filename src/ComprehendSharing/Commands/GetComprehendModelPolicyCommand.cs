using System.Management.Automation;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Get, "ComprehendModelPolicy")]
[OutputType(typeof(ModelPolicy))]
public sealed class GetComprehendModelPolicyCommand : ModelCommand
{
    private protected override void ProcessModel(ModelArn arn) =>
        WriteObject(new ModelPolicyReader(Connect(arn.Region)).Read(arn));
}
