namespace SupplierBot.Onboarding;

/// <summary>What a person or the platform sent, free of any channel's protocol. Closed: only the records below.</summary>
public abstract record Input
{
    private Input() { }

    /// <summary>Typed text, mentions removed, trimmed; also a button that says something.</summary>
    public sealed record Said(string Text) : Input;

    /// <summary>A button with the values of the card's inputs, exactly as sent (several choices joined by commas).</summary>
    /// <param name="Automatic">The client asked by itself (refresh): answer with a card, change nothing, post nothing.</param>
    public sealed record Pressed(string Verb, string Target, Stamp Stamp, IReadOnlyDictionary<string, string> Values, bool Automatic) : Input
    {
        public string Value(string id) => Values.TryGetValue(id, out var value) ? value : "";
        public IReadOnlyList<string> Picked(string id) => Value(id).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>The bot was added to this conversation, or the person opened it for the first time.</summary>
    public sealed record Installed : Input;

    /// <summary>The bot was removed from this conversation.</summary>
    public sealed record Removed : Input;
}
