using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Modals;
using SupplierBot.Slack.Outgoing;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Responses;

/// <summary>Shows what can only be shown by a call, after the request was acknowledged. What cannot be shown where the person is comes into their own chat: never silence.</summary>
public sealed class ResponseSender(SlackApi api, SlackChannel channel, ResponseUrls responses, Wording wording, ILogger<ResponseSender> log)
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

    /// <returns>The window's id; null where none was opened.</returns>
    internal async Task<string?> OpenAsync(SlackTurn asked, RenderedCard card, CancellationToken cancellation) =>
        asked.Trigger is null ? null : (await CallAsync(asked, "views.open", Form(card, "trigger_id", asked.Trigger), cancellation)).Text("view", "id");

    /// <summary>The card as a window, for whoever takes it in the HTTP response.</summary>
    internal JsonObject ModalView(RenderedCard card) => Modal.Of(card, wording["window.close"]);

    private Task ShowAsync(SlackTurn asked, SlackResponse shown, CancellationToken cancellation) => shown switch
    {
        SlackResponse.Opened opened => OpenedAsync(asked, opened.Card, cancellation),
        SlackResponse.Pushed pushed => PushedAsync(asked, pushed.Card, cancellation),
        SlackResponse.Alerted alerted => AlertedAsync(asked, alerted.Card, cancellation),
        SlackResponse.Rewritten rewritten => RewrittenAsync(asked, rewritten.Card, cancellation),
        SlackResponse.Uncovered uncovered => RewrittenAsync(asked with { Origin = new Origin.Modal(uncovered.Modal, null, Submitted: false, []) }, uncovered.Card, cancellation),
        SlackResponse.Updated updated => UpdatedAsync(asked, updated.Card, cancellation),
        SlackResponse.Replaced replaced => RespondedAsync(asked, replaced.Card, replaces: true, cancellation),
        SlackResponse.Ephemeral whispered => EphemeralAsync(asked, whispered.Card, cancellation),
        _ => Task.CompletedTask,
    };

    private async Task OpenedAsync(SlackTurn asked, RenderedCard card, CancellationToken cancellation)
    {
        if (await OpenAsync(asked, card, cancellation) is null) await TellAsync(asked, card, cancellation);
    }

    private async Task PushedAsync(SlackTurn asked, RenderedCard card, CancellationToken cancellation)
    {
        if (!await PushAsync(asked, card, cancellation)) await RewrittenAsync(asked, card, cancellation);
    }

    private async Task AlertedAsync(SlackTurn asked, RenderedCard card, CancellationToken cancellation)
    {
        if (!await PushAsync(asked, card, cancellation)) await TellAsync(asked, card, cancellation);
    }

    private async Task<bool> PushAsync(SlackTurn asked, RenderedCard card, CancellationToken cancellation) =>
        asked.Trigger is not null && (await CallAsync(asked, "views.push", Form(card, "trigger_id", asked.Trigger), cancellation)).Ok;

    /// <summary>A window that changed meanwhile shows something newer; one that is closed needs nothing.</summary>
    private async Task RewrittenAsync(SlackTurn asked, RenderedCard card, CancellationToken cancellation)
    {
        if (asked.Origin is not Origin.Modal modal) return;
        var form = Form(card, "view_id", modal.Id);
        if (modal.Hash is { } hash) form["hash"] = hash;
        if (await CallAsync(asked, "views.update", form, cancellation) is { Ok: false, Error: not ("hash_conflict" or "not_found" or "view_not_found") }) await TellAsync(asked, card, cancellation);
    }

    private async Task UpdatedAsync(SlackTurn asked, RenderedCard card, CancellationToken cancellation)
    {
        if (asked is not { Origin: Origin.Message message } || await channel.UpdateAsync(asked.Turn.Conversation, message.Ts, card, cancellation) is DeliveryOutcome.Delivered) return;
        await TellAsync(asked, card, cancellation);
    }

    private async Task EphemeralAsync(SlackTurn asked, RenderedCard card, CancellationToken cancellation)
    {
        if (asked.Origin is not Origin.Message message)
        {
            await RespondedAsync(asked, card, replaces: false, cancellation);
            return;
        }
        var form = MessageForm.Of(card).With("channel", message.Channel).With("user", SlackIds.UserOf(asked.Turn.Actor.Id) ?? "").With("thread_ts", asked.Turn.Conversation.ThreadId);
        if (!(await CallAsync(asked, "chat.postEphemeral", form, cancellation)).Ok) await TellAsync(asked, card, cancellation);
    }

    private async Task RespondedAsync(SlackTurn asked, RenderedCard card, bool replaces, CancellationToken cancellation)
    {
        var url = asked.Origin switch
        {
            Origin.Ephemeral ephemeral => ephemeral.ResponseUrl,
            Origin.Command command => command.ResponseUrl,
            _ => null,
        };
        if (url is null || !await responses.PostAsync(url, ResponseBodies.Ephemeral(card, replaces), cancellation)) await TellAsync(asked, card, cancellation);
    }

    /// <summary>In the person's own chat. People of other workspaces have none with us.</summary>
    private async Task TellAsync(SlackTurn asked, RenderedCard card, CancellationToken cancellation)
    {
        if (!asked.Turn.Actor.Member || SlackIds.UserOf(asked.Turn.Actor.Id) is not { } user) return;
        var own = RequestSenders.Own(user, asked.Turn.Conversation.TenantId ?? "", asked.Turn.Conversation.BotId);
        if (await channel.SendAsync(own, card, cancellation) is not DeliveryOutcome.Delivered and var delivery) log.AnswerNotShown(asked.Turn.Id, "chat.postMessage", delivery.GetType().Name);
    }

    private async Task<ApiReply> CallAsync(SlackTurn asked, string method, Dictionary<string, string> form, CancellationToken cancellation)
    {
        var reply = await api.CallAsync(method, form, cancellation);
        if (!reply.Ok) log.AnswerNotShown(asked.Turn.Id, method, reply.Error!);
        return reply;
    }

    private Dictionary<string, string> Form(RenderedCard card, string name, string value) => new() { [name] = value, ["view"] = ModalView(card).ToJsonString() };
}
