namespace ComprehendSharing.Evaluation;

/// <summary>Tells afterwards how a decision came about.</summary>
internal interface IDecisionStory
{
    string Reason(AccessRequest request);

    ValueList<AccessExplanation> Explain(AccessRequest request);
}
