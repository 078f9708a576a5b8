using BenchmarkDotNet.Attributes;
using SupplierBot.Chat;
using SupplierBot.Onboarding;

namespace SupplierBot.Benchmarks;

/// <summary>A view bound to its template; the budget is 50 µs for a page of the intake.</summary>
[InProcess, MemoryDiagnoser]
public class CardBinding
{
    private readonly View page = Samples.ViewOf(Answers.Empty.With("name", "Acme Lunch").With("purpose", "Lunch").With("role", "AISAAS").With("effects", "none"));
    private readonly View summary = Samples.ViewOf(Samples.AnswersOf(Samples.Hard));

    [Benchmark]
    public RenderedCard Page() => Samples.Cards.Render(page, "teams");

    [Benchmark]
    public RenderedCard Summary() => Samples.Cards.Render(summary, "teams");
}
