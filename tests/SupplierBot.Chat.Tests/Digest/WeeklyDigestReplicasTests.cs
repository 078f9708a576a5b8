using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Timers;
using SupplierBot.Storage.Tables.AzureTables;

namespace SupplierBot.Chat.Tests.Digest;

/// <summary>
/// Replicas on one storage account, each with everything of its own but the platform: one digest for a week and place, whichever of them
/// dies
/// where.
/// </summary>
public sealed class WeeklyDigestReplicasTests : IAsyncLifetime
{
    private const int Many = 10;
    private static readonly DigestSettings Mondays = new(Schedule.Read("0 9 * * MON", TimeZoneInfo.Utc)!, true);
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly RecordingChannel platform = new();
    private readonly AzureTable table = AzureTable.At(
        new AzureAccount.ByConnectionString(Azurite.Shared.ConnectionString),
        Azurite.NewTable()
    );
    private readonly List<TestBot> replicas = [];

    [Fact]
    public async Task Ten_that_race_send_one_to_the_place_and_one_to_each_person_every_week()
    {
        for (var number = 0; number < Many; number++)
            await StartAsync();
        await replicas[0].SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        await Task.WhenAll(replicas.Select(replica => replica.The<WeeklyDigest>().TickAsync(CancellationToken.None)));
        for (var week = 0; week < 3; week++)
        {
            SetTime(Monday.AddDays(7 * week));
            var sent = await Task.WhenAll(
                replicas.Select(replica => Task.Run(() => replica.The<WeeklyDigest>().TickAsync(CancellationToken.None)))
            );
            Assert.Equal(1, sent.Sum());
            await Task.WhenAll(replicas.Select(replica => Task.Run(() => replica.DeliverAsync())));
            await SettleAsync();
            foreach (var conversation in new[] { TestBot.SecurityPlace, "a:" + TestBot.Sam.Id, "a:" + TestBot.Priya.Id })
                Assert.Equal(1 + week, Digests(conversation));
        }
        Assert.All(await SlotsAsync(), slot => Assert.Equal((1, 0), (slot.MessageIds.Count, slot.Duplicates)));
    }

    [Fact]
    public async Task Who_dies_before_the_commit_leaves_it_to_the_next()
    {
        var dies = await StartAsync(
            new CountingTable(table)
            {
                BeforeCommitting = batch => batch.Any(IsDigest) ? throw new IOException("killed") : Task.CompletedTask,
            }
        );
        var next = await DueAsync();
        await Assert.ThrowsAsync<IOException>(() => dies.The<WeeklyDigest>().TickAsync(CancellationToken.None));
        Assert.Equal(1, await next.The<WeeklyDigest>().TickAsync(CancellationToken.None));
        await SettleAsync();
        Assert.Equal((1, 0), (Digests(TestBot.SecurityPlace), Assert.Single(await SlotsAsync()).Duplicates));
    }

    [Fact]
    public async Task Who_dies_after_the_commit_has_it_delivered_by_the_next()
    {
        var dies = await StartAsync();
        var next = await DueAsync();
        Assert.Equal(1, await dies.The<WeeklyDigest>().TickAsync(CancellationToken.None));
        await KillAsync(dies);
        Assert.Equal(0, await next.The<WeeklyDigest>().TickAsync(CancellationToken.None));
        await SettleAsync();
        Assert.Equal((1, 0), (Digests(TestBot.SecurityPlace), Assert.Single(await SlotsAsync()).Duplicates));
    }

    /// <summary>The one case in which two can be there: nobody else can know that the first one is. It is counted.</summary>
    [Fact]
    public async Task Who_dies_between_the_post_and_its_note_leaves_at_most_one_more_that_says_the_same_and_is_counted()
    {
        var dies = await StartAsync(
            new CountingTable(table)
            {
                BeforeCommitting = _ => Digests(TestBot.SecurityPlace) > 0 ? throw new IOException("killed") : Task.CompletedTask,
            }
        );
        var next = await DueAsync();
        Assert.Equal(1, await dies.The<WeeklyDigest>().TickAsync(CancellationToken.None));
        await dies.DeliverAsync();
        Assert.Equal(1, Digests(TestBot.SecurityPlace));
        await KillAsync(dies);
        await next.DeliverAsync();
        // Its lease still holds.
        Assert.Equal(1, Digests(TestBot.SecurityPlace));
        SetTime(Monday.AddMinutes(2));
        await SettleAsync();
        var slot = Assert.Single(await SlotsAsync());
        Assert.Equal((2, 1, 1), (Digests(TestBot.SecurityPlace), slot.MessageIds.Count, slot.Duplicates));
        Assert.Single(platform.In(TestBot.SecurityPlace).Where(IsDigest).Select(shown => shown.Text).Distinct());
        SetTime(Monday.AddDays(1));
        await SettleAsync();
        Assert.Equal(2, Digests(TestBot.SecurityPlace));
    }

    public async ValueTask InitializeAsync() => await table.MakeIfMissingAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas)
            await replica.DisposeAsync();
    }

    private async Task<TestBot> StartAsync(ITable? way = null)
    {
        replicas.Add(await TestBot.StartAsync(storage: way ?? table, digest: Mondays, channel: platform));
        return replicas[^1];
    }

    /// <summary>One more, and Monday morning: the digest is due.</summary>
    private async Task<TestBot> DueAsync()
    {
        var next = await StartAsync();
        await next.The<WeeklyDigest>().TickAsync(CancellationToken.None);
        SetTime(Monday);
        return next;
    }

    private async Task KillAsync(TestBot replica)
    {
        replicas.Remove(replica);
        await replica.DisposeAsync();
    }

    private void SetTime(DateTimeOffset now)
    {
        foreach (var replica in replicas)
            replica.Time.SetUtcNow(now);
    }

    /// <summary>The clock goes on in between: where a busy Azurite answered with an error, the row is due again after a moment.</summary>
    private async Task SettleAsync()
    {
        for (var sweeps = 0; sweeps < 3; sweeps++)
        {
            foreach (var replica in replicas)
            {
                await replica.DeliverAsync();
                replica.Time.Advance(TimeSpan.FromSeconds(10));
            }
        }
    }

    private async Task<IReadOnlyList<SlotState>> SlotsAsync() =>
        [
            .. (await table.ReadAsync(Keys.Workflow("test"), "nm-", Keys.After("nm-"), 100, CancellationToken.None)).Select(row =>
                Rows.Read(row, StoredJson.Default.SlotState)
            ),
        ];

    private int Digests(string conversation) => platform.In(conversation).Count(IsDigest);

    private static bool IsDigest(PostedCard shown) =>
        shown.Text.Contains(" waiting · ", StringComparison.Ordinal) || shown.Text.Contains("Nothing is waiting", StringComparison.Ordinal);

    private static bool IsDigest(RowChange change) =>
        change.Key.StartsWith(Keys.Announcement(DigestIssue.Prefix), StringComparison.Ordinal);
}
