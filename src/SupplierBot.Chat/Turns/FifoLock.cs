namespace SupplierBot.Chat.Turns;

/// <summary>One after the other, in the order they came; a caller that waits too long gives up. Waits by the given clock.</summary>
internal sealed class FifoLock(TimeProvider time)
{
    private readonly Queue<TaskCompletionSource<bool>> waiting = new();
    private bool taken;

    /// <returns>False where <paramref name="patience"/> ended first; else <see cref="Leave"/> is owed.</returns>
    public async Task<bool> EnterAsync(TimeSpan patience, CancellationToken cancellation)
    {
        if (Place() is not { } place)
            return true;
        using var deadline = new CancellationTokenSource(patience, time);
        await using var ended = deadline.Token.UnsafeRegister(
            static place => ((TaskCompletionSource<bool>)place!).TrySetResult(false),
            place
        );
        await using var cancelled = cancellation.UnsafeRegister(
            static (place, reason) => ((TaskCompletionSource<bool>)place!).TrySetCanceled(reason),
            place
        );
        return await place.Task;
    }

    /// <summary>Lets in the next who still waits.</summary>
    public void Leave()
    {
        lock (waiting)
        {
            while (waiting.TryDequeue(out var next))
            {
                if (next.TrySetResult(true))
                    return;
            }
            taken = false;
        }
    }

    /// <summary>Null where nobody is inside.</summary>
    private TaskCompletionSource<bool>? Place()
    {
        lock (waiting)
        {
            if (!taken)
            {
                taken = true;
                return null;
            }
            var place = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Enqueue(place);
            return place;
        }
    }
}
