using SupplierBot.Chat.Files;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Publishing;

/// <summary>
/// A policy on its way into force, in chat: dropped by an admin, decided on by somebody else. Eight parts: the file, what is decided, how
/// it is shown, the policies, where it is said, in which words and to whom, how far it is.
/// </summary>
public sealed class PublishTurns(
    PolicyOffers offers,
    Publisher publisher,
    ProposalMessages messages,
    PolicyStore policies,
    TurnResponder responder,
    ContextFactory contexts,
    RoleAssignmentStore assignments,
    LongWork longWork
)
{
    /// <summary>Nothing where the file can't be a policy, or the person is no admin.</summary>
    public async Task<IReadOnlyList<View>> OfferAsync(Turn turn, Request.GiveFile given, CancellationToken cancellation)
    {
        var context = await ContextAsync(turn, cancellation);
        if (given.Others.Count > 0 || !offers.MayRead(given.Name) || !PublishRights.MayPropose(turn.Actor.Id, context.Roles))
            return [];
        var key = IncomingFiles.KeyOf(turn.Id, turn.Actor.Id);
        return await offers.OfferAsync(key, turn.Actor.Person, context, cancellation) is { } offer ? [offer] : [];
    }

    public async Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var context = await ContextAsync(turn, cancellation);
        if (turn.Request.Press is not { } press)
            return await responder.SayAsync(turn, await NewestAsync(turn.Actor, context, cancellation));
        if (PublishStep.Read(press.Target) is not { } step)
            return await responder.SayAsync(turn, PublishCards.Words(context.Wording["publish.no_such"]));
        if (step.IsOfFile)
            return await WorkedAsync(turn, step, context);
        return await responder.SayAsync(
            turn,
            step.Kind is PublishStepKind.Show or PublishStepKind.Changes
                ? await ShownAsync(turn.Actor, step, context, cancellation)
                : await DecidedAsync(turn, step, context, cancellation)
        );
    }

    /// <summary>The proposal that waits; without one, which policy is in force and why.</summary>
    private async Task<View> NewestAsync(Actor actor, Context context, CancellationToken cancellation)
    {
        if (await publisher.OpenAsync(cancellation) is { } open)
            return await ShownAsync(actor, new(PublishStepKind.Show, open.Id), context, cancellation);
        var published = policies.InForce.Published is { } one ? await publisher.FindAsync(one.Proposal, cancellation) : null;
        var words = new PublishTexts(context, 0).InForce(policies.Current, published);
        var how = PublishRights.MayPropose(actor.Id, context.Roles) ? $" {context.Wording["publish.how"]}" : "";
        return PublishCards.Words($"{context.Wording["publish.none"]} {words}{how}");
    }

    private async Task<View> ShownAsync(Actor actor, PublishStep step, Context context, CancellationToken cancellation)
    {
        if (!context.Roles.ReadsEverything(actor.Id))
            return PublishCards.Words(context.Wording["publish.readers_only"]);
        if (await publisher.FindAsync(step.About, cancellation) is not { } proposal)
            return PublishCards.Words(context.Wording["publish.no_such"]);
        return step.Kind == PublishStepKind.Changes
            ? PublishCards.Changes(
                proposal,
                (await messages.BesideAsync(proposal, context.Wording, cancellation)).Changes,
                step.From,
                context
            )
            : await messages.CardAsync(proposal, actor.Id, context, cancellation);
    }

    private async Task<View> DecidedAsync(Turn turn, PublishStep step, Context context, CancellationToken cancellation)
    {
        View? form = null;
        var outcome = await publisher.DecideAsync(
            step.About,
            turn.Actor,
            context,
            (log, proposal, versionHash, now) =>
                step.Kind switch
                {
                    PublishStepKind.Withdraw => PublishDecider.Withdraw(log, proposal, turn.Actor, now),
                    PublishStepKind.Accept => PublishDecider.Accept(log, proposal, turn.Actor, policies.Current.Hash, versionHash, now),
                    _ => Rejected(turn, log, proposal, now, out form),
                },
            cancellation
        );
        return outcome switch
        {
            null => PublishCards.Words(context.Wording["publish.no_such"]),
            PublishOutcome.Refused { Words: var words } => form ?? PublishCards.Words(words),
            PublishOutcome.Known { Proposal: var known } => await messages.CardAsync(known, turn.Actor.Id, context, cancellation),
            PublishOutcome.Changed { Proposal: var after } => await messages.CardAsync(after, turn.Actor.Id, context, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Without a reason, or with one that says nothing, the form asks for it.</summary>
    private static PublishOutcome Rejected(Turn turn, PolicyLog log, PolicyProposal proposal, Context context, out View? form)
    {
        form = null;
        if (PublishDecider.Unable(log, proposal, turn.Actor, context) is { } unable)
            return unable;
        var press = turn.Request.Press!;
        var reason = press.Value(PublishCards.Comment).Trim();
        var problem = PublishDecider.ReasonProblem(reason, proposal, context);
        if (problem.Length == 0)
            return PublishDecider.Reject(log, proposal, turn.Actor, reason, context);
        form = PublishCards.RejectForm(proposal, reason, press.Values.ContainsKey(PublishCards.Comment) ? problem : "", context);
        return new PublishOutcome.Refused(problem);
    }

    /// <summary>What is quick is the answer itself; what takes longer goes on in a message that says how far it is.</summary>
    private async Task<TurnAnswer> WorkedAsync(Turn turn, PublishStep step, Context context)
    {
        var done = new WorkProgress();
        // Beyond the turn, which a platform ends after some seconds.
        var working = Task.Run(() => offers.WorkAsync(step, turn.Actor.Person, done, context), CancellationToken.None);
        if (await longWork.IsQuickAsync(working))
            return await responder.SayAsync(turn, await working);
        _ = longWork.FollowAsync(turn, working, done, () => PublishCards.Busy(done.Lines, context));
        return turn.AnswersInPlace ? await responder.SayAsync(turn, PublishCards.Busy(done.Lines, context)) : new TurnAnswer.Nothing();
    }

    private async Task<Context> ContextAsync(Turn turn, CancellationToken cancellation) =>
        contexts.Create((await assignments.RecentAsync(cancellation)).Roles, turn.Conversation) with
        {
            NewId = Ids.New(),
        };
}
