using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Web.Local.Demo;

/// <summary>
/// Takes every message and shows none: what was said in the past of the example company is on nobody's screen. What is still open is posted
/// when somebody opens their Playground.
/// </summary>
internal sealed class SilentChannel(Wording wording) : IChannel
{
    private int last;

    public string Name => TeamsChannel.Key;
    public Wording Wording => wording;

    public RenderedCard Render(View view, CardPlace place) => new(ReadOnlyMemory<byte>.Empty, view.Plain);

    public Task<DeliveryOutcome> SendAsync(ConversationReference to, RenderedCard card, CancellationToken cancellation) =>
        Delivered($"demo-{Interlocked.Increment(ref last)}");

    public Task<DeliveryOutcome> UpdateAsync(
        ConversationReference to,
        string messageId,
        RenderedCard card,
        CancellationToken cancellation
    ) => Delivered(messageId);

    private static Task<DeliveryOutcome> Delivered(string messageId) =>
        Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.Delivered(messageId));
}
