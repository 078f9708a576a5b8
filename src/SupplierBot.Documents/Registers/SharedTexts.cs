using System.Text;

namespace SupplierBot.Documents.Registers;

/// <summary>
/// Texts that many cells have are in the workbook once. So many and no more: a file of any size takes the same memory, and what comes later
/// stands in its cell.
/// </summary>
internal sealed class SharedTexts
{
    private const int MostTexts = 20_000;
    private const int LongestText = 1_000;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    /// <summary>Null where it has to stand in its cell.</summary>
    public int? Place(string text)
    {
        if (places.TryGetValue(text, out var place))
            return place;
        if (places.Count == MostTexts || text.Length > LongestText)
            return null;
        places.Add(text, places.Count);
        return places.Count - 1;
    }

    public async Task WriteAsync(Stream part)
    {
        await using var writer = new StreamWriter(part, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        await writer.WriteAsync(SheetXml.Declaration + $"<sst xmlns=\"{SheetXml.Main}\">");
        foreach (var text in places.Keys)
            await writer.WriteAsync($"<si><t xml:space=\"preserve\">{SheetText.Escaped(text)}</t></si>");
        await writer.WriteAsync("</sst>");
    }
}
