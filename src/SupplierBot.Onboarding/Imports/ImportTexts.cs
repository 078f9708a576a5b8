using System.Globalization;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <summary>An import in words, the same on the command line and on cards.</summary>
public sealed class ImportTexts(Context context)
{
    private const int LongestValue = 60;
    private const int MostErrors = 10;
    private readonly Wording wording = context.Wording;

    public string Refused(SheetRefusal why) => wording[$"import.file_{why}"];

    public string Field(ImportField? field) =>
        field switch
        {
            null => wording["import.field_none"],
            ImportField.Derived => wording["import.field_derived"],
            { } known => wording[$"import.field_{known}"],
        };

    /// <summary>"B “Vendor” → supplier (“Acme Notes”)".</summary>
    public string Column(MappedColumn column) =>
        wording.Fill(
            column.Sample.Length > 0 ? "import.column" : "import.column_empty",
            ("letter", column.Letter),
            ("header", Short(column.Header)),
            ("field", Field(column.Field)),
            ("sample", Short(column.Sample))
        );

    /// <summary>What an import can't be made from; empty where nothing is missing.</summary>
    public IReadOnlyList<string> Missing(ImportPlan plan) =>
        [
            .. plan.UnknownColumns.Select(column => wording.Fill("import.no_column", ("column", Short(column)))),
            .. plan.Mapping.Of(ImportField.Supplier) is null ? [wording["import.no_supplier_column"]] : Array.Empty<string>(),
        ];

    public string Fault(RowFault fault) =>
        wording.Fill(
            $"import.fault_{fault.Kind}",
            ("row", Number(fault.Row)),
            ("field", fault.Field is { } field ? Field(field) : ""),
            ("text", Short(fault.Text)),
            ("read", fault.Read)
        );

    /// <param name="decision">What becomes of it.</param>
    public string Duplicate(DuplicateGroup group, DuplicateDecision decision) => $"{Group(group)} {wording[$"import.decision_{decision}"]}";

    public string Group(DuplicateGroup group) =>
        wording.Fill(
            $"import.duplicate_{group.Kind}",
            ("n", Number(group.Rows.Count)),
            ("rows", Rows(group.Rows)),
            ("name", Short(group.Name)),
            ("names", string.Join(", ", group.Names.Take(3).Select(Short))),
            ("first", group.First)
        );

    /// <summary>What the import would do, in a few sentences.</summary>
    /// <param name="errors">Cells of the file that hold an error.</param>
    public IReadOnlyList<string> Summary(ImportPlan plan, IReadOnlyList<string> errors)
    {
        var left = plan.Faults.Where(fault => fault.LeavesOut).Select(fault => fault.Row).Distinct().Count();
        var repaired = plan.Faults.Where(fault => !fault.LeavesOut).Select(fault => fault.Row).Distinct().Count();
        var known = plan.Duplicates.Where(group => group.Kind == DuplicateKind.OnRegister).Sum(group => group.Rows.Count);
        var doubtful = plan.Duplicates.Where(group => group.Kind != DuplicateKind.OnRegister).Sum(group => group.Rows.Count);
        return
        [
            wording.Fill(
                plan.Header.Sheet.Name.Length > 0 ? "import.read" : "import.read_table",
                ("n", Number(plan.Rows)),
                ("sheet", Short(plan.Header.Sheet.Name)),
                ("row", Number(plan.Header.Row))
            ),
            wording.Fill("import.comes_in", ("n", Number(plan.Lines.Count))),
            .. Counted("import.left_out", left),
            .. Counted("import.repaired", repaired),
            .. Counted("import.known", known),
            .. Counted("import.doubtful", doubtful),
            .. Counted("import.no_suppliers", plan.NoSuppliers.Count),
            .. Counted("import.hidden_rows", plan.HiddenRows.Count),
            .. Counted("import.hidden_columns", plan.Header.Sheet.HiddenColumns.Count),
            .. errors.Count == 0
                ? []
                : new[]
                {
                    wording.Fill(
                        "import.formula_errors",
                        ("n", Number(errors.Count)),
                        ("cells", string.Join(", ", errors.Take(MostErrors)))
                    ),
                },
            .. Counted("import.unknown_owners", plan.UnknownOwners.Count),
            .. Counted("import.without_owner", plan.WithoutOwner),
            .. Counted("import.without_tier", plan.WithoutTier),
        ];
    }

    /// <summary>The names that nobody bears, the most frequent first.</summary>
    public string Owners(ImportPlan plan, int most) =>
        string.Join(
            ", ",
            plan.UnknownOwners.Take(most)
                .Select(owner => wording.Fill("import.owner", ("name", Short(owner.Name)), ("n", Number(owner.Lines))))
                .Concat(plan.UnknownOwners.Count > most ? [wording.Fill("list.more", ("n", Number(plan.UnknownOwners.Count - most)))] : [])
        );

    public string Done(ImportBatch batch) =>
        wording.Fill(
            "import.done",
            ("n", Number(batch.Lines)),
            ("batch", batch.Id),
            ("day", Dates.Day(batch.At + ImportBatch.Undoable, context))
        );

    public string Undone(ImportBatch batch) =>
        batch.Kept.Count == 0
            ? wording.Fill("import.undone", ("batch", batch.Id), ("n", Number(batch.Lines)))
            : wording.Fill(
                "import.undone_kept",
                ("batch", batch.Id),
                ("n", Number(batch.Lines - batch.Kept.Count)),
                ("kept", string.Join(", ", batch.Kept))
            );

    private IEnumerable<string> Counted(string key, int count) => count == 0 ? [] : [wording.Fill(key, ("n", Number(count)))];

    private static string Rows(IReadOnlyList<int> rows) => string.Join(", ", rows.Take(10).Select(Number)) + (rows.Count > 10 ? ", …" : "");

    private static string Short(string text) => Texts.Clip(Text.TypedText.OneLine(text), LongestValue);

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
