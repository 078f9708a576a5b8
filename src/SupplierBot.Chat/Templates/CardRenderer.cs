using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Templates;

/// <summary>Views to cards: <c>View.Deciding</c> on <c>teams</c> fills <c>cards/teams/deciding.json</c>. Thread-safe; reads no file after <see cref="Load"/>.</summary>
public sealed class CardRenderer
{
    /// <summary>Sentences of the wording that stand in the templates themselves: <c>card.because</c> is <c>${$root.words.because}</c>.</summary>
    private const string WordsPrefix = "card.";

    private const string Slack = "slack";

    /// <summary>Bytes of one card that every client takes (src/SupplierBot.BotFramework/PROTOCOL.md "Cards").</summary>
    private const int MostBytes = 28 * 1024;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    private readonly CardTemplates templates;
    private readonly Dictionary<string, string> words;

    private readonly string shortened;

    private CardRenderer(CardTemplates templates, Dictionary<string, string> words, string shortened) => (this.templates, this.words, this.shortened) = (templates, words, shortened);

    /// <param name="folder">Holds one folder a channel.</param>
    /// <param name="channels"><c>teams</c>, <c>slack</c>: those whose templates must be there.</param>
    /// <exception cref="InvalidDataException">Every fault of every template, a line each, with its file.</exception>
    public static CardRenderer Load(string folder, IEnumerable<string> channels, Wording wording)
    {
        var words = wording.Keys
            .Where(key => key.StartsWith(WordsPrefix, StringComparison.Ordinal))
            .ToDictionary(key => key[WordsPrefix.Length..], key => wording[key], StringComparer.Ordinal);
        return new(CardTemplates.Load(folder, channels, words), words, wording.Has("shortened") ? wording["shortened"] : "…");
    }

    /// <summary>Whole where it fits, else in the first of the shorter forms that does.</summary>
    public RenderedCard Render(View view, string channel)
    {
        var card = RenderWhole(view, channel);
        for (var step = 0; step < ViewShortening.Steps && !Fits(card, channel); step++) card = RenderWhole(ViewShortening.Shorter(view, step, shortened), channel);
        return card;
    }

    private static bool Fits(RenderedCard card, string channel) => channel == Slack ? SlackLimits.Fits(card.Json) : card.Json.Length <= MostBytes;

    private RenderedCard RenderWhole(View view, string channel)
    {
        using var data = JsonDocument.Parse(Data(view, channel));
        var card = templates.Of(channel, view).Render(data.RootElement);
        return new(channel == Slack ? SlackLimits.Tidied(card) : card, view.Plain);
    }

    /// <summary>What a template sees of a view. Valid until the thread's next card.</summary>
    private static ReadOnlyMemory<byte> Data(View view, string channel)
    {
        buffer ??= new(16 * 1024);
        buffer.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(buffer, Template.Compact))
        {
            if (channel != Slack) JsonSerializer.Serialize(writer, view, view.GetType(), CardJson.Default);
            else SlackShape.Begin(writer, view);
        }
        if (channel != Slack) return buffer.WrittenMemory;
        buffer.Write(","u8);
        buffer.Write(JsonSerializer.SerializeToUtf8Bytes(view, view.GetType(), CardJson.Default).AsSpan(1));
        return buffer.WrittenMemory;
    }

    /// <summary>Sample data for the card designer: the view with the words of the templates.</summary>
    internal JsonObject DataOf(View view, string channel)
    {
        var data = JsonNode.Parse(Data(view, channel).Span)!.AsObject();
        data["words"] = new JsonObject(words.Select(word => KeyValuePair.Create(word.Key, (JsonNode?)word.Value)));
        return data;
    }
}
