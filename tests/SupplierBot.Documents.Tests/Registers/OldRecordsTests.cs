using SupplierBot.Documents.Tests.Kit;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Documents.Tests.Registers;

/// <summary>What was kept before the bot kept more, what can't be read, and what time changed since the clock was last by.</summary>
public sealed class OldRecordsTests
{
    [Fact]
    public async Task An_entry_from_before_agreements_were_recorded_says_so_everywhere()
    {
        var whole = SampleRegister.Approved;
        var old = whole with
        {
            Entry = whole.Entry with { AgreementsUnrecorded = true },
            Case = whole.Case! with { Clauses = null, Requirements = null, Contract = null },
        };
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed(old));
        var supplier = Assert.Single(Workbooks.Lines(file, "Suppliers"));
        Assert.Equal("Yes; contract points not recorded", supplier["Ready to use"].Text);
        Assert.Equal("Contract points not recorded (approved before December 2026)", supplier["Note"].Text);
        Assert.All(Workbooks.Lines(file, "Contract points"), point => Assert.Equal("Not recorded", point["State"].Text));
        var (pack, _) = await Kit.Packs.WriteAsync([], new(0, null, ""), [old]);
        Assert.Contains(
            Csv.Read(Kit.Packs.Text(pack, "coverage-failures.csv")),
            line => line[1] == "Every supplier in use has its not-waivable contract points settled." && line[4] == "Not recorded"
        );
    }

    [Fact]
    public async Task A_case_under_the_first_format_of_the_policy_has_its_lines()
    {
        var rules = PolicyText.Accepted(PolicyText.FormatOne);
        var room = CaseScenario.With(CaseAnswers.Medium, rules: rules);
        var record = SampleRegister.Of(room, "SUP-0001") with { Policy = rules };
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed(record));
        Assert.Equal(record.Case!.Assessment.Clauses.Count, Workbooks.Lines(file, "Contract points").Count);
        var (pack, _) = await Kit.Packs.WriteAsync([new(record, [.. room.Facts])], new(1, null, "x"), [record]);
        Assert.Contains(
            "these answers under this policy give the same result",
            Kit.Packs.Text(pack, "cases/REQ-2026-0012/case.md"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_entry_without_its_case_or_policy_is_listed_with_a_note()
    {
        var whole = SampleRegister.Approved;
        using var file = await Workbooks.WriteAsync(
            SampleRegister.Streamed(whole with { Case = null, Policy = null }, whole with { Policy = null })
        );
        var lines = Workbooks.Lines(file, "Suppliers");
        Assert.Equal("The request behind this entry can't be read.", lines[0]["Note"].Text);
        Assert.Equal("The policy it was assessed under isn't kept any more.", lines[1]["Note"].Text);
        Assert.Equal("AISAAS", lines[0]["Supplier type"].Text);
    }

    [Fact]
    public async Task What_lapsed_since_the_clock_was_last_by_is_suspended()
    {
        var whole = SampleRegister.Approved;
        var lapsed = whole with { Entry = whole.Entry with { ProofUntil = new(2026, 12, 2) } };
        Assert.Equal(EntryStatus.ActiveConditional, lapsed.Entry.Status);
        using var file = await Workbooks.WriteAsync(SampleRegister.Streamed(lapsed));
        var line = Assert.Single(Workbooks.Lines(file, "Suppliers"));
        Assert.Equal("Suspended", line["Status"].Text);
        Assert.StartsWith("No", line["Ready to use"].Text, StringComparison.Ordinal);
    }
}
