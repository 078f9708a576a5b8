using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tables.AzureTables;

/// <summary>Rows and changes of the port as the client's entities and actions.</summary>
internal static class AzureRows
{
    private static readonly HashSet<string> OfTheService = new(StringComparer.Ordinal)
    {
        "PartitionKey",
        "RowKey",
        "Timestamp",
        "odata.etag",
    };

    internal static Row Read(TableEntity entity)
    {
        var values = new Dictionary<string, object>(entity.Count, StringComparer.Ordinal);
        foreach (var (name, value) in entity)
        {
            if (!OfTheService.Contains(name) && value is not null)
                values.Add(name, value is BinaryData bytes ? bytes.ToArray() : value);
        }
        return new(entity.RowKey, values, entity.ETag.ToString("H"));
    }

    /// <summary>Replacing, never merging: a property that is absent is gone (TABLES.md "Versions and order").</summary>
    internal static TableTransactionAction Action(string partition, RowChange change) =>
        change switch
        {
            RowChange.Add add => new(TableTransactionActionType.Add, Entity(partition, add.Row)),
            RowChange.Replace replace => new(
                TableTransactionActionType.UpdateReplace,
                Entity(partition, replace.Row),
                new ETag(replace.ETag)
            ),
            RowChange.Put put => new(TableTransactionActionType.UpsertReplace, Entity(partition, put.Row)),
            RowChange.Delete delete => new(
                TableTransactionActionType.Delete,
                new TableEntity(partition, delete.Key),
                delete.ETag is { } etag ? new ETag(etag) : ETag.All
            ),
            _ => throw new UnreachableException(),
        };

    private static TableEntity Entity(string partition, Row row)
    {
        var entity = new TableEntity(partition, row.Key);
        foreach (var (name, value) in row.Values)
            entity[name] = value;
        return entity;
    }
}
