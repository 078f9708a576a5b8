using SupplierBot.Chat.Ports;

namespace SupplierBot.Storage.Tables.Limits;

/// <summary>
/// Refuses every batch that Azure Table Storage would refuse, before it is sent anywhere: SQLite and Azurite accept much of it (TABLES.md
/// "Azurite"), and a rule that only production knows is found out in production.
/// </summary>
public static class BatchGuard
{
    internal const int MostChanges = 100;
    internal const int MostProperties = 252;
    internal const int MostRowBytes = 1024 * 1024;
    internal const int MostRequestBytes = 4 * 1024 * 1024;

    /// <exception cref="ArgumentException">Names the row, the property and the limit; never a value.</exception>
    public static void Check(string partition, IReadOnlyList<RowChange> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        KeyGuard.Check(partition, nameof(partition));
        if (batch.Count is 0 or > MostChanges)
            throw new ArgumentException($"The batch has {batch.Count} changes; 1 to {MostChanges} are allowed.", nameof(batch));
        for (var i = 0; i < batch.Count; i++)
            if (Fault(partition, batch[i]) is { } fault)
                throw new ArgumentException(Refusal(i, batch[i], fault), nameof(batch));
        RefuseKeysThatRepeat(batch);
        RefuseRequestsThatAreTooLong(partition, batch);
    }

    private static string? Fault(string partition, RowChange change) =>
        KeyGuard.Fault(change.Key) is { } fault
            ? "the key " + fault
            : change switch
            {
                RowChange.Replace { ETag: null or "" or "*" } =>
                    "a replacement needs the ETag that was read; * would let the last writer win",
                RowChange.Delete { ETag: "" or "*" } => "a deletion takes the ETag that was read, or null for any version",
                _ => RequestSize.RowOf(change) is { } row ? RowFault(partition, row) : null,
            };

    private static string? RowFault(string partition, Row row)
    {
        if (row.Values.Count > MostProperties)
            return $"it has {row.Values.Count} properties; at most {MostProperties} are allowed";
        var size = 4L + 2 * (partition.Length + row.Key.Length);
        foreach (var (name, value) in row.Values)
        {
            if ((ValueGuard.NameFault(name) ?? ValueGuard.Fault(value)) is { } fault)
                return $"property '{name}' {fault}";
            size += 8 + 2 * name.Length + ValueGuard.Size(value);
        }
        return size > MostRowBytes ? $"it takes {size} bytes; at most {MostRowBytes} (1 MiB) are allowed" : null;
    }

    private static void RefuseKeysThatRepeat(IReadOnlyList<RowChange> batch)
    {
        if (batch.Count == 1)
            return;
        var keys = new HashSet<string>(batch.Count, StringComparer.Ordinal);
        for (var i = 0; i < batch.Count; i++)
            if (!keys.Add(batch[i].Key))
                throw new ArgumentException(Refusal(i, batch[i], "its key is in the batch twice; each row may change once"), nameof(batch));
    }

    private static void RefuseRequestsThatAreTooLong(string partition, IReadOnlyList<RowChange> batch)
    {
        long size = 0;
        for (var i = 0; i < batch.Count; i++)
        {
            size += RequestSize.Of(partition, batch[i]);
            if (size <= MostRequestBytes)
                continue;
            var fault = $"with it the batch takes {size} bytes; at most {MostRequestBytes} (4 MiB) are allowed";
            throw new ArgumentException(Refusal(i, batch[i], fault), nameof(batch));
        }
    }

    private static string Refusal(int index, RowChange change, string fault) => $"Row {index} ('{change.Key}'): {fault}.";
}
