using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Imports;

public sealed class ImportPlanTests
{
    [Fact]
    public void Three_columns_are_enough()
    {
        var plan = ImportSheets.Plan("Vendor | Business owner | What for", "Acme Notes | Rita | Meeting notes");
        var line = Assert.Single(plan.Lines);
        Assert.Equal(("Acme Notes", CaseScenario.Rita.Person, "Meeting notes", 2), (line.Supplier, line.Owner, line.Purpose, line.Row));
        Assert.Null(line.Tier);
        Assert.Equal(ImportSheets.Today.AddDays(60), line.AssessBy);
        Assert.Empty(plan.Faults);
    }

    [Fact]
    public void Titles_above_two_rows_of_headers_and_totals_below_are_no_suppliers()
    {
        var plan = ImportSheets.Plan(
            "Supplier list 2026 | Supplier list 2026 | Supplier list 2026 | Supplier list 2026",
            "As of 1 November",
            "",
            "Supplier | Owner | Contract | Contract",
            "Supplier | Owner | Start | End",
            "Acme | Rita | 2025-01-01 | 2027-12-31",
            "Brightline | Sam | 2025-02-01 | 2026-12-31",
            "Supplier | Owner | Start | End",
            "Total | 2 | | ",
            " | | | 24"
        );
        Assert.Equal(5, plan.Header.Row);
        Assert.Equal(["Acme", "Brightline"], plan.Lines.Select(line => line.Supplier));
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2027, 12, 31)), (plan.Lines[0].ContractStart, plan.Lines[0].ContractEnd));
        Assert.Equal([8, 9, 10], plan.NoSuppliers);
    }

    [Fact]
    public void Columns_can_be_changed_by_header_or_letter_and_left_out()
    {
        var choices = ImportChoices.None with { Columns = [("Firm", ImportField.Supplier), ("B", ImportField.Owner), ("Cost", null)] };
        var plan = ImportSheets.Plan(choices, [], "Firm | Who | Cost | Purpose", "Acme | Rita | 12 | Notes");
        var line = Assert.Single(plan.Lines);
        Assert.Equal(("Acme", "Rita", "Notes"), (line.Supplier, line.Owner!.Name, line.Purpose));
        Assert.Null(plan.Mapping.Columns[2].Field);
        Assert.Equal("12", plan.Mapping.Columns[2].Sample);
        Assert.Equal(
            ["Nothing"],
            ImportSheets.Plan(choices with { Columns = [("Nothing", null)] }, [], "Vendor | Owner", "A | B").UnknownColumns
        );
    }

    [Fact]
    public void A_contact_of_the_supplier_gives_way_to_an_owner_of_ours()
    {
        var plan = ImportSheets.Plan("Contact | Vendor | Owner", "someone@acme.example | Acme | Rita");
        Assert.Equal("Rita", Assert.Single(plan.Lines).Owner!.Name);
        Assert.Null(plan.Mapping.Columns[0].Field);
    }

    [Fact]
    public void Every_fault_names_its_row_and_what_to_do()
    {
        var plan = ImportSheets.Plan(
            "Supplier | Tier | Website | Contract start | Contract end | Status",
            "Acme | high | acme.example | 2025-01-01 | 31.02.2024 | active",
            "| low | | | |",
            "Brightline | very important | not a site | 2025-06-01 | 2025-01-01 | active",
            "Crown | low | | | | terminated",
            "Dale | medium | | soon | 45657 | "
        );
        var texts = new ImportTexts(ImportSheets.Context);
        Assert.Equal(
            [
                "Row 2, contract end: the date 31.02.2024 doesn't exist. Leave it empty, or correct it.",
                "Row 3: no supplier is named. The row is left out; fill in the name to import it.",
                "Row 4: the contract ends (2025-01-01) before it starts. Leave the end empty, or correct it.",
                "Row 4: “very important” isn't a risk tier. Leave it empty, or write Low, Medium, High or Critical.",
                "Row 4: “not a site” isn't a web address. Leave it empty, or correct it.",
                "Row 5: its status is “terminated”, so it isn't imported as in use. Change the status to import it.",
                "Row 6, contract start: “soon” can't be read as a date. Leave it empty, or write it as 2026-12-31.",
            ],
            plan.Faults.Select(texts.Fault)
        );
        Assert.Equal(["Acme", "Brightline", "Dale"], plan.Lines.Select(line => line.Supplier));
        Assert.Null(plan.Lines[0].ContractEnd);
        // As Excel counts days.
        Assert.Equal(new DateOnly(2024, 12, 31), plan.Lines[2].ContractEnd);
    }

    [Theory]
    [InlineData("5/12/2026", "25/12/2026", "2026-12-05", false)]
    [InlineData("5/12/2026", "12/25/2026", "2026-05-12", false)]
    [InlineData("5/12/2026", "6/11/2026", "2026-12-05", true)]
    public void Days_and_months_are_told_apart_by_the_other_dates_of_the_column(string date, string other, string read, bool asked)
    {
        var plan = ImportSheets.Plan("Supplier | Contract end", $"Acme | {date}", $"Brightline | {other}");
        Assert.Equal(DateOnly.Parse(read, System.Globalization.CultureInfo.InvariantCulture), plan.Lines[0].ContractEnd);
        Assert.Equal(asked, plan.Faults.Any(fault => fault.Kind == RowFaultKind.DateEither));
    }

    [Theory]
    [InlineData("Critical", Tier.Critical, 30)]
    [InlineData("HIGH RISK", Tier.High, 60)]
    [InlineData("medium", Tier.Medium, 120)]
    [InlineData("Low", Tier.Low, 180)]
    public void The_tier_of_the_file_says_when_somebody_should_assess_it(string typed, Tier tier, int days)
    {
        var line = Assert.Single(ImportSheets.Plan("Supplier | Risk", $"Acme | {typed}").Lines);
        Assert.Equal((tier, ImportSheets.Today.AddDays(days)), (line.Tier!.Value, line.AssessBy));
    }

    [Fact]
    public void An_owner_is_found_by_name_or_address_and_else_stays_a_name()
    {
        var plan = ImportSheets.Plan("Supplier | Owner", "A | rita", "B | sam@example.com", "C | Jane Doe", "D | Jane Doe", "E | n/a");
        Assert.Equal(
            [CaseScenario.Rita.Id.Value, CaseScenario.Sam.Id.Value, "typed:Jane Doe", "typed:Jane Doe", null],
            plan.Lines.Select(line => line.Owner?.Id.Value)
        );
        Assert.Equal([("Jane Doe", 2)], plan.UnknownOwners);
        Assert.Equal(1, plan.WithoutOwner);
    }

    [Fact]
    public void Three_hundred_columns_of_nonsense_and_hostile_cells_are_only_text()
    {
        var plan = ImportSheets.Plan("Supplier | Purpose", "=cmd()|' | {supplier} {n}", "'=SUM(A1) | x");
        Assert.Equal(["=cmd()", "=SUM(A1)"], plan.Lines.Select(line => line.Supplier));
    }

    [Fact]
    public void A_sheet_without_headers_has_no_plan() =>
        Assert.Null(ImportPlan.Of([ImportSheets.Sheet("only", "one", "column")], ImportChoices.None, [], "IMP-0001", ImportSheets.Context));

    [Fact]
    public void Every_sentence_of_a_plan_is_there()
    {
        var texts = new ImportTexts(ImportSheets.Context);
        foreach (var why in Enum.GetValues<SheetRefusal>())
            Assert.NotEmpty(texts.Refused(why));
        foreach (var kind in Enum.GetValues<RowFaultKind>())
            Assert.DoesNotContain("{", texts.Fault(new(2, kind, ImportField.Owner, "text", "read")), StringComparison.Ordinal);
        foreach (var field in Enum.GetValues<ImportField>())
            Assert.NotEmpty(texts.Field(field));
        foreach (var kind in Enum.GetValues<DuplicateKind>())
        foreach (var decision in Enum.GetValues<DuplicateDecision>())
            Assert.DoesNotContain(
                "{",
                texts.Duplicate(new(kind, "Acme", "SUP-0001", [2, 3], ["ACME"]), decision),
                StringComparison.Ordinal
            );
    }
}
