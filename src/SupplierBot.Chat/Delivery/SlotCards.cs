using System.Security.Cryptography;
using System.Text;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Delivery;

/// <summary>The card that a slot must show now, as the channel of its conversation lays it out.</summary>
public sealed class SlotCards(SlotRenderer renderer, Channels channels, IEnumerable<IOpenLists> lists)
{
    /// <param name="posted">A message is there already.</param>
    /// <returns>Nothing where this slot is not wanted there any more.</returns>
    public async Task<Showing<SlotCard>> RenderAsync(OutboxItem item, bool posted, ConversationReference to, CancellationToken cancellation)
    {
        var (shown, notBefore) = await renderer.RenderAsync(item, posted, to, cancellation);
        if (shown is not { } shows)
            return new(null, notBefore);
        foreach (var open in lists)
            open.Changed(shows.Listed); // Whatever becomes of the message.
        return new(new SlotCard(to, channels.Of(to).Render(shows.View, CardPlace.Message), shows.Version));
    }
}

/// <param name="Version">Of the case the card was rendered from.</param>
public sealed record SlotCard(ConversationReference To, RenderedCard Card, int Version)
{
    /// <summary>Of all that people may come to see of it.</summary>
    public string Hash { get; } = HashOf(Card);

    private static string HashOf(RenderedCard card)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(card.Content.Span);
        hash.AppendData(Encoding.UTF8.GetBytes(card.Summary));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
