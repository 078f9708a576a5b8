using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupplierBot.BotFramework.Cards;
using SupplierBot.BotFramework.Connector;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Hosting;

/// <summary>
/// Hands a turn over and brings its answer back. The one place where a fault of a turn is caught. A turn has its own time limit and does
/// not end with the connection: Teams hangs up, and what was begun is still finished.
/// </summary>
internal sealed class BotTurns(
    ITurnHandler handler,
    GuestTurns guests,
    TeamsChannel channel,
    TeamsCards cards,
    TypingIndicator typing,
    BotFrameworkOptions options,
    TimeProvider time,
    ILogger<BotTurns> log
)
{
    /// <summary>
    /// For telling that a turn failed: with the turn's own limit this stays below the 15 s after which Teams sends it again (PROTOCOL.md
    /// "Time limits").
    /// </summary>
    private static readonly TimeSpan PostTimeout = TimeSpan.FromSeconds(3);

    /// <summary>Where the organisation is.</summary>
    public DateOnly Today => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), options.Zone).DateTime);

    public Task<IInvokeBody> InvokeAsync(Turn turn) =>
        turn switch
        {
            { InDialog: true } => ShownAsync<IInvokeBody>(turn, InDialog),
            { Request: Request.BrowseRegister } => ShownAsync<IInvokeBody>(turn, InComposeBox),
            _ => ShownAsync<IInvokeBody>(turn, answer => InCard(turn, answer)),
        };

    private ComposeResponse InComposeBox(TurnAnswer answer) =>
        answer switch
        {
            TurnAnswer.Found found => new ComposeResponse.Result([.. found.Cards.Select(Result)]),
            TurnAnswer.Card { View: View.Notice notice } => new ComposeResponse.Message(WordsOf(notice)),
            TurnAnswer.Words words => new ComposeResponse.Message(words.Text),
            TurnAnswer.Nothing or TurnAnswer.NotShown => new ComposeResponse.Result([]),
            TurnAnswer.Failed failed => new ComposeResponse.Message(failed.Message),
            _ => throw new UnreachableException(),
        };

    private ComposeCard Result(FoundCard found) => new(found.Title, found.Text, cards.Render(found.Card, CardPlace.Message));

    private TaskResponse InDialog(TurnAnswer answer) =>
        answer switch
        {
            TurnAnswer.Card { View: View.Notice notice } => new TaskResponse.Message(WordsOf(notice)),
            TurnAnswer.Card card => Dialog(cards.Render(card.View, CardPlace.Modal)),
            TurnAnswer.Words words => new TaskResponse.Message(words.Text),
            TurnAnswer.Nothing or TurnAnswer.NotShown => new TaskResponse.Close(),
            TurnAnswer.Failed failed => new TaskResponse.Message(failed.Message),
            _ => throw new UnreachableException(),
        };

    private static TaskResponse.Continue Dialog(RenderedCard card) => new(card.Summary, card.Content);

    /// <summary>Where no card is: what a notice says, line by line.</summary>
    private static string WordsOf(View.Notice notice) => string.Join('\n', notice.Lines.Select(line => line.Text));

    /// <summary>An answer in place needs words, and a turn that posted its answer has none left (PROTOCOL.md "Invokes").</summary>
    private InvokeResponse InCard(Turn turn, TurnAnswer answer) =>
        answer switch
        {
            TurnAnswer.Card card => InvokeResponse.Card(InPlace(turn, card.View).Content),
            TurnAnswer.Words words => InvokeResponse.Message(words.Text),
            TurnAnswer.Nothing or TurnAnswer.NotShown => InvokeResponse.Message(channel.Wording["teams.done"]),
            TurnAnswer.Failed failed => InvokeResponse.Error(
                StatusCodes.Status500InternalServerError,
                "InternalServerError",
                failed.Message
            ),
            _ => throw new UnreachableException(),
        };

    private RenderedCard InPlace(Turn turn, View view) =>
        turn.HasDialogs ? cards.RenderWithDialogs(view) : cards.Render(view, CardPlace.Message);

    /// <summary>For a sender that takes the answer in the HTTP response: the connector is not called for it.</summary>
    public Task<IReadOnlyList<OutgoingActivity>> RepliesAsync(Turn turn) =>
        ShownAsync<IReadOnlyList<OutgoingActivity>>(
            turn,
            answer =>
                answer switch
                {
                    TurnAnswer.Card card => [TeamsChannel.Reply(turn, InPlace(turn, card.View))],
                    TurnAnswer.Words words => [TeamsChannel.Reply(turn, words.Text)],
                    TurnAnswer.Nothing or TurnAnswer.NotShown => [],
                    TurnAnswer.Failed failed => [TeamsChannel.Reply(turn, failed.Message)],
                    _ => throw new UnreachableException(),
                }
        );

    /// <summary>
    /// False where the answer is not on screen and the person could not be told: the platform gets an error and may send the turn again.
    /// </summary>
    public async Task<bool> MessageAsync(Turn turn) =>
        await await ShownAsync(
            turn,
            answer =>
                answer switch
                {
                    TurnAnswer.Card card => PostAsync(turn, InPlace(turn, card.View)),
                    TurnAnswer.Words words => PostAsync(turn, words.Text),
                    TurnAnswer.Nothing => Task.FromResult(true),
                    TurnAnswer.NotShown => Task.FromResult(false),
                    TurnAnswer.Failed failed => PostAsync(turn, failed.Message),
                    _ => throw new UnreachableException(),
                }
        );

    private Task<bool> PostAsync(Turn turn, RenderedCard card) =>
        PostAsync(turn, (to, cancellation) => channel.SendAsync(to, card, cancellation));

    private Task<bool> PostAsync(Turn turn, string words) =>
        PostAsync(turn, (to, cancellation) => channel.SayAsync(to, words, cancellation));

    /// <summary>The answer as it is shown; a fault of the turn, or of its card, is an answer as well.</summary>
    private async Task<T> ShownAsync<T>(Turn turn, Func<TurnAnswer, T> show)
    {
        using var limit = new CancellationTokenSource(options.TurnTimeout, time);
        try
        {
            return show(await typing.WhileAsync(turn, AnswerAsync(turn, limit.Token)));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            var reference = Reference(turn);
            log.TurnFailed(fault, turn.Id, reference);
            return show(new TurnAnswer.Failed(FaultTexts.Of(fault, reference, channel.Wording)));
        }
    }

    private async Task<TurnAnswer> AnswerAsync(Turn turn, CancellationToken cancellation) =>
        await handler.HandleAsync(await guests.JudgeAsync(turn, cancellation), cancellation);

    /// <summary>
    /// True also where nobody can do more: a platform that refused these words, or may have shown them, gains nothing by sending the turn
    /// again.
    /// </summary>
    private async Task<bool> PostAsync(Turn turn, Func<ConversationReference, CancellationToken, Task<DeliveryOutcome>> send)
    {
        var delivery = await WithinAsync(PostTimeout, cancellation => send(turn.Conversation, cancellation));
        if (delivery is not DeliveryOutcome.Delivered)
            log.AnswerNotDelivered(turn.Id, delivery.GetType().Name);
        return delivery
            is DeliveryOutcome.Delivered
                or DeliveryOutcome.Unknown
                or DeliveryOutcome.Refused
                or DeliveryOutcome.ConversationGone;
    }

    private async Task<DeliveryOutcome> WithinAsync(TimeSpan limit, Func<CancellationToken, Task<DeliveryOutcome>> send)
    {
        using var patience = new CancellationTokenSource(limit, time);
        try
        {
            return await send(patience.Token);
        }
        catch (OperationCanceledException)
        {
            return new DeliveryOutcome.Unknown("no answer in time");
        }
    }

    /// <summary>Short enough to be read aloud; the log has it beside the turn's id.</summary>
    private static string Reference(Turn turn) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(turn.Id)), 0, 4);
}
