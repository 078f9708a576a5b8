using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Commands;

/// <summary>Commands on what is kept, as a script calls them.</summary>
public sealed class StoredDataCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("kept-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_empty_register_is_whole()
    {
        SqliteTable.Open(Database).Dispose();
        Assert.Equal(
            (
                0,
                $"Cases: 0, register entries: 0, facts: 0, files: 0, found: 0\nRegister fingerprint {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([]))}\n",
                ""
            ),
            await RunAsync("audit", "verify")
        );
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
    public async Task A_policy_is_tried_on_what_is_kept_and_a_faulty_one_is_refused()
    {
        SqliteTable.Open(Database).Dispose();
        var policy = Path.Combine(folder.FullName, "policy.yaml");
        await File.WriteAllTextAsync(policy, DefaultPolicy.Text());
        var (exitCode, output, _) = await RunAsync("policy", "simulate", policy);
        Assert.Equal(0, exitCode);
        Assert.Contains("on 0 open requests and suppliers in use: 0 stay as they are.", output, StringComparison.Ordinal);
        await File.WriteAllTextAsync(policy, DefaultPolicy.Text().Replace("version:", "versoin:", StringComparison.Ordinal));
        var (refused, nothing, errors) = await RunAsync("policy", "simulate", policy);
        Assert.Equal((2, ""), (refused, nothing));
        Assert.Contains("versoin", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_erased_is_named_by_id()
    {
        SqliteTable.Open(Database).Dispose();
        var (refused, nothing, errors) = await RunAsync("erase", "Anna Lee");
        Assert.Equal((2, ""), (refused, nothing));
        Assert.Contains("“Anna Lee” is a name and no id.", errors, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("erase", "teams:anna")).ExitCode);
    }

    [Fact]
    public async Task What_only_reads_runs_beside_the_bot_and_what_changes_is_reported()
    {
        using var bot = SqliteTable.Open(Database);
        var backup = Path.Combine(folder.FullName, "beside.jsonl");
        Assert.Equal(0, (await RunAsync("audit", "verify")).ExitCode);
        Assert.Equal(0, (await RunAsync("export", backup)).ExitCode);
        var (exitCode, output, errors) = await RunAsync("index", "rebuild");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(Database, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_of_nothing_makes_no_database()
    {
        var (exitCode, _, errors) = await RunAsync("import", Path.Combine(folder.FullName, "nowhere.jsonl"));
        Assert.Equal(2, exitCode);
        Assert.Contains("is not there", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task A_folder_of_documents_that_is_not_there_is_a_wrong_path()
    {
        var nowhere = Path.Combine(folder.FullName, "nowhere");
        var (exitCode, _, errors) = await RunAsync("import", Sample, "--files", nowhere);
        Assert.Equal((2, $"{nowhere}: is not there. Correct the path.\n"), (exitCode, errors));
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task A_link_in_the_place_of_an_export_gets_nothing()
    {
        SqliteTable.Open(Database).Dispose();
        if (OperatingSystem.IsWindows())
            return;
        var (export, victim) = (Path.Combine(folder.FullName, "b.jsonl"), Path.Combine(folder.FullName, "victim"));
        await File.WriteAllTextAsync(victim, "precious");
        File.CreateSymbolicLink(export + ".part", victim);
        Assert.Equal(0, (await RunAsync("export", export)).ExitCode);
        Assert.Equal("precious", await File.ReadAllTextAsync(victim));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(export));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Database));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_reported()
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

    [Fact]
    public async Task What_was_exported_is_imported_audited_and_exported_again()
    {
        Assert.StartsWith(
            $"{Sample}: imported cases 2, other rows 19\n",
            (await RunAsync("import", Sample)).Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\nCases: 2, register entries: 2, facts: 3, files: 0, found: 2\n",
            (await RunAsync("audit", "verify")).Output,
            StringComparison.Ordinal
        );
        Assert.Equal((0, "Cases: 2, register entries: 2. Index rows written: 0, removed: 0\n", ""), await RunAsync("index", "rebuild"));
        var again = Path.Combine(folder.FullName, "again.jsonl");
        var exported = await RunAsync("export", again);
        Assert.Equal((0, ""), (exported.ExitCode, exported.Errors));
        Assert.StartsWith($"{again}: cases 2, other rows 19, SHA-256 ", exported.Output, StringComparison.Ordinal);
        // The first and the last line say which release wrote them.
        Assert.Equal(File.ReadLines(Sample).Skip(1).SkipLast(1), File.ReadLines(again).Skip(1).SkipLast(1));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(again));
        Assert.Equal(2, (await RunAsync("export", again)).ExitCode);
        Assert.Contains("nothing was done", (await RunAsync("import", Sample)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_edited_by_hand_is_named_and_the_exit_code_is_1()
    {
        await RunAsync("import", Sample);
        using (var table = SqliteTable.Open(Database))
        {
            var auditEvent = (await table.GetAsync("test", "a-REQ-2026-0002-00000002", CancellationToken.None))!;
            var values = new Dictionary<string, object>(auditEvent.Values) { ["Hash"] = new string('0', 64) };
            await table.CommitAsync(
                "test",
                [new RowChange.Replace(auditEvent with { Values = values }, auditEvent.ETag!)],
                CancellationToken.None
            );
        }
        var (exitCode, output, errors) = await RunAsync("audit", "verify");
        Assert.Equal((1, ""), (exitCode, errors));
        Assert.Contains("\nREQ-2026-0002, fact 2: its bytes have the hash ", output, StringComparison.Ordinal);
        Assert.Contains("Cases: 2, register entries: 2, facts: 3, files: 0, found: ", output, StringComparison.Ordinal);
        var exported = await RunAsync("export", Path.Combine(folder.FullName, "broken.jsonl"));
        Assert.Equal(0, exported.ExitCode);
        Assert.Contains("Broken chains: 1", exported.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_cut_in_the_middle_says_where_and_brings_nothing_in()
    {
        var cut = Path.Combine(folder.FullName, "cut.jsonl");
        await File.WriteAllTextAsync(cut, (await File.ReadAllTextAsync(Sample))[..20_000]);
        var (exitCode, output, errors) = await RunAsync("import", cut);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Matches(
            @"cut\.jsonl: Line \d+ is cut: the file ends in the middle of it\. .* Nothing was imported\. Whole before it: the case REQ-2026-0001\.\n$",
            errors
        );
        Assert.StartsWith($"{Sample}: imported cases 2", (await RunAsync("import", Sample)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stored_policy_is_compared_by_its_version()
    {
        var file = Path.Combine(Repository.Root, "tests", "SupplierBot.Onboarding.Tests", "Policies", "policy-2026.11-r1.yaml");
        var text = await File.ReadAllTextAsync(file);
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        await using (var table = SqliteTable.Open(Database))
        {
            await table.CommitAsync(
                Keys.Policies("test"),
                [
                    new RowChange.Add(new(Keys.PolicyVersion("2026.11-r1"), new Dictionary<string, object> { ["Hash"] = hash })),
                    new RowChange.Add(
                        new(
                            Keys.PolicyText(hash),
                            text.Chunk(30_000).Index().ToDictionary(piece => $"T{piece.Index}", piece => (object)new string(piece.Item))
                        )
                    ),
                ],
                CancellationToken.None
            );
        }
        Assert.Equal((0, "No difference.\n", ""), await RunAsync("policy", "diff", "2026.11-r1", file));
        var (exitCode, output, errors) = await RunAsync("policy", "diff", "2026.12-r9", file);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal("2026.12-r9: is no file, and the storage keeps no policy of this version or hash. It keeps: 2026.11-r1.\n", errors);
    }

    [Fact]
    public async Task Nobody_works_on_an_import_that_is_not_finished()
    {
        await using (var table = SqliteTable.Open(Database))
        {
            await table.CommitAsync(
                Keys.Storage("test"),
                [new RowChange.Add(new("import", new Dictionary<string, object> { ["Sha256"] = "ab" }))],
                CancellationToken.None
            );
        }
        var exported = await RunAsync("export", Path.Combine(folder.FullName, "half.jsonl"));
        Assert.Equal((2, ""), (exported.ExitCode, exported.Output));
        Assert.Contains("is not finished", exported.Errors, StringComparison.Ordinal);
        var started = await RunAsync("--environment=Development", "--urls=http://127.0.0.1:0", "--Local:Playground=false");
        Assert.Equal(2, started.ExitCode);
        Assert.Contains("is not finished", started.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import", "nowhere.jsonl", "is not there"), InlineData("export", "no/such/folder/x.jsonl", "no/such/folder")]
    public async Task A_path_that_leads_nowhere_is_reported(string command, string file, string words)
    {
        SqliteTable.Open(Database).Dispose();
        var (exitCode, output, errors) = await RunAsync(command, Path.Combine(folder.FullName, file));
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(words, errors, StringComparison.Ordinal);
    }

    /// <summary>A backup that was changed and sealed again comes in, and what it contradicts is said at once.</summary>
    [Theory]
    [InlineData(
        @"\""status\"":\""Rejected\""",
        @"\""status\"":\""Approved\""",
        "REQ-2026-0002: its status: Approved is kept; its facts say Rejected\n"
    )]
    [InlineData(
        @"\""kind\"":\""Rejected\""",
        @"\""kind\"":\""Approved\""",
        "REQ-2026-0002, fact 2: Rejected was hashed; Approved is kept beside it\n"
    )]
    public async Task A_backup_that_contradicts_itself_says_so_as_it_comes_in(string from, string to, string words)
    {
        var lines = (await File.ReadAllTextAsync(Sample)).TrimEnd('\n').Split('\n');
        var body = lines[..^1]
            .Select(line =>
                line.StartsWith("{\"kind\":\"case\",\"id\":\"REQ-2026-0002\"", StringComparison.Ordinal)
                    ? line.Replace(from, to, StringComparison.Ordinal)
                    : line
            )
            .ToArray();
        Assert.NotEqual(lines[..^1], body);
        var text = string.Join('\n', body) + "\n";
        var end = System.Text.Json.Nodes.JsonNode.Parse(lines[^1])!;
        end["sha256"] = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        var tampered = Path.Combine(folder.FullName, "tampered.jsonl");
        await File.WriteAllTextAsync(tampered, text + end.ToJsonString() + "\n");
        var (exitCode, output, errors) = await RunAsync("import", tampered);
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{tampered}: imported cases 2, ", output, StringComparison.Ordinal);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Contains("what came in contradicts itself", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("E3B0C44298FC", 0, ""), InlineData(" e3b0c44298fc1c14 ", 0, ""), InlineData("", 2, "")]
    [InlineData(
        "E3B0C44298FD",
        1,
        "The register fingerprint is not E3B0C44298FD: something was decided since it was noted, or the register is another one.\n"
    )]
    [InlineData("E3B0C44", 2, "is too short to tell registers apart")]
    public async Task A_fingerprint_that_was_noted_is_compared(string noted, int exitCode, string words)
    {
        SqliteTable.Open(Database).Dispose();
        var (code, output, errors) = await RunAsync("audit", "verify", "--expect=" + noted);
        Assert.Equal(exitCode, code);
        Assert.Contains(words, output + errors, StringComparison.Ordinal);
    }

    private static string Sample => Path.Combine(Repository.Root, "tests", "SupplierBot.Chat.Tests", "Stores", "Golden", "backup-1.jsonl");

    private string Database => Path.Combine(folder.FullName, "kept.db");

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments) =>
        Executable.RunAsync([.. arguments, "--Storage:Sqlite:Path=" + Database, "--Organisation:Id=test"]);
}
