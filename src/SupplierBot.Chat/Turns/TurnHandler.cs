namespace SupplierBot.Chat;

/// <summary>
/// The life of a message (design.md §3): load, decide, commit, answer. A lost race loads and decides again, until the deadline;
/// the core is pure, so that deciding twice costs nothing.
/// </summary>
public sealed class TurnHandler(Sentinel sentinel, DeskLoader desks, TurnCommit commits, Answering answering, ConversationStore conversations, UndeliveredStore undelivered, Adoption adoption, DeliveriesDesk deliveries, RolesDesk roles, DigestDesk digests, ShownAgain shownAgain, ChatSettings settings, Wording wording, TimeProvider time, Random chance, ILogger<TurnHandler> log)
{
    private readonly Turnstile workflow = new(time);

    public async Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        await sentinel.RequireAsync(cancellation);
        if (turn is { Actor.Member: true, Elsewhere: false } && await conversations.RememberAsync(turn, cancellation)) await ReachableAsync(ConversationStore.TargetOf(turn), cancellation);
        await adoption.LookAsync(turn, cancellation);
        return turn.Input switch
        {
            Input.Removed => await RemovedAsync(turn, cancellation),
            Input.Installed => await WelcomeAsync(turn, cancellation),
            _ when await digests.HandleAsync(turn, cancellation) is { } digest => await answering.AnswerAsync(turn, digest, new(null)),
            _ when await roles.HandleAsync(turn, cancellation) is { } staffed => await answering.AnswerAsync(turn, staffed, new(null)),
            Input.Said said when turn.Conversation.Scope != ConversationScope.Personal => await InPublicAsync(turn, said, cancellation),
            _ when await deliveries.HandleAsync(turn, cancellation) is { } listed => await answering.AnswerAsync(turn, listed, new(null)),
            _ => await ActAsync(turn, cancellation),
        };
    }

    private async Task ReachableAsync(string target, CancellationToken cancellation)
    {
        await undelivered.ReachableAsync(target, cancellation);
        await roles.BackAsync(target, cancellation);
    }

    private async Task<TurnAnswer> RemovedAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Actor.Member) await roles.LostAsync(ConversationStore.TargetOf(turn), cancellation);
        return new TurnAnswer.Nothing();
    }

    /// <summary>Once a person, however often the platform says that the bot was installed; channels are not greeted.</summary>
    private async Task<TurnAnswer> WelcomeAsync(Turn turn, CancellationToken cancellation)
    {
        await roles.InstalledAsync(turn, cancellation);
        if (!turn.Actor.Member) Log.TurnRefused(log, turn.Id, "refusal.not_member");
        if (!turn.Actor.Member || !await conversations.ClaimWelcomeAsync(turn, cancellation)) return new TurnAnswer.Nothing();
        if (settings.ClientsStartEmpty) await shownAgain.WantAsync(ConversationStore.TargetOf(turn), cancellation);
        return turn.Conversation.Scope == ConversationScope.Personal ? await ActAsync(turn, cancellation) : new TurnAnswer.Nothing();
    }

    /// <summary>In a channel everybody reads along: only what everybody may know is answered there.</summary>
    private Task<TurnAnswer> InPublicAsync(Turn turn, Input.Said said, CancellationToken cancellation) => Command.Parse(said.Text) switch
    {
        Command.Help or Command.CanIUse or Command.Find => ActAsync(turn, cancellation),
        Command.New { Name: var name } => answering.SayAsync(turn, Notices.InChannel(name, wording)),
        _ => answering.SayAsync(turn, Notices.InChannel("", wording)),
    };

    private async Task<TurnAnswer> ActAsync(Turn turn, CancellationToken cancellation)
    {
        var decided = turn.Input is Input.Pressed press && ChangesCases(press) ? await InTurnAsync(turn, cancellation) : await DecideAsync(turn, cancellation);
        if (decided is Decided.Now { Saved: var saved }) await commits.PutAwayAsync(turn, saved, cancellation);
        return decided switch
        {
            Decided.Before before => await answering.AgainAsync(turn, before.Desk),
            Decided.Now now => await answering.AnswerAsync(turn, ForEverybody(turn, now.Outcome), now.Saved),
            _ => new TurnAnswer.Failed(wording["fault.try_again"]),
        };
    }

    /// <summary>A whole case never comes into a channel because somebody opened it from a list.</summary>
    private Outcome ForEverybody(Turn turn, Outcome outcome) =>
        turn is { Input: Input.Pressed { Stamp.Case: null }, Conversation.Scope: not ConversationScope.Personal } && outcome.Answer?.Stamp.Case is { } id
            ? outcome with { Answer = Notices.CaseInChannel(id, wording) }
            : outcome;

    /// <summary>Writers of the one workflow partition queue inside the process, so that If-Match guards only against other replicas.</summary>
    private async Task<Decided> InTurnAsync(Turn turn, CancellationToken cancellation)
    {
        if (!await workflow.EnterAsync(settings.TurnDeadline, cancellation)) return new Decided.TooLate();
        try
        {
            return await DecideAsync(turn, cancellation);
        }
        finally
        {
            workflow.Leave();
        }
    }

    private async Task<Decided> DecideAsync(Turn turn, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        do
        {
            var desk = await desks.LoadAsync(turn, cancellation);
            if (turn is { Actor.Member: true, Input: not Input.Searched } && desk.Draft?.Value.Recent.Contains(turn.Id) == true) return new Decided.Before(desk);
            var outcome = Casework.Handle(desk.Desk, turn.Input, turn.Actor, desk.Policy, desk.Context);
            if (desk.Desk.Unread > 0) outcome = outcome with { Answer = UnreadLines.On(outcome.Answer, desk.Desk.Unread, wording) };
            if (await commits.SaveAsync(turn, desk, outcome, cancellation) is { } saved) return new Decided.Now(outcome, saved);
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(2, 20)), time, cancellation);
        }
        while (time.GetElapsedTime(started) < settings.TurnDeadline);
        return new Decided.TooLate();
    }

    private static bool ChangesCases(Input.Pressed press) => !press.Automatic && (press.Verb == "submit" || press.Stamp.Case is not null || press.Target.Length > 0);

    private abstract record Decided
    {
        public sealed record Now(Outcome Outcome, Saved Saved) : Decided;
        /// <summary>The platform delivered this turn before.</summary>
        public sealed record Before(LoadedDesk Desk) : Decided;
        public sealed record TooLate : Decided;
    }
}
