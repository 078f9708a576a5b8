using System.Text.Json;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Modals;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Reading;

/// <summary>From what was pressed, sent or chosen to a turn. Pure and total; who may is asked elsewhere.</summary>
internal static class InteractionReader
{
    public const string NewRequest = "supplier_new";
    public const string RequestFromMessage = "supplier_request";
    public const string ChangeFromMessage = "supplier_change";

    /// <summary>The search of the home: what is typed acts.</summary>
    public const string Search = "find";

    /// <summary>Null for what is none of our business, or carries nothing we know.</summary>
    public static SlackTurn? Read(Interaction sent, SlackOptions options, DateOnly today) =>
        sent is { User.Id: { Length: > 0 } user } && TeamOf(sent) is { Length: > 0 } team
            ? sent.Type switch
            {
                Interaction.Press => Press(sent, user, team, options, today),
                Interaction.Submission => Submission(sent, user, team, options, today),
                Interaction.Shortcut when sent.CallbackId == NewRequest => Shortcut(
                    sent,
                    RequestReader.Typed("new", today, isExplicit: true),
                    user,
                    team,
                    options
                ),
                Interaction.MessageShortcut when sent.CallbackId == RequestFromMessage => Shortcut(
                    sent,
                    new Request.StartFromMessage(MessageWords.Plain(sent.Message?.Text("text"), null)),
                    user,
                    team,
                    options
                ),
                Interaction.MessageShortcut when sent.CallbackId == ChangeFromMessage => Shortcut(
                    sent,
                    new Request.ChangeFromMessage(MessageWords.Plain(sent.Message?.Text("text"), null)),
                    user,
                    team,
                    options
                ),
                _ => null,
            }
            : null;

    private static string? TeamOf(Interaction sent) => sent.Team?.Id ?? sent.View?.TeamId ?? sent.User?.TeamId;

    private static SlackTurn? Press(Interaction sent, string user, string team, SlackOptions options, DateOnly today)
    {
        if (sent.Actions is not [{ } action, ..] || OriginOf(sent) is not { } origin)
            return null;
        var (value, section) = (ValueOf(action), HomeSections.Of(action.BlockId));
        var request =
            value is not null
                ? RequestOf(
                    value,
                    FilledInputs.Read(sent.View?.State ?? sent.State, sent.View?.Blocks ?? sent.Message?.Member("blocks"), section),
                    FilledInputs.People(sent.View?.State ?? sent.State, options.TeamId),
                    today
                )
            : action.ActionId == Search && action.Value is { Length: > 0 } sought
                ? RequestReader.Typed(RequestReader.Saying("find", sought), today, isExplicit: true)
            : null;
        if (request is null)
            return null;
        if (value is { Verb: Verbs.Say } && request is Request.StartDraft && origin is Origin.Message)
            origin = new Origin.Nothing();
        var id = RequestIds.Of(team, user, RequestIds.Only(action.ActionTs, sent.TriggerId), sent.Container?.MessageTs ?? sent.View?.Id);
        return new(TurnOf(id, sent, request, origin, value, user, team, options), origin, sent.TriggerId);
    }

    private static ButtonValue? ValueOf(InteractionAction action) =>
        action.SelectedOption is { } option ? ButtonValue.Read(action.ActionId, option.Value) : ButtonValue.Read(action.Value);

    private static SlackTurn? Submission(Interaction sent, string user, string team, SlackOptions options, DateOnly today)
    {
        if (sent.View is not { Id: { Length: > 0 } view } modal)
            return null;
        var (sends, confirmed) = ConfirmDialog.Read(modal.PrivateMetadata);
        if (ButtonValue.Read(sends) is not { } value)
            return null;
        var filled = FilledInputs.Read(modal.State, modal.Blocks);
        foreach (var (field, typed) in confirmed)
            filled.TryAdd(field, typed);
        var request = RequestOf(value, filled, FilledInputs.People(modal.State, options.TeamId), today);
        // The hash stays as it is while errors are shown, so that a second try would look like the first come again: the trigger tells them
        // apart.
        var id = RequestIds.Of(view, RequestIds.Only(sent.TriggerId, modal.Hash));
        var origin = new Origin.Modal(view, modal.Hash, Submitted: true, FieldsOf(modal)) { Below = modal.PreviousViewId };
        return new(TurnOf(id, sent, request, origin, value, user, team, options), origin, sent.TriggerId);
    }

    private static SlackTurn Shortcut(Interaction sent, Request request, string user, string team, SlackOptions options)
    {
        var origin = new Origin.Nothing();
        return new(
            TurnOf(RequestIds.Of(team, user, RequestIds.Only(sent.TriggerId)), sent, request, origin, null, user, team, options),
            origin,
            sent.TriggerId
        );
    }

    private static Request RequestOf(ButtonValue value, Dictionary<string, string> filled, IReadOnlyList<Mention> people, DateOnly today) =>
        value switch
        {
            { Verb: Verbs.Say } => RequestReader.Typed(value.Target.Trim(), today, isExplicit: true),
            { Verb: Verbs.RequestSupplier, Stamp: { Case: null, Draft: null } } => new Request.StartElsewhere(
                filled.GetValueOrDefault("name") ?? "",
                filled.GetValueOrDefault("purpose") ?? ""
            ),
            { Verb: Verbs.ChangeSupplier, Stamp: { Case: null, Draft: null } } => MessageChangeHandler.Reported(
                filled.GetValueOrDefault(MessageChangeHandler.Supplier),
                value.Target,
                filled.GetValueOrDefault(MessageChangeHandler.Triggers),
                filled.GetValueOrDefault(MessageChangeHandler.Words)
            ),
            _ => RequestReader.Pressed(new CardPress(value.Verb, value.Target, value.Stamp, filled, Automatic: false) { People = people }),
        };

    /// <summary>
    /// What is pressed on a message of a case belongs to that message, wherever it is; everything else is between the person and the bot,
    /// and is answered where nobody else sees it. What a button of the own chat says is answered below it, as if typed.
    /// </summary>
    private static Turn TurnOf(
        string id,
        Interaction sent,
        Request request,
        Origin origin,
        ButtonValue? value,
        string user,
        string team,
        SlackOptions options
    )
    {
        var message = origin as Origin.Message;
        var inChannel = message is { Direct: false } && value is { Stamp.Case: not null };
        return new(
            id,
            inChannel
                ? RequestSenders.Channel(message!.Channel, team, sent.ApiAppId, sent.Container?.ThreadTs)
                : RequestSenders.Own(user, team, sent.ApiAppId),
            RequestSenders.ActorOf(user, sent.User!.Name ?? sent.User.Username, team, options, sent.User.TeamId),
            request,
            inChannel || message is { Direct: true } ? message?.Ts : null,
            AnswersInPlace: !(message is { Direct: true } && request.Typed is not null)
        )
        {
            InModal = message is null,
        };
    }

    private static Origin? OriginOf(Interaction sent) =>
        sent switch
        {
            { View: { Type: "home" } } => new Origin.AppHome(),
            { View: { Id: { Length: > 0 } view } modal } => new Origin.Modal(view, modal.Hash, Submitted: false, FieldsOf(modal)),
            { Container.IsEphemeral: true, ResponseUrl: { Length: > 0 } url } => new Origin.Ephemeral(url),
            { Container: { MessageTs: { Length: > 0 } ts, ChannelId: { Length: > 0 } channel } } => new Origin.Message(
                channel,
                ts,
                RequestSenders.IsDirect(channel)
            ),
            _ => null,
        };

    private static List<string> FieldsOf(InteractionView modal) =>
        modal.Blocks is { ValueKind: JsonValueKind.Array } blocks
            ?
            [
                .. blocks
                    .EnumerateArray()
                    .Where(block => block.Text("type") == "input")
                    .Select(block => block.Text("block_id"))
                    .OfType<string>(),
            ]
            : [];
}
