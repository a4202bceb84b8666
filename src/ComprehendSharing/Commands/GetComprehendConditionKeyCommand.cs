using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.ConditionKeys;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsCommon.Get, "ComprehendConditionKey")]
[OutputType(typeof(ConditionKeyUse))]
public sealed class GetComprehendConditionKeyCommand : SharingCommand
{
    private readonly HashSet<ConditionKeyUse> _found = [];

    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ComprehendActionCompleter))]
    public string[] Action { get; set; } = ["*"];

    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ConditionKeyCompleter))]
    public string[] Key { get; set; } = ["*"];

    protected override void ProcessRecord()
    {
        foreach (string action in Action)
        {
            foreach (string key in Key)
            {
                ForItem(null, () => Write(action, key));
            }
        }
    }

    // Two patterns may fit the same.
    private void Write(string action, string key) =>
        WriteObject(ConditionKeyTable.FindUses(action, key).Where(_found.Add), enumerateCollection: true);
}
