namespace SupplierBot.Chat.Stores;

/// <summary>What of a register entry has a day.</summary>
public enum EntryDueKind
{
    Review,
    Report,
    Condition,

    /// <summary>It is approved and not ready to use yet: the day it was approved.</summary>
    Use,
}
