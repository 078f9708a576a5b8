namespace SupplierBot.Onboarding;

/// <summary>One person's place in the approval; <paramref name="By"/> is null while it is free.</summary>
internal sealed record Seat(int Step, string Role, Approval? By)
{
    public bool Free => By is null;
}

/// <summary>
/// Who has to say yes, who has, and who still can: seats of the assessment, in steps, each filled by another person,
/// never by the requester or the owner (policy.md §10, default approval set).
/// </summary>
internal sealed class Quorum
{
    private readonly Case current;
    private readonly Roles roles;
    private readonly bool cisoMayHelp;
    private readonly Dictionary<string, HashSet<PersonId>> held = new(StringComparer.Ordinal);
    private bool? possible;

    private Quorum(Case current, Roles roles)
    {
        (this.current, this.roles) = (current, roles);
        Seats = Filled(current, roles);
        cisoMayHelp = CisoMayHelp();
    }

    public static Quorum Of(Case current, Roles roles) => new(current, roles);

    public IReadOnlyList<Seat> Seats { get; }
    public bool Full => Seats.All(seat => !seat.Free);
    public int Given => Seats.Count(seat => !seat.Free);
    public int Needed => Seats.Count;
    /// <summary>A step starts when the one before is full; null once all are.</summary>
    public int? Step => Full ? null : Seats.Where(seat => seat.Free).Min(seat => seat.Step);
    /// <summary>Roles whose seats can be or were filled up to now, in order.</summary>
    public IEnumerable<string> Reached => Seats.Where(seat => Step is null || seat.Step <= Step).Select(seat => seat.Role)
        .Concat(cisoMayHelp && Step is not null && Seats.Any(seat => seat.Step <= Step && seat.Role == Roles.Security) ? [Roles.Ciso] : [])
        .Distinct();
    /// <summary>The role whose seat is free now; the last one where none is.</summary>
    public string NextRole => Seats.FirstOrDefault(seat => seat.Free && seat.Step == Step)?.Role ?? (Seats is [.., var last] ? last.Role : Roles.Security);
    /// <summary>Who can decide now: eligible, and not counted yet.</summary>
    public IReadOnlyList<Person> Deciders => [.. Everybody().Where(person => SeatFor(person.Id) is not null)];
    public bool Possible => possible ??= CanFill([.. Seats.Where(seat => seat.Free)], Used());
    /// <summary>How many of the seats can be filled at all.</summary>
    public int Fillable => Seats.Count - Left([.. Seats.Where(seat => seat.Free)], Used());

    public bool SaidYes(PersonId person) => current.Approvals.Any(approval => roles.Same(approval.By.Id, person));

    /// <summary>Has a part in this request's decision, now or at a later step.</summary>
    public bool Reviews(PersonId person) => !Interested(person) && Seats.Any(seat => Suits(seat, person, helps: cisoMayHelp));

    /// <summary>The seat this person fills by saying yes now: null where there is none, or where they are needed at a later one.</summary>
    public Seat? SeatFor(PersonId person)
    {
        if (Step is not { } step || Interested(person) || SaidYes(person)) return null;
        return Seats.Where(seat => seat.Free && seat.Step == step && Suits(seat, person, Helps)).FirstOrDefault(seat => !Possible || PossibleAfter(seat, person));
    }

    public bool Helping(Seat seat, PersonId person) => !roles.Holds(person, seat.Role) && !roles.Deputises(person, seat.Role);

    private bool PossibleAfter(Seat seat, PersonId person)
    {
        var free = Seats.Where(other => other.Free).ToList();
        free.Remove(seat);
        return CanFill(free, [.. Used(), roles.Canonical(person)], Helps && !Helping(seat, person));
    }

    private bool Interested(PersonId person) => roles.Same(person, current.Requester.Id) || roles.Same(person, current.Owner.Id);

    private HashSet<PersonId> Used() => [.. current.Approvals.Select(approval => roles.Canonical(approval.By.Id))];

    /// <summary>One free security seat only: gone when somebody without the role sits in one.</summary>
    private bool Helps => cisoMayHelp && !Seats.Any(seat => seat is { Role: Roles.Security, By: { } taken } && !roles.Holds(taken.By.Id, Roles.Security));

    private bool CisoMayHelp()
    {
        var needed = Seats.Count(seat => seat.Role == Roles.Security);
        var held = roles.Holds(current.Requester.Id, Roles.Security) || roles.Holds(current.Owner.Id, Roles.Security);
        return held && roles.Of(Roles.Security).DistinctBy(person => roles.Canonical(person.Id)).Count(person => !Interested(person.Id)) < needed;
    }

    private bool Suits(Seat seat, PersonId person, bool helps) =>
        Holds(person, seat.Role) || (current.Late && roles.Deputises(person, seat.Role)) || (helps && seat.Role == Roles.Security && Holds(person, Roles.Ciso));

    /// <summary>As <see cref="Roles.Holds"/>; asked of everybody about everybody, which with many people is too much to search through.</summary>
    private bool Holds(PersonId person, string role)
    {
        if (!held.TryGetValue(role, out var holders)) held[role] = holders = [.. roles.Of(role).Select(holder => roles.Canonical(holder.Id))];
        return holders.Contains(roles.Canonical(person));
    }

    private bool CanFill(IReadOnlyList<Seat> free, HashSet<PersonId> used, bool? helps = null) => Left(free, used, helps) == 0;

    private int Left(IReadOnlyList<Seat> free, HashSet<PersonId> used, bool? helps = null)
    {
        var alone = Unfilled(free, used, helped: null);
        var first = free.FirstOrDefault(seat => seat.Role == Roles.Security);
        return alone > 0 && first is not null && (helps ?? Helps) ? Math.Min(alone, Unfilled(free, used, first)) : alone;
    }

    private int Unfilled(IReadOnlyList<Seat> free, HashSet<PersonId> used, Seat? helped)
    {
        var people = Everybody().Where(person => !used.Contains(roles.Canonical(person.Id)) && !Interested(person.Id)).Select(person => person.Id).ToList();
        var fits = free.Select(seat => people.Select(person => Suits(seat, person, ReferenceEquals(seat, helped))).ToArray()).ToList();
        return free.Count - Matching.Size(fits, people.Count);
    }

    private IEnumerable<Person> Everybody() => (current.Late ? roles.Holders.Concat(roles.Deputies) : roles.Holders).Where(pair => pair.Key != Roles.Auditor).SelectMany(pair => pair.Value).DistinctBy(person => roles.Canonical(person.Id));

    private static List<Seat> Filled(Case current, Roles roles)
    {
        var approvals = current.Approvals.ToList();
        var seats = new List<Seat>();
        foreach (var group in Renewals.Seats(current).Where(seat => SeatRules.Needed(seat, roles)).OrderBy(seat => seat.Step))
        {
            for (var place = 0; place < group.People; place++)
            {
                var by = approvals.Find(approval => approval.Role == group.Role);
                if (by is not null) approvals.Remove(by);
                seats.Add(new(group.Step, group.Role, by));
            }
        }
        return seats;
    }
}
