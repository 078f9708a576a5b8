using System.Diagnostics;
using System.Diagnostics.Metrics;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Chat.Telemetry;

/// <summary>
/// What an operator can see of the bot while it runs: one meter and one activity source, both <see cref="Name"/>. Kinds, outcomes, ids and
/// durations; never names, answers or payloads. Without a listener an instrument costs a comparison.
/// </summary>
public sealed class TurnMetrics : IDisposable
{
    public const string Name = "SupplierBot";

    private static readonly double[] TurnSeconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly Counter<long> turns;
    private readonly Histogram<double> turnDuration;
    private readonly Counter<long> commits;
    private readonly Counter<long> sends;
    private readonly Counter<long> adopted;
    private readonly Counter<long> deadLetters;

    public TurnMetrics(IMeterFactory meters)
    {
        Meter = meters.Create(Name);
        turns = Meter.CreateCounter<long>("supplierbot.turns", "{turn}", "Turns by kind and outcome.");
        turnDuration = Meter.CreateHistogram(
            "supplierbot.turn.duration",
            "s",
            "From the channel's hand-over to the answer, the commit included.",
            null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = TurnSeconds }
        );
        commits = Meter.CreateCounter<long>("supplierbot.commits", "{commit}", "Commits of turns by result; a conflict is decided again.");
        sends = Meter.CreateCounter<long>(
            "supplierbot.sends",
            "{message}",
            "Messages handed to a channel by operation and what became of them."
        );
        adopted = Meter.CreateCounter<long>(
            "supplierbot.copies.adopted",
            "{message}",
            "Messages whose post had an unknown outcome and that were found when somebody looked at them."
        );
        deadLetters = Meter.CreateCounter<long>(
            "supplierbot.undelivered",
            "{message}",
            "Messages put aside until somebody acts, by reason: unreachable, refused, unknown."
        );
    }

    /// <summary>For the gauges, which live beside what they measure.</summary>
    internal Meter Meter { get; }
    internal ActivitySource Source { get; } = new(Name);

    internal Activity? StartTurn() => Source.StartActivity("turn");

    internal Activity? StartCommit() => Source.StartActivity("commit");

    internal Activity? StartDelivery() => Source.StartActivity("deliver");

    internal void Turn(string kind, string outcome, TimeSpan took)
    {
        turns.Add(1, new("kind", kind), new("outcome", outcome));
        turnDuration.Record(took.TotalSeconds, new("kind", kind), new("outcome", outcome));
    }

    internal void Commit(bool committed) =>
        commits.Add(1, new KeyValuePair<string, object?>("result", committed ? "committed" : "conflict"));

    /// <summary>Beside the commit itself: it was found written although its reply said otherwise, or never came.</summary>
    internal void ReplyLost() => commits.Add(1, new KeyValuePair<string, object?>("result", "reply_lost"));

    internal void Adopted() => adopted.Add(1);

    internal void Undelivered(string reason) => deadLetters.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <summary>Counts and hands on.</summary>
    internal DeliveryOutcome Posted(DeliveryOutcome delivery) => Sent("post", delivery);

    /// <inheritdoc cref="Posted"/>
    internal DeliveryOutcome Updated(DeliveryOutcome delivery) => Sent("update", delivery);

    private DeliveryOutcome Sent(string operation, DeliveryOutcome delivery)
    {
        sends.Add(1, new("operation", operation), new("class", ClassOf(delivery)));
        return delivery;
    }

    private static string ClassOf(DeliveryOutcome delivery) =>
        delivery switch
        {
            DeliveryOutcome.Delivered => "delivered",
            DeliveryOutcome.Throttled => "throttled",
            DeliveryOutcome.NotSent => "not_sent",
            DeliveryOutcome.Unknown => "unknown",
            DeliveryOutcome.MessageGone or DeliveryOutcome.ConversationGone => "gone",
            DeliveryOutcome.Refused => "refused",
            _ => throw new UnreachableException(),
        };

    public void Dispose() => Source.Dispose();
}
