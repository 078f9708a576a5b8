using System.Diagnostics.Metrics;

namespace SupplierBot.Chat.Telemetry;

/// <summary>
/// What was turned away at the doors, or acknowledged and left alone: counted, and told so that nobody can fill the log from outside. The
/// first of a kind is a line at once; the rest of a minute are one line together. Reasons are ours; what a sender wrote is repeated only
/// from senders that were let in, cut and free of anything that breaks a line. Thread-safe.
/// </summary>
public sealed class RefusedRequests(IMeterFactory meters, TimeProvider time, ILogger<RefusedRequests> log) : IDisposable
{
    /// <summary>Of a minute; what comes beyond them is counted as "other".</summary>
    private const int MostKinds = 50;
    private const int LongestName = 80;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock authenticator = new();
    private readonly Dictionary<Kind, long> counts = [];
    private readonly Counter<long> refused = meters
        .Create(TurnMetrics.Name)
        .CreateCounter<long>(
            "supplierbot.requests.refused",
            "{request}",
            "Requests turned away by door, status and reason; status 200 was acknowledged and left alone."
        );
    private ITimer? minute;
    private bool disposed;

    /// <param name="door">Which of the ways in: "Teams", "Slack", "local mode".</param>
    /// <param name="status">The HTTP status it got; 200 where it was acknowledged and left alone.</param>
    /// <param name="reason">One of a fixed number of sentences.</param>
    /// <param name="named">What stood outside a list, as the sender named it; null where the sender is unknown.</param>
    public void Count(string door, int status, string reason, string? named = null)
    {
        refused.Add(1, new("door", door), new("status", status), new("reason", reason));
        var (kind, first) = Add(new(door, status, reason, named is null ? null : Plain(named)));
        if (!first)
            return;
        if (status < 400)
            Log.RequestLeftAlone(log, kind.Words);
        else
            Log.RequestRefused(log, status, kind.Words);
    }

    public void Dispose()
    {
        lock (authenticator)
        {
            disposed = true;
            minute?.Dispose();
        }
        Report();
    }

    private (Kind Kind, bool First) Add(Kind kind)
    {
        lock (authenticator)
        {
            if (counts.Count >= MostKinds && !counts.ContainsKey(kind))
                kind = new(kind.Door, kind.Status, "other", null);
            var before = counts.GetValueOrDefault(kind);
            counts[kind] = before + 1;
            if (!disposed)
                minute ??= time.CreateTimer(_ => Report(), null, Minute, Timeout.InfiniteTimeSpan);
            return (kind, before == 0);
        }
    }

    /// <summary>What was told at once is not told again.</summary>
    private void Report()
    {
        List<KeyValuePair<Kind, long>> repeated;
        lock (authenticator)
        {
            repeated = [.. counts.Where(pair => pair.Value > 1).OrderByDescending(pair => pair.Value)];
            counts.Clear();
            minute?.Dispose();
            minute = null;
        }
        if (repeated.Count > 0)
            Log.RequestsRefused(
                log,
                repeated.Sum(pair => pair.Value),
                string.Join("; ", repeated.Select(pair => $"{pair.Value} × {pair.Key.Status} {pair.Key.Words}"))
            );
    }

    private static string Plain(string named)
    {
        var plain = new string([.. named.Take(LongestName).Select(letter => letter is > ' ' and <= '~' ? letter : '?')]);
        return named.Length > LongestName ? $"{plain}…" : plain;
    }

    private readonly record struct Kind(string Door, int Status, string Reason, string? Named)
    {
        public string Words => Named is null ? $"{Door}: {Reason}" : $"{Door}: {Reason} ({Named})";
    }
}
