using System.Buffers;
using System.Text.Json;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Home;

/// <summary>
/// The App Home: what waits for this person first, then what they asked for, what is in use, the way in and the search (PROTOCOL.md
/// "Modals and App Home"). Pure.
/// </summary>
internal static class AppHomeView
{
    /// <summary>Beside the lists: title, sentence, what stands for no list, a line, the buttons and the search.</summary>
    private const int OwnBlocks = 6;
    private const int LongestSearch = 200;

    /// <param name="lists">Each with ids of its own, the one that waits first.</param>
    /// <returns>The whole view, UTF-8.</returns>
    public static byte[] Write(AppHomeTexts texts, IReadOnlyList<SlackBlocks> lists)
    {
        var buffer = new ArrayBufferWriter<byte>(lists.Sum(list => list.Json.Length) + 2048);
        using (var home = new Utf8JsonWriter(buffer, Template.Compact))
            Write(home, texts, lists);
        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter home, AppHomeTexts texts, IReadOnlyList<SlackBlocks> lists)
    {
        home.WriteStartObject();
        home.WriteString("type", "home");
        home.WriteStartArray("blocks");
        WriteText(home, "header", texts.Title);
        WriteText(home, "section", texts.About);
        var blocks = OwnBlocks;
        foreach (var list in lists)
        {
            blocks += 1 + list.Size.Blocks;
            if (blocks > SlackLimits.MostBlocksInAView)
                break;
            WriteDivider(home);
            list.WriteItems(home);
        }
        WriteDivider(home);
        if (texts.Empty.Length > 0)
            WriteText(home, "section", texts.Empty);
        WriteButtons(home, texts);
        WriteSearch(home, texts.Search);
        home.WriteEndArray();
        home.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter home, string type, string text)
    {
        home.WriteStartObject();
        home.WriteString("type", type);
        home.WritePlainText("text", Texts.Clip(text, SlackLimits.LongestHeading * (type == "header" ? 1 : 10)));
        home.WriteEndObject();
    }

    private static void WriteDivider(Utf8JsonWriter home)
    {
        home.WriteStartObject();
        home.WriteString("type", "divider");
        home.WriteEndObject();
    }

    private static void WriteButtons(Utf8JsonWriter home, AppHomeTexts texts)
    {
        home.WriteStartObject();
        home.WriteString("type", "actions");
        home.WriteString("block_id", "actions");
        home.WriteStartArray("elements");
        WriteButton(home, "new", texts.Request, "primary");
        WriteButton(home, "help", texts.Help, "");
        home.WriteEndArray();
        home.WriteEndObject();
    }

    private static void WriteButton(Utf8JsonWriter home, string says, string label, string style)
    {
        home.WriteStartObject();
        home.WriteString("type", "button");
        home.WriteString("action_id", $"say:{says}");
        if (style.Length > 0)
            home.WriteString("style", style);
        home.WritePlainText("text", label);
        home.WriteString("value", $";;;;;say;{says}");
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

/// <summary>What the home says beside its lists.</summary>
/// <param name="Empty">Where nothing waits for the person and they asked for nothing; else empty.</param>
internal sealed record AppHomeTexts(string Title, string About, string Empty, string Request, string Help, string Search);
