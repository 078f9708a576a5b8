using Microsoft.AspNetCore.Http;

namespace SupplierBot.Slack;

/// <summary><c>/slack/commands</c>: what is looked up is answered in the response, for whoever typed it; a request opens its window.</summary>
public sealed class CommandsEndpoint(Turns turns, InteractionsEndpoint interactions, Screen screen, SlackOptions options, TimeProvider time)
{
    private static readonly TimeSpan ForAnswer = TimeSpan.FromSeconds(2.3);

    internal async Task AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        // A signed check that the address answers carries no command.
        if (PayloadReading.IsCheck(body)) return;
        if (PayloadReading.Command(body) is not { } sent)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var asked = CommandReader.Read(sent, options);
        await (asked.Surface is Surface.Command ? LookUpAsync(http, asked) : interactions.TakeAsync(http, asked));
    }

    private async Task LookUpAsync(HttpContext http, Asked asked)
    {
        var turning = turns.HandleAsync(asked.Turn);
        using var over = new CancellationTokenSource();
        var inTime = await Task.WhenAny(turning, Task.Delay(ForAnswer, time, over.Token)) == turning;
        await over.CancelAsync();
        if (inTime && Showing.Of(asked, (await turning).Answer) is Shown.Whispered whispered)
        {
            await http.AnswerAsync(Bodies.Whispered(whispered.Card));
            return;
        }
        await http.AcknowledgeAsync();
        var (turn, answer) = await turning;
        await screen.ShowAsync(asked with { Turn = turn }, Showing.Of(asked with { Turn = turn }, answer));
    }
}
