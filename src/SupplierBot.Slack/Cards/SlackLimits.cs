using System.Buffers;
using System.Text;
using System.Text.Json;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Slack.Cards;

/// <summary>How much some blocks are, as Slack counts it. Pure.</summary>
/// <param name="Characters">Everything that is read: texts of every kind, and what is filled in.</param>
internal readonly record struct SlackSize(int Blocks, int Characters, int Bytes)
{
    private const int MostOnStack = 256;

    /// <param name="blocks">An array of blocks, UTF-8, or nothing.</param>
    public static SlackSize Of(ReadOnlySpan<byte> blocks)
    {
        if (blocks.IsEmpty)
            return default;
        var (count, characters, isRead) = (0, 0, false);
        var reader = new Utf8JsonReader(blocks);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject when reader.CurrentDepth == 1:
                    count++;
                    break;
                case JsonTokenType.PropertyName:
                    isRead = reader.ValueTextEquals("text"u8) || reader.ValueTextEquals("initial_value"u8);
                    break;
                case JsonTokenType.String when isRead:
                    characters += LengthOf(ref reader);
                    break;
            }
        }
        return new(count, characters, blocks.Length);
    }

    private static int LengthOf(ref Utf8JsonReader text)
    {
        if (!text.ValueIsEscaped)
            return Encoding.UTF8.GetCharCount(text.ValueSpan);
        var bytes = text.ValueSpan.Length;
        if (bytes <= MostOnStack)
            return text.CopyString(stackalloc char[MostOnStack]);
        var characters = ArrayPool<char>.Shared.Rent(bytes);
        var length = text.CopyString(characters);
        ArrayPool<char>.Shared.Return(characters);
        return length;
    }
}

/// <summary>What Slack takes (PROTOCOL.md "Limits", "Modals and App Home"). Pure.</summary>
internal static class SlackLimits
{
    /// <summary>Of a button or of a choice, in characters, as all lengths here.</summary>
    public const int LongestLabel = 75;

    /// <summary>Of an <c>action_id</c> and a <c>block_id</c>.</summary>
    public const int LongestId = 255;

    /// <summary>Of a modal: its title, and what its two buttons say.</summary>
    public const int LongestTitle = 24;

    /// <summary>Options of an overflow menu.</summary>
    public const int MostBehindDots = 5;
    public const int LongestHeading = 150;
    public const int LongestPlaceholder = 150;

    /// <summary>Of <c>private_metadata</c>.</summary>
    public const int LongestMetadata = 3000;

    public const int MostBlocksInAMessage = 50;
    public const int MostBlocksInAView = 100;

    /// <summary>Of all blocks of a message together: beyond about 13,200 Slack answers <c>msg_blocks_too_long</c>.</summary>
    public const int MostCharacters = 10_000;

    /// <summary>Of a view, which may have 250 kB: what stands beside its blocks is far less than the rest.</summary>
    private const int MostBytesInAView = 240_000;

    public static bool Fit(SlackSize size, CardPlace place) =>
        place switch
        {
            CardPlace.Message => size is { Blocks: <= MostBlocksInAMessage, Characters: <= MostCharacters },
            CardPlace.Modal => size is { Blocks: <= MostBlocksInAView, Bytes: <= MostBytesInAView },
        };
}
