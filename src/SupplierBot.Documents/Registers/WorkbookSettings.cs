using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>What the sheets of one workbook share.</summary>
/// <param name="Scratch">Makes an empty stream that can be written, read again from the start, and is gone once disposed of.</param>
internal sealed record WorkbookSettings(Wording Wording, Func<Stream> Scratch)
{
    /// <summary>With the header; Excel reads no more.</summary>
    public const int RowsOfExcel = 1_048_576;

    public int MostRows { get; init; } = RowsOfExcel;
    public SharedTexts Shared { get; } = new();
}
