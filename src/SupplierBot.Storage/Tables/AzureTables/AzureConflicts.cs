using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tables.AzureTables;

/// <summary>What the service refuses because of what is stored; everything else it refuses is a fault.</summary>
internal static class AzureConflicts
{
    internal static CommitResult.Conflict? Of(TableTransactionFailedException refused) =>
        refused.FailedTransactionActionIndex is { } index && Kind(refused) is { } kind ? new(index, kind) : null;

    private static ConflictKind? Kind(TableTransactionFailedException refused) =>
        refused.Status switch
        {
            409 when refused.ErrorCode == TableErrorCode.EntityAlreadyExists => ConflictKind.Exists,
            412 => ConflictKind.Stale,
            404 when refused.ErrorCode != TableErrorCode.TableNotFound => ConflictKind.Missing,
            _ => null,
        };
}
