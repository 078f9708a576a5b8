namespace SupplierBot.Onboarding.Roles;

/// <summary>Somebody with a role is not there: somebody else decides in their place, or the others do.</summary>
/// <param name="Delegate">Null where nobody was named.</param>
/// <param name="Until">The last day, in the organisation's zone; then it is over by itself.</param>
public sealed record Absence(Person Person, Person? Delegate, DateOnly Until);

/// <summary>
/// Who decides on a day. A delegate takes the delegator's role and stays a person of their own, so that two seats are never filled by one
/// decision.
/// </summary>
public static class Absences
{
    private const int MostInARow = 5;

    public static IReadOnlyList<RolePart> Present(IReadOnlyList<RolePart> own, IReadOnlyList<Absence> away, DateOnly today)
    {
        if (away.Count == 0)
            return own;
        IReadOnlyList<RolePart> there = [.. own.Select(part => InPlaceOf(part, away, today)).OfType<RolePart>()];
        // A role is never empty because everybody is away: they are asked all the same.
        return there.Count > 0 ? there : own;
    }

    /// <summary>Everybody in whose place these accounts may decide: through everyone who stands in for someone.</summary>
    public static IReadOnlyList<Person> Behind(IReadOnlyList<PersonId> accounts, IReadOnlyList<Absence> away, DateOnly today)
    {
        var (behind, standing) = (new List<Person>(), new List<PersonId>(accounts));
        for (var at = 0; at < standing.Count; at++)
        {
            foreach (
                var absence in away.Where(absence =>
                    absence.Delegate?.Id == standing[at] && absence.Until >= today && !standing.Contains(absence.Person.Id)
                )
            )
            {
                standing.Add(absence.Person.Id);
                behind.Add(absence.Person);
            }
        }
        return behind;
    }

    public static Absence? Of(PersonId person, IReadOnlyList<Absence> away, DateOnly today) =>
        away.FirstOrDefault(absence => absence.Person.Id == person && absence.Until >= today);

    /// <summary>Anyone who stands in came to it through everybody in between, each of whom chose the next.</summary>
    private static RolePart? InPlaceOf(RolePart part, IReadOnlyList<Absence> away, DateOnly today)
    {
        for (var steps = 0; steps < MostInARow; steps++)
        {
            if (Of(part.Holder.Id, away, today) is not { } absence)
                return part;
            if (absence.Delegate is not { } next)
                return null;
            part = new(next, [.. part.Through, new(part.Holder, null)]);
        }
        return null;
    }
}
