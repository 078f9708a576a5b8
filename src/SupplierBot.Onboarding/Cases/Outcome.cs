using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// What an input comes to. Messages are not listed: which slots a case needs follows from the case itself (<c>Slots.Of</c>), so that
/// delivery can always be recomputed from what was committed.
/// </summary>
public sealed record Outcome
{
    /// <summary>What the person sees now. Null where nothing needs to be said (an automatic refresh of nothing, a removal).</summary>
    public required View? Answer { get; init; }

    /// <summary>What a search found, to choose from; null where nothing was searched, or there is something to say instead.</summary>
    public IReadOnlyList<Hit>? Hits { get; init; }
    public DraftChange? Draft { get; init; }

    /// <summary>The case as it will be, with <see cref="Case.Version"/> already raised; null where it does not change.</summary>
    public Case? Case { get; init; }
    public IReadOnlyList<ChainedEvent> Events { get; init; } = [];

    /// <summary>The register entry as it will be; null where it does not change.</summary>
    public RegisterEntry? Entry { get; init; }

    /// <summary>What changes about an entry that no case stands behind; null where nothing does.</summary>
    public ImportedLineChange? Line { get; init; }

    /// <summary>Another entry that changes with it, as it will be: the one that stays of two that are one supplier.</summary>
    public RegisterEntry? Other { get; init; }

    /// <summary>
    /// Names the operation by meaning (<c>create-{draft}</c>, <c>approve-REQ-2026-0001-c1-{person}</c>) or by the form it was sent from, so
    /// that a second press falls on the same insert-only marker. Null where nothing but the delivery itself tells one from another.
    /// </summary>
    public string? Operation { get; init; }

    /// <summary>What was done, in words for the person; empty where the card says it.</summary>
    public string Said { get; init; } = "";

    /// <summary>
    /// The same was done a moment ago, so it is asked about and not done. Where it was this very delivery, or the same press of the same
    /// form (<see cref="Operation"/>), there is nothing to ask.
    /// </summary>
    public bool Repeats { get; init; }

    /// <summary>What is kept beside the case, so that this can be undone; null where it cannot.</summary>
    public UndoSnapshot? Snapshot { get; init; }

    /// <summary>The press that this undoes: its messages are not sent.</summary>
    public UndoablePress? Undoes { get; init; }

    /// <summary>Allowed by who holds a role: it is saved only while that is as it was read.</summary>
    public bool ByRole { get; init; }

    /// <summary>
    /// Why what was asked for was not done, for the log: the key of the words that said so. Null where it was done, or only looked at.
    /// </summary>
    public string? Refused { get; init; }

    /// <summary>A file that is to be written; it is the answer. Null where none is.</summary>
    public OrderedExport? Export { get; init; }

    /// <summary>The person said that they have read the policy in force: kept beside what they were answered.</summary>
    public bool ReadPolicy { get; init; }

    public bool ChangesNothing => Draft is null && Case is null && Line is null;

    public static Outcome Say(View view) => new() { Answer = view };
}

/// <summary>A line of the register in a list of results: the same for everybody.</summary>
/// <param name="Card">What is put into a conversation when it is chosen.</param>
public sealed record Hit(string Title, string Words, View.Entry Card);

public abstract record DraftChange
{
    private DraftChange() { }

    public sealed record Save(Draft Draft) : DraftChange
    {
        /// <summary>The person said that the draft they were at is to be deleted.</summary>
        public bool InItsPlace { get; init; }

        /// <summary>Whether the draft the person was at is kept beside this one: it says something, and is another.</summary>
        public bool PutsAside(Draft? current) =>
            !InItsPlace
            && current is not null
            && current.Id != Draft.Id
            && current is not { EditsCase: null, FollowsCase: null, OfEntry: null, IsEmpty: true };
    }

    public sealed record Delete(string Id) : DraftChange;
}
