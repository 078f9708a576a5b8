using System.Text.Json;

namespace SupplierBot.Slack.Cards;

/// <summary>What a template makes of a view.</summary>
/// <param name="Json">An array, UTF-8; empty where there are none.</param>
internal sealed record SlackBlocks(byte[] Json, SlackSize Size)
{
    /// <summary>Of the message: the toast, and what screen readers read.</summary>
    public string? Text { get; init; }

    /// <summary>Of the modal.</summary>
    public string? Title { get; init; }

    /// <summary>Into an array of blocks that others stand in as well.</summary>
    public void WriteItems(Utf8JsonWriter blocks)
    {
        if (Json.Length > 0)
            blocks.WriteRawValue(Json.AsSpan(1, Json.Length - 2), skipInputValidation: true);
    }
}
