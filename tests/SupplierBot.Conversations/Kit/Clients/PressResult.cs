namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>What came of pressing a button.</summary>
internal abstract record PressResult
{
    private PressResult() { }

    /// <summary>The card was replaced in place.</summary>
    public sealed record Replaced(ShownMessage Said) : PressResult;

    /// <summary>A text was shown under the card: a message (200) or an error.</summary>
    public sealed record Words(string Text, bool Error) : PressResult;

    /// <summary>Nothing to show; the bot may say something later.</summary>
    public sealed record Nothing : PressResult;
}
