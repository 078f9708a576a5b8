namespace SupplierBot.Onboarding;

/// <summary>Somebody with a role is not there: somebody else decides in their place, or the others do.</summary>
/// <param name="Delegate">Null where nobody was named.</param>
/// <param name="Until">The last day, in the organisation's zone; then it is over by itself.</param>
public sealed record Absence(Person Person, Person? Delegate, DateOnly Until);

/// <summary>Who decides on a day. A delegate takes the delegator's role and stays a person of their own, so that two seats are never filled by one decision.</summary>
public static class Absences
{
    private const int MostInARow = 5;

    public static IReadOnlyList<Person> Present(IReadOnlyList<Person> holders, IReadOnlyList<Absence> away, DateOnly today)
    {
        if (away.Count == 0) return holders;
        IReadOnlyList<Person> there = [.. holders.Select(person => InPlaceOf(person, away, today)).OfType<Person>().DistinctBy(person => person.Id)];
        // A role is never empty because everybody is away: they are asked all the same.
        return there.Count > 0 ? there : holders;
    }

    /// <summary>Everybody in whose place these accounts may decide: through whoever stands in for whom.</summary>
    public static IReadOnlyList<Person> Behind(IReadOnlyList<PersonId> accounts, IReadOnlyList<Absence> away, DateOnly today)
    {
        var (behind, standing) = (new List<Person>(), new List<PersonId>(accounts));
        for (var at = 0; at < standing.Count; at++)
        {
            foreach (var absence in away.Where(absence => absence.Delegate?.Id == standing[at] && absence.Until >= today && !standing.Contains(absence.Person.Id)))
            {
                standing.Add(absence.Person.Id);
                behind.Add(absence.Person);
            }
        }
        return behind;
    }

    public static Absence? Of(PersonId person, IReadOnlyList<Absence> away, DateOnly today) => away.FirstOrDefault(absence => absence.Person.Id == person && absence.Until >= today);

    private static Person? InPlaceOf(Person person, IReadOnlyList<Absence> away, DateOnly today)
    {
        for (var steps = 0; steps < MostInARow; steps++)
        {
            if (Of(person.Id, away, today) is not { } absence) return person;
            if (absence.Delegate is not { } next) return null;
            person = next;
        }
        return null;
    }
}
