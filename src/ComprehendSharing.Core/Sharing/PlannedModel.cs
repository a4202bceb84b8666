using System.Diagnostics.CodeAnalysis;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Sharing;

/// <summary>A model that a dry run does not train, with the request that would ask for it, so that policies can be asked about it.</summary>
public sealed record PlannedModel : ComprehendModel
{
    /// <summary>Takes over the data of a model and of a request.</summary>
    /// <param name="model">The model.</param>
    /// <param name="principal">Who would ask; null when that is not known.</param>
    /// <param name="request">The request.</param>
    [SetsRequiredMembers]
    public PlannedModel(ComprehendModel model, PolicyPrincipal? principal, AccessRequest request)
        : base(model)
    {
        ArgumentNullException.ThrowIfNull(request);
        Principal = principal;
        Action = request.Action;
        Resource = request.Resource;
        Context = request.Context;
    }

    /// <summary>Who would ask; null where AWS.Tools cannot tell, for want of AWS.Tools.SecurityToken.</summary>
    public PolicyPrincipal? Principal { get; }

    /// <summary>What for: <c>comprehend:CreateDocumentClassifier</c> or <c>comprehend:CreateEntityRecognizer</c>.</summary>
    public string Action { get; }

    /// <summary>The ARN that the model would get.</summary>
    public string Resource { get; }

    /// <summary>The condition keys of the request.</summary>
    public RequestContext Context { get; }
}
