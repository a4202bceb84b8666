using System.Management.Automation;
using ComprehendSharing.Sharing;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsData.Import, "ComprehendShareBundle")]
[OutputType(typeof(ShareBundle))]
public sealed class ImportComprehendShareBundleCommand : SharingCommand
{
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            ForItem(path, () => WriteObject(ShareBundleFile.Read(ReadFile(path))));
        }
    }
}
