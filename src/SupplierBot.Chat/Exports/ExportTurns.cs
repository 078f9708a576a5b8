using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Exports;

/// <summary>
/// Answers with a file. What is quick is the answer itself; what takes longer is announced, shows how far it is, and comes as a message of
/// its own. Eight parts: who makes it, the log, where it is said, in which words and to whom, the policy that somebody read, the time.
/// </summary>
public sealed class ExportTurns(
    DownloadCards cards,
    ExportLogStore exports,
    TurnResponder responder,
    ContextFactory contexts,
    RoleAssignmentStore assignments,
    LongWork longWork,
    PolicyInForce inForce,
    TimeProvider time
)
{
    public async Task<TurnAnswer> AnswerAsync(Turn turn, OrderedExport export, CancellationToken cancellation)
    {
        var context = contexts.Create((await assignments.RecentAsync(cancellation)).Roles, turn.Conversation);
        var done = new WorkProgress();
        // Beyond the turn, which a platform ends after some seconds.
        var making = Task.Run(() => cards.MakeAsync(export, turn.Actor.Person, done, context), CancellationToken.None);
        if (await longWork.IsQuickAsync(making))
            return await SaidAsync(turn, await making, context);
        _ = longWork.FollowAsync(turn, making, done, () => ExportCards.Busy(export.Order, done.Lines, context));
        return turn.AnswersInPlace
            ? await SaidAsync(turn, ExportCards.Busy(export.Order, done.Lines, context), context)
            : new TurnAnswer.Nothing();
    }

    /// <summary>A link is for one person: what is pressed where others read along is answered in the person's own chat.</summary>
    private async Task<TurnAnswer> SaidAsync(Turn turn, View view, Context context)
    {
        if (turn.InModal || turn.Conversation.Scope == ConversationScope.Personal)
            return await responder.SayAsync(turn, view);
        var told = view is not View.Download || await responder.TellInOwnChatAsync(turn, view);
        return new TurnAnswer.Words(told ? context.Wording["export.in_own_chat"] : context.Wording["request.open_chat"]);
    }

    /// <summary>Noted before the person hears that it was.</summary>
    public Task NotePolicyReadAsync(Turn turn, CancellationToken cancellation)
    {
        var policy = inForce.Current;
        return exports.AppendAsync(log => log.WithRead(turn.Actor.Id, time.GetUtcNow(), policy.Version, policy.Hash), cancellation);
    }
}
