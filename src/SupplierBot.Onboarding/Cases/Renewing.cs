namespace SupplierBot.Onboarding;

/// <summary>What is on the register is looked at again: by the calendar, or because something changed. The old answers become a draft; sending it opens a case beside what is approved.</summary>
internal static class Renewing
{
    private const string Many = ",";

    public static Outcome Review(Hearing hearing) => Unfit(hearing) ?? Begun(hearing, [], "");

    public static Outcome Changed(Hearing hearing)
    {
        if (Unfit(hearing) is { } refused) return refused;
        var triggers = hearing.Press.Picked("triggers").Where(id => hearing.Policy.Triggers.Any(trigger => trigger.Id == id)).Distinct().ToList();
        if (!hearing.FromForm) return Outcome.Say(Forms.Changed(hearing, ""));
        if (triggers.Count == 0) return Outcome.Say(Forms.Changed(hearing, hearing.Say("changed.none")));
        var words = hearing.Typed("change_text");
        return words.Length > Lengths.Most ? Outcome.Say(Forms.Changed(hearing, Lengths.TooLong(words, hearing))) : Begun(hearing, triggers, words);
    }

    /// <summary>A review that ended without an outcome, or badly, and is taken up again; null for a request.</summary>
    public static Renewal? Again(Case ended) => ended switch
    {
        { Renewal: null } => null,
        // What was refused is approved by nobody.
        { Status: CaseStatus.Rejected, Renewal: { } renewal } => renewal with { Of = ended.Id, Approved = "" },
        { Renewal: { } renewal } => renewal,
    };

    /// <summary>Why the draft cannot be sent any more: somebody else was first. Null where it can.</summary>
    public static Outcome? Overtaken(Draft draft, Desk desk, Context context)
    {
        if (draft.Renews is not { } renews) return null;
        if (desk.Entry is not { } line || line.CaseId != renews.Of) return Say("renew.newer", draft, context, ("id", desk.Entry?.CaseId ?? ""));
        if (line.Review is { } other) return Say("renew.under_way", draft, context, ("id", other.CaseId));
        return line.Status switch
        {
            EntryStatus.Exiting or EntryStatus.Terminated => Say("renew.leaving", draft, context),
            // Taken back while the review was filled in.
            EntryStatus.NotApproved => Say("renew.not_in_use", draft, context),
            _ => null,
        };
    }

    public static IEnumerable<KeyValuePair<string, string>> Details(Case opened)
    {
        if (opened.Renewal is not { } renewal) yield break;
        yield return new("reviews", renewal.Of);
        yield return new("triggers", string.Join(Many, renewal.Triggers));
    }

    private static Outcome? Unfit(Hearing hearing) => InUse.Refusal(hearing) ?? InUse.UnderReview(hearing) ?? hearing.Desk.Entry!.Status switch
    {
        EntryStatus.Exiting => hearing.Refuse("renew.leaving"),
        EntryStatus.NotApproved => hearing.Refuse("renew.not_in_use"),
        _ => null,
    };

    private static Outcome Begun(Hearing hearing, IReadOnlyList<string> triggers, string words)
    {
        if (hearing.Desk.Draft is { } open && open.ChangedAt + hearing.Context.DraftsKept > hearing.Now && (open.Answers.Ids.Any() || open.Renews is not null))
        {
            return open.Renews?.Of == hearing.Case.Id ? Outcome.Say(DraftCards.Show(open, hearing.Desk, hearing.Policy, hearing.Context)) : TakingUp.Unfinished(hearing, open);
        }
        var before = hearing.Case;
        var draft = new Draft
        {
            Id = hearing.Context.NewId,
            Owner = hearing.Actor.Person,
            Revision = 1,
            // Who looks after it does not change because somebody else reviews it.
            Answers = before.Answers.Answered("owner") || hearing.IsOwner ? before.Answers : before.Answers.With("owner", before.Owner.Name),
            StartedAt = hearing.Now,
            ChangedAt = hearing.Now,
            FollowsCase = before.Id,
            Renews = new(before.Id, triggers, words, before.IsApproved ? Renewals.Basis(before.Assessment, before.Answers) : ""),
            Again = ChangeTriggers.Asks(triggers, hearing.Policy),
        };
        return Outcome.Say(DraftCards.Show(draft, hearing.Desk with { Draft = draft, Before = before }, hearing.Policy, hearing.Context, hearing.Say("renew.begun", ("entry", before.EntryId)))) with { Draft = new DraftChange.Save(draft) };
    }

    private static Outcome Say(string key, Draft draft, Context context, params ReadOnlySpan<(string Name, string Value)> holes)
    {
        var words = context.Wording.Fill(key, holes);
        return Outcome.Say(new View.Notice("", [new Line(words)])
        {
            Plain = Texts.Clip(words, 120),
            Stamp = Stamp.OfDraft(draft.Id, "", draft.Revision),
            Buttons = [new(context.Wording["cancel.discard"], "discard", Style: ButtonStyle.Danger)],
        }) with { Refused = key };
    }
}
