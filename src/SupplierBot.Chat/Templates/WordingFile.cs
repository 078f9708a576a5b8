using System.Text.Json;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Templates;

/// <summary>
/// Reads <c>cards/wording.en.json</c>, and what one channel says otherwise from <c>cards/wording.{channel}.en.json</c>: nested sections
/// become dotted keys.
/// </summary>
public static class WordingFile
{
    private const string Name = "wording.en.json";
    private const string Remedy = "Restore the file from the release, or correct Cards:Path.";

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static string NameOf(string channel) => $"wording.{channel}.en.json";

    /// <exception cref="CardFileException"> The file is missing, is not an object of sentences, or lacks some that the product says: all of
    /// them, where, and what to do. </exception>
    public static Wording Read(string cardsFolder)
    {
        var path = Path.Combine(cardsFolder, Name);
        var (bytes, sentences) = ReadFile(path, Remedy);
        var shipped = ShippedBytes();
        // The shipped file itself is not read twice: a start waits for this.
        if (!bytes.AsSpan().SequenceEqual(shipped))
            RequireAll(path, sentences, Sentences(shipped).Keys);
        return new(sentences);
    }

    /// <summary>That of the product, wherever the cards are: for the command line.</summary>
    public static Wording Shipped() => new(Sentences(ShippedBytes()));

    /// <summary>
    /// The sentences of every channel, with those of this one in their place where its file has them. No file: none differs.
    /// </summary>
    /// <exception cref="CardFileException"> The file is not an object of sentences, or has some that no channel says, or that are the same
    /// for all: each of them. </exception>
    public static Wording ReadOf(string channel, string cardsFolder, Wording shared)
    {
        var path = Path.Combine(cardsFolder, NameOf(channel));
        if (!File.Exists(path))
            return shared;
        var own = ReadFile(path, "Correct or remove the file.").Sentences;
        var faults = own.Keys.Select(key => FaultOf(key, shared)).OfType<string>().Select(fault => $"{path}: {fault}").ToList();
        return faults.Count == 0 ? shared.With(own) : throw new CardFileException(faults);
    }

    private static string? FaultOf(string key, Wording shared) =>
        !shared.Has(key) ? $"`{key}` is no sentence of {Name}."
        : IsStored(key) ? $"`{key}` is stored as it is said, for every channel. Change it in {Name}."
        : null;

    /// <summary>
    /// Lines of a history, who did what nobody did, what was done differently: <c>Context.StoredWording</c>
    /// says them.
    /// </summary>
    private static bool IsStored(string key) =>
        key is "clock.name"
        || key.StartsWith("story.", StringComparison.Ordinal)
        || key.StartsWith("deviation.", StringComparison.Ordinal)
        || key.Contains(".story_", StringComparison.Ordinal);

    private static (byte[] Bytes, Dictionary<string, string> Sentences) ReadFile(string path, string remedy)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return (bytes, Sentences(bytes));
        }
        catch (JsonException fault)
        {
            throw new CardFileException([$"{path}: {JsonFault.Words(fault)} {remedy}"], fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new CardFileException([$"{path}: {fault.Message} {remedy}"], fault);
        }
    }

    private static void RequireAll(string path, Dictionary<string, string> sentences, IEnumerable<string> needed)
    {
        var missing = needed.Where(key => !sentences.ContainsKey(key)).Select(key => $"`{key}`").ToList();
        if (missing.Count == 0)
            return;
        throw new CardFileException([
            $"{path}: sentences are missing: {string.Join(", ", missing)}. Take them over from the {Name} of the release.",
        ]);
    }

    private static byte[] ShippedBytes()
    {
        using var stream = typeof(WordingFile).Assembly.GetManifestResourceStream(Name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Dictionary<string, string> Sentences(byte[] utf8)
    {
        var start = utf8.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        using var document = JsonDocument.Parse(utf8.AsMemory(start), Strict);
        return Sentences(document.RootElement, "").ToDictionary(pair => pair.Key, pair => pair.Sentence, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Key, string Sentence)> Sentences(JsonElement section, string prefix) =>
        section
            .EnumerateObject()
            .SelectMany(member =>
                member.Value.ValueKind == JsonValueKind.Object
                    ? Sentences(member.Value, prefix + member.Name + ".")
                    : [(prefix + member.Name, SentenceOf(member, prefix))]
            );

    private static string SentenceOf(JsonProperty member, string prefix) =>
        member.Value.ValueKind == JsonValueKind.String
            ? member.Value.GetString()!
            : throw new InvalidOperationException($"`{prefix}{member.Name}` is no sentence.");
}
