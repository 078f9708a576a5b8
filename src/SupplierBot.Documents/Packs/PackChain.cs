using System.Text.Json;
using SupplierBot.Onboarding.Audit;

namespace SupplierBot.Documents.Packs;

/// <summary>The audit events of one chain in a pack, walked from the first to the newest.</summary>
internal static class PackChain
{
    /// <summary>The first break of the chain; of a whole one every text that isn't the one whose hash is in its event.</summary>
    /// <param name="read">The bytes of a file of the pack; null where it can't be read, which is said elsewhere.</param>
    public static IEnumerable<string> Faults(Func<string, byte[]?> read, JsonElement chain)
    {
        var path = Text(chain, "events");
        if (read(path) is not { } bytes)
            yield break;
        var lines = Lines(bytes).ToList();
        var comments = new Dictionary<int, string>();
        if (Break(lines, chain, comments) is { } broken)
        {
            yield return $"{path}: {broken}";
            yield break;
        }
        var texts = Text(chain, "texts");
        foreach (var words in Texts(Lines(read(texts) ?? []), comments))
            yield return $"{texts}: {words}";
    }

    private static string? Break(List<ReadOnlyMemory<byte>> lines, JsonElement chain, Dictionary<int, string> comments)
    {
        var (head, name) = (HashChain.Start, Text(chain, "name"));
        for (var at = 0; at < lines.Count; at++)
        {
            if (Link(lines[at], head, at + 1, name, comments) is { } words)
                return $"the chain is broken at event {at + 1}: {words}";
            head = HashChain.Hash(lines[at].Span);
        }
        if (lines.Count != chain.GetProperty("count").GetInt32())
            return $"the chain has {lines.Count} events; the manifest says {chain.GetProperty("count").GetInt32()}";
        return head == Text(chain, "head") ? null : "the chain is broken at its newest event: its hash isn't the one that the case names";
    }

    private static string? Link(ReadOnlyMemory<byte> line, string head, int number, string name, Dictionary<int, string> comments)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (Text(root, "previous") != head)
                return "it doesn't follow the one before";
            if (root.GetProperty("sequence").GetInt32() != number || Text(root, "case") != name)
                return "it belongs in another place";
            if (root.GetProperty("details").TryGetProperty("comment", out var comment))
                comments[number] = comment.GetString() ?? "";
            return null;
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return "it isn't an event";
        }
    }

    private static IEnumerable<string> Texts(IEnumerable<ReadOnlyMemory<byte>> lines, Dictionary<int, string> comments)
    {
        var number = 0;
        foreach (var line in lines)
        {
            number++;
            if (!IsHashed(line, comments))
                yield return $"line {number} isn't the text whose hash is in its event";
        }
    }

    private static bool IsHashed(ReadOnlyMemory<byte> line, Dictionary<int, string> comments)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return comments.GetValueOrDefault(root.GetProperty("sequence").GetInt32())
                == HashChain.Salted(Text(root, "salt"), Text(root, "text"));
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(byte[] bytes)
    {
        for (var at = 0; at < bytes.Length; )
        {
            var end = Array.IndexOf(bytes, (byte)'\n', at);
            end = end < 0 ? bytes.Length : end;
            yield return bytes.AsMemory(at, end - at);
            at = end + 1;
        }
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
