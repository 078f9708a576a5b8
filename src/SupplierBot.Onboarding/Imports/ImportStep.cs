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

    /// <summary>The form that asks about each group of duplicates.</summary>
    Groups,
    Run,
    Undo,
}

/// <summary>
/// What a button of an import is about: it says everything, so that nothing has to be remembered between two presses. Unsigned: it gives no
/// right to anything.
/// </summary>
/// <param name="About">The key of the file, or the batch.</param>
/// <param name="Columns">"B=supplier;D=-": which columns were changed.</param>
/// <param name="Duplicates">For all groups that nothing is said of in <paramref name="Groups"/>.</param>
/// <param name="Groups">"3_SUP-0003=Same;0_14=Both": what was said of single groups.</param>
public sealed record ImportStep(
    ImportStepKind Kind,
    string About,
    string Columns = "",
    DuplicateDecision Duplicates = DuplicateDecision.Skip,
    string Groups = ""
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
    private const string GroupField = "group_";
    private const string RestField = "rest";

    /// <summary>A form asks about so many groups; what is said of the rest is one answer.</summary>
    internal const int MostGroups = 8;

    public string Target =>
        $"{Kind} {About} {(Columns.Length == 0 ? Nothing : Columns)} {Duplicates}{(Groups.Length == 0 ? "" : $" {Groups}")}";

    /// <summary>Null where nobody of ours made it.</summary>
    public static ImportStep? Read(string target) =>
        target.Split(' ') is [var kind, { Length: > 0 } about, var columns, var duplicates, .. { Length: <= 1 } groups]
        && Enum.TryParse<ImportStepKind>(kind, out var step)
        && Enum.TryParse<DuplicateDecision>(duplicates, out var decision)
        && (step == ImportStepKind.Undo ? about.StartsWith("IMP-", StringComparison.Ordinal) : DroppedFile.IsKey(about))
        && about.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '_')
            ? new(step, about, columns == Nothing ? "" : columns, decision, groups is [var said] ? said : "")
            : null;

    /// <summary>As a form was filled in.</summary>
    public ImportStep With(CardPress press) => WithColumns(press).WithGroups(press);

    /// <summary>What was said of single groups, by their keys; what nobody of ours made is nothing.</summary>
    public IReadOnlyDictionary<string, DuplicateDecision> Decisions =>
        Groups
            .Split(Between, StringSplitOptions.RemoveEmptyEntries)
            .Take(MostGroups)
            .Select(pair => pair.Split('='))
            .Where(pair => pair.Length == 2 && Enum.TryParse<DuplicateDecision>(pair[1], out _))
            .DistinctBy(pair => pair[0])
            .ToDictionary(pair => pair[0], pair => Enum.Parse<DuplicateDecision>(pair[1]), StringComparer.Ordinal);

    private ImportStep WithGroups(CardPress press)
    {
        var said = press
            .Values.Where(value => value.Key.StartsWith(GroupField, StringComparison.Ordinal))
            .Select(value => (Key: value.Key[GroupField.Length..], Decision: value.Value))
            .Where(one => Enum.TryParse<DuplicateDecision>(one.Decision, out _) && one.Key.All(IsOfAKey))
            .OrderBy(one => one.Key, StringComparer.Ordinal)
            .ToList();
        if (said.Count == 0)
            return this;
        return this with
        {
            Duplicates = said.Find(one => one.Key == RestField) is { Decision: { } rest }
                ? Enum.Parse<DuplicateDecision>(rest)
                : Duplicates,
            Groups = string.Join(
                Between,
                said.Where(one => one.Key != RestField).Take(MostGroups).Select(one => $"{one.Key}={one.Decision}")
            ),
        };
    }

    private static bool IsOfAKey(char one) => char.IsAsciiLetterOrDigit(one) || one is '-' or '_';

    /// <summary>The field of a group; of all the others where there is none.</summary>
    internal static string Id(DuplicateGroup? group) => GroupField + (group?.Key ?? RestField);

    /// <summary>A field has one column, and a column that no field has is left out.</summary>
    private ImportStep WithColumns(CardPress press)
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
            Groups = Decisions,
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
