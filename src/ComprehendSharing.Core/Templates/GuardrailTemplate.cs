// A negated operator holds for a request without the key, with IfExists too; ForAnyValue does not, and ForAllValues does.
// Where a key may be left out, a Deny therefore has Null false beside its negated operator, and an Allow has IfExists.
using ComprehendSharing.ConditionKeys;
using ComprehendSharing.Policies;

namespace ComprehendSharing.Templates;

/// <summary>The policies that enforce encryption and VPC settings of requests to Comprehend.</summary>
/// <remarks>
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Conditions with multiple context keys or values</see>,
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists">IfExists and negated operators</see>
/// </remarks>
public static class GuardrailTemplate
{
    private const string Null = "Null";

    /// <summary>Denies what lacks a required setting or has another value for it; fit for a service control policy.</summary>
    /// <param name="guardrail">What is required. Actions are denied only for settings that they can carry.</param>
    /// <exception cref="SharingException">
    /// <c>NothingRequired</c>, <c>InvalidNetworkId</c>, <c>UnknownAction</c>, <c>RequirementNotEnforceable</c>.
    /// </exception>
    public static PolicyDocument Deny(Guardrail guardrail)
    {
        ArgumentNullException.ThrowIfNull(guardrail);
        ValueList<GuardrailRequirement> required = guardrail.Requirements();
        ValueList<ActionConditionKeys> actions = Select(guardrail, required);
        return PolicyDocument.Create(required.SelectMany(requirement => Deny(requirement, actions)));
    }

    /// <summary>Allows what has every required setting that the action can carry, and nothing else.</summary>
    /// <param name="guardrail">What is required. Actions that can carry none of it are not allowed.</param>
    /// <exception cref="SharingException">
    /// <c>NothingRequired</c>, <c>InvalidNetworkId</c>, <c>UnknownAction</c>, <c>RequirementNotEnforceable</c>.
    /// </exception>
    public static PolicyDocument Allow(Guardrail guardrail)
    {
        ArgumentNullException.ThrowIfNull(guardrail);
        ValueList<GuardrailRequirement> required = guardrail.Requirements();
        return PolicyDocument.Create(
            from action in Select(guardrail, required)
            let carried = new ValueList<GuardrailRequirement>(required.Where(requirement => action.CanCarry(requirement.Key.Name)))
            where carried.Count > 0
            group action by (Carried: carried, IsOptional: GuardrailRequirement.IsOptionalFor(action)) into alike
            select Allow(alike.Key.Carried, alike.Key.IsOptional, alike));
    }

    /// <summary>What cannot be required of the actions that the guardrail names without a wildcard.</summary>
    /// <param name="guardrail">What is required.</param>
    /// <exception cref="SharingException">As for the policies.</exception>
    public static ValueList<GuardrailGap> FindGaps(Guardrail guardrail)
    {
        ArgumentNullException.ThrowIfNull(guardrail);
        ValueList<GuardrailRequirement> required = guardrail.Requirements();
        return
        [
            .. from name in guardrail.Action
               from action in ConditionKeyTable.Find(name)
               where name.IndexOfAny(['*', '?']) < 0
               let missing = required.Where(requirement => !requirement.IsEnforceable(action)).Select(requirement => requirement.Key.Name)
               where missing.Any()
               select new GuardrailGap(action.Action, [.. missing]),
        ];
    }

    private static ValueList<ActionConditionKeys> Select(Guardrail guardrail, ValueList<GuardrailRequirement> required)
    {
        if (guardrail.Action.Count == 0)
        {
            return ConditionKeyTable.All;
        }

        HashSet<ActionConditionKeys> selected = [];
        foreach (string name in guardrail.Action)
        {
            ValueList<ActionConditionKeys> found = ConditionKeyTable.Find(name);
            if (found.Count == 0)
            {
                throw Errors.UnknownAction(name);
            }

            if (!required.Any(requirement => found.Any(requirement.IsEnforceable)))
            {
                throw Errors.RequirementNotEnforceable(required.Select(requirement => requirement.Key.Name), [name]);
            }

            selected.UnionWith(found);
        }

        foreach (GuardrailRequirement requirement in required.Where(requirement => !selected.Any(requirement.IsEnforceable)))
        {
            throw Errors.RequirementNotEnforceable([requirement.Key.Name], guardrail.Action);
        }

        return [.. ConditionKeyTable.All.Where(selected.Contains)];
    }

    private static IEnumerable<PolicyStatement> Deny(GuardrailRequirement requirement, ValueList<ActionConditionKeys> actions)
    {
        string key = requirement.Key.Name;
        ActionConditionKeys[] carriers = [.. actions.Where(action => action.CanCarry(key))];
        ActionConditionKeys[] optional = [.. carriers.Where(GuardrailRequirement.IsOptionalFor)];
        ActionConditionKeys[] mandatory = [.. carriers.Except(optional)];
        bool isList = requirement.Key.IsMultivalued;
        if (mandatory.Length > 0 && (isList || requirement.Allowed.Count == 0))
        {
            yield return Statement(PolicyEffect.Deny, $"Require{requirement.Name}", mandatory, new PolicyCondition(Null, key, ["true"]));
        }

        if (requirement.Allowed.Count == 0)
        {
            yield break;
        }

        if (isList)
        {
            PolicyCondition other = new("ForAnyValue:StringNotEquals", key, requirement.Allowed);
            yield return Statement(PolicyEffect.Deny, $"DenyOther{requirement.Name}", carriers, other);
            yield break;
        }

        PolicyCondition wrong = new("ArnNotEquals", key, requirement.Allowed);
        if (mandatory.Length > 0)
        {
            yield return Statement(PolicyEffect.Deny, $"RequireThis{requirement.Name}", mandatory, wrong);
        }

        if (optional.Length > 0)
        {
            PolicyCondition isGiven = new(Null, key, ["false"]);
            yield return Statement(PolicyEffect.Deny, $"DenyUpdateToOther{requirement.Name}", optional, wrong, isGiven);
        }
    }

    private static PolicyStatement Allow(
        ValueList<GuardrailRequirement> carried, bool isOptional, IEnumerable<ActionConditionKeys> actions)
    {
        // An update without a setting has no condition about it, so its Sid promises none.
        string sid = isOptional ? "AllowUpdate" : $"AllowWith{string.Concat(carried.Select(requirement => requirement.Name))}";
        return Statement(PolicyEffect.Allow, sid, actions, [.. carried.SelectMany(requirement => Allow(requirement, isOptional))]);
    }

    private static IEnumerable<PolicyCondition> Allow(GuardrailRequirement requirement, bool isOptional)
    {
        string key = requirement.Key.Name;
        if (!isOptional && (requirement.Key.IsMultivalued || requirement.Allowed.Count == 0))
        {
            yield return new PolicyCondition(Null, key, ["false"]);
        }

        if (requirement.Allowed.Count > 0)
        {
            string equal = requirement.Key.IsMultivalued ? "ForAllValues:StringEquals" : "ArnEquals";
            yield return new PolicyCondition(isOptional ? $"{equal}IfExists" : equal, key, requirement.Allowed);
        }
    }

    private static PolicyStatement Statement(
        PolicyEffect effect, string sid, IEnumerable<ActionConditionKeys> actions, params PolicyCondition[] conditions) => new()
        {
            Sid = sid,
            Effect = effect,
            Action = [.. actions.Select(action => action.Action)],
            Resource = ["*"],
            Condition = [.. conditions],
        };
}
