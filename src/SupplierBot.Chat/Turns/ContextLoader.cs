using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Time, people, roles and numbers: what a decision may depend on beside the case and the policy. Seven parts, because a context is exactly
/// what these know of one moment.
/// </summary>
public sealed class ContextLoader(
    CaseStore cases,
    ConversationStore conversations,
    RoleAssignmentStore assignmentStore,
    AccountCheck accounts,
    Mentions mentions,
    ContextFactory contexts,
    ChatSettings settings
)
{
    private const int MostPeople = 1_000;

    internal async Task<LoadedState> LoadAsync(
        Turn turn,
        PartialState partial,
        Versioned<StoredDraft>? draft,
        Policy policy,
        GuardedRoleDirectory? guarded,
        CancellationToken cancellation
    )
    {
        var (state, found, entryETag, otherETag) = partial;
        var (now, sending) = (contexts.Now, turn.Request is Request.Submit);
        var caseCounter = sending
            ? await cases.CounterAsync(Keys.CaseCounter(settings.Calendar.Today(now).Year), cancellation)
            : new("", 0, null);
        var entryCounter = sending ? await cases.CounterAsync(Keys.EntryCounter, cancellation) : new("", 0, null);
        if (sending && state.Case is null)
            state = state with { Cases = await cases.OpenAsync(Context.MostInQueue + 1, cancellation) };
        var before =
            state.Case is { } current && ReadsReceipt(current, turn.Actor.Id) ? await cases.QueueBeforeAsync(current, cancellation) : 0;
        var owner = OwnerNamed(turn, sending ? state.Draft : null);
        var people =
            owner is null
            && turn.Request is not (Request.NameOwner or Request.ChangeOwner)
            && turn.Request.Typed is not { Mentions.Count: > 0 }
            && turn.Request.Press is not { People.Count: > 0 }
                ? []
                : await conversations.PeopleAsync(MostPeople, cancellation);
        var directory = guarded?.Directory ?? await assignmentStore.RecentAsync(cancellation);
        var (roles, unclear) = await accounts.JoinAsync(turn, found?.Value, directory.Roles, cancellation);
        if (sending && state.Case is null && settings.FairUse is not null)
            state = state with { Own = await OwnAsync(roles.AccountsOf(turn.Actor.Id), cancellation) };
        if (owner is not null)
            roles = await accounts.JoinNamedAsync(owner, people, roles, cancellation);
        directory = directory with { Roles = roles };
        var context = contexts.Create(directory.Roles, turn.Conversation) with
        {
            Now = now,
            NewId = Ids.New(),
            Numbers = sending
                ? new(CaseStore.CaseId(settings.Calendar.Today(now).Year, caseCounter.Next), CaseStore.EntryId(entryCounter.Next))
                : null,
            Queue = before,
            People = [.. people.Select(known => known.Person)],
            PersonRecords = KnownPerson.Records(people),
            Mentions = await mentions.OfAsync(turn, people, cancellation),
            Unclear = unclear,
            FairUse = settings.FairUse,
        };
        return new(state, draft, found, policy, context, directory, caseCounter, entryCounter)
        {
            EntryETag = entryETag,
            OtherETag = otherETag,
            RolesGuard = guarded?.Guard,
        };
    }

    /// <summary>Of one person, whichever of their accounts sent them.</summary>
    private async Task<IReadOnlyList<CaseLine>> OwnAsync(IReadOnlyList<PersonId> ids, CancellationToken cancellation)
    {
        var own = new List<CaseLine>();
        foreach (var id in ids)
            own.AddRange(await cases.OfAsync(id, FairUse.MostRead, cancellation));
        return own;
    }

    /// <summary>Only a receipt that nobody decided on says how many are before it.</summary>
    private static bool ReadsReceipt(Case current, PersonId person) =>
        current is { IsOpen: true, Approvals.Count: 0 } && (person == current.Requester.Id || person == current.Owner.Id);

    /// <summary>Who may be meant is read only where somebody is named, on the card or in the draft that is sent.</summary>
    private static string? OwnerNamed(Turn turn, Draft? sent) =>
        turn.Request.Press?.Value("owner") is { Length: > 0 } typed ? typed
        : sent?.Answers.One("owner") is { Length: > 0 } named ? named
        : null;
}
