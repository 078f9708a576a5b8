using System.Collections.Concurrent;

namespace SupplierBot.Web.Local;

/// <summary>Who may send in local mode, and which of their conversations the bot has seen installed. Thread-safe.</summary>
internal sealed class LocalConnectors(IReadOnlyList<Uri> allowed)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> arrivals = new(StringComparer.Ordinal);

    public IReadOnlyList<Uri> Allowed => allowed;

    public void Arrived(string conversation) => Arrival(conversation).TrySetResult();

    /// <summary>Completes when the bot has answered the installation of the conversation.</summary>
    public Task ArrivalOf(string conversation) => Arrival(conversation).Task;

    private TaskCompletionSource Arrival(string conversation) =>
        arrivals.GetOrAdd(conversation, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}
