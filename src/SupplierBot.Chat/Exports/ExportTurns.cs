using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Policies;
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
    Channels channels,
    Policy policy,
    TimeProvider time
)
{
    /// <summary>A person waits so long without wondering.</summary>
    private static readonly TimeSpan Unannounced = TimeSpan.FromSeconds(2);

    /// <summary>Between two looks at how far it is.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    public async Task<TurnAnswer> AnswerAsync(Turn turn, OrderedExport export, CancellationToken cancellation)
    {
        var context = contexts.Create((await assignments.RecentAsync(cancellation)).Roles, turn.Conversation);
        var done = new Progress();
        // Beyond the turn, which a platform ends after some seconds.
        var making = Task.Run(() => cards.MakeAsync(export, turn.Actor.Person, done, context), CancellationToken.None);
        if (await Task.WhenAny(making, Task.Delay(Unannounced, time, CancellationToken.None)) == making)
            return await SaidAsync(turn, await making, context);
        _ = FollowAsync(turn, export.Order, making, done, context);
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
    public Task NotePolicyReadAsync(Turn turn, CancellationToken cancellation) =>
        exports.AppendAsync(log => log.WithRead(turn.Actor.Id, time.GetUtcNow(), policy.Version, policy.Hash), cancellation);

    /// <summary>One message that says how far it is, and becomes the link.</summary>
    private async Task FollowAsync(Turn turn, ExportOrder order, Task<View> making, Progress done, Context context)
    {
        if (await responder.OwnChatAsync(turn) is not { } own)
            return;
        var channel = channels.Of(own);
        var message = await SentAsync(channel, own, ExportCards.Busy(order, done.Lines, context));
        for (var said = done.Lines; await Task.WhenAny(making, Task.Delay(Look, time)) != making; said = done.Lines)
        {
            if (message is not null && done.Lines > said)
                await UpdatedAsync(channel, own, message, ExportCards.Busy(order, done.Lines, context));
        }
        if (message is null || !await UpdatedAsync(channel, own, message, await making))
            await SentAsync(channel, own, await making);
    }

    private static async Task<string?> SentAsync(IChannel channel, ConversationReference to, View view) =>
        await channel.SendAsync(to, channel.Render(view, CardPlace.Message), CancellationToken.None)
            is DeliveryOutcome.Delivered { MessageId: var id }
            ? id
            : null;

    private static async Task<bool> UpdatedAsync(IChannel channel, ConversationReference at, string message, View view) =>
        await channel.UpdateAsync(at, message, channel.Render(view, CardPlace.Message), CancellationToken.None)
        is DeliveryOutcome.Delivered;

    /// <summary>What was said last; read from another thread.</summary>
    private sealed class Progress : IProgress<int>
    {
        private volatile int lines;

        public int Lines => lines;

        public void Report(int value) => lines = value;
    }
}
