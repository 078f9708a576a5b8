using Microsoft.AspNetCore.Http;
using SupplierBot.Chat;
using SupplierBot.Onboarding;

namespace SupplierBot.Slack;

/// <summary>
/// <c>/slack/interactions</c>. The turn is committed before the acknowledgement, and what is shown by a call is shown after it. A turn that is
/// slow does not cost the person their window: Slack counts 3 s for both (facts/slack.md §1.3).
/// </summary>
public sealed class InteractionsEndpoint(Turns turns, Screen screen, Homes homes, WindowStamps stamps, SlackOptions options, Wording wording, TimeProvider time)
{
    /// <summary>Longer, and a window opens that says that it waits: its trigger lasts 3 s.</summary>
    private static readonly TimeSpan ForWindow = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ForAnswer = TimeSpan.FromSeconds(2.3);

    /// <summary>Slack has shown the answer of the request before another comes by a call.</summary>
    private static readonly TimeSpan AfterAnswer = TimeSpan.FromSeconds(0.5);

    internal async Task AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (PayloadReading.Interaction(body) is not { } sent)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        if (Confirmation.Of(sent, wording) is { } confirmation) await http.AnswerAsync(Bodies.Pushed(confirmation));
        else if (InteractionReader.Read(sent, options) is { } asked) await TakeAsync(http, stamps.Newest(asked));
    }

    internal Task TakeAsync(HttpContext http, Asked asked) =>
        asked.Surface is Surface.Window { Submitted: true } ? SubmittedAsync(http, asked, turns.HandleAsync(asked.Turn)) : PressedAsync(http, asked, turns.HandleAsync(asked.Turn));

    /// <summary>The window waits for this very response.</summary>
    private async Task SubmittedAsync(HttpContext http, Asked asked, Task<Handled> turning)
    {
        if (!await DoneWithinAsync(ForAnswer, turning))
        {
            await http.AnswerAsync(Bodies.Rewritten(screen.Window(Plain.Card(wording["window.waiting"]))));
            await Task.WhenAll(turning, Task.Delay(AfterAnswer, time));
            await ShowLateAsync(Waiting(asked, ((Surface.Window)asked.Surface).Id), await turning);
            return;
        }
        var (turn, answer) = await turning;
        asked = asked with { Turn = turn };
        var shown = Showing.Of(asked, answer);
        Note(asked, shown);
        await (shown switch
        {
            Shown.Closed => http.AnswerAsync(Bodies.Closed()),
            Shown.Wrong wrong => http.AnswerAsync(Bodies.Wrong(wrong.Words)),
            Shown.Rewritten rewritten => http.AnswerAsync(Bodies.Rewritten(screen.Window(rewritten.Card))),
            _ => http.AcknowledgeAsync(), // which closes the window
        });
        if (shown is Shown.Uncovered) await screen.ShowAsync(asked, shown);
    }

    /// <summary>A window can be closed by the answer to its submission alone; later it can only say that it is done.</summary>
    private Task ShowLateAsync(Asked waiting, Handled handled) =>
        screen.ShowAsync(waiting with { Turn = handled.Turn }, handled.Answer is TurnAnswer.Nothing or TurnAnswer.Card { ChangedCase: true } ? new Shown.Rewritten(Plain.Card(wording["window.done"])) : Showing.Of(waiting with { Turn = handled.Turn }, handled.Answer));

    private void Note(Asked asked, Shown shown)
    {
        if (shown is Shown.Wrong { Version: { } version } && asked is { Surface: Surface.Window window, Turn.Input: Input.Pressed press }) stamps.Note(window.Id, press.Stamp, version);
    }

    private async Task PressedAsync(HttpContext http, Asked asked, Task<Handled> turning)
    {
        var where = await DoneWithinAsync(ForWindow, turning) || !OpensWindow(asked) ? asked : await OpenedAsync(asked);
        await DoneWithinAsync(ForAnswer - ForWindow, turning);
        await http.AcknowledgeAsync();
        var (turn, answer) = await turning;
        where = where with { Turn = turn };
        await screen.ShowAsync(where, Showing.Of(where, answer));
        if (where.Surface is Surface.Home && turn.Input is Input.Pressed) await homes.PublishAsync(turn);
    }

    /// <summary>A window is what it leads to, whatever the turn decides.</summary>
    private static bool OpensWindow(Asked asked) => asked.Surface is Surface.Nothing or Surface.Home || asked is { Surface: Surface.Message, Turn.Input: Input.Pressed { Verb: "review" } };

    private async Task<Asked> OpenedAsync(Asked asked)
    {
        using var limit = new CancellationTokenSource(ForAnswer, time);
        try
        {
            return await screen.OpenAsync(asked, Plain.Card(wording["window.waiting"]), limit.Token) is { } window ? Waiting(asked, window) : asked;
        }
        catch (OperationCanceledException)
        {
            return asked;
        }
    }

    private static Asked Waiting(Asked asked, string window) => asked with { Surface = new Surface.Window(window, null, Submitted: false, []) };

    private async Task<bool> DoneWithinAsync(TimeSpan patience, Task turning)
    {
        if (turning.IsCompleted) return true;
        using var over = new CancellationTokenSource();
        var done = await Task.WhenAny(turning, Task.Delay(patience, time, over.Token)) == turning;
        await over.CancelAsync();
        return done;
    }
}
