using System.Text.Json.Serialization.Metadata;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>Somebody with access to the storage, who changes rows past the bot.</summary>
internal static class RowEditing
{
    public static readonly string Partition = Keys.Workflow("test");

    public static async Task<Row> RowAsync(this TestBot bot, string key) =>
        await bot.The<ITable>().GetAsync(Partition, key, CancellationToken.None)
        ?? throw new InvalidOperationException($"There is no row {key}.");

    public static async Task<T> ReadAsync<T>(this TestBot bot, string key, JsonTypeInfo<T> type) =>
        Rows.Read(await bot.RowAsync(key), type);

    public static Task PutAsync(this TestBot bot, Row row) => CommittedAsync(bot.The<ITable>(), Partition, new RowChange.Put(row));

    public static Task RemoveAsync(this TestBot bot, string key) => CommittedAsync(bot.The<ITable>(), Partition, new RowChange.Delete(key));

    public static async Task<IReadOnlyList<string>> KeysAsync(this TestBot bot, string prefix) =>
        [
            .. (await bot.The<ITable>().ReadAsync(Partition, prefix, Keys.After(prefix), 1000, CancellationToken.None)).Select(row =>
                row.Key
            ),
        ];

    /// <summary>The row with one value more, or another one; null takes it away.</summary>
    public static Row With(this Row row, string name, object? value)
    {
        var values = row.Values.Where(pair => pair.Key != name).ToDictionary();
        if (value is not null)
            values[name] = value;
        return row with { Values = values };
    }

    /// <summary>What is read as this shape becomes something else; everything beside it stays.</summary>
    public static Row Changed<T>(this Row row, JsonTypeInfo<T> type, Func<T, T> change) =>
        row with
        {
            Values = row
                .Values.Concat(Rows.Of(row.Key, change(Rows.Read(row, type)), type).Values)
                .GroupBy(pair => pair.Key)
                .ToDictionary(pair => pair.Key, pair => pair.Last().Value),
        };

    private static async Task CommittedAsync(ITable table, string partition, RowChange change) =>
        Assert.IsType<CommitResult.Committed>(await table.CommitAsync(partition, [change], CancellationToken.None));
}
