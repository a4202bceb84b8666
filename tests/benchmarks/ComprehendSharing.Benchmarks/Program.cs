using BenchmarkDotNet.Running;
using ComprehendSharing.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(PolicyBenchmarks).Assembly).Run(args);
