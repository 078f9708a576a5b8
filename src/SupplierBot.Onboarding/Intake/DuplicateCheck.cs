using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Text;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>
/// Check K7: the supplier, or one that is like it, is on the register, or somebody asked for it already. Nobody is refused: the person says
/// whether theirs is another one or another use.
/// </summary>
internal static class DuplicateCheck
{
    /// <summary>Button target of "Ours is another use".</summary>
    public const string AnotherUse = "another_use";
    private const int Shown = 3;
    private const int LongestName = 60;
    private const int LongestButton = 40;

    /// <returns>Null where there is nothing to say.</returns>
    public static View? Notice(Draft draft, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (draft.AnotherUse || Entries(draft, state) is not { Count: > 0 } entries)
            return null;
        var wording = context.Wording;
        var supplier = DraftCards.SupplierOf(draft, LongestName);
        // Only the same name is said to be there; for anything weaker it is a question.
        var (sure, key) =
            Likeness(draft, entries[0]) == SupplierBot.Onboarding.Text.Likeness.SameName ? (true, "registered") : (false, "similar");
        return new View.Notice(
            wording.Fill($"{key}.title", ("supplier", supplier)),
            [.. entries.Select(entry => Description(entry, draft, state, actor, policy, context)), new LabelledText(wording[$"{key}.same"])]
        )
        {
            Plain = wording.Fill($"{key}.plain", ("supplier", supplier)),
            Stamp = CardStamp.OfDraft(draft.Id, "supplier", draft.Revision),
            Buttons =
            [
                .. entries.Select(entry => Open(entry, sure && entries.Count == 1, wording)),
                new(wording[$"{key}.another_use"], Verbs.Answer, Target: AnotherUse, Style: ButtonStyle.Main),
            ],
        };
    }

    /// <summary>
    /// Lines of the register that still say something: of the same name first, those in use before those asked for; not the one that is
    /// being changed.
    /// </summary>
    public static IReadOnlyList<RegisterEntry> Entries(Draft draft, TurnState state)
    {
        if (draft.EditsCase is not null || draft.FollowsCase is not null || draft.OfEntry is not null)
            return [];
        return
        [
            .. Related(draft, state)
                .Where(entry => !entry.Status.IsOver())
                .OrderBy(entry => Likeness(draft, entry))
                .ThenBy(entry => entry.Status == EntryStatus.Proposed)
                .Take(Shown),
        ];
    }

    /// <summary>The sentence for who has not said whether theirs is another one; null where there is nothing to say.</summary>
    public static string? Check(Draft draft, TurnState state, Wording wording) =>
        draft.AnotherUse || Entries(draft, state) is not [var first, ..]
            ? null
            : wording[Likeness(draft, first) == SupplierBot.Onboarding.Text.Likeness.SameName ? "registered.check" : "similar.check"];

    /// <summary>
    /// What was refused, taken back or ended before, for the summary: the reviewers will see it, so the requester hears of it first.
    /// </summary>
    public static IEnumerable<LabelledText> Before(Draft draft, TurnState state, Context context)
    {
        var ended = Related(draft, state)
            .Where(entry => entry.Status.IsOver() && entry.Id != state.Entry?.Id)
            .OrderByDescending(entry => entry.DecidedAt ?? entry.ChangedAt)
            .ToList();
        foreach (var entry in ended.Take(Shown))
        {
            yield return new(
                context.Wording.Fill(
                    $"before.{entry.Status}",
                    ("supplier", Texts.Clip(TypedText.OneLine(entry.Supplier), LongestName)),
                    ("entry", entry.Id),
                    (
                        "day",
                        Dates.Day(entry.Status == EntryStatus.Terminated ? entry.ChangedAt : entry.DecidedAt ?? entry.ChangedAt, context)
                    )
                )
            );
        }
        if (ended.Count > Shown)
            yield return new(context.Wording.Fill("before.more", ("n", CaseTexts.Counted(ended.Count - Shown))));
    }

    private static IEnumerable<RegisterEntry> Related(Draft draft, TurnState state) =>
        state.SameName.Concat(state.Alike).DistinctBy(entry => entry.Id).Where(entry => Likeness(draft, entry) is not null);

    private static Likeness? Likeness(Draft draft, RegisterEntry entry) =>
        EntryNames.Likeness(entry, draft.Answers.One("name") ?? "", draft.Answers.One("website") ?? "");

    private static LabelledText Description(RegisterEntry entry, Draft draft, TurnState state, Actor actor, Policy policy, Context context)
    {
        var likeness = Likeness(draft, entry);
        var same = likeness == SupplierBot.Onboarding.Text.Likeness.SameName;
        var label = same ? Named(entry) : $"{Texts.Clip(TypedText.OneLine(entry.Supplier), LongestName)} ({entry.Id})";
        var why = same
            ? ""
            : LikenessTexts.ForRequester(likeness!.Value, Name(draft), EntryNames.Nearest(entry, Name(draft)), context) + " ";
        return new(why + State(entry, state, actor, policy, context), label);
    }

    private static string State(RegisterEntry entry, TurnState state, Actor actor, Policy policy, Context context) =>
        state.Pending.FirstOrDefault(line => line.Id == entry.CaseId) is not { } asked
            ? EntryCard.Words(entry, policy, context)
            : context.Wording.Fill(
                (asked.Requester.Id == actor.Id, asked.Status) switch
                {
                    (true, CaseStatus.InfoRequested) => "colleague.yours_paused",
                    (true, _) => "colleague.yours",
                    (false, CaseStatus.InfoRequested) => "colleague.text_paused",
                    _ => "colleague.text",
                },
                ("day", Dates.Day(asked.SubmittedAt, context)),
                ("due", Dates.Day(asked.DueAt, context))
            );

    private static Button Open(RegisterEntry entry, bool only, Wording wording) =>
        new(
            only ? wording["registered.open"] : Texts.Clip(wording.Fill("registered.open_one", ("service", Named(entry))), LongestButton),
            "open",
            Target: entry.Id
        );

    private static string Name(Draft draft) => draft.Answers.One("name") ?? "";

    private static string Named(RegisterEntry entry) =>
        Texts.Clip(TypedText.OneLine(entry.Service.Length == 0 ? entry.Supplier : entry.Service), LongestName);
}
