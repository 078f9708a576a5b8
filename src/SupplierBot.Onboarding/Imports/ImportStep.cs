using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <summary>The file that an import is made of.</summary>
public sealed record ImportSource(string Key, string Name, string Sha256);

public enum ImportStepKind
{
    /// <summary>What would come in.</summary>
    Plan,

    /// <summary>The form that says which column is what.</summary>
    Columns,
    Run,
    Undo,
}

/// <summary>
/// What a button of an import is about: it says everything, so that nothing has to be remembered between two presses. Unsigned: it gives no
/// right to anything.
/// </summary>
/// <param name="About">The key of the file, or the batch.</param>
/// <param name="Columns">"B=supplier;D=-": which columns were changed.</param>
public sealed record ImportStep(
    ImportStepKind Kind,
    string About,
    string Columns = "",
    DuplicateDecision Duplicates = DuplicateDecision.Skip
)
{
    /// <summary>The fields that the form asks about; the others stay as they were proposed.</summary>
    internal static readonly IReadOnlyList<ImportField> Asked =
    [
        ImportField.Supplier,
        ImportField.Service,
        ImportField.Owner,
        ImportField.Purpose,
        ImportField.Department,
        ImportField.Tier,
        ImportField.Website,
        ImportField.ContractEnd,
    ];

    internal const string Nothing = "-";
    private const char Between = ';';

    public string Target => $"{Kind} {About} {(Columns.Length == 0 ? Nothing : Columns)} {Duplicates}";

    /// <summary>Null where nobody of ours made it.</summary>
    public static ImportStep? Read(string target) =>
        target.Split(' ') is [var kind, { Length: > 0 } about, var columns, var duplicates]
        && Enum.TryParse<ImportStepKind>(kind, out var step)
        && Enum.TryParse<DuplicateDecision>(duplicates, out var decision)
        && (step == ImportStepKind.Undo ? about.StartsWith("IMP-", StringComparison.Ordinal) : DroppedFile.IsKey(about))
        && about.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_')
            ? new(step, about, columns == Nothing ? "" : columns, decision)
            : null;

    /// <summary>As the form was filled in: a field has one column, and a column that no field has is left out.</summary>
    public ImportStep With(CardPress press)
    {
        var chosen = Asked
            .Where(field => press.Value(Id(field)).Length > 0)
            .Select(field => (Field: field, Column: press.Value(Id(field))))
            .ToList();
        if (chosen.Count == 0)
            return this;
        var free = chosen.Where(one => one.Column == Nothing).Select(one => $"{ImportColumns.Word(one.Field)}={Nothing}");
        var taken = chosen.Where(one => one.Column != Nothing).Select(one => $"{ImportColumns.Word(one.Field)}={one.Column}");
        return this with { Columns = string.Join(Between, free.Concat(taken)) };
    }

    /// <summary>What was said of columns, for a plan.</summary>
    public ImportChoices Choices(Wording wording) =>
        ImportChoices.None with
        {
            Duplicates = Duplicates,
            Fields =
            [
                .. Columns
                    .Split(Between, StringSplitOptions.RemoveEmptyEntries)
                    .Select(pair => pair.Split('='))
                    .Where(pair => pair.Length == 2)
                    .Select(pair => (Field: ImportColumns.Field(pair[0], wording), Letter: pair[1]))
                    .Where(pair => pair.Field is not null)
                    .Select(pair => (pair.Field!.Value, pair.Letter == Nothing ? "" : pair.Letter)),
            ],
        };

    internal static string Id(ImportField field) => $"column_{ImportColumns.Word(field)}";
}
