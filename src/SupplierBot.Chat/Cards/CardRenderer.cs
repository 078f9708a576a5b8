using System.Text.Json;

namespace SupplierBot.Chat;

/// <summary>Views to cards: <c>View.Deciding</c> on <c>teams</c> fills <c>cards/teams/deciding.json</c>. Thread-safe; reads no file after <see cref="Load"/>.</summary>
public sealed class CardRenderer
{
    /// <summary>Sentences of the wording that stand in the templates themselves: <c>card.why</c> is <c>${$root.words.why}</c>.</summary>
    private const string WordsPrefix = "card.";

    private readonly CardTemplates templates;
    /// <summary><c>"words":{…},</c>: what every view's data begins with.</summary>
    private readonly byte[] words;

    private CardRenderer(CardTemplates templates, byte[] words) => (this.templates, this.words) = (templates, words);

    /// <param name="folder">Holds one folder a channel.</param>
    /// <param name="channels"><c>teams</c>, <c>slack</c>: those whose templates must be there.</param>
    /// <exception cref="InvalidDataException">Every fault of every template, a line each, with its file.</exception>
    public static CardRenderer Load(string folder, IEnumerable<string> channels, Wording wording) => new(CardTemplates.Load(folder, channels), WordsOf(wording));

    public RenderedCard Render(View view, string channel)
    {
        using var data = JsonDocument.Parse(DataOf(view));
        return new(templates.Of(channel, view).Render(data.RootElement), view.Plain);
    }

    /// <summary>What the template of a view is filled with, UTF-8; the sample data for the card designer, too.</summary>
    internal byte[] DataOf(View view)
    {
        var members = JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), CardJson.Default);
        return [.. "{"u8, .. words, .. members.AsSpan(1)];
    }

    private static byte[] WordsOf(Wording wording)
    {
        var own = wording.Keys
            .Where(key => key.StartsWith(WordsPrefix, StringComparison.Ordinal))
            .ToDictionary(key => key[WordsPrefix.Length..], key => wording[key], StringComparer.Ordinal);
        return [.. "\"words\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(own, CardJson.Default.DictionaryStringString), .. ","u8];
    }
}
