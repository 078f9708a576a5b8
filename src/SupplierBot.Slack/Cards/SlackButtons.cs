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
        var rare = Rare(view);
        var inSight = view.Buttons.Where(button => !rare.Contains(button)).ToList();
        var main = inSight.Find(button => button.Style == ButtonStyle.Main);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        data.WriteStartArray("slackButtons");
        foreach (var button in inSight)
        {
            data.WriteStartObject();
            data.WriteString("id", IdOf(button, ids));
            data.WriteString("label", LabelOf(button));
            data.WriteString(
                "style",
                Button.IsRed(view, button) ? "danger"
                    : ReferenceEquals(button, main) ? "primary"
                    : null
            );
            data.WriteString("value", ValueOf(button, view.Stamp));
            data.WriteEndObject();
        }
        data.WriteEndArray();
        WriteRare(data, rare, view.Stamp);
    }

    /// <summary>Beside one row of a view: what presses it, or nothing.</summary>
    public static void WriteBeside(Utf8JsonWriter data, Button? button, CardStamp stamp)
    {
        data.WriteBoolean("hasButton", button is not null);
        if (button is null)
            return;
        data.WriteString("id", IdOf(button, []));
        data.WriteString("label", LabelOf(button));
        data.WriteString("value", ValueOf(button, stamp));
    }

    /// <summary>What fits behind "…"; where a press says more than an option may, its button stays in sight.</summary>
    private static List<Button> Rare(View view)
    {
        var inSight = Button.InSight(view);
        return ButtonValue.FirstHalf(view.Stamp).Length > SlackLimits.LongestId
            ? []
            :
            [
                .. view
                    .Buttons.Where(button =>
                        !inSight.Contains(button)
                        && SecondHalf(button).Length <= SlackLimits.LongestLabel
                        && button.Style != ButtonStyle.Main
                    )
                    .Take(SlackLimits.MostBehindDots),
            ];
    }

    private static void WriteRare(Utf8JsonWriter data, List<Button> rare, CardStamp stamp)
    {
        data.WritePropertyName("rareButtons");
        if (rare.Count == 0)
        {
            data.WriteNullValue();
            return;
        }
        data.WriteStartObject();
        data.WriteString("id", ButtonValue.FirstHalf(stamp));
        data.WriteStartArray("options");
        foreach (var button in rare)
        {
            data.WriteStartObject();
            data.WriteString("label", LabelOf(button));
            data.WriteString("value", SecondHalf(button));
            data.WriteEndObject();
        }
        data.WriteEndArray();
        data.WriteEndObject();
    }

    private static string SecondHalf(Button button)
    {
        var (verb, target) = PressOf(button);
        return ButtonValue.SecondHalf(verb, target);
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
