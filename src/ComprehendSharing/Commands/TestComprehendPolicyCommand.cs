using System.Management.Automation;
using ComprehendSharing.Binding;
using ComprehendSharing.Findings;
using ComprehendSharing.Identity;

namespace ComprehendSharing.Commands;

[Cmdlet(VerbsDiagnostic.Test, "ComprehendPolicy", DefaultParameterSetName = "Policy")]
[OutputType(typeof(Finding), typeof(bool))]
public sealed class TestComprehendPolicyCommand : SharingCommand
{
    private readonly PolicyCollector _policies = new();

    // With -Quiet: whether all policies so far are sound; null before the first.
    private bool? _isSound;

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Policy")]
    [Alias("ResourcePolicy")]
    [NoFile]
    [AllowEmptyString]
    public object? Policy { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    [Parameter(Position = 1, ParameterSetName = "Policy")]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "Path")]
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = "LiteralPath")]
    public PolicyKind? Kind { get; set; }

    [Parameter]
    public Arn? ResourceArn { get; set; }

    [Parameter]
    public SwitchParameter Quiet { get; set; }

    protected override void ProcessRecord()
    {
        Check(_policies.Add(Policy));
        foreach (string path in Path)
        {
            Guard(path, () => ExpandPath(path).ToList().ForEach(CheckFile));
        }

        foreach (string path in LiteralPath)
        {
            CheckFile(path);
        }
    }

    protected override void EndProcessing()
    {
        Check(_policies.End());
        if (Quiet)
        {
            WriteObject(_isSound == true);
        }
    }

    private void Check(IEnumerable<GivenPolicy> policies)
    {
        foreach (GivenPolicy policy in policies)
        {
            Guard(policy.ResourceArn ?? policy.Text, () =>
            {
                PolicyKind kind = Kind ?? (policy.IsModelPolicy ? PolicyKind.ModelPolicy : throw Errors.PolicyKindMissing());
                Arn? arn = ResourceArn ?? (policy.ResourceArn is null ? null : Arn.Parse(policy.ResourceArn));
                Write(PolicyChecker.Check(policy.Text, kind, arn));
            });
        }
    }

    private void CheckFile(string path) => Guard(path, () =>
    {
        string file = ResolvePath(path);
        Write(PolicyChecker.Check(ReadFile(path), Kind!.Value, ResourceArn).Select(finding => finding with { Document = file }));
    });

    private void Write(IEnumerable<Finding> findings)
    {
        foreach (Finding finding in findings)
        {
            _isSound = _isSound != false && finding.Severity > FindingSeverity.Security;
            if (!Quiet)
            {
                WriteObject(finding);
            }
        }
    }

    private void Guard(object item, Action check)
    {
        bool isChecked = false;
        ForItem(item, () =>
        {
            check();
            isChecked = true;
        });
        _isSound = _isSound != false && isChecked;
    }
}
