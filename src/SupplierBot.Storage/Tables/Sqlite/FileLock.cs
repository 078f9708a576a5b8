namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>
/// A lock beside the table's file, held as long as the table is open and released by the system however the process ends. SQLite itself
/// would let two bots write in turn; each would then deliver the other's outbox and miss its wake-ups.
/// </summary>
internal static class FileLock
{
    /// <exception cref="TableFileException"/>
    internal static FileStream Take(string path)
    {
        MakeFolder(path);
        RefuseReadOnly(path);
        try
        {
            return PrivateFiles.Lock(path + ".lock");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new TableFileException(
                TableFileFault.ReadOnly,
                path,
                "its folder cannot be written. Give the bot's account write permission there.",
                e
            );
        }
        catch (IOException e)
        {
            throw new TableFileException(
                TableFileFault.InUse,
                path,
                $"another process has this table open ({e.Message.TrimEnd('.')}). One file serves one process: stop the other bot, or give this one its own path.",
                e
            );
        }
    }

    private static void MakeFolder(string path)
    {
        try
        {
            PrivateFiles.MakeFolder(Path.GetDirectoryName(path) ?? throw new IOException("the path is a drive, not a file"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TableFileException(
                TableFileFault.Unreachable,
                path,
                $"its folder cannot be made ({e.Message.TrimEnd('.')}). Name a path the bot's account may create.",
                e
            );
        }
        if (Directory.Exists(path))
            throw new TableFileException(TableFileFault.Unreachable, path, "this is a folder. Name a file in it.");
    }

    /// <summary>SQLite would quietly open it for reading and fail at the first commit.</summary>
    private static void RefuseReadOnly(string path)
    {
        if (File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly))
            throw new TableFileException(
                TableFileFault.ReadOnly,
                path,
                "the file is read-only. Give the bot's account write permission, or name another path."
            );
    }
}
