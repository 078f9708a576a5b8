using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <summary>
/// "owner SUP-0007 to Priya Shah" for what was in use before the register: by the one the file names, or an admin. Who is asked to assess
/// it is the new owner from then on.
/// </summary>
internal static class ImportedOwner
{
    public static Outcome Change(RegisterEntry entry, string typed, Actor actor, Context context)
    {
        if (!context.Roles.Same(entry.Owner.Id, actor.Id) && !HelpLines.IsAdmin(actor.Id, context.Roles))
            return Refuse("owner.not_yours", context, ("owner", LegacyTexts.Owner(entry.Owner, context)));
        if (typed.Length == 0)
            return Refuse("owner.type_one", context, ("entry", entry.Id), ("supplier", Texts.Clip(TypedText.OneLine(entry.Supplier), 60)));
        return NamedPerson.Find(typed, HandOver.Known(context), actor.Id, context) switch
        {
            NamedPerson.One { Person: var person } when context.Roles.Same(person.Id, entry.Owner.Id) => Refuse(
                "owner.known",
                context,
                ("owner", entry.Owner.Name)
            ),
            NamedPerson.One { Surely: false, Person: var person } when PersonTexts.Doubts(person, context) is { Length: > 0 } doubts =>
                Outcome.Say(
                    Notice(
                        context.Wording.Fill("roles.sure", ("person", PersonTexts.Of(person, context)), ("why", doubts)),
                        new Button(context.Wording["roles.sure_button"], Verbs.Say, Says: $"owner {entry.Id} to {person.Id.Value}")
                    )
                ),
            NamedPerson.One { Person: var person } => ImportedLineChange.Owner(entry, person, actor, context) with
            {
                Answer = Notice(context.Wording.Fill("owner.of_imported", ("owner", person.Name), ("entry", entry.Id))),
            },
            NamedPerson.Several { People: var several } => Refuse(
                "owner.several",
                context,
                ("ids", string.Join(", ", several.Select(person => person.Id.Value)))
            ),
            NamedPerson.Impossible { Mention: var mention } => Refuse(
                $"roles.mention_{mention.State}",
                context,
                ("name", Texts.Clip(mention.Person?.Name ?? mention.Name, 60)),
                ("organisation", context.OrganisationName)
            ),
            _ => Refuse("owner.nobody_imported", context, ("name", Texts.Clip(PersonNames.Typed(typed), 60))),
        };
    }

    private static Outcome Refuse(string key, Context context, params ReadOnlySpan<(string Name, string Value)> holes) =>
        Outcome.Say(Notice(context.Wording.Fill(key, holes))) with
        {
            Refused = key,
        };

    private static View.Notice Notice(string words, params IReadOnlyList<Button> buttons) =>
        new("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120), Buttons = buttons };
}
