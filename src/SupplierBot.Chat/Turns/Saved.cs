using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Turns;

/// <param name="Draft">The draft as it is now; null where there is none.</param>
public sealed record Saved(Versioned<StoredDraft>? Draft)
{
    /// <summary>The draft that became a case, still to be put away: nobody else has to wait for that.</summary>
    public Versioned<StoredDraft>? Sent { get; init; }

    /// <summary>Nothing was saved, because it was done by an earlier delivery of the same.</summary>
    public bool Before { get; init; }
}
