using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Onboarding.Audit;

/// <summary>Whether a register entry is what the case behind it makes of it, its review under way included.</summary>
public static class EntryVerifier
{
    private const string Behind = "behind";

    /// <summary>Members that came after the first release: an entry that was not written since says nothing there.</summary>
    private static readonly string[] Later =
    [
        "review",
        "nextReport",
        "conditionDue",
        "gaps",
        "proofUntil",
        "term",
        "restrictions",
        "agreementsUnrecorded",
        "names",
    ];

    /// <summary>
    /// Whether the case is behind its entry from when it was sent, or decided: a review only stands beside what is approved until somebody
    /// decides.
    /// </summary>
    public static bool StandsBehind(Case current) =>
        current.ReviewOrigin is null || (!current.IsOpen && current.Status is not (CaseStatus.Withdrawn or CaseStatus.Expired));

    /// <summary>
    /// The entry as text, without when it was written, and what other chains prove of it: equal texts are equal entries.
    /// </summary>
    public static string Text(RegisterEntry entry) =>
        SealedText.Of(entry with { ChangedAt = default, Held = null, ImportedOwner = null, MergedEntries = null });

    /// <summary>What <see cref="Text"/> is while nobody reviews it.</summary>
    public static string TextOf(Case behind) => Text(RegisterUpdate.Entry(behind, null, default));

    /// <summary>
    /// Of an entry that no case stands behind: it was brought along in a file, and nobody asked for it since. Who looks after it now, and
    /// whether another one answers for it, is in the facts of imports.
    /// </summary>
    public static IReadOnlyList<string> Contradictions(RegisterEntry kept, ImportedLine imported) =>
        [
            .. SealedText
                .Differences(
                    kept with
                    {
                        MergedEntries = null,
                    },
                    LegacyEntry.Merged(LegacyEntry.Of(kept.Id, imported, kept.ChangedAt, kept.ImportedOwner), kept.MergedInto)
                )
                .Select(name => $"its {name} is not what row {imported.Row} of {imported.Batch} says"),
        ];

    /// <summary>Nobody worked on it since it was imported: another owner alone is no work.</summary>
    public static bool IsAsImported(RegisterEntry kept, ImportedLine imported) =>
        kept is { MergedInto: null, MergedEntries: null } && Contradictions(kept, imported).Count == 0;

    /// <summary>Two entries that are one supplier say so of each other; null where they do, or neither says it any more.</summary>
    /// <param name="behind">The case behind the one that was merged; null where nobody assessed it.</param>
    public static string? MergeFault(RegisterEntry? merged, Case? behind, RegisterEntry? stays, string staysId)
    {
        var into = merged?.MergedInto == staysId;
        var said = merged is null ? null : stays?.MergedEntries?.FirstOrDefault(one => one.Id == merged.Id);
        return into switch
        {
            false when stays?.MergedEntries is null || said is null => null,
            false => $"it stands for itself; {staysId} says that it was merged into it",
            true when stays is null => $"it was merged into {staysId}, which is not on the register",
            true when stays.MergedInto is not null => $"it was merged into {staysId}, which was merged itself",
            true when said is null => $"it was merged into {staysId}, which doesn't say so",
            true when SealedText.Of(said) != SealedText.Of(MergedEntry.Of(merged!, behind, behind?.Merge?.At ?? said.At)) =>
                $"its names, or what it keeps open, are not what {staysId} says",
            _ => null,
        };
    }

    /// <param name="behind">The case the entry follows from.</param>
    /// <param name="review">The open case that reviews it; null where none is.</param>
    public static IReadOnlyList<string> Contradictions(RegisterEntry kept, Case behind, string? review)
    {
        var wanted = RegisterUpdate.WithKept(RegisterUpdate.Entry(behind, review, kept.ChangedAt), behind, kept)!;
        var old = behind.Salt is null;
        var differing = SealedText
            .Differences(kept with { Held = null }, wanted)
            .Where(name => !old || !Later.Contains(name) || SaysIt(kept, name))
            // Kept by a release that did not: the next start writes it, and the index with it.
            .Where(name => name != Behind || kept.Behind is not null)
            // Kept before anybody was asked about it.
            .Where(name => name != "agreementsUnrecorded" || kept.AgreementsUnrecorded || behind.Requirements is not null)
            .Where(name => name != "status" || !IsOlderWord(kept.Status, wanted.Status))
            // An earlier release kept the day while a question waited.
            .Where(name => name != "dueAt" || behind.Status != CaseStatus.InfoRequested || kept.DueAt != behind.DueAt);
        var found = differing
            .Select(name =>
                name == "status"
                    ? $"its status: {kept.Status} is kept; {behind.Id} makes it {wanted.Status}"
                    : $"its {name} is not what {behind.Id} says"
            )
            .ToList();
        if (behind.Offboarding?.EndedAt is { } ended && kept.ChangedAt != ended)
            found.Add($"the time its use ended is not what {behind.Id} says");
        return found;
    }

    /// <summary>An earlier release called an entry that nobody decided on "not approved".</summary>
    public static bool IsOlderWord(EntryStatus kept, EntryStatus wanted) => kept == EntryStatus.NotApproved && wanted.IsUndecided();

    private static bool SaysIt(RegisterEntry kept, string name) =>
        name switch
        {
            "review" => kept.Review is not null,
            "nextReport" => kept.NextReport is not null,
            "gaps" => kept.Gaps.Count > 0,
            "proofUntil" => kept.ProofUntil is not null,
            "restrictions" => kept.Restrictions.Count > 0,
            "agreementsUnrecorded" => kept.AgreementsUnrecorded,
            "names" => kept.Names is not null,
            "term" => kept.Term is not null,
            _ => kept.ConditionDue is not null,
        };
}
