using System.Diagnostics.CodeAnalysis;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>A model that a dry run does not train, with the request that would ask for it, so that policies can be asked about it.</summary>
public sealed record PlannedModel : ComprehendModel
{
    /// <summary>Takes over the data of a model and of a request.</summary>
    /// <param name="model">The model.</param>
    /// <param name="caller">Who would ask; null when that is not known.</param>
    /// <param name="request">The request.</param>
    [SetsRequiredMembers]
    public PlannedModel(ComprehendModel model, PolicyPrincipal? caller, AccessRequest request)
        : base(model)
    {
        ArgumentNullException.ThrowIfNull(request);
        Caller = caller;
        Action = request.Action;
        Resource = request.Resource;
        Context = request.Context;
    }

    /// <summary>Who would ask; null where AWS.Tools cannot tell, for want of AWS.Tools.SecurityToken.</summary>
    /// <remarks>Not Principal: that is whom a policy is to authorise, in all cmdlets behind it in a pipeline.</remarks>
    public PolicyPrincipal? Caller { get; }

    /// <summary>What for: <c>comprehend:CreateDocumentClassifier</c> or <c>comprehend:CreateEntityRecognizer</c>.</summary>
    public string Action { get; }

    /// <summary>The ARN that the model would get.</summary>
    public string Resource { get; }

    /// <summary>The condition keys of the request.</summary>
    public RequestContext Context { get; }
}
