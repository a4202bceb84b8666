using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.New, "ComprehendKmsStatement")]
[OutputType(typeof(PolicyStatement))]
public sealed class NewComprehendKmsStatementCommand : SharingCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "DocumentClassifierArn", "EntityRecognizerArn")]
    public ModelArn[] ModelArn { get; set; } = [];

    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AccountIdLiteral]
    public PolicyPrincipal[] Principal { get; set; } = [];

    [Parameter]
    public KeyAccessScope Scope { get; set; }

    [Parameter]
    public KmsStatementForm Form { get; set; }

    protected override void ProcessRecord()
    {
        foreach (ModelArn arn in ModelArn)
        {
            ForItem(arn, () => WriteStatements(arn));
        }
    }

    private void WriteStatements(ModelArn arn)
    {
        if (Scope == KeyAccessScope.Service)
        {
            WriteWarning(
                "The scope Service lets the principals decrypt every Comprehend model under the key, of any account. "
                + "-Scope ModelVersion is the narrowest.");
        }

        WriteObject(KmsStatementTemplate.Create(Principal, [arn], Scope, Form), enumerateCollection: true);
    }
}
