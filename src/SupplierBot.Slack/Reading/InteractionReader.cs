using System.Text.Json;
using SupplierBot.Chat;
using SupplierBot.Onboarding;

namespace SupplierBot.Slack;

/// <summary>From what was pressed, sent or chosen to a turn. Pure and total; who may is asked elsewhere.</summary>
internal static class InteractionReader
{
    public const string NewRequest = "supplier_new";
    public const string RequestFromMessage = "supplier_request";
    /// <summary>The search of the home: what is typed acts.</summary>
    public const string Search = "find";
    private const string Request = "request";

    /// <summary>Null for what is none of our business, or carries nothing we know.</summary>
    public static Asked? Read(Interaction sent, SlackOptions options) =>
        sent is { User.Id: { Length: > 0 } user } && TeamOf(sent) is { Length: > 0 } team
            ? sent.Type switch
            {
                Interaction.Press => Press(sent, user, team, options),
                Interaction.Submission => Submission(sent, user, team, options),
                Interaction.Shortcut when sent.CallbackId == NewRequest => Shortcut(sent, new Input.Said("new") { Explicit = true }, user, team, options),
                Interaction.MessageShortcut when sent.CallbackId == RequestFromMessage => Shortcut(sent, new Input.PointedAt(Words.Plain(sent.Message?.Text("text"), null)), user, team, options),
                _ => null,
            }
            : null;

    private static string? TeamOf(Interaction sent) => sent.Team?.Id ?? sent.View?.TeamId ?? sent.User?.TeamId;

    private static Asked? Press(Interaction sent, string user, string team, SlackOptions options)
    {
        if (sent.Actions is not [{ } action, ..] || SurfaceOf(sent) is not { } surface) return null;
        var (value, section) = (ButtonValue.Read(action.Value), Sections.Of(action.BlockId));
        var input = value is not null ? InputOf(value, Filled.Read(sent.View?.State ?? sent.State, sent.View?.Blocks ?? sent.Message?.Member("blocks"), section))
            : action.ActionId == Search && action.Value is { Length: > 0 } sought ? new Input.Said(Command.Saying("find", sought)) { Explicit = true }
            : null;
        if (input is null) return null;
        if (value is { BeginsRequest: true } && surface is Surface.Message) surface = new Surface.Nothing();
        var id = TurnIds.Of(team, user, TurnIds.Only(action.ActionTs, sent.TriggerId), sent.Container?.MessageTs ?? sent.View?.Id);
        return new(TurnOf(id, sent, input, surface, value, user, team, options), surface, sent.TriggerId);
    }

    private static Asked? Submission(Interaction sent, string user, string team, SlackOptions options)
    {
        if (sent.View is not { Id: { Length: > 0 } view } window) return null;
        var (sends, confirmed) = Confirmation.Read(window.PrivateMetadata);
        if (ButtonValue.Read(sends) is not { } value) return null;
        var filled = Filled.Read(window.State, window.Blocks);
        foreach (var (field, typed) in confirmed) filled.TryAdd(field, typed);
        var input = InputOf(value, filled);
        // The hash stays as it is while errors are shown, so that a second try would look like the first come again: the trigger tells them apart.
        var id = TurnIds.Of(view, TurnIds.Only(sent.TriggerId, window.Hash));
        var surface = new Surface.Window(view, window.Hash, Submitted: true, FieldsOf(window)) { Below = window.PreviousViewId };
        return new(TurnOf(id, sent, input, surface, value, user, team, options), surface, sent.TriggerId);
    }

    private static Asked Shortcut(Interaction sent, Input input, string user, string team, SlackOptions options)
    {
        var surface = new Surface.Nothing();
        return new(TurnOf(TurnIds.Of(team, user, TurnIds.Only(sent.TriggerId)), sent, input, surface, null, user, team, options), surface, sent.TriggerId);
    }

    private static Input InputOf(ButtonValue value, Dictionary<string, string> filled) => value switch
    {
        { Verb: ButtonValue.Say } => new Input.Said(value.Target.Trim()) { Explicit = true },
        { Verb: Request, Stamp: { Case: null, Draft: null } } => new Input.Requested(filled.GetValueOrDefault("name") ?? "", filled.GetValueOrDefault("purpose") ?? ""),
        _ => new Input.Pressed(value.Verb, value.Target, value.Stamp, filled, Automatic: false),
    };

    /// <summary>
    /// What is pressed on a message of a case belongs to that message, wherever it is; everything else is between the person and the bot, and is
    /// answered where nobody else sees it. What a button of the own chat says is answered below it, as if typed.
    /// </summary>
    private static Turn TurnOf(string id, Interaction sent, Input input, Surface surface, ButtonValue? value, string user, string team, SlackOptions options)
    {
        var message = surface as Surface.Message;
        var inChannel = message is { Direct: false } && value is { Stamp.Case: not null };
        return new(
            id,
            inChannel ? Senders.Channel(message!.Channel, team, sent.ApiAppId, sent.Container?.ThreadTs) : Senders.Own(user, team, sent.ApiAppId),
            Senders.ActorOf(user, sent.User!.Name ?? sent.User.Username, team, options, sent.User.TeamId),
            input,
            inChannel || message is { Direct: true } ? message?.Ts : null,
            AnswersInPlace: !(message is { Direct: true } && input is Input.Said))
        { InWindow = message is null };
    }

    private static Surface? SurfaceOf(Interaction sent) => sent switch
    {
        { View: { Type: "home" } } => new Surface.Home(),
        { View: { Id: { Length: > 0 } view } window } => new Surface.Window(view, window.Hash, Submitted: false, FieldsOf(window)),
        { Container.IsEphemeral: true, ResponseUrl: { Length: > 0 } url } => new Surface.Whisper(url),
        { Container: { MessageTs: { Length: > 0 } ts, ChannelId: { Length: > 0 } channel } } => new Surface.Message(channel, ts, Senders.IsDirect(channel)),
        _ => null,
    };

    private static List<string> FieldsOf(InteractionView window) => window.Blocks is { ValueKind: JsonValueKind.Array } blocks
        ? [.. blocks.EnumerateArray().Where(block => block.Text("type") == "input").Select(block => block.Text("block_id")).OfType<string>()]
        : [];
}
