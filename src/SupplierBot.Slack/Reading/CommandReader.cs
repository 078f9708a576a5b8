using SupplierBot.Onboarding;

namespace SupplierBot.Slack;

/// <summary>From <c>/supplier …</c> to a turn. Nobody else sees it, in whatever channel it is typed; a request opens its window, everything else is answered in words.</summary>
internal static class CommandReader
{
    public static Asked Read(SlashCommand sent, SlackOptions options)
    {
        var text = Words.Plain(sent.Text, null);
        var command = Command.Parse(text);
        // Outside the own chat nothing is an answer to a question.
        var input = new Input.Said(command is Command.NotACommand ? "help" : text) { Explicit = true };
        Surface surface = command is Command.New ? new Surface.Nothing() : new Surface.Command(sent.ResponseUrl);
        return new(
            new(TurnIds.Of(sent.TeamId, sent.UserId, sent.TriggerId), Senders.Own(sent.UserId, sent.TeamId, sent.ApiAppId), Senders.ActorOf(sent.UserId, sent.UserName, sent.TeamId, options), input, null, AnswersInPlace: true) { InWindow = true },
            surface,
            sent.TriggerId);
    }
}
