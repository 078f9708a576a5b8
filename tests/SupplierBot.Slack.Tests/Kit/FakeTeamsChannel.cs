using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Tests.Kit;

/// <summary>In place of Teams: keeps what is shown, message by message.</summary>
internal sealed class FakeTeamsChannel : IChannel
{
    public const string Key = "teams",
        Place = "19:security@thread.tacv2";

    private readonly ConcurrentDictionary<string, (string Conversation, string Words)> messages = new();

    public string Name => Key;
    public Wording Wording => ShippedCards.Wording;
    public int MostOwnViews => 60;

    public RenderedCard Render(View view, CardPlace place) => new(Encoding.UTF8.GetBytes(view.Plain), view.Plain);

    public static Person PersonNamed(string name) => new(new($"{Key}:{name}"), char.ToUpperInvariant(name[0]) + name[1..]);

    /// <summary>Somebody's account there, with the address the directory knows.</summary>
    public static Turn Account(string name) =>
        new(
            "",
            new(Key, "https://smba.trafficmanager.net/x/", $"a:{name}", ConversationScope.Personal, "28:bot", "tenant", $"29:{name}", null),
            new(PersonNamed(name), true),
            RequestReader.Typed(""),
            null,
            false
        )
        {
            Email = $"{name}@acme.example",
        };

    /// <summary>The bot was added to the channel.</summary>
    public static Turn Added =>
        Account("sam") with
        {
            Conversation = new(Key, "https://smba.trafficmanager.net/x/", Place, ConversationScope.Channel, "28:bot", "tenant", null, null),
        };

    public IReadOnlyList<string> In(string conversation) =>
        [.. messages.Values.Where(message => message.Conversation == conversation).Select(message => message.Words)];

    public Task<DeliveryOutcome> SendAsync(ConversationReference to, RenderedCard card, CancellationToken cancellation) =>
        KeepAsync((messages.Count + 1).ToString(CultureInfo.InvariantCulture), to, card);

    public Task<DeliveryOutcome> UpdateAsync(
        ConversationReference to,
        string messageId,
        RenderedCard card,
        CancellationToken cancellation
    ) =>
        messages.ContainsKey(messageId)
            ? KeepAsync(messageId, to, card)
            : Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.MessageGone());

    private Task<DeliveryOutcome> KeepAsync(string id, ConversationReference to, RenderedCard card)
    {
        messages[id] = (to.ConversationId, card.Summary);
        return Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered(id));
    }
}
