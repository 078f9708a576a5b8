using Microsoft.AspNetCore.Http;
using SupplierBot.Chat.Ports;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Reading;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Hosting;

/// <summary>
/// <c>/slack/commands</c>: what is looked up is answered in the response, for the person who typed it; a request opens its modal.
/// </summary>
public sealed class CommandsEndpoint(
    SlackTurns turns,
    InteractionsEndpoint interactions,
    ResponseSender screen,
    SlackOptions options,
    TimeProvider time
)
{
    private static readonly TimeSpan ForAnswer = TimeSpan.FromSeconds(2.3);

    internal async Task AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        // A signed check that the address answers carries no command.
        if (PayloadReading.IsCheck(body))
            return;
        if (PayloadReading.Command(body) is not { } sent)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        var asked = CommandReader.Read(sent, options, turns.Today);
        await (asked.Origin is Origin.Command ? LookUpAsync(http, asked) : interactions.TakeAsync(http, asked));
    }

    private async Task LookUpAsync(HttpContext http, SlackTurn asked)
    {
        var turning = turns.HandleAsync(asked.Turn);
        using var over = new CancellationTokenSource();
        var inTime = await Task.WhenAny(turning, Task.Delay(ForAnswer, time, over.Token)) == turning;
        await over.CancelAsync();
        if (inTime && ResponsePolicy.Of(asked, (await turning).Answer) is SlackResponse.Ephemeral whispered)
        {
            await http.AnswerAsync(ResponseBodies.Ephemeral(screen.Render(asked, whispered.View, CardPlace.Message)));
            return;
        }
        await http.AcknowledgeAsync();
        var (turn, answer) = await turning;
        await screen.ShowAsync(asked with { Turn = turn }, ResponsePolicy.Of(asked with { Turn = turn }, answer));
    }
}
