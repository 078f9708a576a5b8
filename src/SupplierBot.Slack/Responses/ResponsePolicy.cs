using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Modals;

namespace SupplierBot.Slack.Responses;

/// <summary>
/// The one visible switch from a turn's answer to what Slack shows: by where the person is, and by what is to be seen. Pure.
/// </summary>
internal static class ResponsePolicy
{
    public static SlackResponse Of(SlackTurn asked, TurnAnswer answer) =>
        answer switch
        {
            // A person who may not do it has typed it all the same.
            TurnAnswer.Card { View: var view } when !asked.Turn.Actor.Member && asked.Origin is Origin.Modal modal => Refused(
                modal,
                view.Plain
            ),
            TurnAnswer.Card card => Card(asked, card),
            TurnAnswer.Words words => Plainly(asked.Origin, words.Text),
            TurnAnswer.Failed failed => Failed(asked.Origin, failed.Message),
            TurnAnswer.Nothing when asked.Origin is Origin.Modal { Submitted: true } => new SlackResponse.Closed(),
            _ => new SlackResponse.Nothing(),
        };

    private static SlackResponse Card(SlackTurn asked, TurnAnswer.Card card) =>
        asked.Origin switch
        {
            Origin.Message message => OnMessage(message, asked.Turn, card),
            Origin.Modal { Submitted: true } modal => Submitted(modal, asked.Turn, card),
            Origin.Modal => asked.Turn.Request is Request.ShowDetails || IsOnTop(asked.Turn.Request, card.View)
                ? new SlackResponse.Pushed(card.View)
                : new SlackResponse.Rewritten(card.View),
            Origin.Ephemeral when IsBesideACard(asked.Turn, card.View) => new SlackResponse.Ephemeral(card.View),
            Origin.Ephemeral when asked.Turn.Request is Request.ShowDetails => new SlackResponse.Opened(card.View),
            Origin.Ephemeral => IsModal(card.View) ? new SlackResponse.Opened(card.View) : new SlackResponse.Replaced(card.View),
            Origin.Command => IsModal(card.View) ? new SlackResponse.Opened(card.View) : new SlackResponse.Ephemeral(card.View),
            Origin.AppHome or Origin.Nothing => new SlackResponse.Opened(card.View),
            _ => new SlackResponse.Nothing(),
        };

    /// <summary>
    /// The message in a channel is everybody's and is changed by its slot alone; who may decide gets a modal, everybody else an answer that
    /// only they see. In the own chat a card is replaced by what it leads to, except that a form over a case, and a case opened from a
    /// list, has its modal.
    /// </summary>
    private static SlackResponse OnMessage(Origin.Message message, Turn turn, TurnAnswer.Card card) =>
        card.View switch
        {
            View.Form or View.Background => new SlackResponse.Opened(card.View),
            // A list about a case leaves the card of the case where it is.
            View.Entries { Stamp.Case: not null } => new SlackResponse.Opened(card.View),
            // Beside the card it is a part of.
            _ when turn.Request is Request.ShowDetails => new SlackResponse.Opened(card.View),
            View.Deciding { HasButtons: true } => new SlackResponse.Opened(card.View),
            View.Deciding { Problem: { Length: > 0 } why } => new SlackResponse.Ephemeral(PlainNotice.Of(why)),
            View.Deciding => new SlackResponse.Opened(card.View),
            _ when IsBesideACard(turn, card.View) => new SlackResponse.Ephemeral(card.View),
            View.Receipt or View.Decided when turn.Request.Press is { Stamp: { Case: null, Draft: null } } => new SlackResponse.Opened(
                card.View
            ),
            _ when message.Direct => new SlackResponse.Updated(card.View),
            View.Page or View.Summary => new SlackResponse.Opened(card.View),
            _ when card.ChangedCase => new SlackResponse.Nothing(),
            // No message shows it yet, and only who pressed may see it.
            _ when card.View.Buttons.Any(button => button.Verb == Verbs.Undo) => new SlackResponse.Ephemeral(card.View),
            View.Decided { Problem: { Length: > 0 } why } => new SlackResponse.Ephemeral(PlainNotice.Of(why)),
            View.Receipt { Problem: { Length: > 0 } why } => new SlackResponse.Ephemeral(PlainNotice.Of(why)),
            _ => new SlackResponse.Ephemeral(card.View),
        };

    /// <summary>
    /// A form over a case, and what there is to open; a form that a button of itself changed stays where it is, and so does a list whose
    /// rows lead to another page of it.
    /// </summary>
    private static bool IsOnTop(Request request, View view) =>
        view is View.Background
        || (view is View.Form && request.Press is { Stamp: { Case: not null, Page: null } })
        || (view is View.Entries && request is Request.ShowClauses { Press: { Target: "", Stamp.Page: null } });

    /// <summary>
    /// A person who is not done deciding goes on in the modal below: Slack stacks no more than three, and each yes that is refused would
    /// add one. What was decided is to be seen in the message it came from, what was sent in the receipt; a form that was opened alone says
    /// itself that it is done.
    /// </summary>
    private static SlackResponse Submitted(Origin.Modal modal, Turn turn, TurnAnswer.Card card) =>
        // The list that the form was opened from, as it is now.
        modal.Below
            is { } list
        && card.View is View.Entries { Stamp.Case: not null }
            ? new SlackResponse.Uncovered(list, card.View)
        : card.ChangedCase && Closes(modal, turn.Request) ? new SlackResponse.Closed()
        : IsSamePage(turn.Request, card.View) && ModalErrors.In(card.View, modal.Fields) is { Count: > 0 } mistakes
            ? new SlackResponse.Wrong(mistakes, card.View.Stamp.Version)
        : modal.Below is { } below && card.View is View.Deciding { HasButtons: true } ? new SlackResponse.Uncovered(below, card.View)
        : new SlackResponse.Rewritten(card.View);

    private static bool Closes(Origin.Modal modal, Request request) =>
        request.Press is not null
        && !IsOfList(request)
        && (request is Request.Submit or Request.Approve || (request is not Request.ResolveOpenPoint && modal.Below is not null));

    /// <summary>Its form stands on the list it was opened from, and goes back there or on to the next row.</summary>
    private static bool IsOfList(Request request) => request is Request.SettleClause or Request.CoverClauses or Request.AcceptClause;

    /// <summary>The modal shows what was sent from it, as it is: only then its fields are the ones that are wrong.</summary>
    private static bool IsSamePage(Request request, View view) =>
        (request, view) switch
        {
            (Request.AnswerPage { Press.Stamp: var stamp }, View.Page page) => page.Stamp.Draft == stamp.Draft
                && page.Stamp.Page == stamp.Page,
            ({ Press: { } press }, View.Form form) => form.Stamp == press.Stamp
                && form.Buttons.Any(button => button.Verb == press.Verb && button.Target == press.Target),
            (Request.Approve { Press.Stamp: var stamp }, View.Deciding deciding) => deciding.Stamp == stamp,
            (Request.StartElsewhere or Request.ChangeElsewhere, View.Form) => true,
            _ => false,
        };

    private static SlackResponse Plainly(Origin origin, string words) =>
        origin switch
        {
            Origin.Modal => new SlackResponse.Rewritten(PlainNotice.Of(words)),
            Origin.Ephemeral => new SlackResponse.Replaced(PlainNotice.Of(words)),
            Origin.AppHome => new SlackResponse.Opened(PlainNotice.Of(words)),
            Origin.Talk => new SlackResponse.Nothing(),
            _ => new SlackResponse.Ephemeral(PlainNotice.Of(words)),
        };

    private static SlackResponse Failed(Origin origin, string words) =>
        origin switch
        {
            Origin.Modal modal => Refused(modal, words),
            Origin.Nothing => new SlackResponse.Opened(PlainNotice.Of(words)),
            _ => Plainly(origin, words),
        };

    /// <summary>
    /// What was typed into a modal must not be lost because the storage hiccupped, or because nobody can say who typed it.
    /// </summary>
    private static SlackResponse Refused(Origin.Modal modal, string words) =>
        modal switch
        {
            { Submitted: true, Fields: [var first, ..] } => new SlackResponse.Wrong(
                new Dictionary<string, string> { [first] = words },
                null
            ),
            { Submitted: false, Fields: [_, ..] } => new SlackResponse.Alerted(PlainNotice.Of(words)),
            _ => new SlackResponse.Rewritten(PlainNotice.Of(words)),
        };

    /// <summary>
    /// Why nothing came of a button of a case or of a list of cases: the card stays, so that another button can be pressed.
    /// </summary>
    private static bool IsBesideACard(Turn turn, View view) =>
        view is View.Notice && (turn.Request.Press is { Stamp.Case: not null } || turn.Request is Request.OnCase { Press: not null });

    private static bool IsModal(View view) => view is View.Page or View.Summary or View.Form or View.Deciding or View.Background;
}
