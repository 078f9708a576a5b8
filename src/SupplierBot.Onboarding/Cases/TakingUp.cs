namespace SupplierBot.Onboarding;

/// <summary>The answers of a case become a draft again: to change it while it is open, to ask anew once it has ended.</summary>
internal static class TakingUp
{
    public static Outcome Handle(Hearing hearing)
    {
        if (!hearing.IsRequester) return hearing.Refuse("refusal.requester_only", ("requester", hearing.Case.Requester.Name));
        if (hearing.Case.IsApproved) return Rights.Closed(hearing)!;
        return hearing.Desk.Draft is { } unfinished && !IsOfThisCase(hearing, unfinished) ? Unfinished(hearing, unfinished) : Taken(hearing);
    }

    private static bool IsOfThisCase(Hearing hearing, Draft draft) => hearing.Case.IsOpen ? draft.EditsCase == hearing.Case.Id : draft.FollowsCase == hearing.Case.Id;

    private static Outcome Taken(Hearing hearing)
    {
        if (hearing.Desk.Draft is { } same) return Outcome.Say(DraftCards.Show(same, hearing.Desk, hearing.Policy, hearing.Context));
        var draft = new Draft
        {
            Id = hearing.Context.NewId,
            Owner = hearing.Actor.Person,
            Revision = 1,
            Answers = hearing.Case.Answers,
            StartedAt = hearing.Now,
            ChangedAt = hearing.Now,
            EditsCase = hearing.Case.IsOpen ? hearing.Case.Id : null,
            FollowsCase = hearing.Case.IsOpen ? null : hearing.Case.Id,
            Renews = hearing.Case.IsOpen ? null : Renewing.Again(hearing.Case),
        };
        return Outcome.Say(DraftCards.Show(draft, hearing.Desk with { Draft = draft, Before = hearing.Case }, hearing.Policy, hearing.Context)) with { Draft = new DraftChange.Save(draft) };
    }

    /// <summary>Nobody loses a half-filled request by pressing a button of another.</summary>
    internal static Outcome Unfinished(Hearing hearing, Draft draft)
    {
        var words = hearing.Say("edit.unfinished", ("supplier", draft.Answers.One("name") ?? hearing.Say("edit.unnamed")), ("day", Dates.Day(draft.ChangedAt, hearing.Context)));
        return Outcome.Say(new View.Notice("", [new Line(words)])
        {
            Plain = hearing.Say("edit.unfinished_plain"),
            Stamp = Stamp.OfDraft(draft.Id, "summary", draft.Revision),
            Buttons = [new(hearing.Say("button.continue"), "open"), new(hearing.Say("button.discard"), "discard", Style: ButtonStyle.Danger)],
        });
    }
}
