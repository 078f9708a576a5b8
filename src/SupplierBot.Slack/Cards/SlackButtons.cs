using System.Text.Json;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Reading;

namespace SupplierBot.Slack.Cards;

/// <summary>Buttons as the templates of Slack want them: an id of its own for each, and the whole press in its value. Pure.</summary>
internal static class SlackButtons
{
    public static string LabelOf(Button button) => Texts.Clip(button.Label, SlackLimits.LongestLabel);

    /// <summary>What comes back when it is pressed.</summary>
    public static string ValueOf(Button button, CardStamp stamp)
    {
        var (verb, target) = PressOf(button);
        return new ButtonValue(stamp, verb, target).ToString();
    }

    public static void Write(Utf8JsonWriter data, View view)
    {
        var main = view.Buttons.FirstOrDefault(button => button.Style == ButtonStyle.Main);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        data.WriteStartArray("slackButtons");
        foreach (var button in view.Buttons)
        {
            data.WriteStartObject();
            data.WriteString("id", IdOf(button, ids));
            data.WriteString("label", LabelOf(button));
            data.WriteString(
                "style",
                button.Style == ButtonStyle.Danger ? "danger"
                    : ReferenceEquals(button, main) ? "primary"
                    : null
            );
            data.WriteString("value", ValueOf(button, view.Stamp));
            data.WriteEndObject();
        }
        data.WriteEndArray();
    }

    private static string IdOf(Button button, HashSet<string> taken)
    {
        var (verb, target) = PressOf(button);
        var name = Texts.Clip($"{verb}:{target}", SlackLimits.LongestId - 5);
        var id = name;
        for (var twin = 2; !taken.Add(id); twin++)
            id = $"{name}#{twin}";
        return id;
    }

    private static (string Verb, string Target) PressOf(Button button) =>
        button.SendsText ? (Verbs.Say, button.Says) : (button.Verb, button.Target);
}
