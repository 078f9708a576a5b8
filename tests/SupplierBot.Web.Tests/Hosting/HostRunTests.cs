using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;
using SupplierBot.Chat.Stores;
using SupplierBot.Web.Commands;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Hosting;

/// <summary>
/// The executable with one bad file: it ends by itself with exit code 2, names the file and what to do, and shows no stack trace.
/// </summary>
[Collection(HostCollection.Name)]
public sealed class HostRunTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("faulty-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_policy_that_is_not_UTF_8_is_reported_with_its_line()
    {
        var policy = Write("policy.yaml", [.. "version: a\napproved_by: "u8, 0xE4, (byte)'\n']);
        await Refuses(["--Policy:Path", policy], policy, "line 2: has bytes that are not UTF-8", "Save the file as UTF-8");
    }

    [Fact]
    public async Task A_policy_tells_every_fault_at_once()
    {
        var policy = Write(
            "policy.yaml",
            DefaultPolicy
                .Text()
                .Replace("min: High, when", "min: Hgh, when", StringComparison.Ordinal)
                .Replace("heading: Oversight", "heading: Oversigt", StringComparison.Ordinal)
        );
        await Refuses(["--Policy:Path", policy], policy, "did you mean `High`?", "did you mean `Oversight`?", "line ");
    }

    [Fact]
    public async Task A_file_of_products_tells_every_fault_with_its_line()
    {
        var products = Write("products.csv", "product,maker,domain,type,for,also\nOurs,,,ROBOT,notes,\n");
        await Refuses(["--Names:File", products], products, "line 2: maker is empty", "line 2: type ROBOT isn't one of the policy's");
    }

    [Fact]
    public async Task A_role_that_the_policy_does_not_have_is_reported_with_those_it_has() =>
        await Refuses(
            ["--Roles:director:Places:0", "19:directors@thread.tacv2"],
            "Roles:director",
            "is not a role of the policy",
            "security, ciso, privacy, legal, auditor"
        );

    [Fact]
    public async Task The_same_policy_version_with_another_text_is_refused()
    {
        var used = UsedDatabase();
        var changed = Write("changed.yaml", DefaultPolicy.Text() + "# changed\n");
        await Refuses(
            ["--Policy:Path", changed, "--Storage:Sqlite:Path", used],
            changed,
            "was used before with another text",
            "new `version`"
        );
    }

    [Fact]
    public async Task A_wording_without_some_sentences_tells_all_of_them()
    {
        var cards = Cards();
        var wording = Path.Combine(cards, "wording.en.json");
        var lines = await File.ReadAllLinesAsync(wording, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(
            wording,
            lines.Where(line =>
                !line.Contains("\"welcome.what\"", StringComparison.Ordinal) && !line.Contains("\"ask.sent\"", StringComparison.Ordinal)
            ),
            TestContext.Current.CancellationToken
        );
        await Refuses(["--Cards:Path", cards], wording, "`ask.sent`, `welcome.what`", "Take them over");
    }

    [Fact]
    public async Task Templates_that_are_missing_or_broken_are_all_told()
    {
        var cards = Cards();
        File.Delete(Path.Combine(cards, "teams", "receipt.json"));
        await File.WriteAllTextAsync(Path.Combine(cards, "teams", "review.json"), "{", TestContext.Current.CancellationToken);
        await Refuses(
            ["--Cards:Path", cards],
            Path.Combine(cards, "teams", "receipt.json") + ": missing",
            Path.Combine(cards, "teams", "review.json") + ": $: line 1, column ",
            "restore the folder from the release"
        );
    }

    [Fact]
    public async Task Faults_of_a_channels_own_wording_are_reported_with_all_others()
    {
        var cards = Cards();
        File.Delete(Path.Combine(cards, "teams", "receipt.json"));
        Write("cards/wording.teams.en.json", """{ "button.aprove": "Yes", "story.approved": "yes by {name}" }""");
        Write("cards/wording.temas.en.json", "{}");
        await Refuses(
            ["--Cards:Path", cards],
            "Faults in the configuration: 4",
            Path.Combine(cards, "teams", "receipt.json") + ": missing",
            Path.Combine(cards, "wording.teams.en.json") + ": `button.aprove` is no sentence of wording.en.json.",
            Path.Combine(cards, "wording.teams.en.json") + ": `story.approved` is stored as it is said",
            Path.Combine(cards, "wording.temas.en.json")
                + ": no channel has this name. There are: wording.teams.en.json, wording.slack.en.json."
        );
    }

    [Fact]
    public async Task A_database_that_another_program_has_locked_is_reported()
    {
        var path = UsedDatabase();
        using var other = new SqliteConnection($"Data Source={path};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; UPDATE opening SET number = number + 1";
        command.ExecuteNonQuery();
        await Refuses(["--Storage:Sqlite:Path", path], path, "another program holds the file. Close it");
    }

    [Fact]
    public async Task A_database_of_random_bytes_is_reported()
    {
        var bytes = new byte[8192];
        new Random(1).NextBytes(bytes);
        var path = Write("noise.db", bytes);
        await Refuses(["--Storage:Sqlite:Path", path], path, "not a table file of the bot. Name another path");
        Assert.Equal(bytes, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    /// <summary>A database whose bot has run under the shipped policy.</summary>
    private string UsedDatabase()
    {
        var path = Path.Combine(folder.FullName, "data.db");
        using var bot = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
            host.UseSetting("Local:Playground", "false").UseSetting("Storage:Sqlite:Path", path)
        );
        using var client = bot.CreateClient();
        return path;
    }

    private string Cards()
    {
        var cards = Path.Combine(folder.FullName, "cards");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "cards"), "*.json", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(cards, Path.GetRelativePath(Path.Combine(Repository.Root, "cards"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return cards;
    }

    private string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private async Task Refuses(string[] arguments, params string[] sentences)
    {
        string[] database = arguments.Contains("--Storage:Sqlite:Path")
            ? []
            : ["--Storage:Sqlite:Path", Path.Combine(folder.FullName, "unused.db")];
        string[] local = ["--environment", "Development", "--urls", "http://127.0.0.1:0", "--Local:Playground", "false", .. database];
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", [typeof(CommandLine).Assembly.Location, .. local, .. arguments])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }
        var all = await output + await errors;
        Assert.All(sentences, words => Assert.Contains(words, all, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", all, StringComparison.Ordinal);
        Assert.Equal(2, process.ExitCode);
    }
}
