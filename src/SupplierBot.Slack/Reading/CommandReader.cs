using SupplierBot.Onboarding;

namespace SupplierBot.Slack;

/// <summary>From <c>/supplier …</c> to a turn. Nobody else sees it, in whatever channel it is typed; a request opens its window, everything else is answered in words.</summary>
internal static class CommandReader
{
    public static Asked Read(SlashCommand sent, SlackOptions options)
    {
        var said = Words.Read(sent.Text, null);
        var command = Command.Parse(said.Text);
        // Outside the own chat nothing is an answer to a question.
        var input = (command is Command.NotACommand ? new Input.Said("help") : said) with { Explicit = true };
        Surface surface = command is Command.New ? new Surface.Nothing() : new Surface.Command(sent.ResponseUrl);
        return new(
            new(TurnIds.Of(sent.TeamId, sent.UserId, TurnIds.Only(sent.TriggerId, sent.ResponseUrl)), Senders.Own(sent.UserId, sent.TeamId, sent.ApiAppId), Senders.ActorOf(sent.UserId, sent.UserName, sent.TeamId, options), input, null, AnswersInPlace: true) { InWindow = true },
            surface,
            sent.TriggerId);
    }
}
