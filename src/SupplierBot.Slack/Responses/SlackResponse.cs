using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Responses;

/// <summary>What is done with an answer: where which view is shown.</summary>
internal abstract record SlackResponse
{
    private SlackResponse() { }

    /// <summary>The request is acknowledged; there is nothing to see, or it was posted.</summary>
    public sealed record Nothing : SlackResponse;

    /// <summary>In place of the message that was pressed.</summary>
    public sealed record Updated(View View) : SlackResponse;

    /// <summary>For this person's eyes alone, where they are.</summary>
    public sealed record Ephemeral(View View) : SlackResponse;

    /// <summary>In place of the ephemeral message before.</summary>
    public sealed record Replaced(View View) : SlackResponse;

    /// <summary>In a modal of its own.</summary>
    public sealed record Opened(View View) : SlackResponse;

    /// <summary>In a modal on top of the one that was pressed.</summary>
    public sealed record Pushed(View View) : SlackResponse;

    /// <summary>On top of a modal that keeps what is typed into it: never in its place.</summary>
    public sealed record Alerted(View View) : SlackResponse;

    /// <summary>In the same modal.</summary>
    public sealed record Rewritten(View View) : SlackResponse;

    /// <summary>The modal closes, and the one below it shows this.</summary>
    public sealed record Uncovered(string Modal, View View) : SlackResponse;

    /// <summary>Beside the fields of the modal, which stays as it was typed.</summary>
    /// <param name="Version">The stamp's from now on.</param>
    public sealed record Wrong(IReadOnlyDictionary<string, string> Words, int? Version) : SlackResponse;

    /// <summary>All modals close.</summary>
    public sealed record Closed : SlackResponse;
}
