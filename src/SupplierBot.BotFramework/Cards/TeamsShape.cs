using System.Text.Json;
using SupplierBot.Chat.Templates;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Cards;

/// <summary>
/// What Teams' templates see of a view beside its own members: buttons as actions (PROTOCOL.md "Card actions"), which are the same for
/// every view. Pure.
/// </summary>
/// <param name="target">Where the answer to a press of a button is shown.</param>
internal sealed class TeamsShape(Func<View, Button, PressTarget> target, bool isDialog = false) : IViewShape
{
    private const string Buttons = "buttons";

    /// <summary>In a conversation.</summary>
    public static TeamsShape Message { get; } = new((_, _) => PressTarget.Card);

    /// <summary>In place of a card, on a client with dialogs.</summary>
    public static TeamsShape Offering { get; } = new(TeamsDialogs.Offered);

    /// <summary>In a dialog.</summary>
    public static TeamsShape Dialog { get; } = new((_, _) => PressTarget.SameDialog, isDialog: true);

    public bool Replaces(string name) => name == Buttons;

    public void Write(Utf8JsonWriter data, View view)
    {
        // Of a row, which is pressed where it stands: only Action.Submit goes from a dialog.
        data.WriteBoolean("inCard", !isDialog);
        data.WriteBoolean("inDialog", isDialog);
        data.WriteStartArray(Buttons);
        var inSight = Button.InSight(view);
        foreach (var button in view.Buttons)
            Write(data, view, button, target(view, button), inSight.Contains(button));
        data.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter data, View view, Button button, PressTarget shown, bool inSight)
    {
        var acts = !button.SendsText && shown == PressTarget.Card;
        data.WriteStartObject();
        data.WriteString("label", button.Label);
        data.WriteString("verb", button.Verb);
        data.WriteString("target", button.Target);
        data.WriteString("says", button.Says);
        data.WriteString("teamsStyle", StyleOf(view, button));
        data.WriteString("mode", inSight ? "primary" : "secondary");
        // What the client does with the inputs before it sends: `auto` validates them, `none` leaves them out.
        data.WriteString("inputs", button.Checks ? "auto" : "none");
        data.WriteBoolean("sendsText", button.SendsText);
        data.WriteBoolean("acts", acts);
        // To or from a dialog: only Action.Submit goes there.
        data.WriteBoolean("submits", !button.SendsText && !acts);
        data.WriteBoolean("opensDialog", shown == PressTarget.NewDialog);
        data.WriteEndObject();
    }

    private static string StyleOf(View view, Button button) =>
        button.Style == ButtonStyle.Main ? "positive"
        : Button.IsRed(view, button) ? "destructive"
        : "default";
}
