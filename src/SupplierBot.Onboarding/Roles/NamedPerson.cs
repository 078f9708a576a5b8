using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Text;

namespace SupplierBot.Onboarding.Roles;

/// <summary>Whom somebody means by a name, an id or a mention. A name is the weakest of them: anybody may bear it, and take it.</summary>
internal abstract record NamedPerson
{
    private NamedPerson() { }

    /// <param name="Surely">Named by id or picked from the platform's list.</param>
    public sealed record One(Person Person, bool Surely) : NamedPerson;

    public sealed record Several(IReadOnlyList<Person> People) : NamedPerson;

    public sealed record Nobody : NamedPerson;

    /// <summary>A mention of somebody who cannot be meant here.</summary>
    public sealed record Impossible(MentionedPerson Mention) : NamedPerson;

    /// <param name="among">Who can be meant by name or id.</param>
    /// <param name="near">Of several accounts of one person, the one on this person's platform is taken.</param>
    public static NamedPerson Find(string typed, IEnumerable<Person> among, PersonId near, Context context)
    {
        var name = PersonNames.Typed(typed);
        if (name.Length == 0)
            return new Nobody();
        var mentions = context.Mentions.Where(mention => PersonNames.Same(mention.Name, name)).Distinct().ToList();
        if (mentions.Find(mention => mention.State != MentionState.Known) is { } impossible)
            return new Impossible(impossible);
        if (mentions.Count > 0)
            return Of([.. mentions.Select(mention => mention.Person!)], near, context, surely: true);
        var known = among.Where(Owners.CanBeNotified).ToList();
        return known.Find(person => string.Equals(person.Id.Value, name, StringComparison.OrdinalIgnoreCase)) is { } exactly
            ? new One(exactly, Surely: true)
            : Of([.. known.Where(person => PersonNames.Same(person.Name, name))], near, context, surely: false);
    }

    private static NamedPerson Of(IReadOnlyList<Person> found, PersonId near, Context context, bool surely)
    {
        var accounts = found.DistinctBy(person => person.Id).ToList();
        return accounts.DistinctBy(person => context.Roles.Canonical(person.Id)).Count() switch
        {
            0 => new Nobody(),
            1 => new One(accounts.Find(person => person.Id.Platform == near.Platform) ?? accounts[0], surely),
            _ => new Several(accounts),
        };
    }
}
