using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Turns;

/// <summary>Lays on the desk what one input needs, and nothing else: the cost of a turn follows from this file.</summary>
public sealed class TurnStateLoader(DraftStore drafts, CaseStore cases, CaseQueue queue, RegisterSearch register, EarlierCaseStore earlier, ListLoader lists, PolicyStore policies, ConversationStore conversations, RoleAssignmentStore assignmentStore, AccountCheck accounts, Mentions mentions, IndexRebuild index, ClockCheck clock, ContextFactory contexts, ChatSettings settings, TimeProvider time)
{
    private const int SameTypeNamed = 3;
    private const int MostNext = 10;
    private const int MostPeople = 1_000;
    /// <summary>Nobody's answers are forgotten by a clock that jumped.</summary>
    private static readonly TimeSpan WhileDoubted = TimeSpan.FromDays(36_500);
    private static readonly string[] DecidingVerbs = ["approve", "approve_conditions", "reject"];

    public async Task<LoadedState> LoadAsync(Turn turn, CancellationToken cancellation)
    {
        var unread = DamagedRows.Counting();
        // Read before anything else, so that who decides is who may now; all that follows is handed what was read.
        var guarded = IsByRole(turn.Input) ? await assignmentStore.GuardedAsync(turn.Actor.Id, cancellation) : null;
        if (guarded is null && Decides(turn.Input)) await assignmentStore.NowAsync(cancellation);
        var draft = await OpenDraftAsync(turn, cancellation);
        var state = new TurnState { Draft = draft?.Value.Draft };
        var laid = turn.Input switch
        {
            Input.Pressed { Verb: "next_page", Target: var target } when CaseLists.ReadPage(target) is { From: var from, Command: var text } => new(await lists.PageAsync(state, Command.Parse(text), from, turn.Actor, cancellation)),
            Input.Pressed press when !IsOfDraft(press) && CaseOf(press) is { } id => await WithCaseAsync(state, id, turn, cancellation),
            Input.Pressed { Stamp.Draft: { } id } when id != state.Draft?.Id => await WithSentAsync(state, id, turn, cancellation),
            Input.Pressed press => await WithDraftAsync(state, press.Value("name"), press.Values.GetValueOrDefault("website"), turn, cancellation),
            Input.Said said => await WithCommandAsync(state, Read(said, state.Draft), turn, cancellation),
            Input.Searched searched => new(await lists.SearchAsync(state, searched, cancellation)),
            Input.Requested { Name: var name } => await WithDraftAsync(state, name, null, turn, cancellation),
            _ => new PartialState(state),
        };
        // What is begun anew is judged by the rules of today.
        if (Renews(turn.Input)) laid = laid with { Case = null };
        var sending = turn.Input is Input.Pressed { Verb: "submit" };
        var loaded = await LoadedAsync(turn, laid, draft, sending, guarded, cancellation);
        foreach (var caseId in unread.Cases) await index.OfCaseAsync(caseId, cancellation);
        return loaded with { State = loaded.State with { Unread = unread.Rows } };
    }

    /// <summary>It can change a case by right of a role.</summary>
    private static bool IsByRole(Input input) => input switch
    {
        Input.Pressed press => Decides(press) && DecisionAuthority.Asks(press.Verb),
        Input.Said { Text: var text } => Command.Parse(text) is Command.Assign,
        _ => false,
    };

    private TimeSpan DraftsKept => clock.Believed ? settings.Retention.Drafts : WhileDoubted;

    /// <summary>As the core will read it.</summary>
    private Command Read(Input.Said said, Draft? draft)
    {
        var (now, today) = (time.GetUtcNow(), settings.Calendar.Today(time.GetUtcNow()));
        return Command.Parse(said, today.Year, draft is not null && DraftDecider.IsKept(draft, DraftsKept, now) && DraftDecider.AwaitsText(draft, policies.Current, today));
    }

    private static bool Decides(Input input) => input is Input.Pressed { Automatic: false } press && !IsOfDraft(press);

    /// <summary>The case a press is about: the one picked from a list or named by the button, else the one of the card.</summary>
    internal static string? CaseOf(Input.Pressed press) =>
        CaseLists.IsCaseOrEntry(press.Target) ? press.Target : CaseLists.IsCaseOrEntry(press.Value(CaseLists.Pick)) ? press.Value(CaseLists.Pick) : press.Stamp.Case;

    /// <summary>What is sent with a draft's stamp is about the draft: a case named beside it must not bring its older policy along.</summary>
    private static bool IsOfDraft(Input.Pressed press) => press is { Stamp.Draft: not null, Verb: not "open" };

    /// <summary>A draft whose case exists already was sent by a turn that died before it put the draft away.</summary>
    private async Task<Versioned<StoredDraft>?> OpenDraftAsync(Turn turn, CancellationToken cancellation)
    {
        var draft = await drafts.FindAsync(turn.Actor.Id, cancellation);
        if (draft is null || turn.Input is Input.Pressed { Verb: not "submit" } || await cases.DoneOnAsync(OperationKeys.Create(draft.Value.Draft.Id), cancellation) is null) return draft;
        return await drafts.DeleteAsync(turn.Actor.Id, draft.ETag, cancellation) ? null : await drafts.FindAsync(turn.Actor.Id, cancellation);
    }

    private async Task<PartialState> WithCaseAsync(TurnState state, string id, Turn turn, CancellationToken cancellation)
    {
        var entry = id.StartsWith("SUP-", StringComparison.Ordinal) ? await cases.VersionedEntryAsync(id, cancellation) : null;
        var found = await cases.FindAsync(entry?.Value.CaseId ?? id, cancellation);
        if (found is null) return new(state with { Entry = entry?.Value });
        var current = found.Value;
        entry ??= await cases.VersionedEntryAsync(current.EntryId, cancellation);
        var beside = state with { Case = current, Entry = entry?.Value, Before = current.ReviewOrigin is { } origin ? (await cases.FindAsync(origin.Of, cancellation))?.Value : null };
        return new(current.IsOpen && turn.Actor.Id != current.Requester.Id ? await ForReviewersAsync(beside, current, turn, cancellation) : beside, found, entry?.ETag);
    }

    /// <summary>Suppliers of the same kind and earlier cases of the same one, for who decides; and what waits next, for who is deciding now.</summary>
    private async Task<TurnState> ForReviewersAsync(TurnState state, Case current, Turn turn, CancellationToken cancellation)
    {
        if (!(await assignmentStore.RecentAsync(cancellation)).Roles.ReadsEverything(turn.Actor.Id)) return state;
        var (named, more) = await register.SameTypeAsync(current.Assessment.Type, current.EntryId, SameTypeNamed, cancellation);
        var next = turn.Input is Input.Pressed press && DecidingVerbs.Contains(press.Verb) ? await queue.NextAsync(MostNext, cancellation) : [];
        var (known, others) = await earlier.OfAsync(current, cancellation);
        return state with { SameType = named, SameTypeMore = more, Earlier = known, EarlierMore = others, Pending = [.. next.Where(line => line.Id != current.Id)] };
    }

    /// <summary>A card of a draft that is gone: where it was sent, the case it became is what the person means.</summary>
    private async Task<PartialState> WithSentAsync(TurnState state, string draftId, Turn turn, CancellationToken cancellation) =>
        await cases.DoneOnAsync(OperationKeys.Create(draftId), cancellation) is { } caseId ? await WithCaseAsync(state, caseId, turn, cancellation) : new(state);

    private async Task<PartialState> WithDraftAsync(TurnState state, string typedName, string? typedWebsite, Turn turn, CancellationToken cancellation)
    {
        var laid = state.Draft?.EditsCase is { } id ? await WithCaseAsync(state, id, turn, cancellation) : await WithEndedAsync(new(state), cancellation);
        var name = typedName.Length > 0 ? typedName : state.Draft?.Answers.One("name") ?? "";
        var website = typedWebsite ?? state.Draft?.Answers.One("website") ?? "";
        return laid with { State = await lists.SameSupplierAsync(laid.State, name, website, cancellation) };
    }

    /// <summary>A draft that takes up an ended case may take up its register line, too; it is judged by today's policy.</summary>
    private async Task<PartialState> WithEndedAsync(PartialState laid, CancellationToken cancellation)
    {
        if (laid.State.Draft?.FollowsCase is not { } ended || await cases.FindAsync(ended, cancellation) is not { Value: var before }) return laid;
        var entry = await cases.VersionedEntryAsync(before.EntryId, cancellation);
        return laid with { State = laid.State with { Entry = entry?.Value, Before = before }, EntryETag = entry?.ETag };
    }

    private async Task<PartialState> WithCommandAsync(TurnState state, Command command, Turn turn, CancellationToken cancellation) => command switch
    {
        Command.New named => new(await lists.SameSupplierAsync(state, named, cancellation)),
        Command.Assign { Id: var id } => await WithCaseAsync(state, id, turn, cancellation),
        Command.OfEntry { Verb: "remind", Id: null } => await WithOpenAsync(await lists.OwnAsync(state, turn.Actor, cancellation), turn, cancellation),
        Command.OfEntry { Id: { } id } => await WithCaseAsync(state, id, turn, cancellation),
        Command.Status { Id: { } id } => await WithCaseAsync(state, id, turn, cancellation),
        Command.Withdraw { Id: { } id } => await WithCaseAsync(state, id, turn, cancellation),
        Command.Status => await WithOnlyAsync(await lists.PageAsync(state, new Command.Mine(), 0, turn.Actor, cancellation), turn, cancellation),
        Command.Withdraw => await WithNewestAsync(await lists.OwnAsync(state, turn.Actor, cancellation), turn, cancellation),
        Command.CanIUse or Command.Find or Command.Mine or Command.Pending => new(await lists.PageAsync(state, command, 0, turn.Actor, cancellation)),
        // A name may be typed instead of filled in.
        Command.NotACommand { Text: var text } when state.Draft?.Answers.Answered("name") == false => await WithDraftAsync(state, SpokenName.Alone(text), null, turn, cancellation),
        _ => await WithDraftAsync(state, "", null, turn, cancellation),
    };

    /// <summary>Several are listed; one alone is shown.</summary>
    private async Task<PartialState> WithOnlyAsync(TurnState listed, Turn turn, CancellationToken cancellation) =>
        listed.Cases is [var only] ? await WithCaseAsync(listed, only.Id, turn, cancellation) : new(listed);

    /// <summary>The one that is open; of several one has to be named.</summary>
    private async Task<PartialState> WithOpenAsync(TurnState listed, Turn turn, CancellationToken cancellation) =>
        listed.Cases.Where(line => line.Status is CaseStatus.InReview or CaseStatus.InfoRequested).ToList() is [var only] ? await WithCaseAsync(listed, only.Id, turn, cancellation) : new(listed);

    private async Task<PartialState> WithNewestAsync(TurnState listed, Turn turn, CancellationToken cancellation) =>
        listed.Cases is [var newest, ..] ? await WithCaseAsync(listed, newest.Id, turn, cancellation) : new(listed);

    private async Task<LoadedState> LoadedAsync(Turn turn, PartialState laid, Versioned<StoredDraft>? draft, bool sending, GuardedRoleDirectory? guarded, CancellationToken cancellation)
    {
        var (state, found, entryETag) = laid;
        var now = time.GetUtcNow();
        var caseCounter = sending ? await cases.CounterAsync(Keys.CaseCounter(settings.Calendar.Today(now).Year), cancellation) : new("", 0, null);
        var entryCounter = sending ? await cases.CounterAsync(Keys.EntryCounter, cancellation) : new("", 0, null);
        if (sending && state.Case is null) state = state with { Cases = await cases.OpenAsync(Context.MostInQueue + 1, cancellation) };
        var before = state.Case is { } current && ReadsReceipt(current, turn.Actor.Id) ? await cases.QueueBeforeAsync(current, cancellation) : 0;
        var owner = OwnerNamed(turn, sending ? state.Draft : null);
        var people = owner is null && turn.Input is not Input.Said { Mentions.Count: > 0 } ? [] : await conversations.PeopleAsync(MostPeople, cancellation);
        var directory = guarded?.Directory ?? await assignmentStore.RecentAsync(cancellation);
        var (roles, unclear) = await accounts.JoinAsync(turn, found?.Value, directory.Roles, cancellation);
        if (sending && state.Case is null && settings.FairUse is not null) state = state with { Own = await OwnAsync(roles.AccountsOf(turn.Actor.Id), cancellation) };
        if (owner is not null) roles = await accounts.JoinNamedAsync(owner, people, roles, cancellation);
        directory = directory with { Roles = roles };
        var context = contexts.Create(directory.Roles) with
        {
            Now = now,
            NewId = Ids.New(),
            Numbers = sending ? new(CaseStore.CaseId(settings.Calendar.Today(now).Year, caseCounter.Next), CaseStore.EntryId(entryCounter.Next)) : null,
            Queue = before,
            People = [.. people.Select(known => known.Person)],
            PersonRecords = KnownPerson.Records(people),
            Mentions = await mentions.OfAsync(turn, people, cancellation),
            Unclear = unclear,
            FairUse = settings.FairUse,
            DraftsKept = DraftsKept,
        };
        var policy = found is null ? policies.Current : await policies.OfAsync(found.Value.PolicyHash, cancellation);
        return new(state, draft, found, policy, context, directory, caseCounter, entryCounter) { EntryETag = entryETag, RolesGuard = guarded?.Guard };
    }

    /// <summary>Of one person, whichever of their accounts sent them.</summary>
    private async Task<IReadOnlyList<CaseLine>> OwnAsync(IReadOnlyList<PersonId> ids, CancellationToken cancellation)
    {
        var own = new List<CaseLine>();
        foreach (var id in ids) own.AddRange(await cases.OfAsync(id, FairUse.MostRead, cancellation));
        return own;
    }

    private static bool Renews(Input input) => input switch
    {
        Input.Pressed { Verb: "renew" or "changed" } => true,
        Input.Said { Text: var text } => Command.Parse(text) is Command.OfEntry { Verb: "renew" or "changed" },
        _ => false,
    };

    /// <summary>Only a receipt that nobody decided on says how many are before it.</summary>
    private static bool ReadsReceipt(Case current, PersonId person) => current is { IsOpen: true, Approvals.Count: 0 } && (person == current.Requester.Id || person == current.Owner.Id);

    /// <summary>Who may be meant is read only where somebody is named, on the card or in the draft that is sent.</summary>
    private static string? OwnerNamed(Turn turn, Draft? sent) =>
        turn.Input is Input.Pressed press && press.Value("owner") is { Length: > 0 } typed ? typed : sent?.Answers.One("owner") is { Length: > 0 } named ? named : null;
}

/// <summary>What was read for one input.</summary>
/// <param name="EntryETag">Of the register line on the desk.</param>
internal sealed record PartialState(TurnState State, Versioned<Case>? Case = null, string? EntryETag = null);

public sealed record LoadedState(TurnState State, Versioned<StoredDraft>? Draft, Versioned<Case>? Case, Policy Policy, Context Context, RoleDirectory Directory, Counter CaseCounter, Counter EntryCounter)
{
    /// <summary>Of the register line on the desk: two cases can write it, the one that is approved and the one that reviews it.</summary>
    public string? EntryETag { get; init; }
    /// <summary>Read before the roles on the desk; null where nothing is done by right of one.</summary>
    public RolesGuard? RolesGuard { get; init; }
}
