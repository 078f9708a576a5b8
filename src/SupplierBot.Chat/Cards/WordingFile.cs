using System.Text.Json;

namespace SupplierBot.Chat;

/// <summary>Reads <c>cards/wording.en.json</c>: nested sections become dotted keys.</summary>
public static class WordingFile
{
    private const string Name = "wording.en.json";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="CardFileException">The file is missing or is not an object of sentences: says where and what to do.</exception>
    public static Wording Read(string cardsFolder)
    {
        var path = Path.Combine(cardsFolder, Name);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), Strict);
            return new(Sentences(document.RootElement, "").ToDictionary(pair => pair.Key, pair => pair.Sentence, StringComparer.Ordinal));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            throw new CardFileException($"{path}: {fault.Message} Restore the file from the release, or correct Cards:Path.", fault);
        }
    }

    private static IEnumerable<(string Key, string Sentence)> Sentences(JsonElement section, string prefix) => section.EnumerateObject().SelectMany(member =>
        member.Value.ValueKind == JsonValueKind.Object
            ? Sentences(member.Value, prefix + member.Name + ".")
            : [(prefix + member.Name, member.Value.GetString() ?? throw new InvalidOperationException($"`{prefix}{member.Name}` is no sentence."))]);
}

/// <summary>A file of the cards folder that cannot be used; the message names file, place and remedy.</summary>
public sealed class CardFileException(string message, Exception cause) : Exception(message, cause);
