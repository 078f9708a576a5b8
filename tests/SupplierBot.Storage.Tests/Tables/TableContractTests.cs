using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tests.Tables;

/// <summary>What every implementation of the port promises. A subclass opens an empty table; each test has its own.</summary>
public abstract partial class TableContractTests : IAsyncLifetime
{
    protected const string Partition = "org-contoso";

    protected ITable Table { get; private set; } = null!;

    protected abstract ValueTask<ITable> OpenAsync();
    protected abstract ValueTask CloseAsync();

    public async ValueTask InitializeAsync() => Table = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected static Row Row(string key, params (string Name, object Value)[] values) =>
        new(key, values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal));

    protected static RowChange Add(string key, params (string, object)[] values) => new RowChange.Add(Row(key, values));

    protected static RowChange Put(string key, params (string, object)[] values) => new RowChange.Put(Row(key, values));

    protected static RowChange Replace(string key, string etag, params (string, object)[] values) =>
        new RowChange.Replace(Row(key, values), etag);

    protected static RowChange Delete(string key, string? etag = null) => new RowChange.Delete(key, etag);

    protected Task<Row?> Get(string key) => Table.GetAsync(Partition, key, CancellationToken.None);

    protected Task<CommitResult> Commit(params RowChange[] batch) => Table.CommitAsync(Partition, batch, CancellationToken.None);

    /// <summary>The ETags of a batch that must succeed.</summary>
    protected async Task<IReadOnlyList<string?>> Committed(params RowChange[] batch) =>
        Assert.IsType<CommitResult.Committed>(await Commit(batch)).ETags;

    protected async Task Conflicts(int index, ConflictKind kind, params RowChange[] batch) =>
        Assert.Equal(new CommitResult.Conflict(index, kind), await Commit(batch));

    protected async Task<string[]> Keys(string from, string before, int take = 1000) =>
        [.. (await Table.ReadAsync(Partition, from, before, take, CancellationToken.None)).Select(row => row.Key)];
}
