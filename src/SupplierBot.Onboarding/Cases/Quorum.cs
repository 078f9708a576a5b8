using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

/// <summary>
/// Who has to say yes, who has, and who still can: seats of the assessment, in steps, each filled by another person, never by the requester
/// or the owner (Policies/README.md "Approvals").
/// </summary>
internal sealed class Quorum
{
    /// <summary>Of each free seat in <see cref="KindOf"/>; of more seats than fit everybody is looked at on their own.</summary>
    private const int BitsOfKind = 3;
    private const int MostKinds = 64 / BitsOfKind;

    private readonly Case current;
    private readonly RoleHolders roles;
    private readonly Interests interests;
    private readonly SeatHelper? helper;

    /// <summary>Everybody who said yes, and everybody in whose place they did.</summary>
    private readonly HashSet<PersonId> used;
    private readonly IReadOnlyList<Person> everybody;
    private readonly Dictionary<string, HashSet<PersonId>> deputies = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<PersonId>> away;

    /// <summary>The seat is the same for everybody of a kind: hundreds of people of one role are one question.</summary>
    private readonly Dictionary<ulong, Seat?> seatOfKind = [];
    private readonly Lazy<IReadOnlyList<Seat>> freeKinds;
    private IReadOnlyList<Person>? deciders;
    private bool? possible;
    private bool? stillHelps;

    private Quorum(Case current, RoleHolders roles, PersonId? beside)
    {
        (this.current, this.roles, interests) = (current, roles, new(current, roles, beside));
        used = [.. current.Approvals.SelectMany(approval => approval.Voices()).Select(roles.Canonical)];
        everybody = [.. Everybody()];
        away = new(StoodInFor);
        Seats = Filled();
        freeKinds = new(() => [.. Seats.Where(seat => seat.Free).Distinct()]);
        helper = Helper();
    }

    public static Quorum Of(Case current, RoleHolders roles) => new(current, roles, null);

    /// <summary>Who judges what somebody did: neither they nor the person who got their part from them.</summary>
    public static Quorum Judging(PersonId who, Case current, RoleHolders roles) => new(current, roles, who);

    public IReadOnlyList<Seat> Seats { get; }
    public bool Full => freeKinds.Value.Count == 0;
    public int Given => Seats.Count(seat => !seat.Free);
    public int Needed => Seats.Count;

    /// <summary>A step starts when the one before is full; null once all are.</summary>
    public int? Step => Full ? null : Seats.Where(seat => seat.Free).Min(seat => seat.Step);

    /// <summary>Roles whose seats can be or were filled up to now, in order.</summary>
    public IEnumerable<string> Reached =>
        Seats
            .Where(seat => Step is null || seat.Step <= Step)
            .Select(seat => seat.Role)
            .Concat(
                helper is { } help && Step is not null && Seats.Any(seat => seat.Step <= Step && seat.Role == help.Seat) ? [help.Role] : []
            )
            .Distinct();

    /// <summary>The role whose seat is free now; the last one where none is.</summary>
    public string NextRole =>
        Seats.FirstOrDefault(seat => seat.Free && seat.Step == Step)?.Role ?? (Seats is [.., var last] ? last.Role : RoleNames.Security);

    /// <summary>Who can decide now: eligible, and not counted yet.</summary>
    public IReadOnlyList<Person> Deciders => deciders ??= [.. everybody.Where(person => SeatFor(person.Id) is not null)];
    public bool Possible => possible ??= CanFill([.. Seats.Where(seat => seat.Free)], used);

    /// <summary>How many of the seats can be filled at all.</summary>
    public int Fillable => Seats.Count - Left([.. Seats.Where(seat => seat.Free)], used);

    public bool SaidYes(PersonId person) => current.Approvals.Any(approval => roles.Same(approval.By.Id, person));

    /// <summary>The yes that somebody said in this person's place, or in whose place they stand themselves: one part, one yes.</summary>
    public Approval? InTheirPlace(PersonId person) =>
        current.Approvals.FirstOrDefault(approval => approval.InPlaceOf?.Any(other => roles.Same(other, person)) == true)
        ?? Seats
            .SelectMany(seat => interests.Free(person, seat.Role))
            .SelectMany(part => part.Through)
            .Where(giver => giver.IsAway)
            .Select(giver => current.Approvals.FirstOrDefault(approval => roles.Same(approval.By.Id, giver.By.Id)))
            .FirstOrDefault(approval => approval is not null);

    /// <summary>Has a part in this request's decision, now or at a later step.</summary>
    public bool Reviews(PersonId person) => !interests.Has(person) && Seats.Any(seat => Suits(seat, person, helps: helper is not null));

    /// <summary>What keeps this person out of it; null for who has a part, and for who would have none in any request.</summary>
    public Conflict? ConflictOf(Person person) =>
        Reviews(person.Id) ? null : interests.Of(person, Seats.Select(seat => seat.Role).Concat(helper is { } help ? [help.Role] : []));

    /// <summary>Who would decide here, had they not got their part from the requester or the owner.</summary>
    public IEnumerable<Conflict> Appointed =>
        everybody.Select(ConflictOf).OfType<Conflict>().Where(conflict => conflict.Through is not null);

    /// <summary>
    /// The part with which this person fills the seat: one of their own before one in somebody's place; null for a deputy.
    /// </summary>
    public RolePart? PartFor(Seat seat, PersonId person) =>
        interests
            .Free(person, helper is { } help && Helping(seat, person) ? help.Role : seat.Role)
            .Where(part => IsUnused(part, used))
            .OrderBy(part => part.Through.Count(giver => giver.IsAway))
            .FirstOrDefault();

    /// <summary>The person who gave them the role long before asking for this, or owning it.</summary>
    public RoleGiver? PatronOf(RolePart part) => interests.Patron(part);

    /// <summary>The seat this person fills by saying yes now: null where there is none, or where they are needed at a later one.</summary>
    public Seat? SeatFor(PersonId person)
    {
        if (Full || interests.Has(person) || used.Contains(roles.Canonical(person)))
            return null;
        // A person somebody stands in for takes that part with them as well: they are a kind of their own.
        if (freeKinds.Value.Count > MostKinds || away.Value.Contains(roles.Canonical(person)))
            return SeatOf(person);
        var kind = KindOf(person);
        if (!seatOfKind.TryGetValue(kind, out var seat))
            seatOfKind[kind] = seat = SeatOf(person);
        return seat;
    }

    private Seat? SeatOf(PersonId person) =>
        Seats
            .Where(seat => seat.Free && seat.Step == Step && Suits(seat, person, Helps, used))
            .FirstOrDefault(seat => !Possible || PossibleAfter(seat, person));

    public bool Helping(Seat seat, PersonId person) => !Holds(person, seat.Role) && !Deputises(person, seat.Role);

    private bool PossibleAfter(Seat seat, PersonId person)
    {
        var free = Seats.Where(other => other.Free).ToList();
        free.Remove(seat);
        return CanFill(free, [.. used, roles.Canonical(person)], Helps && !Helping(seat, person));
    }

    /// <summary>Which of the free seats they suit, and how, as bits: two of one kind can take each other's place.</summary>
    private ulong KindOf(PersonId person) =>
        freeKinds.Value.Aggregate(
            0UL,
            (kind, seat) =>
                kind << BitsOfKind
                | (Suits(seat, person, helps: false, used) ? 1UL : 0)
                | (Suits(seat, person, helps: true, used) ? 2UL : 0)
                | (Helping(seat, person) ? 4UL : 0)
        );

    private HashSet<PersonId> StoodInFor() =>
        [
            .. roles
                .Parts.Values.SelectMany(parts => parts)
                .SelectMany(part => part.Through)
                .Where(giver => giver.IsAway)
                .Select(giver => roles.Canonical(giver.By.Id)),
        ];

    private bool Holds(PersonId person, string role) => interests.Free(person, role).Any();

    /// <summary>Whose place it is has not been used for a yes.</summary>
    private bool IsUnused(RolePart part, HashSet<PersonId> taken) =>
        !part.Through.Any(giver => giver.IsAway && taken.Contains(roles.Canonical(giver.By.Id)));

    private bool Deputises(PersonId person, string role)
    {
        if (!deputies.TryGetValue(role, out var them))
            deputies[role] = them = [.. roles.DeputiesOf(role).Select(deputy => roles.Canonical(deputy.Id))];
        return them.Contains(roles.Canonical(person));
    }

    /// <summary>One free security seat only: gone when somebody without the role sits in one.</summary>
    private bool Helps =>
        stillHelps ??=
            helper is { Seat: var role }
            && !Seats.Any(seat => seat.Role == role && seat.By is { } taken && !roles.Holds(taken.By.Id, role));

    private SeatHelper? Helper()
    {
        if (SeatRules.Helper(current.Assessment) is not { } help || !roles.Known.Has(help.Role))
            return null;
        var holders = roles.Of(help.Seat).DistinctBy(person => roles.Canonical(person.Id)).ToList();
        var able = holders.Count(person => Holds(person.Id, help.Seat));
        return able < holders.Count && able < Seats.Count(seat => seat.Role == help.Seat) ? help : null;
    }

    /// <param name="taken">Who said yes; null where it does not matter.</param>
    private bool Suits(Seat seat, PersonId person, bool helps, HashSet<PersonId>? taken = null) =>
        interests.Free(person, seat.Role).Any(part => taken is null || IsUnused(part, taken))
        || (current.Late && Deputises(person, seat.Role))
        || (
            helps
            && helper is { } help
            && seat.Role == help.Seat
            && interests.Free(person, help.Role).Any(part => taken is null || IsUnused(part, taken))
        );

    private bool CanFill(IReadOnlyList<Seat> free, HashSet<PersonId> taken, bool? helped = null) => Left(free, taken, helped) == 0;

    private int Left(IReadOnlyList<Seat> free, HashSet<PersonId> taken, bool? helped = null)
    {
        var alone = Unfilled(free, taken, helped: null);
        var first = free.FirstOrDefault(seat => seat.Role == helper?.Seat);
        return alone > 0 && first is not null && (helped ?? Helps) ? Math.Min(alone, Unfilled(free, taken, first)) : alone;
    }

    private int Unfilled(IReadOnlyList<Seat> free, HashSet<PersonId> taken, Seat? helped)
    {
        var people = everybody
            .Where(person => !taken.Contains(roles.Canonical(person.Id)) && !interests.Has(person.Id))
            .Select(person => person.Id)
            .ToList();
        var fits = free.Select(seat => people.Select(person => Suits(seat, person, ReferenceEquals(seat, helped), taken)).ToArray())
            .ToList();
        return free.Count - SeatMatching.Size(fits, people.Count);
    }

    private IEnumerable<Person> Everybody() =>
        (current.Late ? roles.Holders.Concat(roles.Deputies) : roles.Holders)
            .Where(pair => pair.Key != RoleNames.Auditor)
            .SelectMany(pair => pair.Value)
            .DistinctBy(person => roles.Canonical(person.Id));

    private List<Seat> Filled()
    {
        var approvals = current.Approvals.Where(Counts).ToList();
        var seats = new List<Seat>();
        foreach (var group in PeriodicReview.Seats(current).Where(seat => SeatRules.Needed(seat, roles)).OrderBy(seat => seat.Step))
        {
            for (var place = 0; place < group.People; place++)
            {
                var by = approvals.Find(approval => approval.Role == group.Role);
                if (by is not null)
                    approvals.Remove(by);
                seats.Add(new(group.Step, group.Role, by));
            }
        }
        return seats;
    }

    /// <summary>
    /// Two accounts can turn out to be one person's after a yes: while it is open, that yes is none. What was decided stays as it was.
    /// </summary>
    private bool Counts(Approval approval) => !current.IsOpen || !approval.Voices().Any(interests.Has);
}
