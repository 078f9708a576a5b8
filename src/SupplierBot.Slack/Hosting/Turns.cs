using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat;
using SupplierBot.Onboarding;

namespace SupplierBot.Slack;

/// <summary>Hands a turn over. The one place where a fault of a turn is caught; a turn has its own time limit and does not end with the connection.</summary>
public sealed class Turns(ITurnHandler handler, Membership membership, SlackOptions options, Wording wording, TimeProvider time, ILogger<Turns> log)
{
    public async Task<TurnAnswer> HandleAsync(Turn turn)
    {
        using var limit = new CancellationTokenSource(options.TurnTimeout, time);
        try
        {
            return await handler.HandleAsync(await membership.JudgeAsync(turn, limit.Token), limit.Token);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var reference = Reference(turn);
            log.TurnFailed(fault, turn.Id, reference);
            return new TurnAnswer.Failed(FaultWords.Of(fault, reference, wording));
        }
    }

    /// <summary>Short enough to be read aloud; the log has it beside the turn's id.</summary>
    private static string Reference(Turn turn) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(turn.Id)), 0, 4);
}
