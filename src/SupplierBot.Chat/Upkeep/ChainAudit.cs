namespace SupplierBot.Chat;

/// <summary>Walks the chain of facts of every case, and that of roles and places (facts/teams-and-tables.md §6.1). Reads only; one case is in memory at a time.</summary>
public sealed class ChainAudit(ITable table, ChatSettings settings)
{
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <param name="found">Called for each broken case, in the order of their numbers.</param>
    public async Task<Audited> RunAsync(Action<BrokenCase> found, CancellationToken cancellation)
    {
        var audited = new Audited(0, 0, 0);
        await foreach (var rows in table.CasesAsync(partition, cancellation))
        {
            var broken = FirstBreak(rows) is null ? null : await AgainAsync(rows.Id, cancellation);
            if (broken is not null) found(new(rows.Id, broken));
            audited = new(audited.Cases + 1, audited.Facts + rows.Facts.Count, audited.Broken + (broken is null ? 0 : 1));
        }
        var (facts, link) = await RolesAsync(cancellation);
        if (link is not null) found(new(RoleBook.Name, link));
        return audited with { Facts = audited.Facts + facts, Broken = audited.Broken + (link is null ? 0 : 1) };
    }

    private async Task<(int Facts, BrokenLink? Broken)> RolesAsync(CancellationToken cancellation)
    {
        var facts = new List<ChainedFact>();
        try
        {
            // Facts after the head: what was committed in between is one too many, and read again.
            for (var tries = 0; ; tries++)
            {
                facts.Clear();
                var book = (await RoleBookStore.ReadAsync(table, settings, cancellation))?.Value ?? RoleBook.Empty;
                await foreach (var row in table.PrefixAsync(partition, Keys.RolesFactPrefix, cancellation)) facts.Add(CaseStore.ReadFact(row));
                if (BrokenLink.FirstOf(book, facts) is var broken && (broken is null || tries == 3)) return (facts.Count, broken);
            }
        }
        catch (UnreadableRowException fault)
        {
            return (facts.Count, BrokenLink.FirstOf(facts, RoleBook.Name) ?? new(facts.Count + 1, fault.Message));
        }
    }

    /// <summary>Heads and facts are read one after the other: what was committed in between looks like a break and is none.</summary>
    private async Task<BrokenLink?> AgainAsync(string caseId, CancellationToken cancellation) => FirstBreak(await table.CaseAsync(partition, caseId, cancellation));

    internal static BrokenLink? FirstBreak(CaseRows rows)
    {
        if (rows.Head is null) return new(1, $"there is no case {rows.Id}; rows kept of it: {rows.Facts.Count + rows.Slots.Count}");
        var facts = new List<ChainedFact>(rows.Facts.Count);
        try
        {
            var kept = Rows.Read(rows.Head, StoredJson.Default.Case);
            if (kept.Id != rows.Id) return new(1, $"row {rows.Head.Key} holds the case {kept.Id}");
            foreach (var row in rows.Facts)
            {
                var fact = CaseStore.ReadFact(row);
                if (row.Key != Keys.Fact(rows.Id, fact.Sequence)) return BrokenLink.FirstOf(facts, rows.Id) ?? new(facts.Count + 1, $"row {row.Key} holds fact {fact.Sequence}");
                facts.Add(fact);
            }
            return BrokenLink.FirstOf(kept, facts);
        }
        catch (UnreadableRowException fault)
        {
            return BrokenLink.FirstOf(facts, rows.Id) ?? new(facts.Count + 1, fault.Message);
        }
    }
}

/// <summary>What an audit went through.</summary>
public sealed record Audited(long Cases, long Facts, long Broken);

public sealed record BrokenCase(string CaseId, BrokenLink Link)
{
    /// <summary>"REQ-2026-0007, fact 3: its bytes have the hash …".</summary>
    public override string ToString() => $"{CaseId}, fact {Link.Fact}: {Link.Words}";
}
