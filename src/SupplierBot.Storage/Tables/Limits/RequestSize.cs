using System.Buffers;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tables.Limits;

/// <summary>
/// What one change adds to the body of the batch request, at most: the 4 MiB limit is on that body, not on the entities. Text travels as
/// JSON whose writer turns everything but plain ASCII into six characters, binary as base64.
/// </summary>
internal static class RequestSize
{
    /// <summary>
    /// Part boundary, headers and fixed words of one change: measured near 600 bytes; the rest is the account's host name.
    /// </summary>
    internal const int Frame = 1024;

    /// <summary>Quotes, colon, comma and the type annotation of one property, beside its name written twice.</summary>
    internal const int PropertyFrame = 40;

    private static readonly SearchValues<char> AsTheyAre = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 -_.,:;!()[]{}=*/@$%^|~#?"
    );

    internal static long Of(string partition, RowChange change)
    {
        // Both keys stand in the address (percent-encoded UTF-8, at most nine bytes a character) and in the JSON.
        var size = Frame + 15L * (partition.Length + change.Key.Length);
        return RowOf(change) is { } row ? size + row.Values.Sum(value => PropertyFrame + 2L * Text(value.Key) + Value(value.Value)) : size;
    }

    internal static Row? RowOf(RowChange change) =>
        change switch
        {
            RowChange.Add add => add.Row,
            RowChange.Replace replace => replace.Row,
            RowChange.Put put => put.Row,
            _ => null,
        };

    private static long Value(object value) =>
        value switch
        {
            string text => Text(text),
            byte[] bytes => (bytes.Length + 2L) / 3 * 4,
            _ => 40,
        };

    private static long Text(string text)
    {
        long size = 0;
        for (var rest = text.AsSpan(); !rest.IsEmpty; )
        {
            var plain = rest.IndexOfAnyExcept(AsTheyAre);
            if (plain < 0)
                return size + rest.Length;
            size += plain + 6;
            rest = rest[(plain + 1)..];
        }
        return size;
    }
}
