namespace SupplierBot.Chat;

/// <summary>Lays on the desk what one input needs, and nothing else: the cost of a turn follows from this file.</summary>
public sealed class DeskLoader(DraftStore drafts, CaseStore cases, PolicyShelf policies, ConversationStore conversations, ChatSettings settings, Wording wording, TimeProvider time)
{
    private const int ListLength = 200;
    private const int SameTypeLength = 20;

    public async Task<LoadedDesk> LoadAsync(Turn turn, CancellationToken cancellation)
    {
        var draft = await OpenDraftAsync(turn, cancellation);
        var desk = new Desk { Draft = draft?.Value.Draft };
        var (filled, found) = turn.Input switch
        {
            Input.Pressed { Verb: "next_page", Target: var target } when CaseLists.ReadPage(target) is { Command: var text } => await WithCommandAsync(desk, Command.Parse(text), turn.Actor, cancellation),
            Input.Pressed press when !IsOfDraft(press) && CaseOf(press) is { } id => await WithCaseAsync(desk, id, cancellation),
            Input.Pressed { Stamp.Draft: { } id } when id != desk.Draft?.Id => await WithSentAsync(desk, id, cancellation),
            Input.Pressed press => await WithDraftAsync(desk, press.Value("name"), cancellation),
            Input.Said said => await WithCommandAsync(desk, Command.Parse(said.Text, settings.Calendar.Today(time.GetUtcNow()).Year), turn.Actor, cancellation),
            _ => (desk, null),
        };
        var sending = turn.Input is Input.Pressed { Verb: "submit" };
        return await LoadedAsync(turn, filled, draft, found, sending, cancellation);
    }

    /// <summary>The case a press is about: the one picked from a list or named by the button, else the one of the card.</summary>
    private static string? CaseOf(Input.Pressed press) =>
        CaseLists.IsCaseOrEntry(press.Target) ? press.Target : CaseLists.IsCaseOrEntry(press.Value(CaseLists.Pick)) ? press.Value(CaseLists.Pick) : press.Stamp.Case;

    /// <summary>What is sent with a draft's stamp is about the draft: a case named beside it must not bring its older policy along.</summary>
    private static bool IsOfDraft(Input.Pressed press) => press is { Stamp.Draft: not null, Verb: not "open" };

    /// <summary>A draft whose case exists already was sent by a turn that died before it put the draft away.</summary>
    private async Task<Versioned<StoredDraft>?> OpenDraftAsync(Turn turn, CancellationToken cancellation)
    {
        var draft = await drafts.FindAsync(turn.Actor.Id, cancellation);
        if (draft is null || turn.Input is Input.Pressed { Verb: not "submit" } || await cases.DoneOnAsync(Operations.Create(draft.Value.Draft.Id), cancellation) is null) return draft;
        return await drafts.DeleteAsync(turn.Actor.Id, draft.ETag, cancellation) ? null : await drafts.FindAsync(turn.Actor.Id, cancellation);
    }

    private async Task<(Desk, Versioned<Case>?)> WithCaseAsync(Desk desk, string id, CancellationToken cancellation)
    {
        var entry = id.StartsWith("SUP-", StringComparison.Ordinal) ? await cases.EntryAsync(id, cancellation) : null;
        var found = await cases.FindAsync(entry?.CaseId ?? id, cancellation);
        if (found is null) return (desk with { Entry = entry }, null);
        var current = found.Value;
        return (desk with
        {
            Case = current,
            Entry = entry ?? await cases.EntryAsync(current.EntryId, cancellation),
            Pending = [.. (await cases.OpenAsync(ListLength, cancellation)).Where(line => line.Id != current.Id)],
            SameType = [.. (await cases.OfTypeAsync(current.Assessment.Type, SameTypeLength, cancellation)).Where(other => other.Id != current.EntryId)],
        }, found);
    }

    /// <summary>A card of a draft that is gone: where it was sent, the case it became is what the person means.</summary>
    private async Task<(Desk, Versioned<Case>?)> WithSentAsync(Desk desk, string draftId, CancellationToken cancellation) =>
        await cases.DoneOnAsync(Operations.Create(draftId), cancellation) is { } caseId ? await WithCaseAsync(desk, caseId, cancellation) : (desk, null);

    private async Task<(Desk, Versioned<Case>?)> WithDraftAsync(Desk desk, string typedName, CancellationToken cancellation)
    {
        var (named, found) = desk.Draft?.EditsCase is { } id ? await WithCaseAsync(desk, id, cancellation) : (desk, null);
        var name = typedName.Length > 0 ? typedName : desk.Draft?.Answers.One("name") ?? "";
        return (await WithNameAsync(await WithEndedAsync(named, cancellation), name, cancellation), found);
    }

    /// <summary>A draft that takes up an ended case may take up its register line, too; it is judged by today's policy.</summary>
    private async Task<Desk> WithEndedAsync(Desk desk, CancellationToken cancellation) =>
        desk.Draft?.FollowsCase is { } ended && await cases.FindAsync(ended, cancellation) is { Value: var before }
            ? desk with { Entry = await cases.EntryAsync(before.EntryId, cancellation) }
            : desk;

    private async Task<(Desk, Versioned<Case>?)> WithCommandAsync(Desk desk, Command command, Actor actor, CancellationToken cancellation) => command switch
    {
        Command.New { Name: var name } => (await WithNameAsync(desk, name, cancellation), null),
        Command.CanIUse { Name: var name } => (await WithSimilarAsync(await WithNameAsync(desk, name, cancellation), name, cancellation), null),
        Command.Find { Text: var text } => (await WithSimilarAsync(desk, text, cancellation), null),
        Command.Status { Id: { } id } => await WithCaseAsync(desk, id, cancellation),
        Command.Withdraw { Id: { } id } => await WithCaseAsync(desk, id, cancellation),
        Command.Status or Command.Withdraw => await WithNewestAsync(desk, actor, cancellation),
        Command.Mine => (desk with { Cases = await cases.OfAsync(actor.Id, ListLength, cancellation) }, null),
        Command.Pending => (desk with { Cases = await cases.OpenAsync(ListLength, cancellation) }, null),
        // A name may be typed instead of filled in.
        Command.NotACommand { Text: var text } when desk.Draft?.Answers.Answered("name") == false => await WithDraftAsync(desk, text, cancellation),
        _ => await WithDraftAsync(desk, "", cancellation),
    };

    private async Task<(Desk, Versioned<Case>?)> WithNewestAsync(Desk desk, Actor actor, CancellationToken cancellation)
    {
        var own = await cases.OfAsync(actor.Id, ListLength, cancellation);
        var listed = desk with { Cases = own };
        return own is [var newest, ..] ? await WithCaseAsync(listed, newest.Id, cancellation) : (listed, null);
    }

    private async Task<Desk> WithSimilarAsync(Desk desk, string name, CancellationToken cancellation) =>
        desk with { Found = await cases.NamedAsync(name, exactly: false, ListLength, cancellation) };

    private async Task<Desk> WithNameAsync(Desk desk, string name, CancellationToken cancellation)
    {
        var same = await cases.NamedAsync(name, exactly: true, ListLength, cancellation);
        var pending = new List<CaseLine>();
        foreach (var entry in same.Where(entry => entry.Status == EntryStatus.Proposed && entry.CaseId != desk.Draft?.EditsCase))
        {
            if (await cases.FindAsync(entry.CaseId, cancellation) is { Value: { IsOpen: true } open }) pending.Add(CaseLine.Of(open, settings.Roles));
        }
        return desk with { SameName = same, Pending = pending };
    }

    private async Task<LoadedDesk> LoadedAsync(Turn turn, Desk desk, Versioned<StoredDraft>? draft, Versioned<Case>? found, bool sending, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var caseCounter = sending ? await cases.CounterAsync(Keys.CaseCounter(settings.Calendar.Today(now).Year), cancellation) : new("", 0, null);
        var entryCounter = sending ? await cases.CounterAsync(Keys.EntryCounter, cancellation) : new("", 0, null);
        if (sending && desk.Case is null) desk = desk with { Cases = await cases.OpenAsync(ListLength, cancellation) };
        var queue = desk.Case is { } current ? desk.Pending.Count(line => line.DueAt < current.DueAt) : 0;
        var namesOwner = turn.Input is Input.Pressed press && press.Values.ContainsKey("owner");
        var people = sending || namesOwner ? await conversations.PeopleAsync(cancellation) : [];
        var context = new Context(
            now, settings.Calendar, settings.Roles, wording, settings.OrganisationName, Ids.New(),
            CaseStore.CaseId(settings.Calendar.Today(now).Year, caseCounter.Next), CaseStore.EntryId(entryCounter.Next), queue)
        { People = people };
        var policy = found is null ? policies.Current : await policies.OfAsync(found.Value.PolicyHash, cancellation);
        return new(desk, draft, found, policy, context, caseCounter, entryCounter);
    }
}

public sealed record LoadedDesk(Desk Desk, Versioned<StoredDraft>? Draft, Versioned<Case>? Case, Policy Policy, Context Context, Counter CaseCounter, Counter EntryCounter);
