namespace SupplierBot.Conversations;

/// <summary>What came of pressing a button.</summary>
internal abstract record Pressed
{
    private Pressed() { }

    /// <summary>The card was replaced in place.</summary>
    public sealed record Replaced(Said Said) : Pressed;
    /// <summary>A text was shown under the card: a message (200) or an error.</summary>
    public sealed record Told(string Text, bool Error) : Pressed;
    /// <summary>Nothing to show; the bot may say something later.</summary>
    public sealed record Nothing : Pressed;
}
