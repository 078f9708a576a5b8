using Microsoft.AspNetCore.Http;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Home;
using SupplierBot.Slack.Modals;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Reading;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Hosting;

/// <summary>
/// <c>/slack/interactions</c>. The turn is committed before the acknowledgement, and what is shown by a call is shown after it. A turn that
/// is slow does not cost the person their modal: Slack counts 3 s for both (PROTOCOL.md "Interactions and commands").
/// </summary>
public sealed class InteractionsEndpoint(
    SlackTurns turns,
    ResponseSender screen,
    AppHomes homes,
    ModalStamps stamps,
    SlackOptions options,
    SlackCards cards,
    TimeProvider time
)
{
    /// <summary>Longer, and a modal opens that says that it waits: its trigger lasts 3 s.</summary>
    private static readonly TimeSpan ForModal = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ForAnswer = TimeSpan.FromSeconds(2.3);

    /// <summary>Slack has shown the answer of the request before another comes by a call.</summary>
    private static readonly TimeSpan AfterAnswer = TimeSpan.FromSeconds(0.5);

    private readonly Wording wording = cards.Wording;

    internal async Task AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (PayloadReading.Interaction(body) is not { } sent)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (InteractionReader.Read(sent, options, turns.Today) is { } asked)
            await TakeAsync(http, stamps.Newest(asked));
    }

    internal Task TakeAsync(HttpContext http, SlackTurn asked) =>
        asked.Origin is Origin.Modal { Submitted: true }
            ? SubmittedAsync(http, asked, turns.HandleAsync(asked.Turn))
            : PressedAsync(http, asked, turns.HandleAsync(asked.Turn));

    /// <summary>The modal waits for this very response.</summary>
    private async Task SubmittedAsync(HttpContext http, SlackTurn asked, Task<HandledTurn> turning)
    {
        if (!await DoneWithinAsync(ForAnswer, turning))
        {
            await http.AnswerAsync(Rewritten(asked, PlainNotice.Of(wording["window.waiting"])));
            await Task.WhenAll(turning, Task.Delay(AfterAnswer, time));
            await ShowLateAsync(Waiting(asked, ((Origin.Modal)asked.Origin).Id), await turning);
            return;
        }
        var (turn, answer) = await turning;
        asked = asked with { Turn = turn };
        var shown = ResponsePolicy.Of(asked, answer);
        Note(asked, shown);
        await (
            shown switch
            {
                SlackResponse.Closed => http.AnswerAsync(ResponseBodies.Closed()),
                SlackResponse.Wrong wrong => http.AnswerAsync(ResponseBodies.Wrong(wrong.Words)),
                SlackResponse.Rewritten rewritten => http.AnswerAsync(Rewritten(asked, rewritten.View)),
                _ => http.AcknowledgeAsync(), // which closes the modal
            }
        );
        if (shown is SlackResponse.Uncovered)
            await screen.ShowAsync(asked, shown);
    }

    private byte[] Rewritten(SlackTurn asked, View view) => ResponseBodies.Rewritten(screen.Render(asked, view, CardPlace.Modal));

    /// <summary>A modal can be closed by the answer to its submission alone; later it can only say that it is done.</summary>
    private Task ShowLateAsync(SlackTurn waiting, HandledTurn handled)
    {
        var asked = waiting with { Turn = handled.Turn };
        return screen.ShowAsync(
            asked,
            handled.Answer is TurnAnswer.Nothing or TurnAnswer.Card { ChangedCase: true }
                ? new SlackResponse.Rewritten(PlainNotice.Of(wording["window.done"]))
                : ResponsePolicy.Of(asked, handled.Answer)
        );
    }

    private void Note(SlackTurn asked, SlackResponse shown)
    {
        if (shown is not SlackResponse.Wrong { Version: { } version })
            return;
        if (asked is { Origin: Origin.Modal modal, Turn.Request.Press: { } press })
            stamps.Note(modal.Id, press.Stamp, version);
    }

    private async Task PressedAsync(HttpContext http, SlackTurn asked, Task<HandledTurn> turning)
    {
        var where = await DoneWithinAsync(ForModal, turning) || !OpensModal(asked) ? asked : await OpenedAsync(asked);
        await DoneWithinAsync(ForAnswer - ForModal, turning);
        await http.AcknowledgeAsync();
        var (turn, answer) = await turning;
        where = where with { Turn = turn };
        await screen.ShowAsync(where, ResponsePolicy.Of(where, answer));
        if (where.Origin is Origin.AppHome && turn.Request.Press is not null)
            await homes.PublishAsync(turn);
    }

    /// <summary>A modal is what it leads to, whatever the turn decides.</summary>
    private static bool OpensModal(SlackTurn asked) =>
        asked.Origin is Origin.Nothing or Origin.AppHome || asked is { Origin: Origin.Message, Turn.Request: Request.ReviewCase };

    private async Task<SlackTurn> OpenedAsync(SlackTurn asked)
    {
        using var limit = new CancellationTokenSource(ForAnswer, time);
        try
        {
            return await screen.OpenAsync(asked, PlainNotice.Of(wording["window.waiting"]), limit.Token) is { } modal
                ? Waiting(asked, modal)
                : asked;
        }
        catch (OperationCanceledException)
        {
            return asked;
        }
    }

    private static SlackTurn Waiting(SlackTurn asked, string modal) =>
        asked with
        {
            Origin = new Origin.Modal(modal, null, Submitted: false, []),
        };

    private async Task<bool> DoneWithinAsync(TimeSpan patience, Task turning)
    {
        if (turning.IsCompleted)
            return true;
        using var over = new CancellationTokenSource();
        var done = await Task.WhenAny(turning, Task.Delay(patience, time, over.Token)) == turning;
        await over.CancelAsync();
        return done;
    }
}
