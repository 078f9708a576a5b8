using System.Collections.Concurrent;
using System.Threading.Channels;
using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Identity;

namespace SupplierBot.Slack.Home;

/// <summary>
/// Whose home may show something older, each once however much changed: the first who waits is the next. Kept in memory alone: what a crash
/// forgets is right again when the person opens their home. Thread-safe; one reader.
/// </summary>
public sealed class StaleAppHomes : IOpenLists
{
    /// <summary>Two hours of publishing; a person beyond that sees what is right when they open their home.</summary>
    internal const int MostWaiting = 10_000;

    private readonly ConcurrentDictionary<PersonId, bool> waiting = new();
    private readonly Channel<PersonId> line = Channel.CreateUnbounded<PersonId>(new() { SingleReader = true });

    public void Changed(IEnumerable<PersonId> people)
    {
        foreach (var person in people)
        {
            if (SlackIds.UserOf(person) is not null && waiting.Count < MostWaiting && waiting.TryAdd(person, true))
                line.Writer.TryWrite(person);
        }
    }

    internal ValueTask<bool> WaitAsync(CancellationToken cancellation) => line.Reader.WaitToReadAsync(cancellation);

    /// <summary>What changes from here on makes them wait again. Only after <see cref="WaitAsync"/>.</summary>
    internal PersonId Take()
    {
        if (!line.Reader.TryRead(out var person))
            throw new InvalidOperationException("Nobody waits.");
        waiting.TryRemove(person, out _);
        return person;
    }
}
