using System.Text.Json;
using SupplierBot.Documents.Registers;
using SupplierBot.Onboarding.Audit;

namespace SupplierBot.Documents.Packs;

/// <summary>
/// Audit events as two files: the bytes that were hashed, a line each, and the texts whose salted hashes are in them. A text that was
/// erased
/// is in neither.
/// </summary>
internal static class ChainFiles
{
    /// <summary>The bytes as they are kept, also where they were changed: then the chain shows it.</summary>
    public static void WriteEvent(Stream stream, ChainedEvent one)
    {
        stream.Write(one.Canonical.Span);
        stream.Write("\n"u8);
    }

    public static void WriteText(Stream stream, ChainedEvent one)
    {
        if (one.Event.Comment.Length == 0)
            return;
        using (var json = new Utf8JsonWriter(stream, JsonFile.Options))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", one.Sequence);
            json.WriteString("salt", one.Event.Salt);
            json.WriteString("text", SheetText.Whole(one.Event.Comment));
            json.WriteEndObject();
        }
        stream.Write("\n"u8);
    }

    /// <summary>Of one case: few enough for the memory, as they were given.</summary>
    public static async Task AddAsync(PackWriter pack, string folder, PackedChain chain, IReadOnlyList<ChainedEvent> events)
    {
        await pack.AddAsync(chain.Path, stream => WriteAsync(stream, events, WriteEvent, pack.Cancellation));
        await pack.AddAsync($"{folder}/texts.jsonl", stream => WriteAsync(stream, events, WriteText, pack.Cancellation));
        pack.AddChain(chain);
    }

    private static async Task WriteAsync(
        Stream stream,
        IEnumerable<ChainedEvent> events,
        Action<Stream, ChainedEvent> write,
        CancellationToken cancellation
    )
    {
        using var buffer = new MemoryStream();
        foreach (var one in events)
        {
            buffer.SetLength(0);
            write(buffer, one);
            await stream.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellation);
        }
    }

    /// <summary>Any number of them: the texts wait aside while the events are written.</summary>
    public static async Task AddAsync(
        PackWriter pack,
        string folder,
        string name,
        IAsyncEnumerable<ChainedEvent> events,
        Func<Stream> scratch
    )
    {
        await using var texts = scratch();
        var (path, count, head) = ($"{folder}/events.jsonl", 0, HashChain.Start);
        await pack.AddAsync(
            path,
            async stream =>
            {
                await foreach (var one in events.WithCancellation(pack.Cancellation))
                {
                    await WriteAsync(stream, [one], WriteEvent, pack.Cancellation);
                    await WriteAsync(texts, [one], WriteText, pack.Cancellation);
                    if (Broken(one, head, count + 1) && pack.Faults.All(fault => fault.Path != path))
                        pack.AddFault(new(path, $"the chain was broken at event {count + 1} when the pack was made"));
                    (count, head) = (count + 1, one.Hash);
                }
            }
        );
        texts.Position = 0;
        await pack.AddAsync($"{folder}/texts.jsonl", stream => texts.CopyToAsync(stream, pack.Cancellation));
        pack.AddChain(new(path, $"{folder}/texts.jsonl", name, count, head));
    }

    private static bool Broken(ChainedEvent one, string head, int number) =>
        one.PreviousHash != head || one.Sequence != number || HashChain.Hash(one.Canonical.Span) != one.Hash;
}
