using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Chat.Turns;

/// <summary>What a request alone says of what has to be read for it.</summary>
internal static class TurnReads
{
    public static bool IsInPublic(Turn turn) => turn is { Request.Typed: not null, Conversation.Scope: not ConversationScope.Personal };

    /// <summary>It can change a case by right of a role.</summary>
    public static bool IsByRole(Request request) => request.Press is not { Automatic: true } && DecisionAuthority.Asks(request);

    public static bool MayDecide(Request request) => request is { Press.Automatic: false } and not Request.OnDraft;

    /// <summary>They list drafts, or begin one.</summary>
    public static bool MayListDrafts(Request request) =>
        request
            is Request.ShowMine
                or Request.ShowCase { Number: null, Press: null }
                or Request.StartDraft
                or Request.StartAnotherDraft
                or Request.StartElsewhere
                or Request.ChangeElsewhere
                or Request.ReuseAnswers
                or Request.StartReview
                or Request.ReportChange;
}
