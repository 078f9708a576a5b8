using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Roles;

/// <summary>Whom a change of roles is about. Where that is not clear, the answer asks, and nothing is changed.</summary>
internal static class NamedPersonCheck
{
    /// <param name="repeats">The request again, with a hole for the id: pressing it says surely who is meant.</param>
    /// <returns>Null where it is clear who is meant; nothing is changed otherwise.</returns>
    public static RoleOutcome? Unclear(
        string name,
        string repeats,
        RoleDirectory directory,
        Actor actor,
        Context context,
        out Person person
    )
    {
        var meant = NamedPerson.Find(name, Everybody(directory, context), actor.Id, context);
        person = meant is NamedPerson.One one ? one.Person : actor.Person;
        return meant switch
        {
            NamedPerson.One { Surely: false } when PersonTexts.Doubts(person, context) is { Length: > 0 } doubts => Sure(
                person,
                doubts,
                repeats,
                context
            ),
            NamedPerson.One => null,
            NamedPerson.Several { People: var several } => Which(name, several, context),
            NamedPerson.Impossible { Mention: { Picked: true, Person: null } } => RoleOutcome.Refused(context, "owner.unconfirmed"),
            NamedPerson.Impossible { Mention: var mention } => RoleOutcome.Refused(
                context,
                $"roles.mention_{mention.State}",
                ("name", Texts.Clip(mention.Person?.Name ?? mention.Name, 60)),
                ("organisation", context.OrganisationName)
            ),
            _ => RoleOutcome.Refused(context, "roles.nobody", ("name", Texts.Clip(name, 60))),
        };
    }

    /// <summary>Asked once more: the button says the same with the id.</summary>
    private static RoleOutcome Sure(Person person, string doubts, string repeats, Context context)
    {
        var words = context.Wording.Fill("roles.sure", ("person", PersonTexts.Of(person, context)), ("why", doubts));
        return new(
            RolesCard.Done(words, context) with
            {
                Buttons = [new(context.Wording["roles.sure_button"], Verbs.Say, Says: Texts.Fill(repeats, ("0", person.Id.Value)))],
            }
        );
    }

    public static RoleOutcome Which(string name, IReadOnlyList<Person> several, Context context) =>
        RoleOutcome.Refused(
            context,
            "roles.several",
            ("name", Texts.Clip(name, 60)),
            ("ids", string.Join("; ", several.Take(RoleAssignments.MostHistory).Select(person => PersonTexts.WithId(person, context))))
        );

    private static IEnumerable<Person> Everybody(RoleDirectory directory, Context context) =>
        context
            .People.Concat(directory.Own.Values.SelectMany(holders => holders))
            .Concat(directory.Roles.Holders.Values.SelectMany(holders => holders))
            .Concat(directory.Roles.Admins);
}
