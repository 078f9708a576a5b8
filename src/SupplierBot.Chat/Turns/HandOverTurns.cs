using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// All that somebody owns gets another owner: each line by a decision of its own, as if its owner had been changed alone. What was changed
/// before a crash stays so, and the rest is there to be handed over again.
/// </summary>
public sealed class HandOverTurns(
    RegisterReader register,
    DecisionLoop decisions,
    WorkflowQueue queue,
    ConversationStore conversations,
    RoleAssignmentStore assignments,
    ContextFactory contexts
)
{
    /// <summary>More are not looked for by name; an id always works.</summary>
    private const int MostPeople = 10_000;

    public async Task<View> HandleAsync(Turn turn, Request.HandOver asked, CancellationToken cancellation)
    {
        var people = await conversations.PeopleAsync(MostPeople, cancellation);
        var context = contexts.Create((await assignments.NowAsync(cancellation)).Roles, turn.Conversation) with
        {
            People = [.. people.Select(known => known.Person)],
            PersonRecords = KnownPerson.Records(people),
        };
        IReadOnlyList<RegisterEntry> owned = HandOver.MayAsk(turn.Actor, context)
            ? await register.OfAsync(owner => HandOver.MayMean(asked.From, owner), cancellation)
            : [];
        return HandOver.Of(asked, owned, turn.Actor, context) switch
        {
            HandOverPlan.Change change => await ChangeAsync(turn, change, context, cancellation),
            HandOverPlan.Say said => said.Answer,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<View> ChangeAsync(Turn turn, HandOverPlan.Change change, Context context, CancellationToken cancellation)
    {
        var now = change.Entries.Take(HandOver.MostAtOnce).ToList();
        var left = new List<string>();
        foreach (var entry in now)
        {
            var one = turn with
            {
                Id = $"{turn.Id}-{entry.Id}",
                Request = RequestReader.Typed($"owner {entry.Id} to {change.To.Id.Value}"),
            };
            var decided = await queue.InTurnAsync<Decided>(async () => await decisions.DecideAsync(one, cancellation), cancellation);
            if (decided is not (Decided.Before or Decided.Now { Outcome: { Case: not null } or { Line: not null } }))
                left.Add(entry.Id);
        }
        return HandOver.Done(change.To, now.Count - left.Count, left, change.Entries.Count - now.Count, context);
    }
}
