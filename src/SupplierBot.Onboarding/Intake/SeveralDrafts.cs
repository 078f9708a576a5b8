using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>
/// A person may have several drafts: they are at one of them, and the others wait beside it. Nobody begins one but the person.
/// </summary>
internal static class SeveralDrafts
{
    private const int LongestSupplier = 60;

    public static Outcome Start(string name, TurnState state, Actor actor, Policy policy, Context context) =>
        Full(state, context) ?? DraftDecider.Start(name, state, actor, policy, context);

    /// <summary>Why there is no room for another; null where there is.</summary>
    public static Outcome? Full(TurnState state, Context context)
    {
        if (state.OtherDrafts.Count < Draft.MostOpen - 1)
            return null;
        var words = context.Wording.Fill("drafts.full", ("n", CaseTexts.Number(Draft.MostOpen)));
        return Outcome.Say(Notices.Nothing(words, context.Wording)) with { Refused = "drafts.full" };
    }

    /// <summary>The person asked for the draft they were at to be deleted.</summary>
    public static Outcome InItsPlace(this Outcome outcome) =>
        outcome.Draft is DraftChange.Save save ? outcome with { Draft = save with { InItsPlace = true } } : outcome;

    /// <summary>All of the person's, the newest change first: the one they are at among them.</summary>
    public static IReadOnlyList<Draft> Of(TurnState state, Context context) =>
        [
            .. state
                .OtherDrafts.Append(state.Draft)
                .OfType<Draft>()
                .Where(draft => !draft.IsEmpty && DraftDecider.IsKept(draft, context.DraftsKept, context.Now))
                .OrderByDescending(draft => draft.ChangedAt),
        ];

    /// <summary>The one that is about this supplier already; null where none is.</summary>
    public static Draft? About(string name, TurnState state, Context context) =>
        name.Length == 0 ? null : Of(state, context).FirstOrDefault(draft => SupplierNames.Same(draft.Answers.One("name") ?? "", name));

    /// <summary>In <c>mine</c>, before what was sent.</summary>
    public static View.Entries Listed(View.Entries mine, TurnState state, Context context)
    {
        var drafts = Of(state, context);
        if (drafts.Count == 0)
            return mine;
        var rows = drafts.Select(draft => new CardRow(
            DraftCards.SupplierOf(draft, LongestSupplier) is { Length: > 0 } supplier ? supplier : context.Wording["edit.unnamed"],
            context.Wording.Fill("drafts.row", ("day", Dates.Day(draft.ChangedAt, context))),
            DraftCards.Continue(draft, context) with
            {
                Label = context.Wording["unfinished.continue"],
                Style = ButtonStyle.Plain,
            }
        ));
        return mine with { Groups = [new EntryGroup(context.Wording["drafts.title"], [.. rows]), .. mine.Groups] };
    }
}
