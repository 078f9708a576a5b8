using SupplierBot.Tables;

namespace SupplierBot.Web.Tests;

/// <summary>Commands on what is kept, as a script calls them.</summary>
public sealed class KeptCommands : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_empty_register_is_whole()
    {
        SqliteTable.Open(Database).Dispose();
        Assert.Equal((0, "Cases: 0, facts: 0, broken chains: 0\n", ""), await RunAsync("audit", "verify"));
    }

    [Fact]
    public async Task An_empty_index_needs_no_row()
    {
        SqliteTable.Open(Database).Dispose();
        Assert.Equal((0, "Cases: 0, register entries: 0. Index rows written: 0, removed: 0\n", ""), await RunAsync("index", "rebuild"));
    }

    [Fact]
    public async Task A_wrong_path_is_no_empty_register()
    {
        var (exitCode, output, errors) = await RunAsync("audit", "verify");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("there is no database", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task A_database_the_bot_has_open_is_told()
    {
        using var bot = SqliteTable.Open(Database);
        var (exitCode, output, errors) = await RunAsync("audit", "verify");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(Database, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told()
    {
        await File.WriteAllTextAsync(Database, "no database, and long enough to be looked at as one".PadRight(4096));
        var (exitCode, _, errors) = await RunAsync("audit", "verify");
        Assert.Equal(2, exitCode);
        Assert.Contains("not a table file of the bot", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_misspelt_is_refused_as_the_bot_refuses_it()
    {
        var (exitCode, output, errors) = await Executable.RunAsync("audit", "verify", "--Storage:Sqlit:Path=" + Database);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("Storage:Sqlit:Path", errors, StringComparison.Ordinal);
    }

    private string Database => Path.Combine(folder.FullName, "kept.db");

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) => Executable.RunAsync([.. arguments, "--Storage:Sqlite:Path=" + Database]);
}
