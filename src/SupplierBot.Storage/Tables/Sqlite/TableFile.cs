using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>The file behind a table: made, recognised, locked for one process and opened for its one writer.</summary>
internal sealed class TableFile : IDisposable
{
    /// <summary>"SBot", at offset 68 of the file, where `file` and SQLite look for it.</summary>
    private const long ApplicationId = 0x53426F74;
    private const long SchemaVersion = 1;

    /// <summary>Each opening has this many versions to give. So a version never comes twice, not even after its row was deleted.</summary>
    private const int VersionBits = 40;

    /// <summary>Seconds; the library's own 30 are longer than anybody watches a start.</summary>
    private const int LongestWaitAtTheStart = 2;

    private readonly FileStream? heldLock;
    private readonly string log;

    private TableFile(string path, FileStream? heldLock, SqliteConnection connection, long opening) =>
        (Path, log, this.heldLock, Connection, FirstVersion) = (path, path + "-wal", heldLock, connection, opening << VersionBits);

    internal string Path { get; }
    internal SqliteConnection Connection { get; }
    internal long FirstVersion { get; }

    /// <param name="alone">No other process may have it open.</param>
    /// <exception cref="TableFileException"/>
    internal static TableFile Open(string path, bool alone)
    {
        path = System.IO.Path.GetFullPath(path);
        var heldLock = alone ? FileLock.Take(path) : null;
        Make(path, heldLock);
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWriteCreate,
                Pooling = false,
                DefaultTimeout = LongestWaitAtTheStart,
            }.ToString()
        );
        try
        {
            return new TableFile(path, heldLock, connection, Prepare(connection, path));
        }
        catch (Exception e)
        {
            connection.Dispose();
            heldLock?.Dispose();
            if (e is SqliteException fault)
                throw TableFileException.From(path, fault);
            throw;
        }
    }

    private static void Make(string path, FileStream? heldLock)
    {
        try
        {
            PrivateFiles.MakeFile(path);
            PrivateFiles.Tighten(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            heldLock?.Dispose();
            throw new TableFileException(
                TableFileFault.Unreachable,
                path,
                $"the file cannot be made ({fault.Message.TrimEnd('.')}). Name a path the bot's account may create.",
                fault
            );
        }
    }

    /// <summary>
    /// What is written to a file that nobody finds again is lost with the process, so nothing is confirmed there. A move in the moment
    /// between this and the commit goes unseen; the commit then is in the moved file.
    /// </summary>
    /// <exception cref="TableFileException">The file, or its log, is not where it was opened.</exception>
    internal void RequireInPlace()
    {
        if (!NativeFile.HasMoved(Connection.Handle!) && File.Exists(log))
            return;
        throw new TableFileException(
            TableFileFault.Moved,
            Path,
            "the file or its log (-wal) was moved, deleted or replaced while the bot runs; nothing is saved until it is back. Stop the bot, put both files back, start it again."
        );
    }

    internal static void Say(SqliteConnection connection, string sql) => Ask(connection, sql);

    /// <summary>The reader's connections must be closed before: the last one to close empties the log into the file.</summary>
    public void Dispose()
    {
        Connection.Dispose();
        heldLock?.Dispose();
    }

    /// <summary>Nothing is written before the file is known to be ours. The number of this opening.</summary>
    private static long Prepare(SqliteConnection connection, string path)
    {
        connection.Open();
        Say(connection, "PRAGMA busy_timeout = 5000");
        var isNew = Number(connection, "SELECT count(*) FROM sqlite_schema") == 0 && Number(connection, "PRAGMA application_id") == 0;
        if (!isNew)
            Recognise(connection, path);
        // FULL: a commit returns after the log is on the disk, so what was confirmed survives a power cut.
        Say(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16000");
        if (isNew)
            Create(connection);
        return Number(connection, "UPDATE opening SET number = number + 1 RETURNING number");
    }

    internal static void Recognise(SqliteConnection connection, string path)
    {
        if (Number(connection, "PRAGMA application_id") != ApplicationId)
            throw new TableFileException(
                TableFileFault.Foreign,
                path,
                "this is another program's database. Name another path; the file was left as it is."
            );
        if (Number(connection, "PRAGMA user_version") is var version and not SchemaVersion)
            throw new TableFileException(
                TableFileFault.Newer,
                path,
                $"the file has schema {version}, this release knows {SchemaVersion}. Start the release that wrote it; the file was left as it is."
            );
    }

    private static void Create(SqliteConnection connection) =>
        Say(
            connection,
            $"""
            BEGIN IMMEDIATE;
            CREATE TABLE row (partition TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL, PRIMARY KEY (partition, key)) WITHOUT ROWID;
            CREATE TABLE opening (number INTEGER NOT NULL);
            INSERT INTO opening VALUES (0);
            PRAGMA application_id = {ApplicationId};
            PRAGMA user_version = {SchemaVersion};
            COMMIT
            """
        );

    private static long Number(SqliteConnection connection, string sql) =>
        Convert.ToInt64(Ask(connection, sql), CultureInfo.InvariantCulture);

    private static object? Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
