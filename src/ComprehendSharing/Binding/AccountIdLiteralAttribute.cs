// -Principal 012345678901 reaches a cmdlet as a number, but one that still knows how it was typed.
using System.Management.Automation;

namespace ComprehendSharing.Binding;

/// <summary>Takes a bare number on the command line as it was typed, with its leading zeros.</summary>
/// <remarks>A number from a variable or a list has lost them; it is left alone, and its conversion says to quote it.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AccountIdLiteralAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        inputData is PSObject { BaseObject: int or long } literal ? LanguagePrimitives.ConvertTo<string>(literal) : inputData;
}
