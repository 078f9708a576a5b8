using System.Buffers;
using System.Text.Json;
using SupplierBot.Chat.Templates;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Home;

/// <summary>
/// The App Home: the way in, the search, what waits for this person and what they asked for (PROTOCOL.md "Modals and App Home"). Pure.
/// </summary>
internal static class AppHomeView
{
    /// <summary>The button and the search.</summary>
    private const int OwnBlocks = 2;
    private const int LongestSearch = 200;

    /// <param name="lists">Each with ids of its own.</param>
    /// <returns>The whole view, UTF-8.</returns>
    public static byte[] Write(string request, string search, IReadOnlyList<SlackBlocks> lists)
    {
        var buffer = new ArrayBufferWriter<byte>(lists.Sum(list => list.Json.Length) + 1024);
        using (var home = new Utf8JsonWriter(buffer, Template.Compact))
            Write(home, request, search, lists);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter home, string request, string search, IReadOnlyList<SlackBlocks> lists)
    {
        home.WriteStartObject();
        home.WriteString("type", "home");
        home.WriteStartArray("blocks");
        WriteButton(home, request);
        WriteSearch(home, search);
        var blocks = OwnBlocks;
        foreach (var list in lists)
        {
            blocks += 1 + list.Size.Blocks;
            if (blocks > SlackLimits.MostBlocksInAView)
                break;
            home.WriteStartObject();
            home.WriteString("type", "divider");
            home.WriteEndObject();
            list.WriteItems(home);
        }
        home.WriteEndArray();
        home.WriteEndObject();
    }

    private static void WriteButton(Utf8JsonWriter home, string label)
    {
        home.WriteStartObject();
        home.WriteString("type", "actions");
        home.WriteString("block_id", "actions");
        home.WriteStartArray("elements");
        home.WriteStartObject();
        home.WriteString("type", "button");
        home.WriteString("action_id", "say:new");
        home.WriteString("style", "primary");
        home.WritePlainText("text", label);
        home.WriteString("value", ";;;;;say;new");
        home.WriteEndObject();
        home.WriteEndArray();
        home.WriteEndObject();
    }

    private static void WriteSearch(Utf8JsonWriter home, string label)
    {
        home.WriteStartObject();
        home.WriteString("type", "input");
        home.WriteString("block_id", InteractionReader.Search);
        home.WriteBoolean("dispatch_action", true);
        home.WritePlainText("label", label);
        home.WriteStartObject("element");
        home.WriteString("type", "plain_text_input");
        home.WriteString("action_id", InteractionReader.Search);
        home.WriteNumber("max_length", LongestSearch);
        home.WriteStartObject("dispatch_action_config");
        home.WriteStartArray("trigger_actions_on");
        home.WriteStringValue("on_enter_pressed");
        home.WriteEndArray();
        home.WriteEndObject();
        home.WriteEndObject();
        home.WriteEndObject();
    }
}
