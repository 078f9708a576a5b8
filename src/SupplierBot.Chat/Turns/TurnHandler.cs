using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// src/README.md "The life of a message": load, decide, commit, answer. A lost race loads and decides again, until the deadline;
/// the core is pure, so that deciding twice costs nothing.
/// </summary>
public sealed class TurnHandler(Sentinel sentinel, TurnStateLoader states, TurnCommit commits, TurnResponder answering, ConversationStore conversations, DeadLetterStore deadLetters, Adoption adoption, DeadLetterCommands deliveries, RoleCommands roles, DigestCommand digests, ClientRefresh shownAgain, AccountCheck accounts, DeliveryMarkers markers, ChatSettings settings, Wording wording, TimeProvider time, Random chance, ILogger<TurnHandler> log)
{
    private readonly FifoLock workflow = new(time);

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
            _ when RoleCommands.ChangesHolders(turn) => await ChangeRolesAsync(turn, cancellation),
            _ when await roles.HandleAsync(turn, cancellation) is { } staffed => await AnswerAsync(turn, staffed, cancellation),
            Input.Said said when turn.Conversation.Scope != ConversationScope.Personal => await InPublicAsync(turn, said, cancellation),
            _ when await deliveries.HandleAsync(turn, cancellation) is { } listed => await answering.AnswerAsync(turn, listed, new(null)),
            _ => await ActAsync(turn, cancellation),
        };
    }

    private async Task ReachableAsync(string target, CancellationToken cancellation)
    {
        await deadLetters.ReachableAsync(target, cancellation);
        await roles.BackAsync(target, cancellation);
    }

    private async Task<TurnAnswer> RemovedAsync(Turn turn, CancellationToken cancellation)
    {
        if (turn.Actor.Member) await roles.LostAsync(ConversationStore.TargetOf(turn), cancellation, turn);
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
        Command.Help => answering.SayAsync(turn, Notices.HelpForAll(wording)),
        Command.CanIUse or Command.Find => ActAsync(turn, cancellation),
        Command.New { Name: var name } => answering.SayAsync(turn, Notices.InChannel(name, wording)),
        _ => answering.SayAsync(turn, Notices.InChannel("", wording)),
    };

    /// <summary>What is for the person alone goes into their own chat, and the channel hears where the answer is.</summary>
    private async Task<TurnAnswer> AnswerAsync(Turn turn, RoleCommandAnswer answer, CancellationToken cancellation)
    {
        if (ReferenceEquals(answer, RoleCommandAnswer.SaidBefore)) return new TurnAnswer.Nothing();
        var notifications = answer.InOwnChat is { } own && await answering.TellInOwnChatAsync(turn, own);
        var said = await answering.SayAsync(turn, answer.Said ?? Notices.InOwnChat(notifications, wording));
        return answer.Changed ? await NotedAsync(turn, said, null, cancellation) : said;
    }

    private async Task<TurnAnswer> ActAsync(Turn turn, CancellationToken cancellation)
    {
        await accounts.AskAsync(turn, cancellation);
        var decided = turn.Input is Input.Pressed press && ChangesCases(press)
            ? await InTurnAsync(() => DecideAsync(turn, cancellation), cancellation) ?? new Decided.TooLate()
            : await DecideAsync(turn, cancellation);
        if (decided is Decided.Now { Saved: var saved }) await commits.PutAwayAsync(turn, saved, cancellation);
        return decided switch
        {
            Decided.Before before => await AgainAsync(turn, before, cancellation),
            Decided.Now { Outcome.Case: { } changed } now => await NotedAsync(turn, await answering.AnswerAsync(turn, ForEverybody(turn, now.Outcome), now.Saved), changed, cancellation),
            Decided.Now now => await answering.AnswerAsync(turn, ForEverybody(turn, now.Outcome), now.Saved),
            _ => new TurnAnswer.Failed(wording["fault.try_again"]),
        };
    }

    private async Task<TurnAnswer> AgainAsync(Turn turn, Decided.Before before, CancellationToken cancellation)
    {
        Log.DeliveredAgain(log, turn.Id);
        if (before.OfDraft) return await answering.AgainAsync(turn, before.State);
        if (!turn.AnswersInPlace && (before.WentOn || await markers.FindAsync(turn, cancellation) is { Shown: true })) return new TurnAnswer.Nothing();
        return await answering.AsItIsAsync(turn, before.State);
    }

    /// <summary>What was posted once is not posted for a second delivery, as long as the platform keeps one. Lost, the note costs a second message of the same words.</summary>
    private async Task<TurnAnswer> NotedAsync(Turn turn, TurnAnswer answer, Case? changed, CancellationToken cancellation)
    {
        if (turn.AnswersInPlace || answer is not TurnAnswer.Nothing) return answer;
        try
        {
            await markers.NoteShownAsync(turn, changed, cancellation);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException) // what the person did is saved and answered
        {
            Log.ShownNotNoted(log, turn.Id, fault.Message);
        }
        return answer;
    }

    /// <summary>A whole case never comes into a channel because somebody opened it from a list.</summary>
    private Outcome ForEverybody(Turn turn, Outcome outcome) =>
        turn is { Input: Input.Pressed { Stamp.Case: null }, Conversation.Scope: not ConversationScope.Personal } && outcome.Answer?.Stamp.Case is { } id
            ? outcome with { Answer = Notices.CaseInChannel(id, wording) }
            : outcome;

    /// <summary>Who holds a role changes between two decisions, never during one.</summary>
    private async Task<TurnAnswer> ChangeRolesAsync(Turn turn, CancellationToken cancellation) => await InTurnAsync(() => roles.HandleAsync(turn, cancellation), cancellation) is { } staffed
        ? await AnswerAsync(turn, staffed, cancellation)
        : new TurnAnswer.Failed(wording["fault.try_again"]);

    /// <summary>Writers of the one workflow partition queue inside the process, so that If-Match guards only against other replicas.</summary>
    /// <returns>Null where it took too long until it was this one's turn.</returns>
    private async Task<T?> InTurnAsync<T>(Func<Task<T?>> act, CancellationToken cancellation) where T : class
    {
        if (!await workflow.EnterAsync(settings.TurnDeadline, cancellation)) return null;
        try
        {
            return await act();
        }
        finally
        {
            workflow.Leave();
        }
    }

    private async Task<Decided?> DecideAsync(Turn turn, CancellationToken cancellation)
    {
        var started = time.GetTimestamp();
        do
        {
            var state = await states.LoadAsync(turn, cancellation);
            if (KnownToDraft(turn, state)) return new Decided.Before(state, OfDraft: true);
            var outcome = CaseDecider.Handle(state.State, turn.Input, turn.Actor, state.Policy, state.Context);
            if (state.State.Unread > 0) outcome = outcome with { Answer = UnreadableRowsNotice.On(outcome.Answer, state.State.Unread, wording) };
            if (MayBeBefore(turn, outcome) && await WasBeforeAsync(turn, outcome, cancellation)) return new Decided.Before(state);
            if (await commits.SaveAsync(turn, state, outcome, cancellation) is { } saved) return saved.Before ? await BeforeAsync(turn, outcome, cancellation) : new Decided.Now(outcome, saved);
            await Task.Delay(TimeSpan.FromMilliseconds(chance.Next(2, 20)), time, cancellation);
        }
        while (time.GetElapsedTime(started) < settings.TurnDeadline);
        return new Decided.TooLate();
    }

    private static bool ChangesCases(Input.Pressed press) => !press.Automatic && (press.Verb == "submit" || press.Stamp.Case is not null || press.Target.Length > 0 || press.Value(CaseLists.Pick).Length > 0);

    private static bool KnownToDraft(Turn turn, LoadedState state) => turn is { Actor.Member: true, Input: not Input.Searched } && state.Draft?.Value.Recent.Contains(turn.Id) == true;

    /// <summary>With the desk as the delivery that was first left it.</summary>
    private async Task<Decided> BeforeAsync(Turn turn, Outcome outcome, CancellationToken cancellation) =>
        await states.LoadAsync(turn, cancellation) is var state && KnownToDraft(turn, state) ? new Decided.Before(state, OfDraft: true) : new Decided.Before(state, WentOn: outcome.Case is null);

    /// <summary>Nothing would be written, so that no marker stands in the way: the second delivery of what is asked about now, or is refused because the first one did it.</summary>
    private static bool MayBeBefore(Turn turn, Outcome outcome) => outcome.Repeats || (outcome.Refused is not null && turn is { AnswersInPlace: false, Actor.Member: true });

    private async Task<bool> WasBeforeAsync(Turn turn, Outcome outcome, CancellationToken cancellation) =>
        await markers.FindAsync(turn, cancellation) is not null || (outcome is { Repeats: true, Operation: { } operation } && await markers.IsDoneAsync(operation, cancellation));

    private abstract record Decided
    {
        public sealed record Now(Outcome Outcome, Saved Saved) : Decided;
        /// <summary>The platform delivered this turn before, or another delivery did the same.</summary>
        /// <param name="OfDraft">The open draft knows it.</param>
        /// <param name="WentOn">It changed a draft that is gone, or was changed many times since: its person does not wait for the answer.</param>
        public sealed record Before(LoadedState State, bool OfDraft = false, bool WentOn = false) : Decided;
        public sealed record TooLate : Decided;
    }
}
