using BenchmarkDotNet.Running;
using ComprehendSharing.Benchmarks;

if (args is ["fuzz", ..])
{
    return PolicyFuzz.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000);
}

BenchmarkSwitcher.FromAssembly(typeof(PolicyBenchmarks).Assembly).Run(args);
return 0;
