using SupplierBot.Onboarding.Notifications;

namespace SupplierBot.Onboarding.Views;

/// <summary>The same views where a client can put a card over the conversation. What is sent from there is what the card itself would send.</summary>
public static class Dialogs
{
    /// <summary>
    /// Buttons that lead to a form open a dialog. Only on a review's own message: a dialog that closes leaves the card below it as it was,
    /// and that one is brought up to date by its slot.
    /// </summary>
    public static View Offered(View view) => Slots.IsReview(view.Stamp.Slot ?? "")
        ? view with { Buttons = [.. view.Buttons.Select(button => button.OpensForm ? button with { Way = ButtonWay.OpensDialog } : button)] }
        : view;

    /// <summary>In the dialog: the way back is to close it, and nothing can be said from there.</summary>
    public static View Inside(View view)
    {
        var inside = view with { Buttons = [.. view.Buttons.Where(button => button.Acts && button.Verb != "back").Select(button => button with { Way = ButtonWay.InDialog })] };
        return inside is View.Form form ? form with { Title = "" } : inside;
    }
}
