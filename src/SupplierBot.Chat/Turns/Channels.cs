using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Turns;

/// <summary>The channels there are, each by the conversations that are its own.</summary>
public sealed class Channels(IEnumerable<IChannel> all)
{
    /// <exception cref="InvalidOperationException">The conversation is on a platform this process does not speak to.</exception>
    public IChannel Of(ConversationReference conversation) =>
        all.FirstOrDefault(channel => channel.Name == conversation.Channel)
        ?? throw new InvalidOperationException($"There is no channel `{conversation.Channel}`.");
}
