using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Identity;

namespace SupplierBot.Slack.Hosting;

/// <summary>
/// Hands a turn over. The one place where a fault of a turn is caught; a turn has its own time limit and does not end with the connection.
/// </summary>
public sealed class SlackTurns(
    ITurnHandler handler,
    Membership membership,
    SlackOptions options,
    RefusedRequests refusals,
    SlackCards cards,
    TimeProvider time,
    ILogger<SlackTurns> log
)
{
    private readonly Wording wording = cards.Wording;

    /// <summary>Where the organisation is.</summary>
    internal DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), options.Zone).DateTime);

    internal async Task<HandledTurn> HandleAsync(Turn turn)
    {
        using var limit = new CancellationTokenSource(options.TurnTimeout, time);
        var judged = turn;
        try
        {
            if (await membership.JudgeAsync(turn, limit.Token) is not { } known)
                return new(turn, new TurnAnswer.Failed(wording["fault.who"]));
            judged = known;
            if (!judged.Actor.Member && SlackIds.TeamOf(judged.Actor.Id) is { } team && team != options.TeamId)
            {
                refusals.Count("Slack", 200, "someone from another workspace", team);
            }
            return new(judged, await handler.HandleAsync(judged, limit.Token));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var reference = Reference(turn);
            log.TurnFailed(fault, turn.Id, reference);
            return new(judged, new TurnAnswer.Failed(FaultTexts.Of(fault, reference, wording)));
        }
    }

    /// <summary>Short enough to be read aloud; the log has it beside the turn's id.</summary>
    internal static string Reference(Turn turn) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(turn.Id)), 0, 4);
}

/// <param name="Turn">With what the workspace says about its person: what is shown afterwards goes by that.</param>
internal sealed record HandledTurn(Turn Turn, TurnAnswer Answer);
