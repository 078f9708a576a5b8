using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Delivery;

/// <summary>
/// The <c>deliveries</c> command: admins see what was set aside and may have it tried again. It is about messages, not about cases, so that
/// the core knows nothing of it.
/// </summary>
public sealed class DeadLetterCommands(
    DeadLetterStore deadLetters,
    SlotStore slots,
    ConversationStore conversations,
    RoleAssignmentStore assignmentStore,
    ChatSettings settings,
    ContextFactory contexts,
    ILogger<DeadLetterCommands> log
)
{
    private const int Most = 200;

    public async Task<View> ListAsync(Turn turn, CancellationToken cancellation) =>
        IsAdmin(turn.Actor)
            ? DeadLetterCard.Show(await LinesAsync(cancellation), "", Context(turn))
            : DeadLetterCard.NotForYou(Context(turn));

    public async Task<View> RetryAsync(Turn turn, Request.RetryUndelivered asked, CancellationToken cancellation)
    {
        if (!IsAdmin(turn.Actor))
        {
            Log.TurnRefused(log, turn.Id, "deliveries.admins_only");
            return DeadLetterCard.NotForYou(Context(turn));
        }
        if (asked.Key is "")
            return DeadLetterCard.NothingChosen(await LinesAsync(cancellation), Context(turn));
        var again = 0;
        foreach (var one in await deadLetters.ListAsync(Most, cancellation))
        {
            if (
                (asked.Key is { } picked && one.Key != picked) || !await deadLetters.RetryAsync(one, cancellation, IdempotencyKeys.Of(turn))
            )
                continue;
            Log.TriedAgain(log, one.Undelivered.Item.CaseId, one.Undelivered.Item.SlotId, turn.Actor.Id);
            again++;
        }
        return DeadLetterCard.Retried(again, await LinesAsync(cancellation), Context(turn));
    }

    private async Task<IReadOnlyList<DeadLetterLine>> LinesAsync(CancellationToken cancellation)
    {
        var lines = new List<DeadLetterLine>();
        foreach (var one in await deadLetters.ListAsync(Most, cancellation))
        {
            var item = one.Undelivered.Item;
            // A later version of the case was delivered: the next sweep sees that and forgets the row.
            if (await slots.SlotAsync(item, cancellation) is { Value.ShownVersion: var shown } && shown >= item.WantVersion)
                await deadLetters.RetryAsync(one, cancellation);
            else
                lines.Add(
                    new(
                        one.Key,
                        item.CaseId,
                        item.SlotId,
                        await NameAsync(item.Target, cancellation),
                        one.Undelivered.Reason,
                        one.Undelivered.At,
                        item.Attempts
                    )
                );
        }
        return lines;
    }

    private async Task<string?> NameAsync(string target, CancellationToken cancellation) =>
        Keys.IsPlace(target)
            ? ""
            : (await conversations.FindAsync(target, cancellation))?.Person?.Name
                ?? (await assignmentStore.RecentAsync(cancellation))
                    .Roles.Holders.Values.SelectMany(holders => holders)
                    .FirstOrDefault(holder => Keys.Person(holder.Id) == target)
                    ?.Name;

    private bool IsAdmin(Actor actor) => settings.Roles.Admins.Any(admin => admin.Id == actor.Id);

    private Context Context(Turn turn) => contexts.Create(settings.Roles, turn.Conversation);
}
