using SupplierBot.Chat.Files;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Sentences;

namespace SupplierBot.Chat.Turns;

/// <summary>
/// Reads what one request needs, and nothing else: the cost of a turn follows from this file. Twelve parts: one for each kind of thing that
/// is read.
/// </summary>
public sealed class TurnStateLoader(
    DraftStore drafts,
    OtherDrafts otherDrafts,
    CaseLoader caseLoader,
    MergeLoader merges,
    ListLoader lists,
    SentenceLoader sentences,
    ContextLoader contextLoader,
    ContextFactory contexts,
    PolicyStore policies,
    RoleAssignmentStore assignmentStore,
    FormFiles files,
    IndexRebuild index
)
{
    public async Task<LoadedState> LoadAsync(Turn turn, CancellationToken cancellation)
    {
        // One for the whole turn: another can come into force at any moment.
        var inForce = policies.Current;
        var unread = DamagedRows.Counting();
        // Read before anything else, so that who decides is who may now; all that follows is handed what was read.
        var guarded = TurnReads.IsByRole(turn.Request) ? await assignmentStore.GuardedAsync(turn.Actor.Id, cancellation) : null;
        if (guarded is null && TurnReads.MayDecide(turn.Request))
            await assignmentStore.NowAsync(cancellation);
        // What others read along shows nothing of a draft.
        var draft = TurnReads.IsInPublic(turn) ? null : await OpenDraftAsync(turn, cancellation);
        var others =
            TurnReads.MayListDrafts(turn.Request) && !TurnReads.IsInPublic(turn)
                ? await otherDrafts.OfAsync(turn.Actor.Id, cancellation)
                : [];
        var partial = await ReadAsync(new TurnState { Draft = draft?.Value.Draft, OtherDrafts = others }, inForce, turn, cancellation);
        partial = partial with { State = await files.WithFileAsync(partial.State, turn, cancellation) };
        // What begins again is judged by the rules of today.
        if (turn.Request is Request.StartReview or Request.ReportChange or Request.ChangeFromMessage or Request.ChangeElsewhere)
            partial = partial with { Case = null };
        var policy = partial.Case is null ? inForce : await policies.OfAsync(partial.Case.Value.PolicyHash, cancellation);
        var loaded = await contextLoader.LoadAsync(turn, partial, draft, policy, guarded, cancellation);
        foreach (var caseId in unread.Cases)
            await index.OfCaseAsync(caseId, cancellation);
        return loaded with { State = loaded.State with { Unread = unread.Rows } };
    }

    private Task<PartialState> ReadAsync(TurnState state, Policy inForce, Turn turn, CancellationToken cancellation) =>
        ReadAsync(state, AsAnswer(turn.Request, state.Draft, inForce), turn, cancellation);

    private Task<PartialState> ReadAsync(TurnState state, Request request, Turn turn, CancellationToken cancellation) =>
        request switch
        {
            Request.CanIUse or Request.SearchRegister or Request.ShowMine or Request.ShowPending => ListAsync(
                lists.PageAsync(state, turn.Request, turn.Actor, cancellation)
            ),
            Request.Installed => ListAsync(lists.WaitingForAsync(state, turn.Actor, cancellation)),
            Request.ShowPolicy { Topic: PolicyTopic.Changes } => ListAsync(WithPolicyBeforeAsync(state, cancellation)),
            Request.ShowPolicy => Task.FromResult(new PartialState(state)),
            Request.BrowseRegister browsed => ListAsync(lists.SearchAsync(state, browsed, cancellation)),
            Request.StartDraft named => ListAsync(lists.SameSupplierAsync(state, named, cancellation)),
            Request.MergeSuppliers asked => merges.LoadAsync(state, asked, cancellation),
            Request.UndoMerge asked => merges.LoadAsync(state, asked, cancellation),
            Request.StartElsewhere { Name: var name } => DraftAsync(state, name, null, turn, cancellation),
            Request.ChangeFromMessage pointed => PointedAsync(state, pointed.Message, turn, cancellation),
            Request.ChangeElsewhere reported => ReportedAsync(state, reported, turn, cancellation),
            Request.BackToDraft or Request.GoBack => DraftAsync(state, "", null, turn, cancellation),
            Request.Sentence or Request.CancelDraft { Press: null } => sentences.LoadAsync(state, request, turn, cancellation),
            Request.OnCase { Press: null, Number: { } name } named when NamedCases.IsName(name) => sentences.LoadAsync(
                state,
                named,
                turn,
                cancellation
            ),
            Request.OnCase { Press: null } typed => TypedAsync(state, typed, turn, cancellation),
            Request.OnCase { CaseId: { } id } => caseLoader.WithCaseAsync(state, id, turn, cancellation),
            { Press.Stamp.Draft: { } id } when id != state.Draft?.Id => caseLoader.WithSentAsync(state, id, turn, cancellation),
            { Press: { } press } => PressedAsync(state, press, turn, cancellation),
            // A name may be typed instead of filled in.
            Request.Unclear { Text: var text } when state.Draft?.Answers.Answered("name") == false => DraftAsync(
                state,
                SpokenName.Alone(text),
                null,
                turn,
                cancellation
            ),
            Request.Unclear when !IsOpen(state.Draft) => sentences.LoadAsync(state, request, turn, cancellation),
            { Typed: not null } => DraftAsync(state, "", null, turn, cancellation),
            _ => Task.FromResult(new PartialState(state)),
        };

    private static async Task<PartialState> ListAsync(Task<TurnState> listed) => new(await listed);

    private async Task<TurnState> WithPolicyBeforeAsync(TurnState state, CancellationToken cancellation) =>
        state with
        {
            PolicyBefore = await policies.BeforeAsync(cancellation),
        };

    private async Task<PartialState> TypedAsync(TurnState state, Request.OnCase typed, Turn turn, CancellationToken cancellation)
    {
        if (typed.Number is { } id)
            return await caseLoader.WithCaseAsync(state, id, turn, cancellation);
        if (typed is Request.Undo)
            return await caseLoader.WithUndoableAsync(state, turn, cancellation);
        var meant = typed switch
        {
            Request.Remind => OnlyOpen(state = await lists.OwnAsync(state, turn.Actor, cancellation)),
            // Several are listed; one alone is shown.
            Request.ShowCase => (state = await lists.PageAsync(state, new Request.ShowMine(), turn.Actor, cancellation)).Cases is [var only]
                ? only
                : null,
            Request.Withdraw => (state = await lists.OwnAsync(state, turn.Actor, cancellation)).Cases is [var newest, ..] ? newest : null,
            _ => null,
        };
        if (meant is not null)
            return await caseLoader.WithCaseAsync(state, meant.Id, turn, cancellation);
        return typed is Request.Remind or Request.ShowCase or Request.Withdraw
            ? new(state)
            : await DraftAsync(state, "", null, turn, cancellation);
    }

    /// <summary>The one that is open; of several one has to be named.</summary>
    private static CaseLine? OnlyOpen(TurnState listed) =>
        listed.Cases.Where(line => line.Status is CaseStatus.InReview or CaseStatus.InfoRequested).ToList() is [var only] ? only : null;

    /// <summary>The suppliers that a message names; where it is one for sure, with the case behind it.</summary>
    private async Task<PartialState> PointedAsync(TurnState state, string message, Turn turn, CancellationToken cancellation)
    {
        state = await lists.MentionedAsync(state, message, cancellation);
        return state.SameName is [{ CaseId.Length: > 0 } only]
            ? await caseLoader.WithCaseAsync(state, only.Id, turn, cancellation)
            : new(state);
    }

    private async Task<PartialState> ReportedAsync(
        TurnState state,
        Request.ChangeElsewhere reported,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var offered = $"{reported.Offered},{reported.Entry}".Split(',').Where(CaseNumbers.IsCaseOrEntry).Distinct();
        state = await lists.OfferedAsync(state, offered.Take(MessageChangeHandler.MostOffered), cancellation);
        return CaseNumbers.IsCaseOrEntry(reported.Entry)
            ? await caseLoader.WithCaseAsync(state, reported.Entry, turn, cancellation)
            : new(state);
    }

    private async Task<PartialState> PressedAsync(TurnState state, CardPress press, Turn turn, CancellationToken cancellation) =>
        await DraftAsync(
            await lists.WithRegisteredAsync(state, press, cancellation),
            press.Value("name"),
            press.Values.GetValueOrDefault("website"),
            turn,
            cancellation
        );

    private async Task<PartialState> DraftAsync(
        TurnState state,
        string typedName,
        string? typedWebsite,
        Turn turn,
        CancellationToken cancellation
    )
    {
        var partial = state.Draft?.EditsCase is { } id
            ? await caseLoader.WithCaseAsync(state, id, turn, cancellation)
            : await caseLoader.WithEndedAsync(state, cancellation);
        var name = typedName.Length > 0 ? typedName : state.Draft?.Answers.One("name") ?? "";
        var website = typedWebsite ?? state.Draft?.Answers.One("website") ?? "";
        return partial with { State = await lists.SameSupplierAsync(partial.State, name, website, cancellation) };
    }

    private bool IsOpen(Draft? draft) => draft is not null && DraftDecider.IsKept(draft, contexts.DraftsKept, contexts.Now);

    /// <summary>As the core will read it.</summary>
    private Request AsAnswer(Request request, Draft? draft, Policy inForce) =>
        draft is not null
        && request.Typed is { Explicit: false } words
        && IsOpen(draft)
        && DraftDecider.AwaitsText(draft, inForce, contexts.Today)
            ? words.IfAwaited with
            {
                Typed = words,
            }
            : request;

    /// <summary>The id of another draft than the one the person is at, where the request is about that one.</summary>
    private async Task<string?> OtherMeantAsync(Request request, Draft? current, PersonId person, CancellationToken cancellation)
    {
        if (request is Request.ReuseAnswers { CaseId: { } id })
            return current?.EditsCase == id || current?.FollowsCase == id
                ? null
                : (await otherDrafts.OfAsync(person, cancellation))
                    .FirstOrDefault(other => other.EditsCase == id || other.FollowsCase == id)
                    ?.Id;
        var meant = request switch
        {
            Request.ContinueDraft { Press: { } press } => press.Target,
            { Press: { Automatic: false, Stamp.Draft: { } stamped } } => stamped,
            _ => null,
        };
        return meant == current?.Id ? null : meant;
    }

    /// <summary>A draft whose case exists already was sent by a turn that died before it put the draft away.</summary>
    private async Task<Versioned<StoredDraft>?> OpenDraftAsync(Turn turn, CancellationToken cancellation)
    {
        var draft = await drafts.FindAsync(turn.Actor.Id, cancellation);
        if (await OtherMeantAsync(turn.Request, draft?.Value.Draft, turn.Actor.Id, cancellation) is { } other)
        {
            await otherDrafts.BringForwardAsync(turn.Actor.Id, other, draft, cancellation);
            draft = await drafts.FindAsync(turn.Actor.Id, cancellation);
        }
        if (
            draft is null
            || turn.Request is { Press: not null } and not Request.Submit
            || await caseLoader.SentAsync(draft.Value.Draft.Id, cancellation) is null
        )
            return draft;
        return await drafts.DeleteAsync(turn.Actor.Id, draft.ETag, cancellation)
            ? null
            : await drafts.FindAsync(turn.Actor.Id, cancellation);
    }
}
