namespace Amazon.Comprehend.Model;

/// <summary>A type that a recognizer learns.</summary>
public class EntityTypesListItem
{
    public string? Type { get; set; }
}
