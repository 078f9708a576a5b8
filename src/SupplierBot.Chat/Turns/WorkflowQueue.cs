namespace SupplierBot.Chat.Turns;

/// <summary>
/// Writers of the one workflow partition queue inside the process, so that If-Match guards only against other replicas; who holds a role
/// changes between two decisions, never during one.
/// </summary>
public sealed class WorkflowQueue(ChatSettings settings, TimeProvider time)
{
    private readonly FifoLock workflow = new(time);

    /// <returns>Null where it took too long until it was this one's turn.</returns>
    public async Task<T?> InTurnAsync<T>(Func<Task<T?>> act, CancellationToken cancellation)
        where T : class
    {
        if (!await workflow.EnterAsync(settings.TurnDeadline, cancellation))
            return null;
        try
        {
            return await act();
        }
        finally
        {
            workflow.Leave();
        }
    }
}
