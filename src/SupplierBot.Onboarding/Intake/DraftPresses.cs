namespace SupplierBot.Onboarding;

/// <summary>Buttons of the intake's cards. The revision of the card decides whether what it sends may still change something.</summary>
internal static class DraftPresses
{
    public static Outcome Handle(Input.Pressed press, Desk desk, Actor actor, Policy policy, Context context)
    {
        if (Drafting.SittingOf(desk, actor, policy, context) is not { } sitting) return NoDraft(press, desk, actor, policy, context);
        if (press.Automatic) return sitting.Show();
        if (press.Stamp.Draft is { } draft && draft != sitting.Draft.Id) return sitting.Refuse("refusal.old_page");
        return press.Verb switch
        {
            "answer" => Answering.Handle(press, sitting),
            "back" => Back(press, sitting),
            "edit" => Editing.Handle(press, sitting),
            "submit" => Sending.Handle(press, sitting),
            "cancel" => Outcome.Say(Notices.Stopped(sitting.Draft, context)),
            "discard" => Discard(press, sitting),
            "open" => sitting.Show(),
            _ => sitting.Show() with { Refused = Casework.UnknownVerb },
        };
    }

    /// <summary>Whoever pressed an old card is shown where they are: at a case that was sent from it, or at nothing.</summary>
    private static Outcome NoDraft(Input.Pressed press, Desk desk, Actor actor, Policy policy, Context context)
    {
        if (desk.Draft is { } draft && draft.Owner.Id != actor.Id) return Outcome.Say(Notices.Nothing(context.Wording["refusal.not_yours"], context.Wording)) with { Refused = "refusal.not_yours" };
        if (desk.Case is { } sent && sent.Requester.Id == actor.Id && press.Stamp.Case is null) return Casework.Handle(desk, press with { Verb = "open", Stamp = Stamp.OfCase(sent.Id, Slot.Receipt, sent.ContentVersion) }, actor, policy, context);
        if (press is { Verb: "discard", Target: var target } && target.StartsWith(Drafting.StartsNew, StringComparison.Ordinal)) return Drafting.Start(target[Drafting.StartsNew.Length..], desk, actor, policy, context);
        return press.Automatic ? new Outcome { Answer = null } : Outcome.Say(Notices.Nothing(context.Wording.Fill("refusal.draft_gone", ("days", Notices.Days(context))), context.Wording)) with { Refused = "refusal.draft_gone" };
    }

    /// <summary>Shown only: what is stored stays, and Next goes to the first page with a gap.</summary>
    private static Outcome Back(Input.Pressed press, Sitting sitting)
    {
        var pages = Interview.Pages(sitting.Policy, sitting.Draft.Answers);
        var place = pages.ToList().FindIndex(page => page.Id == press.Stamp.Page);
        var before = press.Stamp.Page == SummaryCard.Page ? pages.Count - 1 : Math.Max(0, place - 1);
        return Outcome.Say(Editing.Open(pages[before], sitting));
    }

    private static Outcome Discard(Input.Pressed press, Sitting sitting) => press.Target.StartsWith(Drafting.StartsNew, StringComparison.Ordinal)
        ? Drafting.Start(press.Target[Drafting.StartsNew.Length..], sitting.Desk, sitting.Actor, sitting.Policy, sitting.Context)
        : new Outcome { Answer = Notices.Nothing(sitting.Wording["cancel.discarded"], sitting.Wording), Draft = new DraftChange.Delete(sitting.Draft.Id) };
}
