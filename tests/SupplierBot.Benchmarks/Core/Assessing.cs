using BenchmarkDotNet.Attributes;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Benchmarks.Core;

/// <summary>One assessment under the shipped policy; the budget is 10 µs.</summary>
[InProcess, MemoryDiagnoser]
public class Assessing
{
    private readonly Policy policy = Samples.Policy;
    private readonly Answers simple = Samples.AnswersOf(Samples.Simple);
    private readonly Answers hard = Samples.AnswersOf(Samples.Hard);

    private readonly string file = Samples.FileOf(1_000, Samples.Simple, Samples.Hard);

    [Benchmark]
    public Assessment Low() => Assessor.Assess(policy, simple);

    /// <summary>A thousand items of a file, read and written: one of both kinds after the other.</summary>
    [Benchmark(OperationsPerInvoke = 1_000)]
    public AssessFileResult ItemOfAFile() => AssessFile.Run(policy, file);

    [Benchmark]
    public Assessment Critical() => Assessor.Assess(policy, hard);
}
