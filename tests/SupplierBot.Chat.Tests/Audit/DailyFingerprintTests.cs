using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Audit;

/// <summary>The fingerprint leaves the storage once a day, and is the one that an audit finds.</summary>
public sealed class DailyFingerprintTests
{
    [Fact]
    public async Task It_is_taken_once_a_day_and_is_that_of_the_audit()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var daily = bot.The<IEnumerable<Microsoft.Extensions.Hosting.IHostedService>>().OfType<DailyFingerprint>().Single();
        Assert.Null(await NewestAsync(bot));
        await daily.TakeAsync(CancellationToken.None);
        var first = await NewestAsync(bot);
        Assert.Equal(new(await OfAuditAsync(bot), 1, 1), first);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.SendsAsync(TestBot.Rita, "Beta Boards", SampleAnswers.NotesApp("Beta Boards"));
        await daily.TakeAsync(CancellationToken.None);
        Assert.Equal(first, await NewestAsync(bot));
        bot.Time.Advance(TimeSpan.FromHours(23));
        await daily.TakeAsync(CancellationToken.None);
        Assert.Equal(new(await OfAuditAsync(bot), 2, 2), await NewestAsync(bot));
    }

    /// <summary>A dropped case leaves no hole where its counter is put back, and another fingerprint.</summary>
    [Fact]
    public async Task A_case_that_is_dropped_changes_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var before = await OfAuditAsync(bot);
        await bot.SendsAsync(TestBot.Rita, "Beta Boards", SampleAnswers.NotesApp("Beta Boards"));
        var after = await OfAuditAsync(bot);
        Assert.NotEqual(before, after);
        await bot.RemoveAsync("r-REQ-2026-0002");
        Assert.NotEqual(after, await OfAuditAsync(bot));
    }

    private static Task<RegisterFingerprint?> NewestAsync(TestBot bot) =>
        DailyFingerprint.NewestAsync(bot.The<ITable>(), RowEditing.Partition, CancellationToken.None);

    private static async Task<string> OfAuditAsync(TestBot bot) =>
        (await new ChainAudit(bot.The<ITable>(), bot.The<ChatSettings>()).RunAsync(_ => { }, CancellationToken.None)).Fingerprint;
}
