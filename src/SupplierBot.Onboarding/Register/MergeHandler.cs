using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Register;

/// <summary>
/// "merge SUP-0004 into SUP-0002": two register entries are one supplier. The one that stays keeps its decision and answers under the names
/// of both; the other one keeps all that is in its case, and changes no more. Shown first, then done, in one transaction with both lines.
/// </summary>
internal static class MergeHandler
{
    private const int MostChoices = 5;

    public static Outcome Merge(Request.MergeSuppliers asked, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (NotAdmin(actor, context) is { } stranger)
            return stranger;
        var (from, into) = (state.Merge!.From, state.Merge.Into);
        if (Unclear(from, other => $"merge {other} into {asked.Into}", context) is { } unclear)
            return unclear;
        if (Unclear(into, other => $"merge {from.Entry!.Id} into {other}", context) is { } which)
            return which;
        if (EntryNames.MergedUnder(from.Entry!, from.Typed) is { } before)
            return Refuse("merge.already", context, ("entry", before.Id), ("into", from.Entry!.Id));
        if (MergeCheck.Refusal(from.Entry!, into.Entry!, context) is var (key, holes))
            return Refuse(key, context, holes);
        var card = MergeCard.Of(from, into, policy, context);
        return asked.Seen == MergeCard.Seen(from, into) ? Merged(from, into, state, actor, policy, context) : Outcome.Say(card);
    }

    /// <summary>All is as it was: the case never said anything else.</summary>
    public static Outcome Undo(Request.UndoMerge asked, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (NotAdmin(actor, context) is { } stranger)
            return stranger;
        var (from, into) = (state.Merge!.From, state.Merge.Into);
        if (Unclear(from, other => $"merge undo {other}", context) is { } unclear)
            return unclear;
        var entry = from.Entry!;
        if (entry.MergedInto is null || into.Entry?.MergedEntries?.FirstOrDefault(one => one.Id == entry.Id) is not { } merged)
            return Refuse("merge.not_merged", context, ("entry", entry.Id));
        if (context.Now > merged.At + MergedEntry.Undoable)
            return Refuse(
                "merge.too_late",
                context,
                ("entry", entry.Id),
                ("into", into.Entry.Id),
                ("days", CaseTexts.Number(MergedEntry.Undoable.Days))
            );
        var words = Words("merge.undone", context, ("entry", entry.Id), ("into", into.Entry.Id));
        var done = new Change(AuditEventKind.MergeUndone, null, Words("story.unmerged", context.ForStorage, Story(actor, into.Entry)));
        return Changed(done, from, Notice(words, context), state, actor, policy, context) with
        {
            Other = into.Entry.Without(entry.Id) with { ChangedAt = into.Entry.ChangedAt },
        };
    }

    private static Outcome Merged(MergeSide from, MergeSide into, TurnState state, Actor actor, Policy policy, Context context)
    {
        var (entry, stays) = (from.Entry!, into.Entry!);
        var words = Words(
            "merge.done",
            context,
            ("supplier", MergeCard.Short(entry.Supplier)),
            ("entry", entry.Id),
            ("into", stays.Id),
            ("days", CaseTexts.Number(MergedEntry.Undoable.Days))
        );
        var merge = new EntryMerge(stays.Id, actor.Person, context.Now);
        var change = new Change(AuditEventKind.EntryMerged, merge, Words("story.merged", context.ForStorage, Story(actor, stays)));
        var card = Notice(words, context, new Button(context.Wording["button.merge_undo"], Verbs.Say, Says: $"merge undo {entry.Id}"));
        return Changed(change, from, card, state, actor, policy, context) with
        {
            Other = stays.With(MergedEntry.Of(entry, from.Case, context.Now)),
        };
    }

    /// <param name="Merge">As the case says afterwards; null where it stands for itself again.</param>
    private sealed record Change(AuditEventKind Kind, EntryMerge? Merge, string History);

    private static Outcome Changed(
        Change change,
        MergeSide from,
        View.Notice card,
        TurnState state,
        Actor actor,
        Policy policy,
        Context context
    )
    {
        var into = change.Merge?.Into ?? from.Entry!.MergedInto!;
        if (from.Case is not { } current)
            return ImportedLineChange.Merged(from.Entry!, into, change.Kind, actor, context) with { Answer = card };
        var request = CaseRequest.Looking(current, actor, state, policy, context);
        var after = current with { Merge = change.Merge, Replaced = change.Merge is not null };
        if (Owners.CanBeNotified(current.Owner) && !request.IsOwner)
            after = after.Notify(NotificationKind.EntryMerged, current.EventCount + 1, current.Owner);
        return request.Accept(after, request.Event(change.Kind, "", ("into", into)), change.History, null, _ => card);
    }

    private static (string, string)[] Story(Actor actor, RegisterEntry into) =>
        [("name", actor.Person.Name), ("into", into.Id), ("supplier", MergeCard.Short(into.Supplier))];

    private static Outcome? NotAdmin(Actor actor, Context context) =>
        HelpLines.IsAdmin(actor.Id, context.Roles)
            ? null
            : Refuse("merge.not_admin", context, ("names", CaseTexts.Names(context.Roles.Admins, context)));

    /// <summary>Nobody, or several: a merge is never of what somebody may have meant.</summary>
    private static Outcome? Unclear(MergeSide side, Func<string, string> says, Context context)
    {
        if (side.Entry is { NeverSent: false } entry && (side.Case is not null || entry.CaseId.Length == 0))
            return null;
        if (side.Several.Count == 0)
            return Refuse("merge.unknown", context, ("name", MergeCard.Short(side.Typed)));
        Button[] choices =
        [
            .. side
                .Several.Take(MostChoices)
                .Select(one => new Button(Texts.Clip($"{one.Id} {EntryNames.Shown(one)}", 40), Verbs.Say, Says: says(one.Id))),
        ];
        return Outcome.Say(Notice(Words("merge.which", context, ("name", MergeCard.Short(side.Typed))), context, choices));
    }

    private static Outcome Refuse(string key, Context context, params ReadOnlySpan<(string Name, string Value)> holes) =>
        Outcome.Say(Notice(Words(key, context, holes), context)) with
        {
            Refused = key,
        };

    private static string Words(string key, Context context, params ReadOnlySpan<(string Name, string Value)> holes) =>
        context.Wording.Fill(key, holes);

    private static View.Notice Notice(string words, Context context, params IReadOnlyList<Button> buttons) =>
        new("", [new LabelledText(words)]) { Plain = Texts.Clip(words, 120), Buttons = buttons };
}
