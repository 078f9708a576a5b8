using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>The channels there are, each by the conversations that are its own.</summary>
public sealed class Channels(IEnumerable<IChannel> all)
{
    /// <exception cref="InvalidOperationException">The conversation is on a platform this process does not speak to.</exception>
    public IChannel Of(ConversationReference conversation) =>
        all.FirstOrDefault(channel => channel.Name == conversation.Channel)
        ?? throw new InvalidOperationException($"There is no channel `{conversation.Channel}`.");

    /// <summary>The sentences that are read there.</summary>
    /// <inheritdoc cref="Of"/>
    public Wording WordingOf(ConversationReference conversation) => Of(conversation).Wording;
}
