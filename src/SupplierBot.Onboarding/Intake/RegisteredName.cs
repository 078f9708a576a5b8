using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Onboarding.Intake;

/// <summary>
/// "new", and the name is on the register, or is like one that is: the person hears of it before a draft is made. Whoever means another
/// says so with a button.
/// </summary>
internal static class RegisteredName
{
    private const int LongestName = 60;

    /// <returns>Null where nothing is in the way of a draft.</returns>
    public static View? Notice(string name, TurnState state, Actor actor, Policy policy, Context context)
    {
        if (name.Length == 0)
            return null;
        var draft = DraftDecider.Begun(DraftDecider.Named(name, policy, Answers.Empty), state, actor, policy, context);
        if (DuplicateCheck.Notice(draft.Draft, state, actor, policy, context) is View.Notice known)
        {
            var isSame = state.SameName.Count > 0;
            return known with
            {
                Stamp = CardStamp.None,
                Lines = [.. known.Lines.SkipLast(1), new LabelledText(context.Wording[isSame ? "talk.same_use" : "talk.is_it_this"])],
                Buttons =
                [
                    .. known.Buttons.SkipLast(1),
                    new(
                        context.Wording[isSame ? "button.another_use" : "talk.start_other_button"],
                        Verbs.Say,
                        Says: NewSupplier.Saying(name, anyway: true)
                    ),
                    new(context.Wording["talk.cancel_button"], Verbs.Say, Says: "never mind"),
                ],
            };
        }
        return state.SameName.Count == 0 && state.Found is [var near, ..] ? Near(near.Supplier, name, context) : null;
    }

    /// <summary>A slip of the keyboard away from a name on the register.</summary>
    private static View.Notice Near(string supplier, string name, Context context)
    {
        var words = context.Wording.Fill("talk.near", ("supplier", Texts.Clip(supplier, LongestName)));
        return new("", [new LabelledText(words)])
        {
            Plain = Texts.Clip(words, 120),
            Buttons =
            [
                new(
                    context.Wording["talk.show_it_button"],
                    Verbs.Say,
                    Says: RequestReader.Saying("can I use", supplier),
                    Style: ButtonStyle.Main
                ),
                new(context.Wording["talk.start_other_button"], Verbs.Say, Says: NewSupplier.Saying(name, anyway: true)),
                new(context.Wording["talk.cancel_button"], Verbs.Say, Says: "never mind"),
            ],
        };
    }
}
