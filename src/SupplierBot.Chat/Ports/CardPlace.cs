namespace SupplierBot.Chat.Ports;

/// <summary>Where a card is shown: what decides how much it may hold, and which of its buttons it needs.</summary>
public enum CardPlace
{
    /// <summary>In a conversation, as a message of its own or in place of one.</summary>
    Message,

    /// <summary>Over the conversation, with a way to close it: Slack's modal, Teams' dialog.</summary>
    Modal,
}
