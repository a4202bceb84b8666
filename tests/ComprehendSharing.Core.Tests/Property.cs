using FsCheck;
using FsCheck.Fluent;

namespace ComprehendSharing.Tests;

/// <summary>Runs a property on values of a generator; a failure names the value and the seed.</summary>
internal static class Property
{
    public static void Holds<T>(Gen<T> values, Action<T> property, int times = 200) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(values.ToArbitrary(), property));
}
