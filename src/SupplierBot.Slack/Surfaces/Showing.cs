using SupplierBot.Chat;
using SupplierBot.Onboarding;

namespace SupplierBot.Slack;

/// <summary>The one visible switch from a turn's answer to what Slack shows: by where the person is, and by what is to be seen. Pure.</summary>
internal static class Showing
{
    public static Shown Of(Asked asked, TurnAnswer answer) => answer switch
    {
        // Whoever may not do it still has typed it.
        TurnAnswer.Card { View: { } view } when !asked.Turn.Actor.Member && asked.Surface is Surface.Window window => Refused(window, view.Plain),
        TurnAnswer.Card card => Card(asked, card),
        TurnAnswer.Words words => Plainly(asked.Surface, words.Text),
        TurnAnswer.Failed failed => Failed(asked.Surface, failed.Message),
        TurnAnswer.Nothing when asked.Surface is Surface.Window { Submitted: true } => new Shown.Closed(),
        _ => new Shown.Nothing(),
    };

    private static Shown Card(Asked asked, TurnAnswer.Card card) => asked.Surface switch
    {
        Surface.Message message => OnMessage(message, asked.Turn, card),
        Surface.Window { Submitted: true } window => Submitted(window, asked.Turn, card),
        Surface.Window => card.View is View.Form && asked.Turn.Input is Input.Pressed { Stamp.Case: not null } ? new Shown.Pushed(card.Rendered) : new Shown.Rewritten(card.Rendered),
        Surface.Whisper => IsWindow(card.View) ? new Shown.Opened(card.Rendered) : new Shown.Replaced(card.Rendered),
        Surface.Command => IsWindow(card.View) ? new Shown.Opened(card.Rendered) : new Shown.Whispered(card.Rendered),
        Surface.Home or Surface.Nothing => new Shown.Opened(card.Rendered),
        _ => new Shown.Nothing(),
    };

    /// <summary>
    /// The message in a channel is everybody's and is changed by its slot alone; who may decide gets a window, everybody else an answer that only
    /// they see. In the own chat a card is replaced by what it leads to, except that a form over a case, and a case opened from a list, has its window.
    /// </summary>
    private static Shown OnMessage(Surface.Message message, Turn turn, TurnAnswer.Card card) => card.View switch
    {
        View.Form => new Shown.Opened(card.Rendered),
        View.Deciding { HasButtons: true } => new Shown.Opened(card.Rendered),
        View.Deciding { Problem: { Length: > 0 } why } => new Shown.Whispered(Plain.Card(why)),
        View.Deciding => new Shown.Opened(card.Rendered),
        View.Notice when turn.Input is Input.Pressed { Stamp.Case: not null } => new Shown.Whispered(card.Rendered),
        View.Receipt or View.Decided when turn.Input is Input.Pressed { Stamp: { Case: null, Draft: null } } => new Shown.Opened(card.Rendered),
        _ when message.Direct => new Shown.Updated(card.Rendered),
        View.Page or View.Summary => new Shown.Opened(card.Rendered),
        _ when card.ChangedCase => new Shown.Nothing(),
        View.Decided { Problem: { Length: > 0 } why } => new Shown.Whispered(Plain.Card(why)),
        View.Receipt { Problem: { Length: > 0 } why } => new Shown.Whispered(Plain.Card(why)),
        _ => new Shown.Whispered(card.Rendered),
    };

    /// <summary>
    /// Whoever is not done deciding goes on in the window below: Slack stacks no more than three, and each yes that is refused would add one. What
    /// was decided is to be seen in the message it came from, what was sent in the receipt; a form that was opened alone says itself that it is done.
    /// </summary>
    private static Shown Submitted(Surface.Window window, Turn turn, TurnAnswer.Card card) =>
        card.ChangedCase && turn.Input is Input.Pressed { Verb: var verb } && (verb == "submit" || (verb != "settle" && window.Below is not null)) ? new Shown.Closed()
        : IsSamePage(turn.Input, card.View) && Mistakes.In(card.View!, window.Fields) is { Count: > 0 } mistakes ? new Shown.Wrong(mistakes, card.View!.Stamp.Version)
        : window.Below is { } below && card.View is View.Deciding { HasButtons: true } ? new Shown.Uncovered(below, card.Rendered)
        : new Shown.Rewritten(card.Rendered);

    /// <summary>The window shows what was sent from it, as it is: only then its fields are the ones that are wrong.</summary>
    private static bool IsSamePage(Input input, View? view) => (input, view) switch
    {
        (Input.Pressed { Verb: "answer", Stamp: var stamp }, View.Page page) => page.Stamp.Draft == stamp.Draft && page.Stamp.Page == stamp.Page,
        (Input.Pressed press, View.Form form) => form.Stamp == press.Stamp && form.Buttons.Any(button => button.Verb == press.Verb && button.Target == press.Target),
        (Input.Requested, View.Form) => true,
        _ => false,
    };

    private static Shown Plainly(Surface surface, string words) => surface switch
    {
        Surface.Window => new Shown.Rewritten(Plain.Card(words)),
        Surface.Whisper => new Shown.Replaced(Plain.Card(words)),
        Surface.Home => new Shown.Opened(Plain.Card(words)),
        Surface.Talk => new Shown.Nothing(),
        _ => new Shown.Whispered(Plain.Card(words)),
    };

    private static Shown Failed(Surface surface, string words) => surface switch
    {
        Surface.Window window => Refused(window, words),
        Surface.Nothing => new Shown.Opened(Plain.Card(words)),
        _ => Plainly(surface, words),
    };

    /// <summary>What was typed into a window must not be lost because the storage hiccupped, or because nobody can say who typed it.</summary>
    private static Shown Refused(Surface.Window window, string words) => window switch
    {
        { Submitted: true, Fields: [var first, ..] } => new Shown.Wrong(new Dictionary<string, string> { [first] = words }, null),
        { Submitted: false, Fields: [_, ..] } => new Shown.Alerted(Plain.Card(words)),
        _ => new Shown.Rewritten(Plain.Card(words)),
    };

    private static bool IsWindow(View? view) => view is View.Page or View.Summary or View.Form or View.Deciding;
}
