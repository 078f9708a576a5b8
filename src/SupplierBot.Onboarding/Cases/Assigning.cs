namespace SupplierBot.Onboarding;

/// <summary>A request is given to somebody who may decide on it, by one of them or an admin: a claim for another person. It lapses as a claim does.</summary>
internal static class Assigning
{
    public static Outcome Handle(Hearing hearing)
    {
        if (Rights.Assigns(hearing) is { } refused) return refused;
        var able = Able(hearing);
        var typed = hearing.Press.Value("name");
        var meant = NamedPerson.Find(typed, able, hearing.Actor.Id, hearing.Context);
        if (meant is NamedPerson.Several { People: var several })
            return hearing.Refuse("assign.several", ("name", Texts.Clip(PersonNames.Typed(typed), 60)), ("ids", string.Join(", ", several.Select(one => one.Id.Value))));
        if (meant is not NamedPerson.One { Person: var person } || !able.Any(one => one.Id == person.Id))
            return hearing.Refuse("assign.nobody", ("name", Texts.Clip(PersonNames.Typed(typed), 60)), ("names", CaseWords.Names(able, hearing.Context)));
        if (Reviewing.Current(hearing.Case, hearing.Context) is { } claim && claim.By.Id == person.Id) return hearing.Refuse("claim.taken", ("name", claim.By.Name), ("at", Dates.Time(claim.At, hearing.Context)));
        var after = (hearing.Case with { Claim = new(person, hearing.Now) }).Tell(ToldKind.Assigned, hearing.Case.FactCount + 1, person);
        return hearing.Accept(
            after, hearing.Fact(FactKind.Assigned, "", ("person", person.Id.Value)), hearing.Say("story.assigned", ("name", hearing.Actor.Person.Name), ("to", person.Name)),
            null, hearing.Say("assign.done", ("name", person.Name)));
    }

    /// <summary>Never the requester or the owner: they have no part in the decision.</summary>
    private static IReadOnlyList<Person> Able(Hearing hearing) => [.. hearing.Roles.Holders.Values.SelectMany(holders => holders).DistinctBy(person => person.Id).Where(person => hearing.Quorum.Reviews(person.Id))];
}
