using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Risk;

namespace SupplierBot.Onboarding.Register;

/// <summary>What another policy would make of one case, from the answers it has.</summary>
/// <param name="NewClauses">Ids, as all of the lists.</param>
/// <param name="SeatsBefore">"1 security, 1 ciso".</param>
/// <param name="Unanswered">Pages that the other policy would ask again, because something on them has no answer.</param>
public sealed record SimulatedCase(
    Case Case,
    Tier TierBefore,
    Tier TierAfter,
    IReadOnlyList<string> NewClauses,
    IReadOnlyList<string> DroppedClauses,
    IReadOnlyList<string> NewDocuments,
    IReadOnlyList<string> DroppedDocuments,
    string SeatsBefore,
    string SeatsAfter,
    bool UsableBefore,
    bool UsableAfter,
    bool Unanswered
)
{
    public bool IsSame =>
        TierBefore == TierAfter
        && NewClauses.Count + DroppedClauses.Count + NewDocuments.Count + DroppedDocuments.Count == 0
        && SeatsBefore == SeatsAfter
        && UsableBefore == UsableAfter
        && !Unanswered;
}

/// <summary>
/// A policy tried on what the register has, before it is in force: every case that counts is assessed under it from its own answers.
/// Nothing is changed: in truth a case keeps the policy it was assessed under until its next review, and only a higher tier brings that
/// review forward.
/// </summary>
public static class PolicySimulation
{
    /// <summary>Open requests, and what is behind a line that somebody uses or is about to.</summary>
    public static bool Concerns(Case current) => current.IsOpen || current is { IsApproved: true, Replaced: false, Offboarding: null };

    /// <param name="own">The policy the case was assessed under.</param>
    public static SimulatedCase Of(Case current, Policy own, Policy proposed, DateOnly today)
    {
        var assessment = Reassessment.Of(proposed, current.Answers, current.TierChange, current.ClauseChanges);
        var usable = current.IsApproved && UseGate.Gaps(current, today).Count == 0;
        return new(
            current,
            current.Assessment.Tier,
            assessment.Tier,
            [.. Clauses(assessment).Except(Clauses(current.Assessment))],
            [.. Clauses(current.Assessment).Except(Clauses(assessment))],
            [.. Documents(assessment).Except(Documents(current.Assessment))],
            [.. Documents(current.Assessment).Except(Documents(assessment))],
            Seats(current.Assessment),
            Seats(assessment),
            usable,
            current.IsApproved
                && (usable ? !MissesMore(current, own, assessment, proposed, today) : IsWhole(current, assessment, proposed, today)),
            Interview.Replay(proposed, current.Answers, today) is InterviewState.Asking
        );
    }

    /// <summary>
    /// Beyond what its own policy would want by now: a tier that was raised, or an approval from before anybody recorded what was agreed,
    /// is in use until its review whatever the policy.
    /// </summary>
    private static bool MissesMore(Case current, Policy own, Assessment assessment, Policy proposed, DateOnly today)
    {
        if (UseGate.IsUnrecorded(current))
            return false;
        var known = Gaps(current, Reassessment.Of(own, current.Answers, current.TierChange, current.ClauseChanges), own, today);
        return Gaps(current, assessment, proposed, today).Except(known).Any();
    }

    private static bool IsWhole(Case current, Assessment assessment, Policy proposed, DateOnly today) =>
        !Gaps(current, assessment, proposed, today).Any();

    private static IEnumerable<(UseGapKind, string)> Gaps(Case current, Assessment assessment, Policy policy, DateOnly today) =>
        UseGate.Gaps(ClauseLedger.Fitted(current with { Assessment = assessment }, policy), today).Select(gap => (gap.Kind, gap.Id));

    private static IEnumerable<string> Clauses(Assessment assessment) => assessment.Clauses.Select(clause => clause.Id);

    private static IEnumerable<string> Documents(Assessment assessment) => assessment.Evidence.Select(document => document.Id);

    private static string Seats(Assessment assessment) =>
        string.Join(
            ", ",
            assessment
                .Approvals.GroupBy(seat => seat.Role, StringComparer.Ordinal)
                .Select(seats => FormattableString.Invariant($"{seats.Sum(seat => seat.People)} {seats.Key}"))
        );
}

/// <summary>Counts over all that was simulated.</summary>
public sealed class SimulatedCounts
{
    private const int MostLosing = 100;
    private readonly SortedDictionary<string, int> added = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> dropped = new(StringComparer.Ordinal);
    private readonly SortedDictionary<(Tier From, Tier To), int> tiers = new(
        Comparer<(Tier From, Tier To)>.Create((one, other) => (other.To, other.From).CompareTo((one.To, one.From)))
    );

    private readonly List<string> losing = [];

    public int Cases { get; private set; }
    public int Same { get; private set; }
    public int Seats { get; private set; }
    public int NoLongerUsable { get; private set; }
    public int UsableThen { get; private set; }
    public int Unanswered { get; private set; }

    /// <summary>Not tried, because the policy they were assessed under can't be read.</summary>
    public int Unread { get; private set; }

    /// <summary>Whose review would be due at once.</summary>
    public int Reviews { get; private set; }

    /// <summary>Numbers of entries that would no longer be ready to use, in the order in which they were read.</summary>
    public IReadOnlyList<string> Losing => losing;

    /// <summary>How many go from which tier to which, the highest first.</summary>
    public IReadOnlyDictionary<(Tier From, Tier To), int> Tiers => tiers;

    /// <summary>How many cases get a clause or a document, by its id.</summary>
    public IReadOnlyDictionary<string, int> Added => added;
    public IReadOnlyDictionary<string, int> Dropped => dropped;

    public void AddUnread() => Unread++;

    public void Add(SimulatedCase one)
    {
        Cases++;
        Same += one.IsSame ? 1 : 0;
        Seats += one.SeatsBefore == one.SeatsAfter ? 0 : 1;
        if (one is { UsableBefore: true, UsableAfter: false } && ++NoLongerUsable <= MostLosing)
            losing.Add(one.Case.EntryId);
        UsableThen += one is { UsableBefore: false, UsableAfter: true } ? 1 : 0;
        Unanswered += one.Unanswered ? 1 : 0;
        Reviews += one.Case.IsApproved && one.TierAfter > one.TierBefore ? 1 : 0;
        if (one.TierBefore != one.TierAfter)
            tiers[(one.TierBefore, one.TierAfter)] = tiers.GetValueOrDefault((one.TierBefore, one.TierAfter)) + 1;
        Count(one.NewClauses.Concat(one.NewDocuments), added);
        Count(one.DroppedClauses.Concat(one.DroppedDocuments), dropped);
    }

    private static void Count(IEnumerable<string> ids, SortedDictionary<string, int> counts)
    {
        foreach (var id in ids)
            counts[id] = counts.GetValueOrDefault(id) + 1;
    }
}
