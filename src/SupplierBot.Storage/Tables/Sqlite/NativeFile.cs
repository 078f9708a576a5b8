using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupplierBot.Storage.Tables.Sqlite;

/// <summary>The one question to SQLite that its .NET binding does not pass on.</summary>
internal static class NativeFile
{
    private const int HasMovedCode = 20; // SQLITE_FCNTL_HAS_MOVED, https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html

    /// <summary>The file that is open is not the one at its path any more: one call of stat.</summary>
    internal static bool HasMoved(sqlite3 database)
    {
        var moved = 0;
        var answer = sqlite3_file_control(database, IntPtr.Zero, HasMovedCode, ref moved);
        // Windows does not know the question; there a file that is open can be neither moved nor deleted.
        if (answer == raw.SQLITE_NOTFOUND)
            return false;
        SqliteException.ThrowExceptionForRC(answer, database);
        return moved != 0;
    }

    [DllImport("e_sqlite3", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int sqlite3_file_control(sqlite3 database, IntPtr mainDatabase, int operation, ref int answer);
}
