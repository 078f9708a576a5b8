using System.Collections.Concurrent;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.TextConsole;

/// <summary>The way out to people at consoles: every person has one conversation, their own screen.</summary>
/// <param name="wording">The sentences as they are read on a console.</param>
public sealed class ConsoleChannel(Wording wording) : IChannel
{
    public const string Key = "console";

    private readonly ConcurrentDictionary<string, ConsoleScreen> screens = new();

    public string Name => Key;

    public Wording Wording { get; } = wording;

    /// <summary>A console scrolls: there is always room for the whole.</summary>
    public RenderedCard Render(View view, CardPlace place) => ConsoleCard.Render(view, Wording);

    public Task<DeliveryOutcome> SendAsync(ConversationReference to, RenderedCard card, CancellationToken cancellation) =>
        Task.FromResult<DeliveryOutcome>(
            screens.TryGetValue(to.ConversationId, out var screen)
                ? new DeliveryOutcome.Delivered(screen.Write(ConsoleCard.Read(card)))
                : new DeliveryOutcome.ConversationGone("nobody sits there")
        );

    /// <summary>What is written stays, so the new card is written below, as the same message.</summary>
    public Task<DeliveryOutcome> UpdateAsync(
        ConversationReference to,
        string messageId,
        RenderedCard card,
        CancellationToken cancellation
    ) =>
        Task.FromResult<DeliveryOutcome>(
            screens.TryGetValue(to.ConversationId, out var screen)
                ? new DeliveryOutcome.Delivered(screen.Write(ConsoleCard.Read(card), messageId))
                : new DeliveryOutcome.MessageGone()
        );

    internal ConsoleScreen Open(ConversationReference conversation, TextWriter output) =>
        screens[conversation.ConversationId] = new(output);

    internal static ConversationReference ConversationOf(PersonId person) =>
        new(Key, "", person.Value, ConversationScope.Personal, "", null, person.Value, null);
}
