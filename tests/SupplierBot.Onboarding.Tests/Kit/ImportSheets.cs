using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Tests.Kit;

/// <summary>Sheets as a reader of files hands them to the core, and plans made of them on Mon 30 Nov 2026.</summary>
internal static class ImportSheets
{
    public static readonly DateOnly Today = new(2026, 11, 30);

    public static Context Context { get; } =
        new(new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero), CaseScenario.Utc, CaseScenario.RolesOf(), CaseScenario.Wording, "Example Ltd")
        {
            People = [CaseScenario.Rita.Person, CaseScenario.Sam.Person],
            PersonRecords = new Dictionary<PersonId, PersonRecord>
            {
                [CaseScenario.Sam.Id] = new(null, []) { Address = "sam@example.com" },
            },
        };

    /// <summary>Cells parted by <c>|</c>; an empty text is an empty row.</summary>
    public static Sheet Sheet(params string[] rows) =>
        new(
            "Suppliers",
            Hidden: false,
            [],
            [
                .. rows.Select(
                        (row, at) =>
                            new SheetRow(at + 1, Hidden: false, row.Length == 0 ? [] : [.. row.Split('|', StringSplitOptions.TrimEntries)])
                    )
                    .Where(row => !row.IsEmpty),
            ]
        );

    public static ImportPlan Plan(params string[] rows) => Plan(ImportChoices.None, [], rows);

    public static ImportPlan Plan(ImportChoices choices, IReadOnlyList<RegisterEntry> register, params string[] rows) =>
        ImportPlan.Of([Sheet(rows)], choices, register, "IMP-0001", Context) ?? throw new InvalidOperationException("No header was found.");

    public static RegisterEntry Entry(string id, string supplier, string service = "", string website = "") =>
        LegacyEntry.Of(
            id,
            new()
            {
                Batch = "IMP-0000",
                Row = 2,
                Supplier = supplier,
                Service = service,
                Website = website,
                AssessBy = Today,
            },
            Context.Now
        );
}
