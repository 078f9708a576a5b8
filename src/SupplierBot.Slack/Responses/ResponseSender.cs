using System.Text;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Outgoing;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Responses;

/// <summary>
/// Shows what can only be shown by a call, after the request was acknowledged. What cannot be shown where the person is comes into their
/// own chat: never silence.
/// </summary>
public sealed class ResponseSender(SlackApi api, SlackChannel channel, ResponseUrls responses, ILogger<ResponseSender> log)
{
    /// <summary>For everything that shows one answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal async Task ShowAsync(SlackTurn asked, SlackResponse shown)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await ShowAsync(asked, shown, limit.Token);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException) // what the person did is saved
        {
            log.ShowingFailed(fault, asked.Turn.Id);
        }
    }

    /// <returns>The modal's id; null where none was opened.</returns>
    internal async Task<string?> OpenAsync(SlackTurn asked, View view, CancellationToken cancellation) =>
        asked.Trigger is null
            ? null
            : (await CallAsync(asked, "views.open", Form(asked, view, "trigger_id", asked.Trigger), cancellation)).Text("view", "id");

    /// <summary>The view as a modal, or why it cannot be shown: a fault of a card is an answer as well.</summary>
    internal RenderedCard Render(SlackTurn asked, View view, CardPlace place)
    {
        try
        {
            return channel.Render(view, place);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException) // what the person did is saved
        {
            var reference = SlackTurns.Reference(asked.Turn);
            log.TurnFailed(fault, asked.Turn.Id, reference);
            return channel.Render(PlainNotice.Of(FaultTexts.Of(fault, reference, channel.Wording)), place);
        }
    }

    private Task ShowAsync(SlackTurn asked, SlackResponse shown, CancellationToken cancellation) =>
        shown switch
        {
            SlackResponse.Opened opened => OpenedAsync(asked, opened.View, cancellation),
            SlackResponse.Pushed pushed => PushedAsync(asked, pushed.View, cancellation),
            SlackResponse.Alerted alerted => AlertedAsync(asked, alerted.View, cancellation),
            SlackResponse.Rewritten rewritten => RewrittenAsync(asked, rewritten.View, cancellation),
            SlackResponse.Uncovered uncovered => RewrittenAsync(
                asked with
                {
                    Origin = new Origin.Modal(uncovered.Modal, null, Submitted: false, []),
                },
                uncovered.View,
                cancellation
            ),
            SlackResponse.Updated updated => UpdatedAsync(asked, updated.View, cancellation),
            SlackResponse.Replaced replaced => RespondedAsync(asked, replaced.View, replaces: true, cancellation),
            SlackResponse.Ephemeral whispered => EphemeralAsync(asked, whispered.View, cancellation),
            _ => Task.CompletedTask,
        };

    private async Task OpenedAsync(SlackTurn asked, View view, CancellationToken cancellation)
    {
        if (await OpenAsync(asked, view, cancellation) is null)
            await SendToOwnChatAsync(asked, view, cancellation);
    }

    private async Task PushedAsync(SlackTurn asked, View view, CancellationToken cancellation)
    {
        if (!await PushAsync(asked, view, cancellation))
            await RewrittenAsync(asked, view, cancellation);
    }

    private async Task AlertedAsync(SlackTurn asked, View view, CancellationToken cancellation)
    {
        if (!await PushAsync(asked, view, cancellation))
            await SendToOwnChatAsync(asked, view, cancellation);
    }

    private async Task<bool> PushAsync(SlackTurn asked, View view, CancellationToken cancellation) =>
        asked.Trigger is not null
        && (await CallAsync(asked, "views.push", Form(asked, view, "trigger_id", asked.Trigger), cancellation)).Ok;

    /// <summary>A modal that changed meanwhile shows something newer; one that is closed needs nothing.</summary>
    private async Task RewrittenAsync(SlackTurn asked, View view, CancellationToken cancellation)
    {
        if (asked.Origin is not Origin.Modal modal)
            return;
        var form = Form(asked, view, "view_id", modal.Id);
        if (modal.Hash is { } hash)
            form["hash"] = hash;
        var reply = await CallAsync(asked, "views.update", form, cancellation);
        if (reply is { Ok: false, Error: not ("hash_conflict" or "not_found" or "view_not_found") })
            await SendToOwnChatAsync(asked, view, cancellation);
    }

    private async Task UpdatedAsync(SlackTurn asked, View view, CancellationToken cancellation)
    {
        if (asked.Origin is Origin.Message message)
        {
            var card = Render(asked, view, CardPlace.Message);
            if (await channel.UpdateAsync(asked.Turn.Conversation, message.Ts, card, cancellation) is DeliveryOutcome.Delivered)
                return;
        }
        await SendToOwnChatAsync(asked, view, cancellation);
    }

    private async Task EphemeralAsync(SlackTurn asked, View view, CancellationToken cancellation)
    {
        if (asked.Origin is not Origin.Message message)
        {
            await RespondedAsync(asked, view, replaces: false, cancellation);
            return;
        }
        var form = MessageForm
            .Of(Render(asked, view, CardPlace.Message))
            .With("channel", message.Channel)
            .With("user", SlackIds.UserOf(asked.Turn.Actor.Id) ?? "")
            .With("thread_ts", asked.Turn.Conversation.ThreadId);
        if (!(await CallAsync(asked, "chat.postEphemeral", form, cancellation)).Ok)
            await SendToOwnChatAsync(asked, view, cancellation);
    }

    private async Task RespondedAsync(SlackTurn asked, View view, bool replaces, CancellationToken cancellation)
    {
        var url = asked.Origin switch
        {
            Origin.Ephemeral ephemeral => ephemeral.ResponseUrl,
            Origin.Command command => command.ResponseUrl,
            _ => null,
        };
        if (url is not null)
        {
            var body = ResponseBodies.Ephemeral(Render(asked, view, CardPlace.Message), replaces);
            if (await responses.PostAsync(url, body, cancellation))
                return;
        }
        await SendToOwnChatAsync(asked, view, cancellation);
    }

    /// <summary>In the person's own chat. People of other workspaces have none with us.</summary>
    private async Task SendToOwnChatAsync(SlackTurn asked, View view, CancellationToken cancellation)
    {
        if (!asked.Turn.Actor.Member || SlackIds.UserOf(asked.Turn.Actor.Id) is not { } user)
            return;
        var own = RequestSenders.Own(user, asked.Turn.Conversation.TenantId ?? "", asked.Turn.Conversation.BotId);
        var delivery = await channel.SendAsync(own, Render(asked, view, CardPlace.Message), cancellation);
        if (delivery is not DeliveryOutcome.Delivered)
            log.AnswerNotShown(asked.Turn.Id, "chat.postMessage", delivery.GetType().Name);
    }

    private async Task<ApiReply> CallAsync(SlackTurn asked, string method, Dictionary<string, string> form, CancellationToken cancellation)
    {
        var reply = await api.CallAsync(method, form, cancellation);
        if (!reply.Ok)
            log.AnswerNotShown(asked.Turn.Id, method, reply.Error!);
        return reply;
    }

    private Dictionary<string, string> Form(SlackTurn asked, View view, string name, string value) =>
        new() { [name] = value, ["view"] = Encoding.UTF8.GetString(Render(asked, view, CardPlace.Modal).Content.Span) };
}
