using SupplierBot.Chat;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Conversations.Kit.Delivery;

/// <summary>What a bot that is not running has kept, read through the product's own stores.</summary>
internal sealed class StoredState : IAsyncDisposable
{
    private const string Organisation = "local";
    private const int Most = 1000;
    private static readonly ChatSettings Settings = new(
        Organisation,
        "",
        new(TimeZoneInfo.Utc, new HashSet<DayOfWeek>(Enum.GetValues<DayOfWeek>()), new HashSet<DateOnly>(), new(new(9, 0), new(17, 0))),
        new(new Dictionary<string, IReadOnlyList<Person>>(), []),
        new Dictionary<string, IReadOnlyList<string>>()
    );

    private readonly ITable table;
    private readonly CaseStore cases;

    private StoredState(ITable table) => (this.table, cases) = (table, new(table, Settings));

    /// <summary>The bot has ended, well or badly.</summary>
    public static StoredState By(BotProcess bot) => new(SqliteTable.Open(Path.Combine(bot.Folder, "data", "supplierbot.db")));

    /// <summary>Of any number of bots, running or not.</summary>
    public static StoredState InAccount(string connectionString, string table) =>
        new(AzureTable.At(new AzureAccount.ByConnectionString(connectionString), table));

    public async Task<IReadOnlyList<Case>> CasesAsync() =>
        [.. (await RowsAsync("r-")).Select(row => Rows.Read(row, StoredJson.Default.Case))];

    public async Task<IReadOnlyList<SlotState>> SlotsAsync() =>
        [.. (await RowsAsync("m-")).Select(row => Rows.Read(row, StoredJson.Default.SlotState))];

    public async Task<IReadOnlyList<OutboxItem>> OutboxAsync() =>
        [.. (await RowsAsync("o-")).Select(row => Rows.Read(row, StoredJson.Default.OutboxItem))];

    public async Task<IReadOnlyList<string>> KeysAsync(string prefix) => [.. (await RowsAsync(prefix)).Select(row => row.Key)];

    /// <summary>As if it had been so before.</summary>
    public Task WriteAsync(Row row) => table.CommitAsync(Keys.Workflow(Organisation), [new RowChange.Put(row)], CancellationToken.None);

    public Task<IReadOnlyList<Row>> UndeliveredAsync() => RowsAsync("x-");

    public Task<IReadOnlyList<ChainedEvent>> FactsAsync(string caseId) => cases.EventsAsync(caseId, CancellationToken.None);

    public async Task<Draft?> DraftOfAsync(Employee employee) =>
        await table.GetAsync(Keys.Drafts(Organisation, new($"teams:{employee.ObjectId:D}")), Keys.Draft, CancellationToken.None) is { } row
            ? Rows.Read(row, StoredJson.Default.StoredDraft).Draft
            : null;

    /// <summary>The decisions of a case as its chain has them: who, what.</summary>
    public async Task<IReadOnlyList<AuditEvent>> DecisionsAsync(Case current) =>
        [
            .. (await cases.EventsAsync(current.Id, CancellationToken.None))
                .Select(auditEvent => auditEvent.Event)
                .Where(auditEvent =>
                    auditEvent.Kind is AuditEventKind.Approved or AuditEventKind.ApprovedWithConditions or AuditEventKind.Rejected
                ),
        ];

    /// <summary>
    /// Exactly one case and one line of the register for each request, with the answers that were ticked; chains, indexes and counters
    /// agree.
    /// </summary>
    public async Task HoldsExactlyAsync(IReadOnlyList<EmployeeRequest> requests)
    {
        var all = await CasesAsync();
        var year = all.Count == 0 ? 0 : all[0].SubmittedAt.Year;
        Assert.Equal(
            Enumerable.Range(1, requests.Count).Select(number => CaseStore.CaseId(year, number)),
            all.Select(one => one.Id).Order()
        );
        Assert.Equal(
            Enumerable.Range(1, requests.Count).Select(number => CaseStore.EntryId(number)),
            (await RowsAsync("s-")).Select(row => row.Key[2..]).Order()
        );
        Assert.Equal(requests.Count, (await RowsAsync("k-create-")).Count);
        Assert.Equal(requests.Count + 1, (await cases.CounterAsync(Keys.CaseCounter(year), CancellationToken.None)).Next);
        Assert.Equal(requests.Count + 1, (await cases.CounterAsync(Keys.EntryCounter, CancellationToken.None)).Next);
        Assert.Equal(
            all.Where(one => one.IsOpen).Select(one => one.Id).Order(),
            (await cases.OpenAsync(Most, CancellationToken.None)).Select(line => line.Id).Order()
        );
        foreach (var request in requests)
        {
            var mine = Assert.Single(all, one => one.Supplier == request.Supplier.Name);
            Assert.Equal(request.CaseId, mine.Id);
            Assert.Equal(mine.Id, Assert.Single(await cases.OfAsync(mine.Requester.Id, Most, CancellationToken.None)).Id);
            Assert.Equal(mine.Id, (await cases.EntryAsync(mine.EntryId, CancellationToken.None))?.CaseId);
            Assert.Null(await DraftOfAsync(request.Employee));
            AnswersAreAsTicked(mine.Answers, request);
            var events = await cases.EventsAsync(mine.Id, CancellationToken.None);
            Assert.True(HashChain.Verify(events));
            Assert.Equal((mine.EventCount, mine.ChainHead), (events.Count, events[^1].Hash));
        }
    }

    public static void AnswersAreAsTicked(Answers answers, EmployeeRequest request)
    {
        Assert.Equal(request.Ticked.Keys.Order(), answers.Ids.Order());
        foreach (var (id, value) in request.Ticked)
            Assert.Equal(value, string.Join(',', answers.Picked(id)));
    }

    public ValueTask DisposeAsync() => table is IAsyncDisposable file ? file.DisposeAsync() : ValueTask.CompletedTask;

    private async Task<IReadOnlyList<Row>> RowsAsync(string prefix)
    {
        var rows = new List<Row>();
        for (
            var from = prefix;
            await table.ReadAsync(Keys.Workflow(Organisation), from, Keys.After(prefix), Most, CancellationToken.None)
                is { Count: > 0 } page;
            from = Keys.Following(page[^1].Key)
        )
            rows.AddRange(page);
        return rows;
    }
}
