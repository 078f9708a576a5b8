using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Kit.Simulation;

/// <summary>What is in the table, read from outside: no replica, no fault, no store.</summary>
internal sealed class StoredRecords(ITable table, ChatSettings settings)
{
    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    public IReadOnlyList<Case> Cases() => [.. Prefixed("r-").Select(row => Rows.Read(row, StoredJson.Default.Case))];

    /// <summary>Often asked, so not over every case: the newest of theirs.</summary>
    public Case? CaseOf(PersonId requester) =>
        Prefixed(Keys.MinePrefix(requester)) is [var mine, ..]
        && Rows.Read(Get(Keys.Case(Rows.Read(mine, StoredJson.Default.CaseLine).Id))!, StoredJson.Default.Case) is var newest
        && !Slips.NeverSent(newest)
            ? newest
            : null;

    public StoredDraft? Draft(PersonId person) =>
        Get(Keys.Drafts(settings.OrganisationId, person), Keys.Draft) is { } row ? Rows.Read(row, StoredJson.Default.StoredDraft) : null;

    /// <summary>Every fact of cases and of roles, every announcement and every message.</summary>
    public IReadOnlyList<string> Done() =>
        [.. new[] { "a-", Keys.RolesEventPrefix, Keys.AnnouncementPrefix, "m-", "nm-" }.SelectMany(KeysOf)];

    /// <summary>Facts of all cases with what was said.</summary>
    public IReadOnlyList<AuditEvent> Facts() => [.. Prefixed("a-").Select(row => Rows.Read(row, StoredJson.Default.AuditEvent))];

    public IReadOnlyList<RegisterEntry> Entries() => [.. Prefixed("s-").Select(row => Rows.Read(row, StoredJson.Default.RegisterEntry))];

    public SlotState? Slot(string caseId, string slot, string target) =>
        Get(partition, Keys.Slot(caseId, slot, target)) is { } row ? Rows.Read(row, StoredJson.Default.SlotState) : null;

    public IReadOnlyList<SlotState> Slots() => [.. Prefixed("m-").Select(row => Rows.Read(row, StoredJson.Default.SlotState))];

    public Row? Get(string key) => Get(partition, key);

    public IReadOnlyList<string> KeysOf(string prefix) => [.. Prefixed(prefix).Select(row => row.Key)];

    public IReadOnlyList<Row> Prefixed(string prefix)
    {
        var rows = new List<Row>();
        for (var from = prefix; ; )
        {
            var page = table.ReadAsync(partition, from, Keys.After(prefix), 1000, CancellationToken.None).GetAwaiter().GetResult();
            rows.AddRange(page);
            if (page.Count < 1000)
                return rows;
            from = page[^1].Key + "!";
        }
    }

    public void Write(string where, params RowChange[] batch) =>
        Assert.IsType<CommitResult.Committed>(table.CommitAsync(where, batch, CancellationToken.None).GetAwaiter().GetResult());

    private Row? Get(string where, string key) => table.GetAsync(where, key, CancellationToken.None).GetAwaiter().GetResult();
}
