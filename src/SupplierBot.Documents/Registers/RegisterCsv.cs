using System.Buffers;
using System.Globalization;
using System.Text;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Documents.Registers;

/// <summary>
/// The suppliers of the register as CSV: RFC 4180, UTF-8 with a byte order mark, so that Excel reads it as what it is. A text that a
/// program
/// could take for a formula begins with an apostrophe.
/// </summary>
public static class RegisterCsv
{
    public static async Task WriteAsync(
        IAsyncEnumerable<SupplierRecord> records,
        Provenance provenance,
        Wording wording,
        FileTarget target,
        CancellationToken cancellation
    )
    {
        var context = new RegisterContext(provenance, wording);
        await using var file = new CsvFile(context, target.Scratch());
        await RegisterFiles.WriteAsync(records, file, context, target, cancellation);
    }
}

internal sealed class CsvFile : IRegisterFile
{
    private readonly CsvWriter csv;

    public CsvFile(RegisterContext context, Stream scratch)
    {
        csv = new(scratch);
        csv.Header(SupplierColumns.All.Select(column => column.Header(context.Wording)));
    }

    public ValueTask AddAsync(SupplierLine line, CancellationToken cancellation)
    {
        foreach (var column in SupplierColumns.All)
            csv.Add(column.Of(line));
        return csv.EndLineAsync(cancellation);
    }

    public Task FinishAsync(Stream output, CancellationToken cancellation) => csv.FinishAsync(output, cancellation);

    public ValueTask DisposeAsync() => csv.DisposeAsync();
}

/// <summary>Lines of a CSV, kept aside until the last one is in.</summary>
internal sealed class CsvWriter(Stream scratch) : IAsyncDisposable
{
    private const int FlushAt = 64 * 1024;
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");
    private readonly StringBuilder line = new("\uFEFF", FlushAt * 2);
    private bool isFirst = true;

    public void Header(IEnumerable<string> names)
    {
        foreach (var name in names)
            Add(Cell.Of(name));
        EndLine();
    }

    public void Add(in Cell cell)
    {
        if (!isFirst)
            line.Append(',');
        isFirst = false;
        switch (cell.Kind)
        {
            case CellKind.Text:
                Add(cell.Text);
                break;
            case CellKind.Number:
                line.Append(CultureInfo.InvariantCulture, $"{cell.Number}");
                break;
            case CellKind.Day:
                line.Append(CultureInfo.InvariantCulture, $"{DateOnly.FromDayNumber((int)cell.Number):yyyy-MM-dd}");
                break;
            case CellKind.Moment:
                line.Append(CultureInfo.InvariantCulture, $"{new DateTime(cell.Number):yyyy-MM-dd HH:mm}");
                break;
            case CellKind.Empty:
                break;
        }
    }

    public async ValueTask EndLineAsync(CancellationToken cancellation)
    {
        EndLine();
        if (line.Length >= FlushAt)
            await FlushAsync(cancellation);
    }

    public async Task FinishAsync(Stream output, CancellationToken cancellation)
    {
        await FlushAsync(cancellation);
        scratch.Position = 0;
        await scratch.CopyToAsync(output, 128 * 1024, cancellation);
    }

    public ValueTask DisposeAsync() => scratch.DisposeAsync();

    private void EndLine()
    {
        line.Append("\r\n");
        isFirst = true;
    }

    private void Add(string text)
    {
        var quoted = text.AsSpan().ContainsAny(Quoted) || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]);
        if (quoted)
            line.Append('"');
        if (SheetText.LooksLikeFormula(text))
            line.Append('\'');
        line.Append(SheetText.Whole(quoted ? text.Replace("\"", "\"\"", StringComparison.Ordinal) : text));
        if (quoted)
            line.Append('"');
    }

    private async Task FlushAsync(CancellationToken cancellation)
    {
        await scratch.WriteAsync(Encoding.UTF8.GetBytes(line.ToString()), cancellation);
        line.Clear();
    }
}
