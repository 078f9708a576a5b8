namespace SupplierBot.Chat.Stores;

/// <summary>What of a register entry has a day.</summary>
public enum EntryDueKind
{
    Review,
    Report,
    Condition,
}
