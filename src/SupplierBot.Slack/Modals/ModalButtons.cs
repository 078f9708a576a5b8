using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;

namespace SupplierBot.Slack.Modals;

/// <summary>
/// Which buttons of a card become those of the modal itself (PROTOCOL.md "Modals and App Home"): its main one sends it, the one that stops
/// closes it, and the way back from a form over a case is to close it. Pure.
/// </summary>
/// <param name="Sends">Null where nothing is sent.</param>
/// <param name="Closes">Null where the card has no button for it.</param>
/// <param name="Left">Stay among the blocks; none is the main one any more.</param>
internal sealed record ModalButtons(Button? Sends, Button? Closes, IReadOnlyList<Button> Left)
{
    public static ModalButtons Of(View view)
    {
        var closes = view.Buttons.FirstOrDefault(button => !button.SendsText && button.Verb == Verbs.Cancel);
        var others = view.Buttons.Where(button => !ReferenceEquals(button, closes)).ToList();
        var sends = others.Find(IsMain) ?? (SlackParts.Fields(view).Count > 0 ? others.Find(IsWayOn) : null);
        return new(sends, closes, [.. others.Where(button => !ReferenceEquals(button, sends) && !LeadsBack(button, view)).Select(Plain)]);
    }

    private static bool IsMain(Button button) => button.Style == ButtonStyle.Main;

    /// <summary>Of a form whose only way on is a dangerous one.</summary>
    private static bool IsWayOn(Button button) => !button.SendsText && button.Verb != Verbs.Back;

    /// <summary>From a page of the intake it is a way of its own.</summary>
    private static bool LeadsBack(Button button, View view) => !button.SendsText && button.Verb == Verbs.Back && view.Stamp.Draft is null;

    private static Button Plain(Button button) => IsMain(button) ? button with { Style = ButtonStyle.Plain } : button;
}
