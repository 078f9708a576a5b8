using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>What is said, or done. Closed: only the records below.</summary>
public abstract record HandOverPlan
{
    private HandOverPlan() { }

    public sealed record Say(View Answer) : HandOverPlan;

    /// <param name="Entries">Each gets <paramref name="To"/> as its owner, at most <see cref="HandOver.MostAtOnce"/> of them now.</param>
    public sealed record Change(Person To, IReadOnlyList<RegisterEntry> Entries) : HandOverPlan;
}

/// <summary>
/// "hand over everything of Anna Leaver to Ben Newman": all that somebody owns gets another owner at once, by an admin. Each line is
/// changed as if its owner were changed alone: what is in review stays, and is named.
/// </summary>
public static class HandOver
{
    /// <summary>Lines of one press: more would keep the person waiting for longer than a platform waits.</summary>
    public const int MostAtOnce = 25;
    private const int MostNamed = 8;

    /// <summary>Whether this owner may be who is meant.</summary>
    public static bool MayMean(string typed, Person owner) =>
        PersonNames.Same(owner.Name, PersonNames.Typed(typed))
        || string.Equals(owner.Id.Value, PersonNames.Typed(typed), StringComparison.OrdinalIgnoreCase);

    public static bool MayAsk(Actor actor, Context context) => context.Roles.Admins.Any(admin => context.Roles.Same(admin.Id, actor.Id));

    /// <param name="owned">Every line whose owner may be meant.</param>
    public static HandOverPlan Of(Request.HandOver asked, IReadOnlyList<RegisterEntry> owned, Actor actor, Context context)
    {
        if (!MayAsk(actor, context))
            return Said(context.Wording["handover.not_admin"]);
        // What is in review can't be changed and must not stand before what can, press after press.
        var lines = owned
            .Where(entry => entry.Status == EntryStatus.Legacy || entry.Status.IsApproved())
            .OrderBy(entry => entry.Review is not null)
            .ToList();
        var owners = lines.Select(entry => entry.Owner).DistinctBy(owner => context.Roles.Canonical(owner.Id)).ToList();
        if (owners.Count > 1)
            return Said(context.Wording.Fill("owner.several", ("ids", string.Join(", ", owners.Select(owner => owner.Id.Value)))));
        if (owners is not [var from])
            return Said(context.Wording.Fill("handover.none", ("name", Texts.Clip(PersonNames.Typed(asked.From), 60))));
        if (asked.To.Length == 0)
            return Asks(from, null, lines, context);
        return NamedPerson.Find(asked.To, Known(context), actor.Id, context) switch
        {
            NamedPerson.One { Person: var to } when context.Roles.Same(to.Id, from.Id) => Said(
                context.Wording.Fill("owner.known", ("owner", from.Name))
            ),
            NamedPerson.One { Person: var to } when asked.Confirmed => new HandOverPlan.Change(to, lines),
            NamedPerson.One { Person: var to } => Asks(from, to, lines, context),
            NamedPerson.Several { People: var several } => Said(
                context.Wording.Fill("owner.several", ("ids", string.Join(", ", several.Select(person => person.Id.Value))))
            ),
            _ => Said(context.Wording.Fill("owner.nobody", ("name", Texts.Clip(PersonNames.Typed(asked.To), 60)))),
        };
    }

    /// <param name="left">Numbers of lines that are not changed: mostly because they are in review.</param>
    /// <param name="more">Lines for another press.</param>
    public static View Done(Person to, int changed, IReadOnlyList<string> left, int more, Context context) =>
        Notice([
            changed == 0 ? "" : context.Wording.Fill("handover.done", ("to", to.Name), ("n", CaseTexts.Number(changed))),
            left.Count == 0 ? "" : context.Wording.Fill("handover.left", ("ids", string.Join(", ", left))),
            more == 0 ? "" : context.Wording.Fill("handover.more", ("n", CaseTexts.Number(more))),
        ]);

    /// <param name="to">Null where nobody was named: then that is asked.</param>
    private static HandOverPlan.Say Asks(Person from, Person? to, IReadOnlyList<RegisterEntry> lines, Context context)
    {
        var names = lines.Take(MostNamed).Select(entry => $"{Texts.Clip(entry.Supplier, 40)} ({entry.Id})").ToList();
        if (lines.Count > MostNamed)
            names.Add(context.Wording.Fill("list.more", ("n", CaseTexts.Number(lines.Count - MostNamed))));
        var card = Notice([
            context.Wording.Fill(
                to is null ? "handover.whom" : "handover.ask",
                ("from", from.Name),
                ("id", from.Id.Value),
                ("to", to is null ? "" : PersonTexts.Of(to, context)),
                ("n", CaseTexts.Number(lines.Count))
            ),
            string.Join(", ", names),
            to is null ? "" : PersonTexts.Doubts(to, context),
        ]);
        return new HandOverPlan.Say(to is null ? card : card with { Buttons = [Button(from, to, context)] });
    }

    private static Button Button(Person from, Person to, Context context) =>
        new(
            context.Wording["handover.button"],
            Verbs.Say,
            Says: $"confirm hand over everything of {from.Id.Value} to {to.Id.Value}",
            Style: ButtonStyle.Main
        );

    /// <summary>Who can be named as an owner.</summary>
    internal static IEnumerable<Person> Known(Context context) =>
        context
            .People.Concat(context.Roles.Holders.Values.SelectMany(holders => holders))
            .Concat(context.Roles.Admins)
            .DistinctBy(person => person.Id);

    private static HandOverPlan.Say Said(string words) => new(Notice([words]));

    private static View.Notice Notice(IEnumerable<string> lines)
    {
        var said = lines.Where(line => line.Length > 0).ToList();
        return new("", [.. said.Select(line => new LabelledText(line))]) { Plain = Texts.Clip(said[0], 120) };
    }
}
