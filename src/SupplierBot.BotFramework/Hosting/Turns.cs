using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat;

namespace SupplierBot.BotFramework;

/// <summary>
/// Hands a turn over and brings its answer back. The one place where a fault of a turn is caught.
/// A turn has its own time limit and does not end with the connection: Teams hangs up, and what was begun is still finished.
/// </summary>
internal sealed class Turns(ITurnHandler handler, TeamsChannel channel, BotFrameworkOptions options, TimeProvider time, ILogger<Turns> log)
{
    /// <summary>An answer in place needs words, and a turn that posted its answer has none left (facts/bot-framework.md §5.2).</summary>
    private const string Done = "Done.";

    public async Task<InvokeResponse> InvokeAsync(Turn turn) => await HandleAsync(turn) switch
    {
        TurnAnswer.Card card => InvokeResponse.Card(card.Rendered.Json),
        TurnAnswer.Nothing or TurnAnswer.NotShown => InvokeResponse.Message(Done),
        TurnAnswer.Failed failed => InvokeResponse.Error(StatusCodes.Status500InternalServerError, "InternalServerError", failed.Message),
        _ => throw new UnreachableException(),
    };

    /// <summary>False where the answer is not on screen and the person could not be told: the platform gets an error and may send the turn again.</summary>
    public async Task<bool> MessageAsync(Turn turn) => await HandleAsync(turn) switch
    {
        TurnAnswer.Card card => await TellAsync(turn, (to, cancellation) => channel.SendAsync(to, card.Rendered, cancellation)),
        TurnAnswer.Nothing => true,
        TurnAnswer.NotShown => false,
        TurnAnswer.Failed failed => await TellAsync(turn, (to, cancellation) => channel.SayAsync(to, failed.Message, cancellation)),
        _ => throw new UnreachableException(),
    };

    private async Task<TurnAnswer> HandleAsync(Turn turn)
    {
        using var limit = new CancellationTokenSource(options.TurnTimeout, time);
        try
        {
            return await handler.HandleAsync(turn, limit.Token);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var reference = Reference(turn);
            log.TurnFailed(fault, turn.Id, reference);
            return new TurnAnswer.Failed($"Something went wrong on my side. What you saved is still there. Reference {reference}.");
        }
    }

    private async Task<bool> TellAsync(Turn turn, Func<ConversationReference, CancellationToken, Task<Delivery>> send)
    {
        var delivery = await send(turn.Conversation, CancellationToken.None);
        if (delivery is Delivery.Delivered) return true;
        log.AnswerNotDelivered(turn.Id, delivery.GetType().Name);
        return delivery is Delivery.Unknown;
    }

    /// <summary>Short enough to be read aloud; the log has it beside the turn's id.</summary>
    private static string Reference(Turn turn) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(turn.Id)), 0, 4);
}
