// The same use cases as the cmdlets', in the order of the README's pipeline. The first step that fails is the last.
using ComprehendSharing.Aws;
using ComprehendSharing.Evaluation;
using ComprehendSharing.Identity;
using ComprehendSharing.Policies;
using ComprehendSharing.Sandbox;
using ComprehendSharing.Sharing;
using ComprehendSharing.Templates;

namespace ComprehendSharing.Rehearsal;

/// <summary>Rehearses one scenario.</summary>
internal sealed class RehearsalRun
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(15);

    private readonly SandboxRehearsal _rehearsal;
    private readonly IAwsGateway _owner;
    private readonly IAwsGateway _importer;
    private readonly RehearsalOutcome _outcome;

    public RehearsalRun(SandboxScenario scenario)
    {
        _rehearsal = scenario.Rehearsal ?? throw Errors.NothingToRehearse();
        SandboxAws sandbox = new(scenario);
        _owner = sandbox.Connect(_rehearsal.OwnerProfile, _rehearsal.ModelArn.Region);
        _importer = sandbox.Connect(_rehearsal.ImporterProfile, _rehearsal.ImportRegion ?? _rehearsal.ModelArn.Region);
        _outcome = new RehearsalOutcome { ModelArn = _rehearsal.ModelArn };
    }

    public RehearsalOutcome Run()
    {
        _ = Step("Set the resource policy", _rehearsal.OwnerProfile, SetPolicy)
            && Step("Open the key", _rehearsal.OwnerProfile, OpenKey)
            && Step("Hand over", _rehearsal.OwnerProfile, HandOver)
            && Step("Import", _rehearsal.ImporterProfile, Import)
            && Step("Wait until it is trained", _rehearsal.ImporterProfile, Wait);
        return _outcome;
    }

    private bool Step(string name, string caller, Func<(string Detail, IReadOnlyList<string> Warnings)> action)
    {
        try
        {
            (string detail, IReadOnlyList<string> warnings) = action();
            _outcome.Steps.Add(new RehearsalStep(name, caller, detail, Warnings: warnings));
            return true;
        }
        catch (SharingException exception)
        {
            _outcome.Steps.Add(new RehearsalStep(name, caller, exception.Cause, exception));
            return false;
        }
    }

    private (string, IReadOnlyList<string>) SetPolicy()
    {
        ModelPolicySetter setter = new(_owner);
        _outcome.ModelPolicyBefore = new ModelPolicyReader(_owner).Read(_rehearsal.ModelArn).Document?.ToJson();
        PolicyDocument document = ModelPolicyTemplate.Create(_rehearsal.Principal);
        ModelPolicy policy = setter.Apply(setter.Plan(new ModelPolicyRequest(_rehearsal.ModelArn, document, Merge: true)));
        _outcome.ModelPolicyAfter = policy.Document!.ToJson();
        return ($"{policy.Principal} may import; revision {policy.PolicyRevisionId}", []);
    }

    private (string, IReadOnlyList<string>) OpenKey()
    {
        KeyAccessGranter granter = new(_owner, new ResourcePolicyEvaluator());
        KeyAccessRequest request = new(
            _rehearsal.ModelArn, _rehearsal.KeyPrincipal.Count > 0 ? _rehearsal.KeyPrincipal : _rehearsal.Principal);
        KeyArn? key = granter.FindKey(request);
        if (key is null)
        {
            return ("not needed: the model is under an AWS owned key", []);
        }

        KeyPolicyOptions options = new();
        KeyPolicyPlan plan = granter.Apply(granter.Plan(key, [request], options), [request], options);
        _outcome.KeyPolicyBefore = plan.Current.ToJson();
        _outcome.KeyPolicyAfter = plan.Result.ToJson();
        KeyAccess access = plan.Access[0];
        return ($"{access.Status} for {request.Principal} on {key}; {access.BytesLeft} bytes are left", access.Warning);
    }

    private (string, IReadOnlyList<string>) HandOver()
    {
        AccountId importer = _importer.GetCallerIdentity()!.AccountId;
        _outcome.Bundle = new ShareBundler(_owner).Bundle(_rehearsal.ModelArn, [importer], [])[0];
        return ($"a bundle for {importer}: {_outcome.Bundle.Encryption}, {_outcome.Bundle.Region}", _outcome.Bundle.Warning);
    }

    private (string, IReadOnlyList<string>) Import()
    {
        ModelImporter importer = new(_importer);
        _outcome.Model = importer.Apply(importer.Check(new ImportRequest
        {
            SourceModelArn = _outcome.Bundle!.ModelArn,
            SourceKmsKeyArn = _outcome.Bundle.KmsKeyArn,
            DataAccessRoleArn = _rehearsal.DataAccessRoleArn,
        }));
        return ($"{_outcome.Model.ModelArn} is {_outcome.Model.Status}", []);
    }

    private (string, IReadOnlyList<string>) Wait()
    {
        TimeSpan waited = TimeSpan.Zero;
        _outcome.Model = new ModelWaiter(_importer).Wait(
            _outcome.Model!.ModelArn,
            s_timeout,
            s_poll,
            (model, elapsed) =>
            {
                _outcome.Model = model;
                waited = elapsed;
            },
            CancellationToken.None);
        return ($"{_outcome.Model.Status} after {waited.TotalSeconds:F0} s on the sandbox's clock", []);
    }
}
