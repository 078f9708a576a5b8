using Microsoft.Data.Sqlite;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>Everything the writer says to SQLite, prepared once. The changes answer whether they found the row as they wanted it.</summary>
internal sealed class WriterStatements(SqliteConnection connection) : IDisposable
{
    private readonly Statement add = new(
        connection,
        "INSERT INTO row (partition, key, version, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING"
    );
    private readonly Statement replace = new(
        connection,
        "UPDATE row SET version = ?3, body = ?4 WHERE partition = ?1 AND key = ?2 AND version = ?5"
    );
    private readonly Statement put = new(
        connection,
        "INSERT INTO row (partition, key, version, body) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET version = ?3, body = ?4"
    );
    private readonly Statement delete = new(connection, "DELETE FROM row WHERE partition = ?1 AND key = ?2 AND version = ?3");
    private readonly Statement deleteAny = new(connection, "DELETE FROM row WHERE partition = ?1 AND key = ?2");
    private readonly Statement exists = new(connection, "SELECT 1 FROM row WHERE partition = ?1 AND key = ?2");

    internal Statement Begin { get; } = new(connection, "BEGIN IMMEDIATE");
    internal Statement Commit { get; } = new(connection, "COMMIT");
    internal Statement Savepoint { get; } = new(connection, "SAVEPOINT batch");
    internal Statement RollBackToSavepoint { get; } = new(connection, "ROLLBACK TO batch");
    internal Statement Release { get; } = new(connection, "RELEASE batch");

    internal bool Add(byte[] partition, in PendingChange change, long version) =>
        add.Text(1, partition).Text(2, change.Key).Number(3, version).Blob(4, change.Body).Run() == 1;

    internal bool Replace(byte[] partition, in PendingChange change, long version) =>
        replace.Text(1, partition).Text(2, change.Key).Number(3, version).Blob(4, change.Body).Number(5, change.Version).Run() == 1;

    internal bool Put(byte[] partition, in PendingChange change, long version) =>
        put.Text(1, partition).Text(2, change.Key).Number(3, version).Blob(4, change.Body).Run() == 1;

    internal bool Delete(byte[] partition, in PendingChange change) =>
        delete.Text(1, partition).Text(2, change.Key).Number(3, change.Version).Run() == 1;

    internal bool DeleteAny(byte[] partition, in PendingChange change) => deleteAny.Text(1, partition).Text(2, change.Key).Run() == 1;

    internal bool Exists(byte[] partition, byte[] key)
    {
        var found = exists.Text(1, partition).Text(2, key).Read();
        exists.Reset();
        return found;
    }

    public void Dispose()
    {
        foreach (
            var statement in new[] { add, replace, put, delete, deleteAny, exists, Begin, Commit, Savepoint, RollBackToSavepoint, Release }
        )
            statement.Dispose();
    }
}
