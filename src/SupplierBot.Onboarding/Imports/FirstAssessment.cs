using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Imports;

/// <summary>
/// A supplier that was in use before the register is assessed like any other: what the file said is filled in, and the person who asks for
/// it goes through the questions. Its entry keeps its number.
/// </summary>
internal static class FirstAssessment
{
    /// <summary>What there is to say about an entry that no case stands behind; null where it isn't about one.</summary>
    public static Outcome? Answer(Request.OnCase asked, TurnState state, Actor actor, Policy policy, Context context) =>
        MergedMeant(asked, state) is { } merged ? MergedNotice.Of(asked, merged, policy, context)
        : Meant(asked, state) is not { } entry ? null
        : asked is Request.ChangeOwner { Name: var owner } ? ImportedOwner.Change(entry, owner, actor, context)
        : asked is Request.StartReview ? Start(entry, state, actor, policy, context)
        : asked is { Press.Automatic: true } ? null
        : Outcome.Say(EntryCard.Of([entry], policy, context));

    /// <summary>By its number, or by a name that only it has.</summary>
    private static RegisterEntry? Meant(Request.OnCase asked, TurnState state) =>
        state switch
        {
            { Case: not null } => null,
            { Entry: { Status: EntryStatus.Legacy } entry } when asked.CaseId == entry.Id || asked.Press is not null => entry,
            { SameName: [{ Status: EntryStatus.Legacy } only] }
                when asked is { Press: null, Number: { } name } && Sentences.NamedCases.IsName(name) => only,
            _ => null,
        };

    /// <summary>Another entry answers for it.</summary>
    private static RegisterEntry? MergedMeant(Request.OnCase asked, TurnState state) =>
        state is { Case: null, Entry: { MergedInto: not null } entry } && (asked.CaseId == entry.Id || asked.Press is not null)
            ? entry
            : null;

    private static Outcome Start(RegisterEntry entry, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (Begun(entry, state, context) is { } open)
            return Outcome.Say(DraftCards.Show(open, state with { Draft = open, Entry = entry }, policy, context)) with
            {
                Draft = open.Id == state.Draft?.Id ? null : new DraftChange.Save(open),
            };
        if (SeveralDrafts.Full(state, context) is { } full)
            return full;
        var answers = Known(entry, actor, policy);
        var draft = new Draft
        {
            Id = context.NewId,
            Owner = actor.Person,
            Revision = 1,
            Answers = answers,
            StartedAt = context.Now,
            ChangedAt = context.Now,
            OfEntry = entry.Id,
            // What a file says has to be read by somebody before it counts.
            AskAgain = [.. answers.Ids],
        };
        return Outcome.Say(
            DraftCards.Show(
                draft,
                state with
                {
                    Draft = draft,
                    Entry = entry,
                },
                policy,
                context,
                context.Wording.Fill("legacy.begun", ("entry", entry.Id))
            )
        ) with
        {
            Draft = new DraftChange.Save(draft),
        };
    }

    /// <summary>The person's own draft of it that is open.</summary>
    private static Draft? Begun(RegisterEntry entry, TurnState state, Context context) =>
        state.Draft is { } draft && draft.OfEntry == entry.Id && DraftDecider.IsKept(draft, context.DraftsKept, context.Now) ? draft : null;

    /// <summary>Answers that the file gives, as far as the policy asks for them.</summary>
    private static Answers Known(RegisterEntry entry, Actor actor, Policy policy)
    {
        (string Question, string Text)[] said =
        [
            ("name", entry.Supplier),
            ("service", entry.Service),
            ("website", entry.Website),
            ("purpose", entry.Purpose),
            ("others_text", entry.Imported?.Subprocessors ?? ""),
            ("owner", entry.Owner == Owners.Nobody || entry.Owner.Id == actor.Id ? "" : entry.Owner.Name),
        ];
        var answers = Answers.Empty;
        foreach (var (id, text) in said)
        {
            if (text.Length > 0 && policy.Questions.FirstOrDefault(question => question.Id == id) is { } question)
                answers = PageReading.WithText(question, text, answers);
        }
        return answers;
    }

    /// <summary>Why the draft cannot be sent any more: the entry is gone, or somebody else was first. Null where it can.</summary>
    public static Outcome? Overtaken(Draft draft, TurnState state, Context context)
    {
        if (draft.OfEntry is not { } id || state.Entry is { Status: EntryStatus.Legacy })
            return null;
        var key =
            state.Entry is null ? "legacy.gone"
            : state.Entry.MergedInto is null ? "legacy.overtaken"
            : "merge.overtaken";
        var words = context.Wording.Fill(key, ("entry", id), ("id", state.Entry?.CaseId ?? ""), ("into", state.Entry?.MergedInto ?? ""));
        return Outcome.Say(
            new View.Notice("", [new LabelledText(words)])
            {
                Plain = Texts.Clip(words, 120),
                Stamp = CardStamp.OfDraft(draft.Id, "", draft.Revision),
                Buttons = [new(context.Wording["cancel.discard"], Verbs.Discard, Style: ButtonStyle.Danger)],
            }
        ) with
        {
            Refused = key,
        };
    }
}
