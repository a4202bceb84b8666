// A page of a list. AWS sees one call for each.
using System.Globalization;
using System.Text;
using ComprehendSharing.Aws;
using ComprehendSharing.Identity;
using ComprehendSharing.Sharing;

namespace Amazon.PowerShell.Cmdlets.COMP;

internal sealed record ModelPage(
    string Operation, ModelKind Kind, string? Name, Amazon.Comprehend.ModelStatus? Status, DateTime? SubmittedAfter, DateTime? SubmittedBefore)
{
    /// <summary>How many items were asked for.</summary>
    public required int MaxResults { get; init; }

    /// <summary>How many are given at most.</summary>
    public required int PageSize { get; init; }

    public string? Token { get; init; }

    public (IReadOnlyList<ComprehendModel> Models, string? NextToken) Read(IAwsGateway aws)
    {
        if (MaxResults is < 1 or > 500)
        {
            throw new AwsServiceException(Operation, "ValidationException", $"Value '{MaxResults}' at 'maxResults' must be between 1 and 500");
        }

        object?[] filters = [Name, Status, SubmittedAfter, SubmittedBefore];
        if (filters.Count(filter => filter is not null) > 1)
        {
            throw new AwsServiceException(Operation, "InvalidFilterException", "You can only set one filter at a time.");
        }

        int start = ReadToken();
        List<ComprehendModel> all = [.. aws.ListModels(Kind, Name).Where(IsWanted)];
        int end = Math.Min(all.Count, start + Math.Min(MaxResults, PageSize));
        return ([.. all.Take(end).Skip(start)], end < all.Count ? WriteToken(end) : null);
    }

    private bool IsWanted(ComprehendModel model) =>
        (Status is null || model.Status == Status.Value)
        && (SubmittedAfter is null || model.SubmitTime?.UtcDateTime > SubmittedAfter.Value.ToUniversalTime())
        && (SubmittedBefore is null || model.SubmitTime?.UtcDateTime < SubmittedBefore.Value.ToUniversalTime());

    private string WriteToken(int start) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Operation} {start}"));

    private int ReadToken()
    {
        if (string.IsNullOrEmpty(Token))
        {
            return 0;
        }

        byte[] bytes = new byte[Token.Length];
        string text = Convert.TryFromBase64String(Token, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : string.Empty;
        return text.StartsWith(Operation + ' ', StringComparison.Ordinal)
            ? int.Parse(text[Operation.Length..], CultureInfo.InvariantCulture)
            : throw new AwsServiceException(Operation, "InvalidRequestException", "The NextToken is not valid.");
    }
}
