namespace SupplierBot.Onboarding.Requests;

/// <content>What a supplier is called, and that two of them are one.</content>
public abstract partial record Request
{
    /// <summary>Another name by which people mean the register entry.</summary>
    public sealed record AddAlias(string Name) : OnCase(Verbs.Alias);

    public sealed record RemoveAlias(string Name) : OnCase(Verbs.RemoveAlias);

    /// <summary>The supplier is called something else now; where it was typed, it is asked about first.</summary>
    public sealed record RenameSupplier(string Name) : OnCase(Verbs.Rename);

    /// <summary>For admins: two register entries are one supplier.</summary>
    /// <param name="From">The entry that stops answering for itself: its number, or a name, as <paramref name="Into"/>.</param>
    /// <param name="Seen">What was shown of the two when it was confirmed; empty where nothing was.</param>
    public sealed record MergeSuppliers(string From, string Into, string Seen) : Request;

    /// <summary>For admins: they are two after all.</summary>
    /// <param name="Entry">The one that was merged: its number, or its name.</param>
    public sealed record UndoMerge(string Entry) : Request;
}
