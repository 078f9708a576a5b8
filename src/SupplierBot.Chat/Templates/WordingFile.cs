using System.Text.Json;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Templates;

/// <summary>Reads <c>cards/wording.en.json</c>: nested sections become dotted keys.</summary>
public static class WordingFile
{
    private const string Name = "wording.en.json";

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="CardFileException">The file is missing, is not an object of sentences, or lacks some that the product says: all of them, where, and what to do.</exception>
    public static Wording Read(string cardsFolder)
    {
        var path = Path.Combine(cardsFolder, Name);
        try
        {
            var bytes = File.ReadAllBytes(path);
            var shipped = Shipped();
            var sentences = Sentences(bytes);
            // The shipped file itself is not read twice: a start waits for this.
            return bytes.AsSpan().SequenceEqual(shipped) ? new(sentences) : Whole(path, sentences, Sentences(shipped).Keys);
        }
        catch (JsonException fault)
        {
            throw new CardFileException($"{path}: {JsonFault.Words(fault)} Restore the file from the release, or correct Cards:Path.", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            throw new CardFileException($"{path}: {fault.Message} Restore the file from the release, or correct Cards:Path.", fault);
        }
    }

    private static Wording Whole(string path, Dictionary<string, string> sentences, IEnumerable<string> needed)
    {
        var missing = needed.Where(key => !sentences.ContainsKey(key)).Select(key => $"`{key}`").ToList();
        return missing.Count == 0
            ? new(sentences)
            : throw new CardFileException($"{path}: sentences are missing: {string.Join(", ", missing)}. Take them over from the wording.en.json of the release.");
    }

    private static byte[] Shipped()
    {
        using var stream = typeof(WordingFile).Assembly.GetManifestResourceStream(Name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Dictionary<string, string> Sentences(byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8.AsMemory(utf8.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0), Strict);
        return Sentences(document.RootElement, "").ToDictionary(pair => pair.Key, pair => pair.Sentence, StringComparer.Ordinal);
    }

    private static IEnumerable<(string Key, string Sentence)> Sentences(JsonElement section, string prefix) => section.EnumerateObject().SelectMany(member =>
        member.Value.ValueKind == JsonValueKind.Object
            ? Sentences(member.Value, prefix + member.Name + ".")
            : [(prefix + member.Name, member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : throw new InvalidOperationException($"`{prefix}{member.Name}` is no sentence."))]);
}

/// <summary>A file of the cards folder that cannot be used; the message names file, place and remedy.</summary>
public sealed class CardFileException(string message, Exception? cause = null) : Exception(message, cause);
