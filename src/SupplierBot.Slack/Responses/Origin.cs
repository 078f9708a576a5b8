using SupplierBot.Chat.Turns;

namespace SupplierBot.Slack.Responses;

/// <summary>Where somebody was when they asked for something: what decides where the answer is shown.</summary>
internal abstract record Origin
{
    private Origin() { }

    /// <param name="Channel">The channel's id.</param>
    /// <param name="Direct">Between the bot and this person alone.</param>
    public sealed record Message(string Channel, string Ts, bool Direct) : Origin;

    /// <summary>A message only they see, which only its own address can change (PROTOCOL.md "Interactions and commands").</summary>
    public sealed record Ephemeral(string ResponseUrl) : Origin;

    /// <param name="Hash">Of what was on screen.</param>
    /// <param name="Submitted">It waits for the HTTP answer; else one of its buttons was pressed.</param>
    /// <param name="Fields">Ids of its inputs, in order.</param>
    public sealed record Modal(string Id, string? Hash, bool Submitted, IReadOnlyList<string> Fields) : Origin
    {
        /// <summary>The id of the modal below; null where it is the first.</summary>
        public string? Below { get; init; }
    }

    /// <summary>The app's home.</summary>
    public sealed record AppHome : Origin;

    /// <summary>A shortcut: there is nothing yet.</summary>
    public sealed record Nothing : Origin;

    /// <summary>A slash command, answered in the HTTP response for the person who typed it.</summary>
    public sealed record Command(string? ResponseUrl) : Origin;

    /// <summary>An event: what there is to say is posted by the turn itself.</summary>
    public sealed record Talk : Origin;
}

/// <param name="Trigger">Opens one modal within 3 s; null where there is none.</param>
internal sealed record SlackTurn(Turn Turn, Origin Origin, string? Trigger);
