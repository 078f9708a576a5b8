using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Sentences;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Reads what a sentence, or a name in the place of a number, is answered from. Nine parts: the five kinds of rows, the case they lead to,
/// who may read what, what was missed before, and what day it is.
/// </summary>
public sealed class SentenceLoader(
    CaseStore cases,
    CaseQueue queue,
    RegisterSearch register,
    RecordLoader records,
    SupplierNameLoader names,
    CaseLoader caseLoader,
    RoleAssignmentStore assignments,
    MissedTurns missed,
    ContextFactory contexts
)
{
    private const int MostOwn = 50;
    private const int MostEntries = 200;

    internal async Task<PartialState> LoadAsync(TurnState state, Request said, Turn turn, CancellationToken cancellation)
    {
        var needs = NeedsOf(said);
        var about = AboutOf(said);
        state = state with { MissedBefore = missed.Missed(turn) };
        if (MayAnswer(said) || needs.HasFlag(SentenceNeeds.OwnRequests))
            state = state with { Cases = await cases.OfAsync(turn.Actor.Id, MostOwn, cancellation) };
        if (MayAnswer(said) && WaitingIn(state) is [var asked])
            return await caseLoader.WithCaseAsync(state, asked.Id, turn, cancellation);
        if (needs.HasFlag(SentenceNeeds.Register) && about.Length > 0 && !CaseNumbers.IsWhole(about))
            state = await names.LoadAsync(state, about, cancellation);
        if (said is Request.FindForPurpose(var purpose))
            state = await names.ForPurposeAsync(state, purpose, cancellation);
        if (said is Request.FindAlternatives)
            state = await names.AlternativesOnceAsync(state, cancellation);
        if (needs.HasFlag(SentenceNeeds.WholeRegister))
            state = state with { Register = await register.SearchAsync("", 0, MostEntries, MostEntries, cancellation) };
        var roles = (await assignments.RecentAsync(cancellation)).Roles;
        state = await ListAsync(state, said, roles.ReadsEverything(turn.Actor.Id), cancellation);
        if (needs.HasFlag(SentenceNeeds.Waiting) && roles.ReadsEverything(turn.Actor.Id))
            state = state with { Pending = await queue.FirstAsync(contexts.Now, turn.Actor.Id, Context.MostInQueue + 1, cancellation) };
        return SentenceTargets.Of(said, state, line => roles.Same(line.Requester.Id, turn.Actor.Id)) is { } id
            ? await WithCaseAsync(state, id, turn, cancellation)
            : new(state);
    }

    private Task<TurnState> ListAsync(TurnState state, Request said, bool readsEverything, CancellationToken cancellation) =>
        said switch
        {
            Request.ListRegister { Unread.Length: 0 } listed => records.PageAsync(state, listed, cancellation),
            Request.ListIncidents listed when readsEverything => records.IncidentsAsync(state, listed, cancellation),
            Request.ListPolicyReaders when readsEverything => records.ReadersAsync(state, cancellation),
            _ => Task.FromResult(state),
        };

    /// <summary>What waits next for a reviewer is not what waits for who asked.</summary>
    private async Task<PartialState> WithCaseAsync(TurnState state, string id, Turn turn, CancellationToken cancellation)
    {
        var partial = await caseLoader.WithCaseAsync(state, id, turn, cancellation);
        return partial with { State = partial.State with { Pending = state.Pending } };
    }

    private static IReadOnlyList<CaseLine> WaitingIn(TurnState state) =>
        [.. state.Cases.Where(line => line.Status == CaseStatus.InfoRequested)];

    /// <summary>It may be the answer to a reviewer's question.</summary>
    private static bool MayAnswer(Request said) =>
        said is Request.Unclear or Request.Sentence && said.Typed is { Explicit: false, IfAwaited: Request.Unclear };

    private static SentenceNeeds NeedsOf(Request said) =>
        said switch
        {
            Request.Sentence sentence => sentence.Needs,
            Request.Unclear(var text) when NameAlone.MayBe(text) => SentenceNeeds.Register | SentenceNeeds.Waiting,
            Request.Unclear => SentenceNeeds.Waiting,
            Request.CancelDraft => SentenceNeeds.OwnRequests,
            Request.ReviewCase or Request.AssignCase or Request.ChangeTier => SentenceNeeds.Waiting | SentenceNeeds.Register,
            _ => SentenceNeeds.OwnRequests | SentenceNeeds.Register | SentenceNeeds.Waiting,
        };

    private static string AboutOf(Request said) =>
        said switch
        {
            Request.Sentence sentence => sentence.About,
            Request.Unclear(var text) => text,
            Request.OnCase { Number: { } name } => name,
            _ => "",
        };
}
