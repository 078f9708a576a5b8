namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>What one client shows, and waiting for it. Thread-safe.</summary>
internal sealed class Transcript
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private const int Newest = 6;
    private const int LongestShown = 1_000;
    private readonly Lock door = new();
    private readonly List<ShownMessage> messages = [];
    private TaskCompletionSource changed = NewSignal();

    /// <summary>In the order they were posted, as they look now.</summary>
    public IReadOnlyList<ShownMessage> Messages
    {
        get
        {
            lock (door)
                return [.. messages];
        }
    }

    public void Write(ShownMessage said)
    {
        lock (door)
        {
            var known = messages.FindIndex(one => one.MessageId == said.MessageId && one.Conversation == said.Conversation);
            if (known < 0)
                messages.Add(said);
            else
                messages[known] = said with { Version = messages[known].Version + 1, Post = said.Post ?? messages[known].Post };
            changed.TrySetResult();
            changed = NewSignal();
        }
    }

    /// <summary>The newest message that fits, now or later, however slow the machine is.</summary>
    /// <param name="what">For the failure: what was waited for.</param>
    public async Task<ShownMessage> SeesAsync(Func<ShownMessage, bool> fits, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (; ; )
        {
            Task next;
            lock (door)
            {
                if (messages.LastOrDefault(fits) is { } said)
                    return said;
                next = changed.Task;
            }
            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException(
                    $"Never saw {what}. The newest of {Messages.Count}:\n{string.Join('\n', Messages.TakeLast(Newest).Select(Short))}",
                    late
                );
            }
        }
    }

    private static string Short(ShownMessage said) =>
        said.ToString() is { Length: > LongestShown } text ? text[..LongestShown] : said.ToString();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
