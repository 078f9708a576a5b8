namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>
/// Answers, names and comments are in the file: its owner alone may read it, from its first byte on. SQLite gives its log and shared memory
/// the mode of the file. Windows has no such modes; there the folder's permissions count.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = (UnixFileMode)0b_111_111;
    private static readonly string[] Beside = ["", "-wal", "-shm", ".lock"];

    /// <summary>Makes the folder where it is missing; one that is there belongs to the person who made it.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
    }

    /// <summary>An empty file, which SQLite takes for a new database. Nothing where one is there.</summary>
    /// <exception cref="IOException">A link that leads nowhere is in its place: what is behind it is not ours to make.</exception>
    public static void MakeFile(string path)
    {
        if (File.Exists(path))
            return;
        if (new FileInfo(path).LinkTarget is { } target)
            throw new IOException($"it is a link to {target}, where nothing is");
        new FileStream(path, Options(FileMode.CreateNew)).Dispose();
    }

    /// <exception cref="IOException">Something is there.</exception>
    public static FileStream Create(string path) => new(path, Options(FileMode.CreateNew));

    /// <summary>Opened for one process; made where it is missing.</summary>
    public static FileStream Lock(string path)
    {
        if (new FileInfo(path).LinkTarget is not null)
            throw new UnauthorizedAccessException($"{path} is a link");
        return new(path, Options(FileMode.OpenOrCreate));
    }

    /// <summary>Files of an older release are readable for others; their owner takes that back.</summary>
    public static void Tighten(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        foreach (var file in Beside.Select(end => path + end).Where(File.Exists))
        {
            var mode = File.GetUnixFileMode(file);
            if ((mode & Others) == UnixFileMode.None)
                continue;
            try
            {
                File.SetUnixFileMode(file, mode & ~Others);
            }
            catch (Exception fault) when (fault is UnauthorizedAccessException or IOException)
            {
                // Somebody else's file, shared on purpose: the bot works with what it may.
            }
        }
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Owner;
        return options;
    }
}
