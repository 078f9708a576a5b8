using System.Text.Json.Nodes;
using SupplierBot.Chat;
using SupplierBot.Onboarding;

namespace SupplierBot.Slack;

/// <summary>Words without a view, as a card: for when there is nothing else to show.</summary>
internal static class Plain
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
