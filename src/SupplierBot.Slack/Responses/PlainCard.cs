using System.Text.Json.Nodes;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Slack.Responses;

/// <summary>Words without a view, as a card: for when there is nothing else to show.</summary>
internal static class PlainCard
{
    private const int LongestToast = 120;
    private const int LongestText = 3000;

    public static RenderedCard Card(string words)
    {
        var section = new JsonObject { ["type"] = "section", ["text"] = PlainText.Of(Texts.Clip(words, LongestText)) };
        var toast = Texts.Clip(words, LongestToast);
        return new(System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["text"] = toast, ["blocks"] = new JsonArray(section) }.ToJsonString()), toast);
    }
}
