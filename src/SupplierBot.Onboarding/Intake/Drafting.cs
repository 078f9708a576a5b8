namespace SupplierBot.Onboarding;

/// <summary>Everything before a request is sent. One visible switch; the draft's answers are the only state.</summary>
internal static class Drafting
{
    public static Outcome Handle(Desk desk, Input input, Actor actor, Policy policy, Context context) => input switch
    {
        Input.Installed => Outcome.Say(Notices.Welcome(actor, context.Wording)),
        Input.Said said => Said(Command.Parse(said.Text), desk, actor, policy, context),
        Input.Pressed press => Pressed(press, desk, actor, policy, context),
        _ => new Outcome { Answer = null },
    };

    private static Outcome Said(Command command, Desk desk, Actor actor, Policy policy, Context context) => (command, desk.Draft) switch
    {
        (Command.New fresh, null) => Start(fresh.Name, desk, actor, policy, context),
        (Command.New fresh, { } draft) => Outcome.Say(Notices.Unfinished(draft, fresh.Name, context)),
        (Command.Cancel, { } draft) => Outcome.Say(Notices.Stopped(draft, context.Wording)),
        (Command.Cancel, null) => Outcome.Say(Notices.Plainly(context.Wording["cancel.nothing"])),
        (Command.NotACommand words, { } draft) => Typing.Take(draft, words.Text, desk, policy, context),
        (Command.NotACommand, null) => Outcome.Say(Notices.Help(actor, null, policy, context, context.Wording["refusal.not_understood"])),
        _ => Outcome.Say(Notices.Help(actor, desk.Draft, policy, context)),
    };

    private static Outcome Pressed(Input.Pressed press, Desk desk, Actor actor, Policy policy, Context context) => (press.Verb, desk.Draft) switch
    {
        ("discard", _) => Discarding.Handle(press, desk, actor, policy, context),
        (_, null) => Gone(desk, policy, context),
        (_, { } draft) when press.Stamp.Draft != draft.Id => Outcome.Say(DraftCards.Show(draft, desk, policy, context, context.Wording["refusal.old_page"])),
        (_, { } draft) when press.Automatic => Outcome.Say(DraftCards.Show(draft, desk, policy, context)),
        ("answer", { } draft) => Answering.Take(press, draft, desk, policy, context),
        ("back", { } draft) => Outcome.Say(Back(press.Stamp.Page, draft, policy, context)),
        ("edit", { } draft) => Summarising.Edit(press, draft, desk, policy, context),
        ("submit", { } draft) => Summarising.Submit(press, draft, desk, actor, policy, context),
        ("cancel", { } draft) => Outcome.Say(Notices.Stopped(draft, context.Wording)),
        (_, { } draft) => Outcome.Say(DraftCards.Show(draft, desk, policy, context)),
    };

    internal static Outcome Start(string name, Desk desk, Actor actor, Policy policy, Context context)
    {
        var cleaned = FieldReading.Clean(name);
        var draft = new Draft
        {
            Id = context.NewId,
            Owner = actor.Person,
            Revision = 1,
            Answers = cleaned.Length == 0 ? Answers.Empty : Answers.Empty.With("name", cleaned),
            StartedAt = context.Now,
            ChangedAt = context.Now,
        };
        return new() { Answer = DraftCards.Show(draft, desk, policy, context), Draft = new DraftChange.Save(draft) };
    }

    internal static Draft Changed(Draft draft, Answers answers, Context context) =>
        draft with { Answers = answers, Revision = draft.Revision + 1, ChangedAt = context.Now };

    /// <summary>The card is of a draft that was sent: the case is on the desk; or that was deleted, or is somebody else's.</summary>
    private static Outcome Gone(Desk desk, Policy policy, Context context) =>
        desk is { Case: { } sent, Entry: { } entry } && sent.IsOpen
            ? Outcome.Say(CaseCards.Show(sent, entry, new(Slot.Receipt, new Audience.Someone(sent.Requester.Id)), policy, context))
            : Outcome.Say(Notices.Plainly(context.Wording["refusal.draft_gone"]));

    /// <summary>The page before; drawn only, so that going back and forth never loses or changes anything.</summary>
    private static View Back(string? from, Draft draft, Policy policy, Context context)
    {
        var pages = Interview.Pages(policy, draft.Answers);
        var before = pages.TakeWhile(page => page.Id != from).LastOrDefault() ?? pages[0];
        return PageCard.Of(draft, before, policy, context);
    }
}
