using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SupplierBot.Chat.Ports;
using SupplierBot.Storage.Tables.Limits;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>One connection for reading; used by one caller at a time. Sees what was committed when a read begins.</summary>
internal sealed class TableReader : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Statement get;
    private readonly Statement range;

    internal TableReader(string path)
    {
        connection = new(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadOnly,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        TableFile.Say(connection, "PRAGMA busy_timeout = 5000");
        get = new(connection, "SELECT version, body FROM row WHERE partition = ?1 AND key = ?2");
        // Ordered by the primary key: BINARY compares UTF-8, which is the ordinal order of UTF-16 for everything but characters beyond
        // U+FFFF. Our keys are ASCII (people's names are normalised before they become keys), where both agree. No LIMIT ?: SQLite plans by
        // the value that is bound there, and so would parse the statement again at every read.
        range = new(connection, "SELECT version, body, key FROM row WHERE partition = ?1 AND key >= ?2 AND key < ?3 ORDER BY key");
    }

    /// <summary>From here on every read sees what was committed now.</summary>
    /// <exception cref="TableFileException">The file is not ours.</exception>
    internal void Begin(string path)
    {
        TableFile.Recognise(connection, path);
        // The transaction begins with its first read.
        TableFile.Say(connection, "BEGIN; SELECT number FROM opening");
    }

    internal Row? Get(string partition, string key)
    {
        // SQLite copies what it is given, so one space serves both keys; a UTF-16 character takes at most three bytes.
        Span<byte> space = stackalloc byte[3 * KeyGuard.MostCharacters];
        try
        {
            get.Text(1, space[..Encoding.UTF8.GetBytes(partition, space)]);
            get.Text(2, space[..Encoding.UTF8.GetBytes(key, space)]);
            return get.Read() ? RowAt(get, key) : null;
        }
        finally
        {
            get.Reset();
        }
    }

    internal List<Row> Read(string partition, string from, string before, int take)
    {
        var rows = new List<Row>();
        try
        {
            range.Text(1, Encoding.UTF8.GetBytes(partition)).Text(2, Encoding.UTF8.GetBytes(from)).Text(3, Encoding.UTF8.GetBytes(before));
            while (rows.Count < take && range.Read())
                rows.Add(RowAt(range, range.Text(2)));
            return rows;
        }
        finally
        {
            range.Reset();
        }
    }

    public void Dispose()
    {
        get.Dispose();
        range.Dispose();
        connection.Dispose();
    }

    private static Row RowAt(Statement statement, string key) =>
        new(key, Values(statement.Blob(1)), statement.Number(0).ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// One row that cannot be read must not hide the others of its range: anyone who reads it finds none of its values, and the bytes as
    /// they are.
    /// </summary>
    private static Dictionary<string, object> Values(ReadOnlySpan<byte> body)
    {
        try
        {
            return RowBody.Decode(body);
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException)
        {
            return new(StringComparer.Ordinal) { [RowBody.Damaged] = body.ToArray() };
        }
    }
}
