using BenchmarkDotNet.Attributes;
using SupplierBot.Onboarding;

namespace SupplierBot.Benchmarks;

/// <summary>One assessment under the shipped policy; the budget is 20 µs.</summary>
[InProcess, MemoryDiagnoser]
public class Assessing
{
    private readonly Policy policy = Samples.Policy;
    private readonly Answers simple = Samples.AnswersOf(Samples.Simple);
    private readonly Answers hard = Samples.AnswersOf(Samples.Hard);

    [Benchmark]
    public Assessment Low() => Assessor.Assess(policy, simple);

    [Benchmark]
    public Assessment Critical() => Assessor.Assess(policy, hard);
}
