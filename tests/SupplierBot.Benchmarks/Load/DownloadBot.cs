using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using SupplierBot.Benchmarks.Core;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Storage.Tables.AzureTables;
using SupplierBot.Storage.Tables.Sqlite;
using SupplierBot.Web.Local;
using SupplierBot.Web.Options;

namespace SupplierBot.Benchmarks.Load;

/// <summary>The bot on a register with a case behind every entry, somebody who takes files, and people who use it meanwhile.</summary>
internal sealed partial class DownloadBot : IAsyncDisposable
{
    private const string Organisation = "local";
    private const int Entries = 10;
    private const int MostTries = 20;
    private readonly DirectoryInfo folder;
    private readonly LoopbackConnector connector;
    private readonly Dictionary<string, string> settings;
    private readonly BotProcess bot;
    private readonly Replies replies = new();
    private readonly Line sam;
    private TaskCompletionSource<string> link = new();

    private DownloadBot(DirectoryInfo folder, LoopbackConnector connector, Dictionary<string, string> settings, BotProcess bot)
    {
        (this.folder, this.connector, this.settings, this.bot) = (folder, connector, settings, bot);
        connector.InsteadOfKeeping = Saw;
        sam = new(bot.Http, new Employee(bot.Http, connector, Personas.Sam), replies);
        People = [.. Enumerable.Range(0, 4).Select(number => new Line(bot.Http, new Employee(bot.Http, connector, $"p{number}"), replies))];
    }

    public IReadOnlyList<Line> People { get; }
    public int ProcessId => bot.ProcessId;
    public string Storage => settings.GetValueOrDefault("Storage:Kind", "SQLite");

    /// <param name="azurite">Null for SQLite.</param>
    public static async Task<DownloadBot> StartAsync(int size, Azurite? azurite = null)
    {
        var folder = Directory.CreateTempSubdirectory("supplierbot-");
        var connector = await LoopbackConnector.StartAsync();
        var settings = connector.Settings;
        if (azurite is null)
        {
            await using var sqlite = SqliteTable.Open(Path.Combine(folder.FullName, "data", "supplierbot.db"));
            await FillAsync(sqlite, size);
        }
        else
        {
            settings["Storage:Kind"] = "AzureTables";
            settings["Storage:ConnectionString"] =
                azurite.ConnectionString
                + Azurite.BlobConnectionString[Azurite.BlobConnectionString.IndexOf("BlobEndpoint", StringComparison.Ordinal)..];
            settings["Storage:Table"] = Azurite.NewTable();
            var table = AzureTable.At(new AzureAccount.ByConnectionString(azurite.ConnectionString), settings["Storage:Table"]);
            await table.MakeIfMissingAsync(CancellationToken.None);
            await FillAsync(table, size);
        }
        return new(folder, connector, settings, await BotProcess.StartAsync(settings, folder.FullName));
    }

    /// <summary>Asked for in chat, and taken by its link.</summary>
    /// <returns>Its bytes.</returns>
    public async Task<long> GetAsync(string text)
    {
        link = new();
        await sam.SayAsync($"download {text}");
        var address = await link.Task.WaitAsync(TimeSpan.FromMinutes(15));
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        using var response = await bot.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var content = await response.Content.ReadAsStreamAsync();
        var (buffer, all) = (new byte[128 * 1024], 0L);
        while (await content.ReadAsync(buffer) is > 0 and var read)
            all += read;
        return all;
    }

    /// <summary>Beside the running bot, from the start of the process to its end.</summary>
    public async Task<(TimeSpan Took, long Bytes, long Megabytes)> OnCommandLineAsync(string ending)
    {
        var path = Path.Combine(folder.FullName, $"register.{ending}");
        List<string> arguments = [typeof(Settings).Assembly.Location, "download", "register", path, "--contentRoot", folder.FullName];
        foreach (var (key, value) in settings)
            arguments.AddRange([$"--{key}", value]);
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        var (started, most) = (Stopwatch.GetTimestamp(), 0L);
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            most = Math.Max(most, process.HasExited ? 0 : process.PeakWorkingSet64);
        }
        var took = Stopwatch.GetElapsedTime(started);
        if (process.ExitCode != 0)
            throw new InvalidOperationException(await said);
        var bytes = new FileInfo(path).Length;
        File.Delete(path);
        return (took, bytes, most / 1048576);
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await connector.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private void Saw(string conversation, byte[] activity)
    {
        replies.Saw(conversation, activity);
        if (conversation == "a:sam" && Link().Match(Encoding.UTF8.GetString(activity)) is { Success: true } match)
            link.TrySetResult(match.Value);
    }

    private static async Task FillAsync(ITable table, int size)
    {
        var context = Samples.At(DateTimeOffset.UtcNow);
        var chat = new Chat.ChatSettings(
            Organisation,
            "",
            context.Calendar,
            context.Roles,
            new Dictionary<string, IReadOnlyList<string>>()
        );
        var requester = new Person(Personas.Rita.Id, Personas.Rita.Name);
        await new FilledRegister(table, chat, Samples.Policy, context, [requester]).FillAsync(size, open: 0);
        await Parallel.ForEachAsync(
            Enumerable.Range(1, size).Chunk(Entries),
            async (numbers, _) => await CommitAsync(table, [.. numbers.SelectMany(RowsOf)])
        );
    }

    /// <summary>An account under load answers late, and rows that are put may be put again.</summary>
    private static async Task CommitAsync(ITable table, IReadOnlyList<RowChange> rows)
    {
        for (var left = MostTries; ; left--)
        {
            try
            {
                await table.CommitAsync(Keys.Workflow(Organisation), rows, CancellationToken.None);
                return;
            }
            catch (AzureTableException) when (left > 0)
            {
                // Patience is for the person who fills it.
            }
        }
    }

    private static IEnumerable<RowChange> RowsOf(int number)
    {
        var record = RegisterSamples.RecordOf(number);
        yield return new RowChange.Put(Rows.Of(Keys.Entry(record.Entry.Id), record.Entry, StoredJson.Default.RegisterEntry));
        yield return new RowChange.Put(Rows.Of(Keys.Case(record.Entry.CaseId), record.Case!, StoredJson.Default.Case));
    }

    [GeneratedRegex("""http://127[^"\\ ]+/files/[A-Za-z0-9_-]{43}""")]
    private static partial Regex Link();
}
