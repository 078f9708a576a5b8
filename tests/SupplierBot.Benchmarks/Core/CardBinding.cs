using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Benchmarks.Core;

/// <summary>A view bound to its template; the budget is 50 µs for a page of the intake on Teams. Slack's blocks are another shape: what that costs is the ratio.</summary>
[InProcess, MemoryDiagnoser, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public class CardBinding
{
    private readonly View page = Samples.ViewOf(Answers.Empty.With("name", "Acme Lunch").With("purpose", "Lunch").With("role", "AISAAS").With("effects", "none"));
    private readonly View summary = Samples.ViewOf(Samples.AnswersOf(Samples.Hard));

    [BenchmarkCategory("page"), Benchmark(Baseline = true)]
    public RenderedCard Page() => Samples.Cards.Render(page, "teams");

    [BenchmarkCategory("page"), Benchmark]
    public RenderedCard PageForSlack() => Samples.Cards.Render(page, "slack");

    [BenchmarkCategory("summary"), Benchmark(Baseline = true)]
    public RenderedCard Summary() => Samples.Cards.Render(summary, "teams");

    [BenchmarkCategory("summary"), Benchmark]
    public RenderedCard SummaryForSlack() => Samples.Cards.Render(summary, "slack");
}
