using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Benchmarks.Core;

/// <summary>
/// A view as it is sent; the budget is 50 µs for a page of the intake on Teams. Slack's blocks, and its modals, are another shape: what
/// that costs is the ratio. The card of all 29 contract points is measured from the press on; its budget is 2 ms.
/// </summary>
[InProcess, MemoryDiagnoser, GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public class CardBinding
{
    private readonly View page = Samples.ViewOf(
        Answers.Empty.With("name", "Acme Lunch").With("purpose", "Lunch").With("role", "AISAAS").With("effects", "none")
    );
    private readonly View summary = Samples.ViewOf(Samples.AnswersOf(Samples.Hard));
    private readonly CaseSample points = Samples.WithEveryPoint();

    [BenchmarkCategory("page"), Benchmark(Baseline = true)]
    public RenderedCard Page() => Samples.Teams.Render(page, CardPlace.Message);

    [BenchmarkCategory("page"), Benchmark]
    public RenderedCard ModalOnSlack() => Samples.Slack.Render(page, CardPlace.Modal);

    [BenchmarkCategory("summary"), Benchmark(Baseline = true)]
    public RenderedCard Summary() => Samples.Teams.Render(summary, CardPlace.Message);

    [BenchmarkCategory("summary"), Benchmark]
    public RenderedCard SummaryForSlack() => Samples.Slack.Render(summary, CardPlace.Message);

    [BenchmarkCategory("points"), Benchmark(Baseline = true)]
    public RenderedCard ContractPoints() => Samples.Teams.Render(points.Shown(Verbs.Clauses), CardPlace.Message);

    [BenchmarkCategory("points"), Benchmark]
    public RenderedCard ContractPointsForSlack() => Samples.Slack.Render(points.Shown(Verbs.Clauses), CardPlace.Message);
}
