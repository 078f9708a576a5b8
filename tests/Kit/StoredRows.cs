using Microsoft.Data.Sqlite;

namespace SupplierBot;

/// <summary>
/// Every row that is kept, with its version: a row that is written again has another, whatever is in it. Without the two that time alone
/// writes.
/// </summary>
internal static class StoredRows
{
    /// <param name="path">The database; its log is beside it, so that what was committed is seen.</param>
    public static IReadOnlyList<string> Of(string path)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT partition, key, version FROM row WHERE key NOT IN ('clock', 'b-fingerprint') ORDER BY partition, key";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add($"{reader.GetString(0)} {reader.GetString(1)} {reader.GetInt64(2)}");
        return rows;
    }
}
