using System.Globalization;
using System.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>The first sheet: what this is, of when, by whom, under which policy, and how much of what is in it.</summary>
internal sealed class CoverSheet(RegisterContext file, RegisterCounts counts, SharedTexts shared)
{
    private const int ValueWidth = 72;
    private readonly SheetXml xml = new(shared, file.Wording);
    private int row = 1;

    public SheetPart Part => new(file.Wording["file.register_cover"], 0, 3, WriteAsync);

    private async Task WriteAsync(Stream output, CancellationToken cancellation)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(Before), cancellation);
        Lines();
        await output.WriteAsync(xml.Written, cancellation);
        await output.WriteAsync(Encoding.UTF8.GetBytes($"</sheetData>{SheetFrame.Page("portrait", across: 1)}</worksheet>"), cancellation);
    }

    private void Lines()
    {
        var (words, provenance) = (file.Wording, file.Provenance);
        row++;
        Single(words["file.register_title"], CellStyles.Title, 30);
        Single(provenance.Organisation, CellStyles.Subtitle, 20);
        row++;
        Pair("file.register_made", file.Moment(provenance.At), CellStyles.ValueMoment);
        Pair("file.register_zone", Cell.Of(provenance.Zone.Id));
        Pair("file.register_by", Cell.Of(provenance.By.Name));
        Pair(
            "file.register_policy_now",
            Cell.Of(words.Fill("file.register_policy_line", ("version", provenance.PolicyVersion), ("approval", provenance.PolicyApproval)))
        );
        Pair("file.register_filter", Cell.Of(provenance.Filter.Length > 0 ? provenance.Filter : words["file.register_filter_none"]));
        row++;
        Single(words["file.register_contents"], CellStyles.Section, 20);
        Pair("file.register_suppliers", Cell.Of(counts.Suppliers), CellStyles.LabelNumber);
        Pair("file.register_points", Cell.Of(counts.ContractPoints), CellStyles.LabelNumber);
        Pair("file.register_documents", Cell.Of(counts.Documents), CellStyles.LabelNumber);
        Pair("file.register_conditions", Cell.Of(counts.Conditions), CellStyles.LabelNumber);
        Pair("file.register_reviews", Cell.Of(counts.Reviews), CellStyles.LabelNumber);
        row++;
        Single(words["file.register_by_status"], CellStyles.Section, 20);
        foreach (var (status, count) in counts.Statuses)
            Pair(CaseTexts.Entry(status, file.Context), Cell.Of(count), CellStyles.LabelNumber);
        row++;
        if (counts.Unreadable > 0)
            Wide(words.Fill("file.register_unreadable", ("n", CaseTexts.Number(counts.Unreadable))));
        Wide(words["file.register_notes"]);
    }

    private void Pair(string label, in Cell value, uint style = CellStyles.Value)
    {
        xml.BeginRow(row, RowHeights.Of(RowHeights.Lines(value.Text, ValueWidth)));
        xml.Write("B"u8, row, Cell.Of(file.Wording.Has(label) ? file.Wording[label] : label), repeats: false, CellStyles.Label);
        xml.Write("C"u8, row, value, repeats: false, style);
        xml.EndRow();
        row++;
    }

    private void Single(string text, uint style, int height)
    {
        xml.BeginRow(row, height, isFixed: true);
        xml.Write("B"u8, row, Cell.Of(text), repeats: false, style);
        xml.EndRow();
        row++;
    }

    private void Wide(string text)
    {
        xml.BeginRow(row, RowHeights.Of(RowHeights.Lines(text, ValueWidth)));
        xml.Write("C"u8, row, Cell.Of(text), repeats: false, CellStyles.Hint);
        xml.EndRow();
        row++;
    }

    private static string Before =>
        SheetXml.Declaration
        + string.Create(
            CultureInfo.InvariantCulture,
            $"<worksheet xmlns=\"{SheetXml.Main}\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>"
        )
        + "<sheetViews><sheetView showGridLines=\"0\" tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews>"
        + "<sheetFormatPr defaultRowHeight=\"16\"/><cols><col min=\"1\" max=\"1\" width=\"3\" customWidth=\"1\"/>"
        + "<col min=\"2\" max=\"2\" width=\"26\" customWidth=\"1\"/>"
        + string.Create(
            CultureInfo.InvariantCulture,
            $"<col min=\"3\" max=\"3\" width=\"{ValueWidth}\" customWidth=\"1\"/></cols><sheetData>"
        );
}
