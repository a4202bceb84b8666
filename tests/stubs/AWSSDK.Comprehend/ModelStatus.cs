using Amazon.Runtime;

namespace Amazon.Comprehend;

/// <summary>Where a model is in its life.</summary>
public class ModelStatus : ConstantClass
{
    public static readonly ModelStatus SUBMITTED = new("SUBMITTED");
    public static readonly ModelStatus TRAINING = new("TRAINING");
    public static readonly ModelStatus DELETING = new("DELETING");
    public static readonly ModelStatus STOP_REQUESTED = new("STOP_REQUESTED");
    public static readonly ModelStatus STOPPED = new("STOPPED");
    public static readonly ModelStatus IN_ERROR = new("IN_ERROR");
    public static readonly ModelStatus TRAINED = new("TRAINED");
    public static readonly ModelStatus TRAINED_WITH_WARNING = new("TRAINED_WITH_WARNING");

    public ModelStatus(string value)
        : base(value)
    {
    }

    public static ModelStatus FindValue(string value) => FindValue<ModelStatus>(value);

    public static implicit operator ModelStatus(string value) => FindValue(value);
}
