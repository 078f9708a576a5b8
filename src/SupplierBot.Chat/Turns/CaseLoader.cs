using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register.Providers;
using SupplierBot.Onboarding.Requests;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Reads a case with everything that is decided or shown beside it. Ten parts, one for each thing that is read, and the time.
/// </summary>
public sealed class CaseLoader(
    CaseStore cases,
    CaseQueue queue,
    RegisterSearch register,
    NamesIndex names,
    DependencyIndex dependencies,
    EarlierCaseStore earlier,
    RoleAssignmentStore assignmentStore,
    PolicyStore policies,
    UndoStore undos,
    ContextFactory contexts
)
{
    private const int SameTypeNamed = 3;
    private const int MostNext = 10;

    /// <summary>Entries of another name that somebody gives.</summary>
    private const int MostServices = 50;

    /// <summary>For what no turn is behind: time alone.</summary>
    internal async Task<LoadedState> AsItIsAsync(Versioned<Case> found, CancellationToken cancellation)
    {
        var directory = await assignmentStore.RecentAsync(cancellation);
        var context = contexts.Create(directory.Roles, to: null) with { NewId = Ids.New() };
        var entry = await cases.VersionedEntryAsync(found.Value.EntryId, cancellation);
        var state = new TurnState { Case = found.Value, Entry = entry?.Value };
        var policy = await policies.OfAsync(found.Value.PolicyHash, cancellation);
        return new(state, null, found, policy, context, directory, new("", 0, null), new("", 0, null)) { EntryETag = entry?.ETag };
    }

    /// <param name="id">Of a case, or of a register entry: then the case behind it.</param>
    internal async Task<PartialState> WithCaseAsync(TurnState state, string id, Turn turn, CancellationToken cancellation)
    {
        var entry = id.StartsWith("SUP-", StringComparison.Ordinal) ? await cases.VersionedEntryAsync(id, cancellation) : null;
        var found = await cases.FindAsync(entry?.Value.CaseId ?? id, cancellation);
        if (found is null)
            return new(state with { Entry = entry?.Value }, null, entry?.ETag);
        var current = found.Value;
        entry ??= await cases.VersionedEntryAsync(current.EntryId, cancellation);
        var before = current.ReviewOrigin is { } origin ? (await cases.FindAsync(origin.Of, cancellation))?.Value : null;
        var beside = state with
        {
            Case = current,
            Entry = entry?.Value,
            Before = before,
            Undo = await undos.FindAsync(current, cancellation),
            Concentration = MayBeCritical(turn.Request, current) ? await DependsAsync(current, cancellation) : Concentration.None,
        };
        // A name that another supplier has is refused.
        if (NameIn(turn.Request) is { Length: > 0 } other)
            beside = beside with { SameName = (await names.KnownAsAsync(other, MostServices, cancellation)).Entries };
        var forReviewer = current.IsOpen && turn.Actor.Id != current.Requester.Id;
        return new(forReviewer ? await ForReviewersAsync(beside, current, turn, cancellation) : beside, found, entry?.ETag);
    }

    private static string? NameIn(Request request) =>
        request switch
        {
            Request.AddAlias(var name) => name,
            Request.RenameSupplier(var name) => name,
            _ => null,
        };

    private static bool MayBeCritical(Request request, Case current) =>
        request switch
        {
            Request.Approve or Request.ApproveWithConditions => current is { IsOpen: true, Assessment.Tier: Tier.Critical },
            Request.ChangeTier => current.IsApproved,
            _ => false,
        };

    /// <summary>Contract points and documents stand on cards of their own, and nothing else is shown there.</summary>
    private static bool IsOfAgreements(Request request) =>
        request
            is Request.ShowClauses
                or Request.SettleClause
                or Request.CoverClauses
                or Request.AcceptClause
                or Request.ShowEvidence
                or Request.AddEvidence
                or Request.CheckEvidence
                or Request.OpenEvidence
                or Request.RecordContract;

    private Task<Concentration> DependsAsync(Case current, CancellationToken cancellation) =>
        dependencies.OfAsync(current.Supplier, Dependencies.Of(current.Answers), cancellation);

    /// <summary>
    /// Suppliers of the same kind and earlier cases of the same one, for who decides; and what waits next, for who is deciding now.
    /// </summary>
    private async Task<TurnState> ForReviewersAsync(TurnState state, Case current, Turn turn, CancellationToken cancellation)
    {
        if (!(await assignmentStore.RecentAsync(cancellation)).Roles.ReadsEverything(turn.Actor.Id))
            return state;
        var (named, more) = await register.SameTypeAsync(current.Assessment.Type, current.EntryId, SameTypeNamed, cancellation);
        var next = turn.Request is Request.Approve or Request.ApproveWithConditions or Request.Reject
            ? await queue.NextAsync(MostNext, cancellation)
            : [];
        var (known, others) = await earlier.OfAsync(current, cancellation);
        return state with
        {
            Concentration =
                ReferenceEquals(state.Concentration, Concentration.None) && !IsOfAgreements(turn.Request)
                    ? await DependsAsync(current, cancellation)
                    : state.Concentration,
            SameType = named,
            SameTypeMore = more,
            Earlier = known,
            EarlierMore = others,
            Pending = [.. next.Where(line => line.Id != current.Id)],
        };
    }

    /// <summary>The case on which this person pressed last.</summary>
    internal async Task<PartialState> WithUndoableAsync(TurnState state, Turn turn, CancellationToken cancellation) =>
        await undos.NewestAsync(turn.Actor.Id, cancellation) is { } id ? await WithCaseAsync(state, id, turn, cancellation) : new(state);

    /// <summary>The case a draft became; null where it was not sent.</summary>
    internal Task<string?> SentAsync(string draftId, CancellationToken cancellation) =>
        cases.DoneOnAsync(OperationKeys.Create(draftId), cancellation);

    /// <summary>A card of a draft that is gone: where it was sent, the case it became is what the person means.</summary>
    internal async Task<PartialState> WithSentAsync(TurnState state, string draftId, Turn turn, CancellationToken cancellation) =>
        await SentAsync(draftId, cancellation) is { } caseId ? await WithCaseAsync(state, caseId, turn, cancellation) : new(state);

    /// <summary>A draft that takes up an ended case may take up its register entry, too; it is judged by today's policy.</summary>
    internal async Task<PartialState> WithEndedAsync(TurnState state, CancellationToken cancellation)
    {
        if (state.Draft?.OfEntry is { } unassessed)
        {
            var found = await cases.VersionedEntryAsync(unassessed, cancellation);
            return new(state with { Entry = found?.Value }, null, found?.ETag);
        }
        if (state.Draft?.FollowsCase is not { } ended || await cases.FindAsync(ended, cancellation) is not { Value: var before })
            return new(state);
        var entry = await cases.VersionedEntryAsync(before.EntryId, cancellation);
        return new(state with { Entry = entry?.Value, Before = before }, null, entry?.ETag);
    }
}
