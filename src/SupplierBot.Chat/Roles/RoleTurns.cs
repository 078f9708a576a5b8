using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Roles;

/// <summary>
/// Turns about roles and places: decided by <see cref="RoleCommands"/>, answered where everybody, or only the person who asked, may read
/// it.
/// </summary>
public sealed class RoleTurns(RoleCommands roles, WorkflowQueue queue, DeliveryMarkers markers, TurnResponder responder, Channels channels)
{
    public async Task<TurnAnswer> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var changesHolders = turn.Request is not (Request.ShowRoles or Request.ChangePlace);
        var answer = changesHolders
            ? await queue.InTurnAsync(() => roles.HandleAsync(turn, cancellation), cancellation)
            : await roles.HandleAsync(turn, cancellation);
        return answer is null
            ? new TurnAnswer.Failed(channels.WordingOf(turn.Conversation)["fault.try_again"])
            : await AnswerAsync(turn, answer, cancellation);
    }

    /// <summary>What is for the person alone goes into their own chat, and the channel hears where the answer is.</summary>
    private async Task<TurnAnswer> AnswerAsync(Turn turn, RoleCommandAnswer answer, CancellationToken cancellation)
    {
        if (ReferenceEquals(answer, RoleCommandAnswer.SaidBefore))
            return new TurnAnswer.Nothing();
        var told = answer.InOwnChat is { } own && await responder.TellInOwnChatAsync(turn, own);
        var said = await responder.SayAsync(turn, answer.Said ?? Notices.InOwnChat(told, channels.WordingOf(turn.Conversation)));
        return answer.Changed ? await markers.NoteAnsweredAsync(turn, said, null, cancellation) : said;
    }
}
