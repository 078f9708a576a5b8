using System.Text;

namespace SupplierBot.Documents.Imports;

/// <summary>Text that a spreadsheet program saved: in which encoding, and what parts its cells.</summary>
internal static class SheetText
{
    private const int LinesLookedAt = 20;
    private static readonly char[] Separators = [',', ';', '\t', '|'];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>By its mark; else UTF-8 where it is that, else as Windows in Western Europe saves it. Null where it is no text.</summary>
    public static string? Decoded(byte[] bytes)
    {
        var text = bytes.AsSpan() switch
        {
            [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes.AsSpan(3)),
            [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes.AsSpan(2)),
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes.AsSpan(2)),
            [not 0, 0, not 0, 0, ..] => Encoding.Unicode.GetString(bytes),
            [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode.GetString(bytes),
            _ => Unmarked(bytes),
        };
        return text.AsSpan().ContainsAny('\0', '\u0001') || !text.Contains('\n') && !text.Contains('\r') && !HasSeparator(text)
            ? null
            : text;
    }

    /// <summary>The one that parts most lines into the same number of cells; the first line of Excel may name it: "sep=;".</summary>
    public static char Separator(string text)
    {
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4)
            return text[4];
        var lines = text.Split('\n', LinesLookedAt + 1).Take(LinesLookedAt).Where(line => line.Trim().Length > 0).ToList();
        return Separators
            .Select(separator => (separator, Counts: lines.Select(line => Count(line, separator)).Where(count => count > 0).ToList()))
            .Where(found => found.Counts.Count > 0)
            .OrderByDescending(found => found.Counts.GroupBy(count => count).Max(group => group.Count()))
            .ThenByDescending(found => found.Counts.Max())
            .Select(found => found.separator)
            .FirstOrDefault(',');
    }

    private static bool HasSeparator(string text) => text.AsSpan().ContainsAny(Separators);

    /// <summary>Outside quotes.</summary>
    private static int Count(string line, char separator)
    {
        var (count, quoted) = (0, false);
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            count += letter == separator && !quoted ? 1 : 0;
        }
        return count;
    }

    private static string Unmarked(byte[] bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding(1252).GetString(bytes);
        }
    }
}
