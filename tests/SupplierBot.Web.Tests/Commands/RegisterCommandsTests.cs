using System.Text;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Commands;

/// <summary>The register a company has already, on the command line beside a bot that has the database open.</summary>
public sealed class RegisterCommandsTests : IAsyncLifetime
{
    private static readonly string Sample = Path.Combine(
        Repository.Root,
        "tests",
        "SupplierBot.Chat.Tests",
        "Stores",
        "Golden",
        "backup-1.jsonl"
    );
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("register-");
    private SqliteTable bot = null!;

    public async ValueTask InitializeAsync()
    {
        await RunAsync("import", Sample);
        bot = SqliteTable.Open(PathOf("supplierbot.db"));
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_file_is_looked_at_imported_found_again_and_taken_back()
    {
        var file = Write(
            "suppliers.csv",
            "Our suppliers;;;\nFirm;Business owner;What for;Contract end\nBrightline;Jane Doe;Labels;31.02.2027\nCrown;Jane Doe;Translations;2027-12-31\n"
        );
        var (looked, said, errors) = await RunAsync("register", "import", file, "--map", "Firm=supplier");
        Assert.Equal((0, ""), (looked, errors));
        Assert.Contains("A “Firm” → supplier (first: “Brightline”)", said, StringComparison.Ordinal);
        Assert.Contains("2 suppliers come in as in use, not assessed yet.", said, StringComparison.Ordinal);
        Assert.Contains(
            "Row 3, contract end: the date 31.02.2027 doesn't exist. Leave it empty, or correct it.",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains("Jane Doe (2)", said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was imported. Correct the file, or import it as it is with --yes.\n", said, StringComparison.Ordinal);

        var (imported, done, _) = await RunAsync("register", "import", file, "--map", "Firm=supplier", "--yes");
        Assert.Equal(0, imported);
        Assert.Contains(
            "2 suppliers are on the register, in use and not assessed yet. You can undo IMP-0001 until",
            done,
            StringComparison.Ordinal
        );
        var (_, listed, _) = await RunAsync("download", "register", PathOf("register.csv"), "--only", "legacy");
        Assert.NotEmpty(listed);
        Assert.Contains(
            "In use since before the register, imported as IMP-0001",
            await File.ReadAllTextAsync(PathOf("register.csv")),
            StringComparison.Ordinal
        );

        // Round trip: every row of our own export is found.
        await RunAsync("download", "register", PathOf("all.xlsx"));
        var (again, found, _) = await RunAsync("register", "import", PathOf("all.xlsx"));
        Assert.Equal(0, again);
        Assert.DoesNotContain("Row ", found, StringComparison.Ordinal);
        Assert.Contains("0 suppliers come in", found, StringComparison.Ordinal);

        var (_, audited, _) = await RunAsync("audit", "verify");
        Assert.DoesNotContain("IMP-0001", audited, StringComparison.Ordinal);
        var (undone, gone, _) = await RunAsync("register", "import", "undo", "imp-0001");
        Assert.Equal((0, "IMP-0001 is undone: 2 suppliers are off the register again.\n"), (undone, gone));
        var (twice, _, refused) = await RunAsync("register", "import", "undo", "IMP-0001");
        Assert.Equal(2, twice);
        Assert.Contains("IMP-0001: is undone already.", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_takes_imports_along_and_their_audit_comes_out_the_same()
    {
        var file = Write("suppliers.csv", "Supplier,Owner,Purpose\nBrightline,Jane Doe,Labels\n");
        await RunAsync("register", "import", file, "--yes");
        var (_, before, _) = await RunAsync("audit", "verify");
        await RunAsync("export", PathOf("backup.jsonl"));
        var elsewhere = PathOf("elsewhere.db");
        await Executable.RunAsync("import", PathOf("backup.jsonl"), "--Organisation:Id", "test", "--Storage:Sqlite:Path", elsewhere);
        var (_, after, _) = await Executable.RunAsync("audit", "verify", "--Organisation:Id", "test", "--Storage:Sqlite:Path", elsewhere);
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task A_pack_proves_itself_with_suppliers_that_nobody_assessed()
    {
        await RunAsync(
            "register",
            "import",
            Write("suppliers.csv", "Supplier,Owner,Risk\nBrightline,Jane Doe,\nCrown,Jane Doe,High\n"),
            "--yes"
        );
        foreach (var tier in new[] { "", "High" })
        {
            var pack = PathOf($"pack{tier}.zip");
            string[] drawn = tier.Length == 0 ? [] : ["--tier", tier];
            await RunAsync(["download", "pack", pack, "--from", "2026-01-01", "--to", "2999-12-31", "--sample", "50", .. drawn]);
            Assert.Equal((0, $"{pack}: whole\n", ""), await Executable.RunAsync("audit", "verify-pack", pack));
        }
    }

    [Theory]
    [InlineData("is protected with a password", "protected.xlsx")]
    [InlineData("isn't a workbook or a table", "notes.txt")]
    [InlineData("No column says which supplier it is.", "unknown.csv")]
    [InlineData("No column is called “Firma”.", "suppliers.csv", "--map", "Firma=supplier")]
    [InlineData("`boss` is no field.", "suppliers.csv", "--map", "Supplier=boss")]
    [InlineData("--duplicates: `maybe` is not understood.", "suppliers.csv", "--duplicates", "maybe")]
    [InlineData("is not there. Correct the path.", "missing.csv")]
    public async Task What_cannot_be_imported_is_said_and_nothing_is(string words, string name, params string[] options)
    {
        Write("suppliers.csv", "Supplier,Owner\nBrightline,Jane Doe\n");
        Write("unknown.csv", "One,Two\n1,2\n");
        Write("notes.txt", "Dear all");
        await File.WriteAllBytesAsync(
            PathOf("protected.xlsx"),
            [0xD0, 0xCF, 0x11, 0xE0, .. new byte[600], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]]
        );
        var (exitCode, _, errors) = await RunAsync(["register", "import", PathOf(name), "--yes", .. options]);
        Assert.Equal(2, exitCode);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        var (_, audited, _) = await RunAsync("audit", "verify");
        Assert.DoesNotContain("IMP-", audited, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    private string PathOf(string name) => Path.Combine(folder.FullName, name);

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] command) =>
        Executable.RunAsync([.. command, "--Organisation:Id", "test", "--Storage:Sqlite:Path", PathOf("supplierbot.db")]);
}
