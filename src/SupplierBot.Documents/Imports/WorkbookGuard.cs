using System.IO.Compression;
using SupplierBot.Onboarding.Imports;

namespace SupplierBot.Documents.Imports;

/// <summary>
/// Looks into a package before anything reads it as a workbook: it unpacks once into nothing and counts, because what a ZIP says of its
/// sizes may be a lie.
/// </summary>
internal static class WorkbookGuard
{
    /// <summary>A workbook has a few parts for each sheet.</summary>
    private const int MostParts = 5_000;

    private const string Workbook = "xl/workbook.xml";

    public static SheetRefusal? Refusal(byte[] bytes, CancellationToken cancellation)
    {
        using var content = new MemoryStream(bytes, writable: false);
        using var package = new ZipArchive(content, ZipArchiveMode.Read);
        if (package.Entries.Count > MostParts)
            return SheetRefusal.UnpacksTooLarge;
        if (package.Entries.All(part => !IsNamed(part, Workbook)))
            return package.Entries.Any(part => IsNamed(part, "xl/workbook.bin")) ? SheetRefusal.OldWorkbook : SheetRefusal.NoSheet;
        var (piece, unpacked) = (new byte[64 * 1024], 0L);
        foreach (var part in package.Entries)
        {
            using var stream = part.Open();
            for (int read; (read = stream.Read(piece, 0, piece.Length)) > 0; )
            {
                cancellation.ThrowIfCancellationRequested();
                unpacked += read;
                if (unpacked > SheetReader.MostUnpacked)
                    return SheetRefusal.UnpacksTooLarge;
            }
        }
        return null;
    }

    private static bool IsNamed(ZipArchiveEntry part, string name) =>
        string.Equals(part.FullName.TrimStart('/').Replace('\\', '/'), name, StringComparison.OrdinalIgnoreCase);
}
