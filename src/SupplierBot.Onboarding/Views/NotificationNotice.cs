using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>One message to one person about a case: a title, a sentence and buttons, all named after one key of the wording.</summary>
internal static class NotificationNotice
{
    private const int LongestSupplier = 60;
    private const int LongestPlain = 120;

    public static View.Notice Create(
        Case current,
        string slot,
        Context context,
        string key,
        IReadOnlyList<Button> buttons,
        params ReadOnlySpan<(string Name, string Value)> holes
    )
    {
        (string, string)[] all = [("supplier", current.Supplier), ("id", current.Id), .. holes];
        return new(
            context.Wording.Fill($"{key}_title", all),
            [new LabelledText(context.Wording.Fill(key, all))],
            context.Wording.Fill("told.small", ("id", current.Id))
        )
        {
            Plain = Plain(current, context, $"{key}_title", all),
            Stamp = CardStamp.OfCase(current.Id, slot, current.ContentVersion),
            Buttons = buttons,
        };
    }

    /// <summary>What was closed or rejected can be asked for again by the person who asked for it.</summary>
    public static IReadOnlyList<Button> AskAgain(Case current, Person to, Context context) =>
        to.Id == current.Requester.Id
            ?
            [
                new(
                    context.Wording[current.ReviewOrigin is null ? "button.ask_again" : "button.review_again"],
                    Verbs.Edit,
                    Style: ButtonStyle.Main
                ),
            ]
            : [];

    /// <summary>For the list of conversations and for screen readers: the supplier's name is cut, so that the sentence is not.</summary>
    public static string Plain(Case current, Context context, string key, params ReadOnlySpan<(string Name, string Value)> holes) =>
        Texts.Clip(context.Wording.Fill(key, [("supplier", Texts.Clip(current.Supplier, LongestSupplier)), .. holes]), LongestPlain);
}
