// Facts: aws/aws-tools-for-powershell, modules/AWSPowerShell/Common/BaseCmdlets.cs.
using System.Collections;
using System.Management.Automation;
using System.Reflection;

namespace Amazon.PowerShell.Common;

/// <summary>What every cmdlet of AWS.Tools does with errors, confirmation, -Select and output.</summary>
public abstract class BaseCmdlet : PSCmdlet
{
    private const BindingFlags OwnProperties = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.Instance;

    protected bool ParameterWasBound(string parameterName) => MyInvocation.BoundParameters.ContainsKey(parameterName);

    protected void ThrowExecutionError(string message, Exception? innerException = null) => ThrowTerminatingError(new ErrorRecord(
        new InvalidOperationException(message, innerException),
        innerException is null ? "InvalidOperationException" : innerException.GetType().ToString(),
        ErrorCategory.InvalidOperation,
        this));

    // -WhatIf beats -Force, and -Force beats -Confirm.
    protected bool ConfirmShouldProceed(bool force, string? resource, string operation)
    {
        bool whatIf = MyInvocation.BoundParameters.TryGetValue("WhatIf", out object? value) && ((SwitchParameter)value).ToBool();
        return (force && !whatIf) || ShouldProcess(resource ?? string.Empty, operation);
    }

    /// <summary>What -Select asks for, or the cmdlet's default when it was not given.</summary>
    protected Func<TResponse?, object?> Selector<TResponse>(string select, Func<TResponse, object?> byDefault)
        where TResponse : class
    {
        if (!ParameterWasBound("Select"))
        {
            return response => response is null ? null : byDefault(response);
        }

        return Selector<TResponse>(select) ?? throw new ArgumentException("Invalid value for -Select parameter.", nameof(select));
    }

    /// <summary>Writes a value, or what is in it if it is a collection.</summary>
    protected void WriteOutput(object? output)
    {
        IEnumerator? enumerator = LanguagePrimitives.GetEnumerator(output);
        if (enumerator is null)
        {
            if (output is not null)
            {
                WriteObject(output);
            }

            return;
        }

        while (enumerator.MoveNext())
        {
            WriteObject(enumerator.Current);
        }
    }

    private Func<TResponse?, object?>? Selector<TResponse>(string select)
        where TResponse : class
    {
        if (string.IsNullOrEmpty(select))
        {
            return null;
        }

        if (select == "*")
        {
            return response => response;
        }

        if (select[0] == '^')
        {
            PropertyInfo? parameter = GetType().GetProperties(OwnProperties).FirstOrDefault(property => HasName(property, select[1..]));
            return parameter is null ? null : _ => parameter.GetValue(this);
        }

        List<PropertyInfo> path = [];
        Type type = typeof(TResponse);
        foreach (string name in select.Split('.'))
        {
            PropertyInfo? property = type.GetProperties(OwnProperties)
                .SingleOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (property is null)
            {
                return null;
            }

            path.Add(property);
            type = IsCollection(property) ? property.PropertyType.GetGenericArguments()[0] : property.PropertyType;
        }

        return response => response is null ? null : path.Aggregate<PropertyInfo, IEnumerable<object>>([response], Follow).ToArray();
    }

    private static IEnumerable<object> Follow(IEnumerable<object> owners, PropertyInfo property) => owners
        .SelectMany(owner => property.GetValue(owner) switch
        {
            null => [],
            IEnumerable collection when IsCollection(property) => collection.Cast<object>(),
            object value => [value],
        });

    private static bool IsCollection(PropertyInfo property) =>
        property.PropertyType != typeof(string) && property.PropertyType.IsAssignableTo(typeof(IEnumerable));

    private static bool HasName(PropertyInfo property, string name) => property.GetCustomAttributes<AliasAttribute>()
        .SelectMany(alias => alias.AliasNames).Prepend(property.Name).Contains(name, StringComparer.OrdinalIgnoreCase);
}
