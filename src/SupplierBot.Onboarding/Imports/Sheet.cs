namespace SupplierBot.Onboarding.Imports;

/// <summary>One sheet of a file that somebody gives, as text with its place.</summary>
/// <param name="Hidden">It doesn't show in a spreadsheet program.</param>
/// <param name="HiddenColumns">Columns with something in them that don't show, counted from 0.</param>
public sealed record Sheet(string Name, bool Hidden, IReadOnlyList<int> HiddenColumns, IReadOnlyList<SheetRow> Rows);

/// <param name="Number">As the spreadsheet program counts, from 1.</param>
/// <param name="Cells">By column; dates as <c>2026-12-31</c>, numbers with a decimal point, merged cells in every place.</param>
public sealed record SheetRow(int Number, bool Hidden, IReadOnlyList<string> Cells)
{
    public string Cell(int column) => column < Cells.Count ? Cells[column] : "";

    public bool IsEmpty => Cells.All(cell => cell.Length == 0);
}

/// <summary>What became of a file.</summary>
public abstract record SheetFile
{
    private SheetFile() { }

    /// <param name="Errors">Cells that hold an error of a formula, "D14"; they are read as empty.</param>
    public sealed record Read(IReadOnlyList<Sheet> Sheets, IReadOnlyList<string> Errors) : SheetFile;

    public sealed record Refused(SheetRefusal Why) : SheetFile;
}

/// <summary>Why a file isn't read; each has a sentence that says what to do.</summary>
public enum SheetRefusal
{
    TooLarge,

    /// <summary>Small as it is, it unpacks to far more than any register.</summary>
    UnpacksTooLarge,
    TooManyRows,

    /// <summary>A workbook of Excel 97 to 2003, or a binary one.</summary>
    OldWorkbook,
    Protected,
    NoSheet,
    Damaged,
    Empty,
}
