using System.Globalization;
using System.Text;

namespace SupplierBot.Documents.Registers;

/// <summary>What there is of a sheet apart from its rows.</summary>
/// <param name="Title">What its tab says.</param>
/// <param name="Rows">With the header.</param>
internal sealed record SheetPart(string Title, int Rows, int Columns, Func<Stream, CancellationToken, Task> WriteAsync);

/// <summary>
/// Lines of one kind, kept aside while the records are read; as many sheets as they need, because Excel reads so many rows and no more.
/// </summary>
internal sealed class Sheet<T>(string title, IReadOnlyList<Column<T>> columns, WorkbookSettings settings) : IAsyncDisposable
{
    private const int FlushAt = 64 * 1024;
    private readonly SheetColumn<T>[] columns = [.. columns.Select((column, at) => new SheetColumn<T>(column, Letters(at)))];
    private readonly SheetXml xml = new(settings.Shared, settings.Wording);
    private readonly List<(Stream Kept, int Rows)> parts = [];
    private Stream? scratch;
    private int row;

    /// <summary>Lines without the headers.</summary>
    public int Lines { get; private set; }

    public async ValueTask AddAsync(T line, CancellationToken cancellation)
    {
        if (scratch is null || row == settings.MostRows)
            await BeginAsync(cancellation);
        var lines = 1;
        foreach (var column in columns)
            lines = Math.Max(lines, column.Read(line));
        xml.BeginRow(++row, RowHeights.Of(lines));
        foreach (var column in columns)
            column.Write(xml, row);
        xml.EndRow();
        Lines++;
        if (xml.Length >= FlushAt)
            await FlushAsync(cancellation);
    }

    /// <summary>At least one: a sheet without lines still says what would stand there.</summary>
    public async Task<IReadOnlyList<SheetPart>> EndAsync(CancellationToken cancellation)
    {
        if (scratch is null)
            await BeginAsync(cancellation);
        await EndPartAsync(cancellation);
        return
        [
            .. parts.Select(
                (part, at) => new SheetPart(TitleOf(at), part.Rows, columns.Length, (output, stop) => WriteAsync(part, output, stop))
            ),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        if (scratch is not null)
            await scratch.DisposeAsync();
        foreach (var (kept, _) in parts)
            await kept.DisposeAsync();
    }

    /// <summary>"A" to "XFD".</summary>
    public static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : Letters(column / 26 - 1) + (char)('A' + column % 26);

    private string TitleOf(int part) => part == 0 ? title : string.Create(CultureInfo.InvariantCulture, $"{title} ({part + 1})");

    private async Task BeginAsync(CancellationToken cancellation)
    {
        await EndPartAsync(cancellation);
        scratch = settings.Scratch();
        row = 1;
        xml.BeginRow(row, height: 32, isFixed: true);
        foreach (var column in columns)
            column.WriteHeader(xml, row, settings.Wording);
        xml.EndRow();
    }

    private async Task EndPartAsync(CancellationToken cancellation)
    {
        if (scratch is null)
            return;
        await FlushAsync(cancellation);
        parts.Add((scratch, row));
        scratch = null;
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        await scratch!.WriteAsync(xml.Written, cancellation);
        xml.Clear();
    }

    private async Task WriteAsync((Stream Kept, int Rows) part, Stream output, CancellationToken cancellation)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(SheetFrame.Before([.. columns.Select(column => column.Width)])), cancellation);
        part.Kept.Position = 0;
        await part.Kept.CopyToAsync(output, 128 * 1024, cancellation);
        await output.WriteAsync(Encoding.UTF8.GetBytes(SheetFrame.After(columns.Length, part.Rows)), cancellation);
    }
}

/// <summary>
/// What a sheet of lines has around its rows: the header and the first two columns stay, it can be filtered, and it prints.
/// </summary>
internal static class SheetFrame
{
    public static string Before(IReadOnlyList<double> widths)
    {
        var text = new StringBuilder(SheetXml.Declaration)
            .Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{SheetXml.Main}\">")
            .Append("<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>")
            .Append("<sheetViews><sheetView showGridLines=\"0\" workbookViewId=\"0\">")
            .Append("<pane xSplit=\"2\" ySplit=\"1\" topLeftCell=\"C2\" activePane=\"bottomRight\" state=\"frozen\"/>")
            .Append(
                "<selection pane=\"topRight\"/><selection pane=\"bottomLeft\"/><selection pane=\"bottomRight\" activeCell=\"C2\" sqref=\"C2\"/>"
            )
            .Append("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/><cols>");
        for (var at = 0; at < widths.Count; at++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"<col min=\"{at + 1}\" max=\"{at + 1}\" width=\"{widths[at] + 0.7109375}\" style=\"{CellStyles.Text}\" customWidth=\"1\"/>"
            );
        return text.Append("</cols><sheetData>").ToString();
    }

    public static string After(int columns, int rows) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"</sheetData><autoFilter ref=\"A1:{Sheet<object>.Letters(columns - 1)}{rows}\"/>{Page("landscape", columns / 10 + 1)}</worksheet>"
        );

    /// <param name="across">Pages beside each other.</param>
    public static string Page(string orientation, int across) =>
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>"
        + string.Create(
            CultureInfo.InvariantCulture,
            $"<pageSetup paperSize=\"9\" orientation=\"{orientation}\" fitToWidth=\"{across}\" fitToHeight=\"0\"/>"
        )
        + "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>";
}

/// <summary>
/// How high a row is. Excel and LibreOffice don't agree on who measures the rows of a file that is opened, so it says so itself, by a count
/// of characters.
/// </summary>
internal static class RowHeights
{
    private const int Line = 13;
    private const int MostLines = 12;

    /// <summary>A column as wide as so many digits takes more letters of ordinary text.</summary>
    private const double LettersForDigits = 1.08;

    public static int Of(int lines) => 4 + Line * Math.Min(lines, MostLines);

    public static int Lines(string text, double width)
    {
        width *= LettersForDigits;
        if (text.Length <= width && !text.Contains('\n', StringComparison.Ordinal))
            return 1;
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            lines += Math.Max(1, (int)Math.Ceiling(line.Length / width));
            if (lines >= MostLines)
                return MostLines;
        }
        return lines;
    }
}
