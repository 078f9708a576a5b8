using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Onboarding.Views;

/// <summary>The way to undo a press, on the card that the person who pressed sees: as long as they can.</summary>
internal static class UndoOffer
{
    /// <summary>What a card of every client shows (src/SupplierBot.BotFramework/PROTOCOL.md "Cards").</summary>
    private const int MostButtons = 6;

    /// <param name="current">The case as the card shows it.</param>
    public static View On(View view, Case current, Actor actor, Context context)
    {
        if (
            current.Undoable is not { } press
            || context.Now >= press.Until
            || view.Stamp.Case != current.Id
            || !context.Roles.Same(actor.Id, press.By.Id)
        )
            return view;
        var seconds = Seconds(press.Until, context);
        var words = context.Wording.Fill("undo.offer", ("n", seconds));
        var offered = view switch
        {
            View.Decided decided => decided with
            {
                Problem = Said(decided.Problem, view, words),
                ProblemKind = Kind(decided.Problem, view),
            },
            View.Receipt receipt => receipt with
            {
                Problem = Said(receipt.Problem, view, words),
                ProblemKind = Kind(receipt.Problem, view),
            },
            View.Deciding open => open with { Problem = Said(open.Problem, view, words), ProblemKind = Kind(open.Problem, view) },
            _ => view,
        };
        if (ReferenceEquals(offered, view))
            return view;
        var undo = new Button(context.Wording.Fill("button.undo", ("seconds", seconds)), Verbs.Undo, CaseTexts.Number(press.FirstEvent));
        return offered with { Buttons = [undo, .. view.Buttons.Take(MostButtons - 1)] };
    }

    /// <summary>That are left.</summary>
    internal static string Seconds(DateTimeOffset until, Context context) =>
        CaseTexts.Number((int)Math.Max(1, Math.Ceiling((until - context.Now).TotalSeconds)));

    /// <summary>What was refused is an error, and stays alone.</summary>
    private static string Said(string problem, View view, string words) =>
        problem.Length == 0 ? words
        : view.ProblemKind == NoticeKind.Error ? problem
        : $"{problem} {words}";

    /// <summary>A card that says nothing else says that it is done.</summary>
    private static NoticeKind Kind(string problem, View view) => problem.Length == 0 ? NoticeKind.Success : view.ProblemKind;
}
