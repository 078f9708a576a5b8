using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Timers;

/// <summary>The first working days after the update that began to keep what is agreed.</summary>
public sealed class UnrecordedAgreementsServiceTests
{
    private static readonly Dictionary<string, string> Agreed = new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" };

    [Fact]
    public async Task So_many_a_working_day_are_asked_once_each_and_the_walk_ends()
    {
        await using var bot = await TestBot.StartAsync();
        for (var number = 0; number < UnrecordedAgreementsService.MostADay + 2; number++)
            await FromBeforeAsync(bot, $"Vendor {number}");
        var recorded = await ApprovedAsync(bot, "Acme Notes");
        Assert.Equal(UnrecordedAgreementsService.MostADay, await RunAsync(bot));
        Assert.Equal(0, await RunAsync(bot));
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, await RunAsync(bot));
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await RunAsync(bot));
        // It ended: what would be found now isn't looked for.
        await FromBeforeAsync(bot, "Vendor late");
        bot.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await RunAsync(bot));
        Assert.Equal(recorded.Version, (await CaseAsync(bot, recorded.Id)).Version);
    }

    [Fact]
    public async Task Replicas_at_the_same_moment_ask_once_and_it_stays_in_use()
    {
        await using var bot = await TestBot.StartAsync();
        var used = await FromBeforeAsync(bot, "Acme Notes");
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(bot)));
        Assert.Equal(1, asked.Sum());
        var current = await CaseAsync(bot, used.Id);
        Assert.Single(current.Notifications, one => one.Kind == NotificationKind.AgreementsUnrecorded);
        var entry = (await bot.The<CaseStore>().EntryAsync(used.EntryId, CancellationToken.None))!;
        Assert.Equal((EntryStatus.Active, true), (entry.Status, entry.AgreementsUnrecorded));
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await bot.DeliverAsync();
        Assert.Single(
            bot.Channel.In("a:" + TestBot.Rita.Id),
            shown => shown.Text.Contains("What did we agree with Acme Notes?", StringComparison.Ordinal)
        );
    }

    private static Task<int> RunAsync(TestBot bot) => bot.The<UnrecordedAgreementsService>().RunAsync(CancellationToken.None);

    private static async Task<Case> ApprovedAsync(TestBot bot, string supplier)
    {
        bot.Time.Advance(TimeSpan.FromSeconds(1)); // the newest is the one that is sent here
        var sent = await bot.SendsAsync(TestBot.Rita, supplier, SampleAnswers.NotesApp(supplier));
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "approve", values: Agreed);
        return await CaseAsync(bot, sent.Id);
    }

    /// <summary>As the release before would have kept case and entry.</summary>
    private static async Task<Case> FromBeforeAsync(TestBot bot, string supplier)
    {
        var approved = await ApprovedAsync(bot, supplier);
        Assert.True(approved.IsApproved);
        var table = bot.The<ITable>();
        var partition = Keys.Workflow(bot.The<ChatSettings>().OrganisationId);
        var row = (await table.GetAsync(partition, Keys.Case(approved.Id), CancellationToken.None))!;
        var kept = Rows.Of(row.Key, approved with { Requirements = null, Clauses = null }, StoredJson.Default.Case);
        Assert.IsType<CommitResult.Committed>(
            await table.CommitAsync(partition, [new RowChange.Replace(kept, row.ETag!)], CancellationToken.None)
        );
        return approved;
    }

    private static async Task<Case> CaseAsync(TestBot bot, string id) =>
        (await bot.The<CaseStore>().FindAsync(id, CancellationToken.None))!.Value;
}
