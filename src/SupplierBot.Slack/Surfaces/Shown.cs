using SupplierBot.Chat;

namespace SupplierBot.Slack;

/// <summary>What is done with an answer.</summary>
internal abstract record Shown
{
    private Shown() { }

    /// <summary>The request is acknowledged; there is nothing to see, or it was posted.</summary>
    public sealed record Nothing : Shown;
    /// <summary>In place of the message that was pressed.</summary>
    public sealed record Updated(RenderedCard Card) : Shown;
    /// <summary>For this person's eyes alone, where they are.</summary>
    public sealed record Whispered(RenderedCard Card) : Shown;
    /// <summary>In place of what was whispered before.</summary>
    public sealed record Replaced(RenderedCard Card) : Shown;
    /// <summary>In a window of its own.</summary>
    public sealed record Opened(RenderedCard Card) : Shown;
    /// <summary>In a window on top of the one that was pressed.</summary>
    public sealed record Pushed(RenderedCard Card) : Shown;
    /// <summary>On top of a window that keeps what is typed into it: never in its place.</summary>
    public sealed record Alerted(RenderedCard Card) : Shown;
    /// <summary>In the same window.</summary>
    public sealed record Rewritten(RenderedCard Card) : Shown;
    /// <summary>The window closes, and the one below it shows this.</summary>
    public sealed record Uncovered(string Window, RenderedCard Card) : Shown;
    /// <summary>Beside the fields of the window, which stays as it was typed.</summary>
    /// <param name="Version">The stamp's from now on.</param>
    public sealed record Wrong(IReadOnlyDictionary<string, string> Words, int? Version) : Shown;
    /// <summary>All windows close.</summary>
    public sealed record Closed : Shown;
}
