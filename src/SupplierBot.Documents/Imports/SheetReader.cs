using ExcelDataReader;
using ExcelDataReader.Exceptions;
using SupplierBot.Onboarding.Imports;

namespace SupplierBot.Documents.Imports;

/// <summary>
/// Reads what people keep their suppliers in: XLSX and XLSM as data (macros never run, formulas are the values that were saved), and CSV.
/// What it takes in memory is bounded, whatever the file says of itself.
/// </summary>
public static class SheetReader
{
    public const int MostBytes = 25 * 1024 * 1024;

    /// <summary>5,000 suppliers with 30 columns unpack to some 15 MB.</summary>
    public const int MostUnpacked = 120 * 1024 * 1024;

    /// <summary>Rows with something in them, on all sheets.</summary>
    public const int MostRows = 20_000;

    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>The library asks for the code page of Windows in Western Europe, whatever it reads.</summary>
    static SheetReader() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    /// <summary>The whole of it: nothing is known of a file by its name.</summary>
    public static SheetFile Read(Stream content, CancellationToken cancellation)
    {
        if (Taken(content, cancellation) is not { } bytes)
            return new SheetFile.Refused(SheetRefusal.TooLarge);
        try
        {
            return bytes.AsSpan() switch
            {
                [] => new SheetFile.Refused(SheetRefusal.Empty),
                var start when start.StartsWith(Compound) => new SheetFile.Refused(
                    IsProtected(start) ? SheetRefusal.Protected : SheetRefusal.OldWorkbook
                ),
                var start when start.StartsWith(Zip) => Workbook(bytes, cancellation),
                _ => Text(bytes, cancellation),
            };
        }
        catch (Exception fault) when (IsOfTheFile(fault))
        {
            return new SheetFile.Refused(SheetRefusal.Damaged);
        }
    }

    /// <summary>Null for more than is read.</summary>
    private static byte[]? Taken(Stream content, CancellationToken cancellation)
    {
        using var taken = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = content.Read(piece, 0, piece.Length)) > 0; )
        {
            cancellation.ThrowIfCancellationRequested();
            if (taken.Length + read > MostBytes)
                return null;
            taken.Write(piece, 0, read);
        }
        return taken.ToArray();
    }

    /// <summary>A workbook with a password is a compound file around the encrypted one.</summary>
    private static bool IsProtected(ReadOnlySpan<byte> compound) =>
        compound.IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    private static SheetFile Workbook(byte[] bytes, CancellationToken cancellation)
    {
        if (WorkbookGuard.Refusal(bytes, cancellation) is { } why)
            return new SheetFile.Refused(why);
        using var content = new MemoryStream(bytes, writable: false);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(content);
        var file = SheetRows.Of(reader, cancellation);
        return file is SheetFile.Read read ? read with { Errors = FormulaErrors.Of(bytes) } : file;
    }

    private static SheetFile Text(byte[] bytes, CancellationToken cancellation)
    {
        if (SheetText.Decoded(bytes) is not { } text)
            return new SheetFile.Refused(SheetRefusal.NoSheet);
        using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text), writable: false);
        using var reader = ExcelReaderFactory.CreateCsvReader(
            content,
            new()
            {
                FallbackEncoding = System.Text.Encoding.UTF8,
                AutodetectSeparators = [SheetText.Separator(text)],
                AnalyzeInitialCsvRows = 0,
            }
        );
        return SheetRows.Of(reader, cancellation);
    }

    /// <summary>The library throws what its parts throw; none of it says anything of this program.</summary>
    private static bool IsOfTheFile(Exception fault) =>
        fault
            is ExcelReaderException
                or System.Xml.XmlException
                or InvalidDataException
                or FormatException
                or ArgumentException
                or InvalidOperationException
                or IndexOutOfRangeException
                or KeyNotFoundException
                or NullReferenceException
                or OverflowException
                or NotSupportedException
                or EndOfStreamException;
}
