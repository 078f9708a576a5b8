using Microsoft.Data.Sqlite;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>The file of a <see cref="SqliteTable"/> cannot be used. The message says which file, what is wrong and what to do.</summary>
public sealed class TableFileException : IOException
{
    internal TableFileException(TableFileFault fault, string path, string whatAndWhatToDo, Exception? cause = null)
        : base($"{path}: {whatAndWhatToDo}", cause) => Fault = fault;

    public TableFileFault Fault { get; }

    /// <summary>Result codes: https://www.sqlite.org/rescode.html</summary>
    internal static TableFileException From(string path, SqliteException e) =>
        e.SqliteErrorCode switch
        {
            5 or 6 => new(TableFileFault.InUse, path, "another program holds the file. Close it; nothing but the bot may write there.", e),
            8 => new(
                TableFileFault.ReadOnly,
                path,
                "the file cannot be written. Give the bot's account write permission on the file and its folder.",
                e
            ),
            11 => new(
                TableFileFault.Damaged,
                path,
                "the file is damaged. Stop the bot, keep a copy for examination and restore the last backup.",
                e
            ),
            13 => new(
                TableFileFault.Full,
                path,
                "there is no room left on the disk; the change was not saved. Free some space, then try again.",
                e
            ),
            14 => new(
                TableFileFault.Unreachable,
                path,
                "the file cannot be opened. Check that the path is a file the bot's account may create and write.",
                e
            ),
            26 => new(TableFileFault.Foreign, path, "this is not a table file of the bot. Name another path, or move the file away.", e),
            _ => new(
                TableFileFault.Unreachable,
                path,
                $"reading or writing failed ({e.Message.TrimEnd('.')}). Check the disk; what was not confirmed may not be saved.",
                e
            ),
        };
}

public enum TableFileFault
{
    /// <summary>Another process, or another table of this one, has the file.</summary>
    InUse,

    /// <summary>Not written by this product.</summary>
    Foreign,

    /// <summary>Written by a newer release.</summary>
    Newer,
    Damaged,
    ReadOnly,
    Full,

    /// <summary>Moved, deleted or replaced while the bot runs.</summary>
    Moved,

    /// <summary>Path, permission or device.</summary>
    Unreachable,
}
