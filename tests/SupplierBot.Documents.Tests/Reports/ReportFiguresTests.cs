using SupplierBot.Documents.Reports;
using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Reports;

public sealed class ReportFiguresTests
{
    internal static readonly DateTimeOffset At = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    internal static ReportFigures Of(IEnumerable<SupplierRecord> register, params Case[] decided) =>
        ReportFigures.Of(register, decided, new(2026, 4), At, TimeZoneInfo.Utc);

    internal static SupplierRecord Approved(string tier, Func<Case, Case>? change = null, Func<RegisterEntry, RegisterEntry>? line = null)
    {
        var scenario = CaseScenario.Approved(CaseAnswers.Of(tier));
        return new((line ?? (entry => entry))(scenario.Entry!), (change ?? (one => one))(scenario.Case!), DocumentSamples.Policy);
    }

    [Fact]
    public void Every_line_of_the_register_counts_once_by_tier_and_state()
    {
        var figures = ReportSamples.Figures;
        Assert.Equal(ReportSamples.Register.Count, figures.Population.Sum(one => one.Count));
        Assert.All(
            figures.Population,
            one =>
                Assert.Equal(
                    ReportSamples.Register.Count(record => record.Entry.Tier == one.Tier && record.Entry.Status == one.Status),
                    one.Count
                )
        );
        Assert.Equal(2, figures.Count(EntryStatus.Suspended));
        Assert.Equal(1, figures.Unread);
    }

    [Fact]
    public void A_line_that_another_one_answers_for_is_counted_nowhere()
    {
        var figures = Of([
            Approved("Medium"),
            Approved("Medium", line: entry => entry with { Id = "SUP-0099", Status = EntryStatus.Merged, MergedInto = entry.Id }),
        ]);
        Assert.Equal(1, figures.Population.Sum(one => one.Count));
        Assert.Equal(0, figures.Unread);
    }

    [Fact]
    public void Decisions_of_the_quarter_count_with_their_median()
    {
        var (first, second, third) = (Decided(1, "2026-10-05"), Decided(3, "2026-11-20"), Decided(9, "2026-12-31"));
        var (before, after) = (Decided(100, "2026-09-30"), Decided(100, "2027-01-01"));
        var withdrawn = Decided(50, "2026-11-01", CaseStatus.Withdrawn);
        var figures = Of([], first, second, third, before, after, withdrawn).Decisions;
        Assert.Equal(3, figures.Answered);
        Assert.Equal(3, figures.MedianDays);
        Assert.Equal(1, figures.Of(CaseStatus.Withdrawn));
        Assert.Equal(2, Of([], first, second).Decisions.MedianDays);
        Assert.Null(Of([], withdrawn).Decisions.MedianDays);
    }

    /// <summary>The last hour of a quarter by the clock of the organisation.</summary>
    [Fact]
    public void Days_are_those_of_the_zone()
    {
        var late = Decided(1, "2026-12-31") with { };
        late = late with { Decision = late.Decision! with { At = new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero) } };
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        Assert.Equal(1, ReportFigures.Of([], [late], new(2026, 4), At, TimeZoneInfo.Utc).Decisions.Answered);
        Assert.Equal(0, ReportFigures.Of([], [late], new(2026, 4), At, berlin).Decisions.Answered);
    }

    [Fact]
    public void Concentration_counts_services_behind_each_name_however_it_is_written()
    {
        SupplierRecord Line(string id, string supplier, string others, string tier, params string[] types) =>
            Approved(
                tier,
                one => one with { Answers = one.Answers.With("others_text", others).With("where_text", "Ireland; Germany") },
                entry => entry with { Id = id, Supplier = supplier, Types = types.Length == 0 ? entry.Types : types }
            );
        var figures = Of([
            Line("SUP-1", "Acme", "OpenAI, AWS", "High"),
            Line("SUP-2", "acme", "openai and Azure", "Low"),
            Line("SUP-3", "OpenAI", "", "Medium", "MODEL"),
            Line("SUP-4", "Gone", "OpenAI", "Low") with
            {
                Entry = Line("SUP-4", "Gone", "", "Low").Entry with { Status = EntryStatus.Terminated },
            },
        ]).Concentration;
        Assert.Equal(new Share("OpenAI", 3, 1), figures.Providers[0]);
        Assert.Equal(["OpenAI", "AWS", "Azure"], figures.Providers.Select(share => share.Name));
        Assert.Equal([new Share("Germany", 3, 1), new("Ireland", 3, 1)], figures.Countries);
        Assert.Equal([new Share("Acme", 2, 1)], figures.Suppliers);
        Assert.Contains(figures.Types, share => share.Name == "Third-party AI model or API" && share.Services == 1);
    }

    [Fact]
    public void The_trend_begins_with_the_first_quarter_of_which_decisions_are_known()
    {
        var figures = Of([], Decided(2, "2026-05-05"), Decided(4, "2026-10-05"), Decided(1, "2026-11-05", CaseStatus.Rejected));
        Assert.Equal(
            [new QuarterDecisions(new(2026, 2), 1, 0, 0, 2), new(new(2026, 3), 0, 0, 0, null), new(new(2026, 4), 1, 1, 0, 2.5)],
            figures.Trend
        );
        Assert.Single(Of([]).Trend);
    }

    [Fact]
    public void The_order_of_the_records_changes_nothing()
    {
        var turned = ReportFigures.Of(
            ReportSamples.Register.Reverse(),
            ReportSamples.Decided.Reverse(),
            ReportSamples.Quarter,
            ReportSamples.At,
            TimeZoneInfo.Utc
        );
        Assert.Equal(DocxReading.Bytes(ManagementReportTests.Report()), DocxReading.Bytes(ManagementReportTests.Report(turned)));
    }

    private static int Numbers;

    private static Case Decided(int days, string day, CaseStatus outcome = CaseStatus.Approved)
    {
        var at = new DateTimeOffset(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), new(12, 0), TimeSpan.Zero);
        return CaseScenario.With(CaseAnswers.Medium).Case! with
        {
            Id = $"REQ-2026-{Interlocked.Increment(ref Numbers)}",
            SubmittedAt = at.AddDays(-days),
            Decision = new(outcome, CaseScenario.Sam.Person, at, ""),
        };
    }
}
