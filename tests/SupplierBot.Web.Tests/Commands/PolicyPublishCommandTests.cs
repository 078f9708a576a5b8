using SupplierBot.Chat;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Web.Tests.Kit;

namespace SupplierBot.Web.Tests.Commands;

/// <summary>A policy is proposed on the command line, beside a bot that has the database open, and waits for somebody else.</summary>
public sealed class PolicyPublishCommandTests : IAsyncLifetime
{
    private static readonly string Sample = Path.Combine(
        Repository.Root,
        "tests",
        "SupplierBot.Chat.Tests",
        "Stores",
        "Golden",
        "backup-1.jsonl"
    );
    private static readonly string[] Admins =
    [
        "--Admins:0:Id",
        "teams:11111111-1111-1111-1111-111111111111",
        "--Admins:0:Name",
        "Carla Ciso",
        "--Admins:1:Id",
        "teams:22222222-2222-2222-2222-222222222222",
        "--Admins:1:Name",
        "Sam Security",
    ];
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("publish-");
    private SqliteTable bot = null!;

    private string Database => Path.Combine(folder.FullName, "supplierbot.db");

    public async ValueTask InitializeAsync()
    {
        await RunAsync("import", Sample);
        bot = SqliteTable.Open(Database);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task It_is_tried_and_proposed_once_and_waits_for_somebody_else()
    {
        var policy = Write("2027.1", "    from: 35\n", "    from: 16\n");
        var (tried, said, errors) = await RunAsync(["policy", "publish", policy, .. Admins]);
        Assert.Equal((0, ""), (tried, errors));
        Assert.Contains("Policy 2027.1 in place of ", said, StringComparison.Ordinal);
        Assert.Contains("were tried;", said, StringComparison.Ordinal);
        Assert.Contains("35 → 16", said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was proposed. To propose it: --by ADMIN --yes.\n", said, StringComparison.Ordinal);
        Assert.Null(await LogAsync());

        var (proposed, waits, _) = await RunAsync(["policy", "publish", policy, "--by", "carla ciso", "--yes", .. Admins]);
        Assert.Equal(0, proposed);
        Assert.Contains("POL-0001: Carla Ciso wants policy 2027.1 in force", waits, StringComparison.Ordinal);
        Assert.Contains("These people can: Sam Security.", waits, StringComparison.Ordinal);
        await RunAsync(["policy", "publish", policy, "--by", "Carla Ciso", "--yes", .. Admins]);
        Assert.Equal(("POL-0001", 1), ((await LogAsync())!.Open, (await LogAsync())!.EventCount));

        var another = Write("2027.2", "    from: 35\n", "    from: 17\n");
        var (exitCode, _, refused) = await RunAsync(["policy", "publish", another, "--by", "Sam Security", "--yes", .. Admins]);
        Assert.Equal(2, exitCode);
        Assert.Contains("Carla Ciso proposed policy 2027.1 (POL-0001)", refused, StringComparison.Ordinal);
        var (_, audited, _) = await RunAsync("audit", "verify");
        Assert.DoesNotContain("POL", audited, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--yes needs --by", "2027.1", "--yes")]
    [InlineData("Rita: is no admin. Admins are: Carla Ciso", "2027.1", "--by", "Rita", "--yes")]
    [InlineData("is in force already", "", "--by", "Carla Ciso", "--yes")]
    public async Task What_cannot_be_proposed_is_said_and_nothing_is(string words, string version, params string[] options)
    {
        var file = version.Length == 0 ? Write("", "", "") : Write(version, "    from: 35\n", "    from: 16\n");
        var (exitCode, _, errors) = await RunAsync(["policy", "publish", file, .. options, .. Admins]);
        Assert.Equal(2, exitCode);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Null(await LogAsync());
    }

    [Fact]
    public async Task Faults_come_with_their_lines_and_broken_promises_with_examples()
    {
        var faulty = Write("2027.1", "stop is customers", "stop is nobody");
        var (exitCode, _, errors) = await RunAsync(["policy", "publish", faulty, "--by", "Carla Ciso", "--yes", .. Admins]);
        Assert.Equal(2, exitCode);
        Assert.Contains("line ", errors, StringComparison.Ordinal);
        // A riskier answer gives fewer points.
        var broken = Write("2027.1", "core: 12", "core: 0");
        (exitCode, _, errors) = await RunAsync(["policy", "publish", broken, "--by", "Carla Ciso", "--yes", .. Admins]);
        Assert.Equal(2, exitCode);
        Assert.NotEmpty(errors);
        Assert.Null(await LogAsync());
    }

    private async Task<PolicyLog?> LogAsync() =>
        (await new PublishStore(bot, Settings).FindAsync(TestContext.Current.CancellationToken))?.Value;

    private static ChatSettings Settings { get; } =
        new(
            "test",
            "Test",
            new(TimeZoneInfo.Utc, new HashSet<DayOfWeek>(), new HashSet<DateOnly>(), new(new(9, 0), new(17, 0))),
            new(new Dictionary<string, IReadOnlyList<Person>>(), []),
            new Dictionary<string, IReadOnlyList<string>>()
        );

    /// <summary>The shipped policy with one change; without a version, as it is.</summary>
    private string Write(string version, string words, string instead)
    {
        var text = DefaultPolicy.Text();
        if (version.Length > 0)
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
            var line = text.Split('\n').First(one => one.StartsWith("version: ", StringComparison.Ordinal));
            text = text.Replace(line, $"version: {version}", StringComparison.Ordinal).Replace(words, instead, StringComparison.Ordinal);
        }
        var path = Path.Combine(folder.FullName, $"policy-{version}.yaml");
        File.WriteAllText(path, text);
        return path;
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] command) =>
        Executable.RunAsync([.. command, "--Organisation:Id", "test", "--Storage:Sqlite:Path", Database]);
}
