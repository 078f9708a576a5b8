using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.BotFramework.Cards;

/// <summary>
/// Where the answer to a press is shown: in the place of the card, in a dialog that opens for it, or in the dialog the button is in.
/// </summary>
internal enum PressTarget
{
    Card,
    NewDialog,
    SameDialog,
}

/// <summary>
/// Whose client can put a card over the conversation gets forms there (PROTOCOL.md "Invokes"). What is sent from there is what the card
/// itself would send. Pure.
/// </summary>
internal static class TeamsDialogs
{
    /// <summary>
    /// Buttons that lead to a form open a dialog. Only on a review's own message: a dialog that closes leaves the card below it as it was,
    /// and that one is brought up to date by its slot.
    /// </summary>
    public static PressTarget Offered(View view, Button button) =>
        button.OpensForm && Slots.IsReview(view.Stamp.Slot ?? "") ? PressTarget.NewDialog : PressTarget.Card;

    /// <summary>In the dialog: the way back is to close it, and nothing can be said from there. It has a title of its own.</summary>
    public static View Inside(View view)
    {
        var inside = view with { Buttons = [.. view.Buttons.Where(button => !button.SendsText && button.Verb != Verbs.Back)] };
        return inside is View.Form form ? form with { Title = "" } : inside;
    }
}
