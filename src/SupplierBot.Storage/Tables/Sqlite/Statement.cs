using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>
/// One prepared statement for the life of its connection. Under SqliteCommand because that allocates a reader and boxes every parameter for
/// each execution, and copies each value once more; here text and bodies stay UTF-8 and spans.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;

    internal Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement));
    }

    internal Statement Text(int position, ReadOnlySpan<byte> utf8)
    {
        // An empty span is a null pointer, which SQLite would bind as NULL.
        Check(utf8.IsEmpty ? raw.sqlite3_bind_text(statement, position, "") : raw.sqlite3_bind_text(statement, position, utf8));
        return this;
    }

    internal Statement Blob(int position, ReadOnlySpan<byte> bytes)
    {
        Check(raw.sqlite3_bind_blob(statement, position, bytes));
        return this;
    }

    internal Statement Number(int position, long number)
    {
        Check(raw.sqlite3_bind_int64(statement, position, number));
        return this;
    }

    /// <summary>Runs to the end; the number of rows changed.</summary>
    internal int Run()
    {
        try
        {
            while (Read()) { }
            return raw.sqlite3_changes(database);
        }
        finally
        {
            Reset();
        }
    }

    internal bool Read()
    {
        var code = raw.sqlite3_step(statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
            return code == raw.SQLITE_ROW;
        SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    /// <summary>Ends the read transaction; without it the connection would go on seeing the past and hold up the checkpoint.</summary>
    internal void Reset() => _ = raw.sqlite3_reset(statement);

    internal string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    internal long Number(int column) => raw.sqlite3_column_int64(statement, column);

    /// <summary>Valid until the next <see cref="Read"/> or <see cref="Reset"/>.</summary>
    internal ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(statement, column);

    public void Dispose() => statement.Dispose();

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, database);
    }
}
