using System.Diagnostics;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;

namespace SupplierBot.Chat.Telemetry;

/// <summary>
/// Every turn of every channel is counted, timed and traced here as its sender feels it: a redelivery is a turn of its own, and waiting
/// one's turn counts.
/// </summary>
public sealed class MeasuredTurns(ITurnHandler turns, TurnMetrics instruments, ILogger<MeasuredTurns> log) : ITurnHandler
{
    private static readonly Func<ILogger, string, IDisposable?> OfTurn = LoggerMessage.DefineScope<string>("Turn {TurnId}");

    public async Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var kind = KindOf(turn);
        using var scope = OfTurn(log, turn.Id);
        using var span = instruments.StartTurn();
        var started = Stopwatch.GetTimestamp();
        var outcome = "fault";
        try
        {
            var answer = await turns.HandleAsync(turn, cancellation);
            outcome = OutcomeOf(answer);
            return answer;
        }
        finally
        {
            var took = Stopwatch.GetElapsedTime(started);
            instruments.Turn(kind, outcome, took);
            if (span is not null)
                Describe(span, turn, kind, outcome);
            if (outcome is "not_shown" or "failed")
                Log.TurnGivenUp(log, turn.Id, kind, took.TotalMilliseconds);
            else
                Log.TurnHandled(log, turn.Id, kind, outcome, took.TotalMilliseconds);
        }
    }

    private static void Describe(Activity span, Turn turn, string kind, string outcome)
    {
        span.SetTag("supplierbot.turn.id", turn.Id).SetTag("supplierbot.turn.kind", kind).SetTag("supplierbot.turn.outcome", outcome);
        if (outcome is "not_shown" or "failed" or "fault")
            span.SetStatus(ActivityStatusCode.Error);
    }

    private static string KindOf(Turn turn) =>
        turn.Kind switch
        {
            RequestKind.Said => "said",
            RequestKind.Pressed when turn.Request.Press!.Automatic => "refreshed",
            RequestKind.Pressed => "pressed",
            RequestKind.Searched => "searched",
            RequestKind.PointedAt or RequestKind.Requested => "requested",
            RequestKind.Installed => "installed",
            RequestKind.Removed => "removed",
        };

    private static string OutcomeOf(TurnAnswer answer) =>
        answer switch
        {
            TurnAnswer.Card => "card",
            TurnAnswer.Found => "found",
            TurnAnswer.Words => "words",
            TurnAnswer.Nothing => "done",
            TurnAnswer.NotShown => "not_shown",
            TurnAnswer.Failed => "failed",
            _ => throw new UnreachableException(),
        };
}
