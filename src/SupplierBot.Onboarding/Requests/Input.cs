using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Requests;

/// <summary>What a person or the platform sent, free of any channel's protocol. Closed: only the records below.</summary>
public abstract record Input
{
    private Input() { }

    /// <summary>Typed text, mentions removed, trimmed; also a button that says something.</summary>
    public sealed record Said(string Text) : Input
    {
        /// <summary>People the platform says were picked from its list: nobody can type one.</summary>
        public IReadOnlyList<Mention> Mentions { get; init; } = [];
        /// <summary>A button or a slash command said it: it is a command, never the answer to what was asked.</summary>
        public bool Explicit { get; init; }
    }

    /// <summary>A button with the values of the card's inputs, exactly as sent (several choices joined by commas).</summary>
    /// <param name="Automatic">The client asked by itself (refresh): answer with a card, change nothing, post nothing.</param>
    public sealed record Pressed(string Verb, string Target, CardStamp Stamp, IReadOnlyDictionary<string, string> Values, bool Automatic) : Input
    {
        public string Value(string id) => Values.TryGetValue(id, out var value) ? value : "";
        public IReadOnlyList<string> Picked(string id) => Value(id).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>What is typed into a search box, which may be nothing yet: lines of the register from <paramref name="Skip"/> on.</summary>
    /// <param name="Take">1 to 25.</param>
    public sealed record Searched(string Text, int Skip, int Take) : Input;

    /// <summary>Somebody points at a message, of anybody's, that is about a supplier.</summary>
    /// <param name="Message">As plain text.</param>
    public sealed record PointedAt(string Message) : Input;

    /// <summary>A request is started from outside the person's own chat, with as much as was asked there.</summary>
    public sealed record Requested(string Name, string Purpose) : Input;

    /// <summary>The bot was added to this conversation, or the person opened it for the first time.</summary>
    public sealed record Installed : Input;

    /// <summary>The bot was removed from this conversation.</summary>
    public sealed record Removed : Input;
}
