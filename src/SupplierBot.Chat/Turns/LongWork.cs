using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Work that may outlast a turn, which a platform ends after some seconds: one message says how far it is, and becomes the result.
/// </summary>
public sealed class LongWork(TurnResponder responder, Channels channels, TimeProvider time)
{
    /// <summary>A person waits so long without wondering.</summary>
    private static readonly TimeSpan Unannounced = TimeSpan.FromSeconds(2);

    /// <summary>Between two looks at how far it is.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(3);

    /// <summary>It is done before anybody wonders, so that it needs no announcement.</summary>
    public async Task<bool> IsQuickAsync(Task working) =>
        await Task.WhenAny(working, Task.Delay(Unannounced, time, CancellationToken.None)) == working;

    /// <param name="busy">What is said while it goes on, as far as it is then.</param>
    public async Task FollowAsync(Turn turn, Task<View> working, WorkProgress done, Func<View> busy)
    {
        if (await responder.OwnChatAsync(turn) is not { } own)
            return;
        var channel = channels.Of(own);
        var message = await SentAsync(channel, own, busy());
        for (var said = done.Lines; await Task.WhenAny(working, Task.Delay(Look, time)) != working; said = done.Lines)
        {
            if (message is not null && done.Lines > said)
                await UpdatedAsync(channel, own, message, busy());
        }
        if (message is null || !await UpdatedAsync(channel, own, message, await working))
            await SentAsync(channel, own, await working);
    }

    private static async Task<string?> SentAsync(IChannel channel, ConversationReference to, View view) =>
        await channel.SendAsync(to, channel.Render(view, CardPlace.Message), CancellationToken.None)
            is DeliveryOutcome.Delivered { MessageId: var id }
            ? id
            : null;

    private static async Task<bool> UpdatedAsync(IChannel channel, ConversationReference at, string message, View view) =>
        await channel.UpdateAsync(at, message, channel.Render(view, CardPlace.Message), CancellationToken.None)
        is DeliveryOutcome.Delivered;
}

/// <summary>What was said last; read from another thread.</summary>
public sealed class WorkProgress : IProgress<int>
{
    private volatile int lines;

    public int Lines => lines;

    public void Report(int value) => lines = value;
}
