using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Chat.Turns;
using SupplierBot.Slack.Home;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Outgoing;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Reading;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Hosting;

/// <summary>
/// <c>/slack/events</c>. The turn posts its answer before the acknowledgement; an event that comes again has the same id and changes
/// nothing (PROTOCOL.md "Events"). Nine parts: turns and where their answers go, what is kept of the workspace, what is refused, the log.
/// </summary>
public sealed class EventsEndpoint(
    SlackTurns turns,
    AppHomes homes,
    SlackPeople people,
    UserGroups groups,
    SlackChannel channel,
    LeaverNotices leavers,
    SlackOptions options,
    RefusedRequests refusals,
    ILogger<EventsEndpoint> log
)
{
    private static readonly TimeSpan PostTimeout = TimeSpan.FromSeconds(3);

    internal async Task AnswerAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        switch (PayloadReading.Event(body))
        {
            case null:
                http.Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
            case { Type: EventEnvelope.Verification, Challenge: { } challenge }:
                await http.AnswerAsync(ResponseBodies.Challenge(challenge));
                break;
            case { Type: EventEnvelope.RateLimited }:
                log.EventsLimited();
                break;
            case var envelope:
                await TakeAsync(http, envelope);
                break;
        }
    }

    private async Task TakeAsync(HttpContext http, EventEnvelope envelope)
    {
        Note(envelope);
        if (EventReader.Unknown(envelope) is { } unknown)
            refusals.Count("Slack", StatusCodes.Status200OK, "an event that is not read", unknown);
        if (EventReader.Read(envelope, options, turns.Today) is not { } read)
            return;
        var (turn, answer) = await turns.HandleAsync(read);
        if (!await IsPostedAsync(turn, answer))
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable; // Slack sends it again.
            return;
        }
        await http.AcknowledgeAsync();
        if (envelope.Event?.Text("type") == "app_home_opened" && envelope.Event?.Text("tab") == "home")
            await homes.PublishAsync(turn);
    }

    private void Note(EventEnvelope envelope)
    {
        if (envelope.Event is not { } said)
            return;
        switch (said.Text("type"))
        {
            case "app_uninstalled" or "tokens_revoked":
                log.AppRemoved(said.Text("type")!);
                break;
            case "user_change" when said.Member("user")?.Text("id") is { } user:
                people.Forget(user, envelope.TeamId);
                people.Forget(user, options.TeamId);
                if (said.Member("user")?.Member("deleted")?.ValueKind == JsonValueKind.True)
                    leavers.Left(SlackIds.IdOf(options.TeamId, user));
                break;
            case "subteam_members_changed"
            or "subteam_updated" when (said.Text("subteam_id") ?? said.Member("subteam")?.Text("id")) is { } group:
                groups.Forget(group);
                break;
        }
    }

    /// <summary>False where the answer is not on screen and the person could not be told.</summary>
    private async Task<bool> IsPostedAsync(Turn turn, TurnAnswer answer) =>
        answer switch
        {
            TurnAnswer.Card card => await PostAsync(turn, channel.Render(card.View, CardPlace.Message)),
            TurnAnswer.Words words => await PostAsync(turn, cancellation => channel.SayAsync(turn.Conversation, words.Text, cancellation)),
            TurnAnswer.Failed failed => await PostAsync(
                turn,
                cancellation => channel.SayAsync(turn.Conversation, failed.Message, cancellation)
            ),
            TurnAnswer.NotShown => false,
            _ => true,
        };

    private Task<bool> PostAsync(Turn turn, RenderedCard card) =>
        PostAsync(turn, cancellation => channel.SendAsync(turn.Conversation, card, cancellation));

    /// <summary>
    /// True also where nobody can do more: a platform that refused these words, or may have shown them, gains nothing by sending the event
    /// again.
    /// </summary>
    private async Task<bool> PostAsync(Turn turn, Func<CancellationToken, Task<DeliveryOutcome>> post)
    {
        using var patience = new CancellationTokenSource(PostTimeout);
        var delivery = await TryAsync(post, patience.Token);
        if (delivery is not DeliveryOutcome.Delivered)
            log.AnswerNotShown(turn.Id, "chat.postMessage", delivery.GetType().Name);
        return delivery
            is DeliveryOutcome.Delivered
                or DeliveryOutcome.Unknown
                or DeliveryOutcome.Refused
                or DeliveryOutcome.ConversationGone;
    }

    private static async Task<DeliveryOutcome> TryAsync(Func<CancellationToken, Task<DeliveryOutcome>> post, CancellationToken patience)
    {
        try
        {
            return await post(patience);
        }
        catch (OperationCanceledException)
        {
            return new DeliveryOutcome.Unknown("no answer in time");
        }
    }
}
