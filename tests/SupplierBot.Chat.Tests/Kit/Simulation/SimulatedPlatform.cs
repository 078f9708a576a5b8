using System.Globalization;
using System.Text;
using System.Text.Json;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>Every message that was ever created, whether anybody heard of it or not.</summary>
internal sealed class SimulatedPlatform
{
    private long last = 1_700_000_000_000;

    public List<SimulatedMessage> Messages { get; } = [];

    public SimulatedMessage Create(ConversationReference to, RenderedCard card)
    {
        var message = new SimulatedMessage((++last).ToString(CultureInfo.InvariantCulture), to, card);
        Messages.Add(message);
        return message;
    }

    public SimulatedMessage? Find(string id) => Messages.FirstOrDefault(message => message.Id == id && !message.Deleted);
}

/// <summary>One copy of a card on people's screens.</summary>
internal sealed class SimulatedMessage(string id, ConversationReference conversation, RenderedCard card)
{
    public string Id => id;
    public ConversationReference Conversation => conversation;
    public RenderedCard Card { get; set; } = card;
    public bool Deleted { get; set; }
    public bool Viewed { get; set; }
    public string Text => Encoding.UTF8.GetString(Card.Content.Span);

    /// <summary>The first button that is about a case, as a client would press it; null where there is none.</summary>
    public (string Verb, CardStamp Stamp)? Button()
    {
        using var json = JsonDocument.Parse(Card.Content);
        return Button(json.RootElement);
    }

    private static (string Verb, CardStamp Stamp)? Button(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object when element.TryGetProperty("_", out var stamp) && Member(stamp, "case") is { Length: > 0 } about => (
                Member(element, "verb"),
                CardStamp.OfCase(
                    about,
                    Member(stamp, "slot"),
                    int.TryParse(Member(stamp, "version"), CultureInfo.InvariantCulture, out var version) ? version : 0
                )
            ),
            JsonValueKind.Object => element
                .EnumerateObject()
                .Select(member => Button(member.Value))
                .FirstOrDefault(found => found is not null),
            JsonValueKind.Array => element.EnumerateArray().Select(Button).FirstOrDefault(found => found is not null),
            _ => null,
        };

    private static string Member(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) ? value.ToString() : "";
}
