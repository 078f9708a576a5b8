using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Cases;

/// <summary>Why somebody has no part in a decision.</summary>
/// <param name="Holder">Whom it keeps out.</param>
/// <param name="Through">The person who handed their part on to them and has the interest; null where it is the holder's own.</param>
/// <param name="AsOwner">The interest is the owner's, not the requester's.</param>
/// <param name="OwnedUntil">When they handed it over; null where they own it now, or never did.</param>
internal sealed record Conflict(Person Holder, RoleGiver? Through, bool AsOwner, DateTimeOffset? OwnedUntil = null);

/// <summary>
/// Nobody decides on what they asked for or own, and nobody helps whom they appointed to do it for them: a part that came from the
/// requester or the owner, over however many hands, is no part in this request. Who owned it a moment ago handed it over and not its
/// interest. The one rule for every verb; asked again at each commit.
/// </summary>
/// <param name="beside">Somebody else whose doing is judged: who reported what is to be confirmed.</param>
internal sealed class Interests(Case current, RoleHolders roles, PersonId? beside = null)
{
    private readonly Dictionary<string, ILookup<PersonId, RolePart>> parts = new(StringComparer.Ordinal);
    private HashSet<PersonId>? those;

    public bool Has(PersonId person) => (those ??= [.. Those().Select(roles.Canonical)]).Contains(roles.Canonical(person));

    private IEnumerable<PersonId> Those() =>
        FormerOwners().Select(former => former.Person.Id).Concat([current.Requester.Id, current.Owner.Id, beside ?? current.Owner.Id]);

    private IEnumerable<FormerOwner> FormerOwners() =>
        current.FormerOwners.Where(former => former.Until > current.SubmittedAt - RoleHolding.GivenFor);

    private DateTimeOffset? OwnedUntil(PersonId person) =>
        Asked(person) || roles.Same(person, current.Owner.Id)
            ? null
            : FormerOwners().LastOrDefault(former => roles.Same(former.Person.Id, person))?.Until;

    /// <summary>Null where nothing is in the way of this part.</summary>
    public RoleGiver? Taint(RolePart part) =>
        part.Through.FirstOrDefault(giver =>
            Has(giver.By.Id) && (giver.IsAway || giver.GivenAt > current.SubmittedAt - RoleHolding.GivenFor)
        );

    /// <summary>The person who gave the role long before they asked for this: it counts, and is on the record.</summary>
    public RoleGiver? Patron(RolePart part) => part.Through.FirstOrDefault(giver => Has(giver.By.Id));

    /// <summary>The parts that count here.</summary>
    public IEnumerable<RolePart> Free(PersonId person, string role) =>
        Has(person) ? [] : PartsOf(person, role).Where(part => Taint(part) is null);

    /// <summary>Null where they have none of their own and did not get their part from somebody who has.</summary>
    public Conflict? Of(Person person, IEnumerable<string> among)
    {
        if (Has(person.Id))
            return new(person, null, AsOwner: !Asked(person.Id), OwnedUntil(person.Id));
        foreach (var part in among.SelectMany(role => PartsOf(person.Id, role)))
        {
            if (Taint(part) is { } giver)
                return new(person, giver, AsOwner: !Asked(giver.By.Id));
        }
        return null;
    }

    /// <summary>Looked up, because many people are asked about one after the other.</summary>
    private IEnumerable<RolePart> PartsOf(PersonId person, string role)
    {
        if (!parts.TryGetValue(role, out var held))
            parts[role] = held = roles.PartsOf(role).ToLookup(part => roles.Canonical(part.Holder.Id));
        return held[roles.Canonical(person)];
    }

    private bool Asked(PersonId person) => roles.Same(person, current.Requester.Id);
}
