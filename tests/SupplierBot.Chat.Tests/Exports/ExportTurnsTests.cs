using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Exports;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Exports;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Tests.Exports;

/// <summary>
/// Files that are asked for in chat, with a writer that is as slow, and fails where, a test says; the real one is in the journeys.
/// </summary>
public sealed class ExportTurnsTests
{
    [Fact]
    public async Task Who_took_what_is_on_the_record_with_the_hash_of_what_they_got()
    {
        var writer = new StagedWriter();
        await using var bot = await StartAsync(writer);
        await bot.SaysAsync(TestBot.Sam, "download register high as csv");
        var said = bot.Channel.In("a:teams:sam").Last().Text;
        Assert.Contains("https://bot.example.com/files/", said, StringComparison.Ordinal);
        var taken = Assert.Single(await EventsAsync(bot)).Event;
        Assert.Equal((AuditEventKind.FileTaken, TestBot.Sam.Id), (taken.Kind, taken.Actor));
        Assert.Equal(
            ["register", "csv", "register high", Hash(StagedWriter.Content)],
            taken.Details.Take(4).Select(detail => detail.Value)
        );
        Assert.Empty(await AuditAsync(bot));
    }

    /// <summary>A name in a chain would outlive the person.</summary>
    [Fact]
    public async Task The_record_names_nobody_but_by_their_id()
    {
        await using var bot = await StartAsync(new StagedWriter());
        await bot.SaysAsync(TestBot.Sam, "download register owner Priya Security with OpenAI as csv");
        var taken = Assert.Single(await EventsAsync(bot));
        Assert.DoesNotContain("Priya", Encoding.UTF8.GetString(taken.Canonical.Span), StringComparison.Ordinal);
        Assert.Contains(taken.Event.Details, detail => detail is { Key: "filter", Value: "register owner “…” with “OpenAI”" });
    }

    [Fact]
    public async Task A_file_that_takes_longer_is_announced_shows_how_far_it_is_and_comes()
    {
        var writer = new StagedWriter { Holds = true };
        await using var bot = await StartAsync(writer);
        var asked = bot.SaysAsync(TestBot.Sam, "download register");
        await writer.Begun;
        writer.Progress!.Report(12_000);
        await AdvanceUntilAsync(bot, () => asked.IsCompleted);
        await AdvanceUntilAsync(bot, () => Newest(bot).Contains("I'm writing the Supplier Register", StringComparison.Ordinal));
        var messages = bot.Channel.In("a:teams:sam").Count();
        writer.Progress.Report(24_000);
        await AdvanceUntilAsync(bot, () => Newest(bot).Contains("24000 suppliers", StringComparison.Ordinal));
        Assert.Empty(await EventsAsync(bot));
        writer.Release();
        await AdvanceUntilAsync(bot, () => Newest(bot).Contains("Here's the Supplier Register.", StringComparison.Ordinal));
        // One message that changed, not one for each step.
        Assert.Equal(messages, bot.Channel.In("a:teams:sam").Count());
        Assert.Single(await EventsAsync(bot));
    }

    [Fact]
    public async Task A_file_that_fails_half_way_was_never_there()
    {
        var writer = new StagedWriter { Fails = true };
        await using var bot = await StartAsync(writer);
        await bot.SaysAsync(TestBot.Sam, "download register");
        Assert.Contains("I couldn't write the Supplier Register. Nothing was saved.", Newest(bot), StringComparison.Ordinal);
        Assert.Empty(await EventsAsync(bot));
        Assert.Empty(await bot.The<IFileStore>().AllAsync(CancellationToken.None).ToListAsync(CancellationToken.None));
        writer.Fails = false;
        await bot.SaysAsync(TestBot.Sam, "download register");
        Assert.Contains("Here's the Supplier Register.", Newest(bot), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_at_once_are_each_on_the_record_in_one_whole_chain()
    {
        await using var bot = await StartAsync(new StagedWriter());
        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(number => bot.SaysAsync(number % 2 == 0 ? TestBot.Sam : TestBot.Priya, "download register", $"t{number}"))
        );
        Assert.Equal(12, (await EventsAsync(bot)).Count);
        Assert.Empty(await AuditAsync(bot));
    }

    [Fact]
    public async Task A_changed_record_of_a_file_is_found()
    {
        await using var bot = await StartAsync(new StagedWriter());
        await bot.SaysAsync(TestBot.Sam, "download register");
        await bot.SaysAsync(TestBot.Sam, "policy read");
        Assert.Equal(AuditEventKind.PolicyRead, (await EventsAsync(bot))[1].Event.Kind);
        var table = bot.The<ITable>();
        var partition = Keys.Workflow(bot.The<ChatSettings>().OrganisationId);
        var row = (await table.GetAsync(partition, Keys.ExportEvent(1), CancellationToken.None))!;
        await table.CommitAsync(partition, [new RowChange.Delete(row.Key, row.ETag)], CancellationToken.None);
        Assert.Contains(await AuditAsync(bot), words => words.StartsWith("EXPORTS, fact 1: it is missing", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pack 2026", "Only reviewers, auditors and admins can download this.")]
    [InlineData("management report Q4 2026", "Only reviewers, auditors and admins can download this.")]
    public async Task What_is_about_everybody_is_not_for_everybody(string typed, string words)
    {
        await using var bot = await StartAsync(new StagedWriter());
        await bot.SaysAsync(TestBot.Rita, typed);
        Assert.Contains(words, bot.Channel.In("a:teams:rita").Last().Text, StringComparison.Ordinal);
        Assert.Empty(await EventsAsync(bot));
    }

    [Fact]
    public async Task A_requester_gets_their_own_lines_alone()
    {
        var writer = new StagedWriter();
        await using var bot = await StartAsync(writer);
        await bot.SaysAsync(TestBot.Rita, "download register");
        Assert.Equal(TestBot.Rita.Id, writer.Job!.Export.OnlyOf);
        await bot.SaysAsync(TestBot.Carla, "download register");
        Assert.Null(writer.Job.Export.OnlyOf);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_written_and_it_is_said_what_to_set()
    {
        await using var bot = await StartAsync(new StagedWriter(), url: null);
        await bot.SaysAsync(TestBot.Sam, "download register");
        Assert.Contains("Downloads:Url", Newest(bot), StringComparison.Ordinal);
        Assert.Empty(await EventsAsync(bot));
    }

    private static string Newest(TestBot bot) => bot.Channel.In("a:teams:sam").Last().Text;

    private static string Hash(string content) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    private static Task<IReadOnlyList<ChainedEvent>> EventsAsync(TestBot bot) =>
        bot.The<ExportSource>().ExportEventsAsync(CancellationToken.None);

    private static async Task<List<string>> AuditAsync(TestBot bot)
    {
        var found = new List<string>();
        await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(found.Add, CancellationToken.None);
        return found;
    }

    private static async Task AdvanceUntilAsync(TestBot bot, Func<bool> done)
    {
        for (var steps = 0; steps < 5_000 && !done(); steps++)
        {
            bot.Time.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Delay(2);
        }
        Assert.True(done());
    }

    private static async Task<TestBot> StartAsync(StagedWriter writer, string? url = "https://bot.example.com/")
    {
        var bot = await TestBot.StartAsync();
        bot.Beside = services => services.AddSingleton<IExportWriter>(writer);
        bot.Configure = settings => settings with { PublicUrl = url is null ? null : new Uri(url) };
        await bot.RestartAsync();
        return bot;
    }

    private sealed class StagedWriter : IExportWriter
    {
        public const string Content = "a,b,c";
        private readonly TaskCompletionSource released = new(),
            begun = new();

        public bool Holds { get; init; }
        public bool Fails { get; set; }
        public ExportJob? Job { get; private set; }
        public IProgress<int>? Progress { get; private set; }
        public Task Begun => begun.Task;

        public void Release() => released.SetResult();

        public async Task<WrittenExport> WriteAsync(ExportJob job, Stream output, IProgress<int> progress, CancellationToken cancellation)
        {
            (Job, Progress) = (job, progress);
            begun.TrySetResult();
            if (Holds)
                await released.Task;
            await output.WriteAsync(Encoding.UTF8.GetBytes(Content), cancellation);
            return Fails ? throw new IOException("The disk is full.") : new(3);
        }
    }
}
