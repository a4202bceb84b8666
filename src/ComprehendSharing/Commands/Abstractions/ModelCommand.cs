using System.ComponentModel;
using System.Management.Automation;
using ComprehendSharing.Aws;
using ComprehendSharing.Binding;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Commands;

/// <summary>A cmdlet that does something on AWS for each model version that it is given.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModelCommand : AwsCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ResourceArn", "DocumentClassifierArn", "EntityRecognizerArn")]
    [ArgumentCompleter(typeof(ModelArnCompleter))]
    public ModelArn[] ModelArn { get; set; } = [];

    private protected abstract void ProcessModel(ModelArn arn);

    protected override void ProcessRecord()
    {
        foreach (ModelArn arn in ModelArn)
        {
            ForItem(arn, () => ProcessModel(arn));
        }
    }

    /// <summary>The use case of a gateway: one for all models of a region, since it remembers what it has asked.</summary>
    private protected T UseCase<T>(Dictionary<IAwsGateway, T> known, ModelArn arn, Func<IAwsGateway, T> make)
    {
        IAwsGateway gateway = Connect(arn.Region);
        if (!known.TryGetValue(gateway, out T? useCase))
        {
            useCase = make(gateway);
            known.Add(gateway, useCase);
        }

        return useCase;
    }
}
