using System.Diagnostics;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Stores;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Replicas;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Replicas;

/// <summary>Processes that all find the weekly digest due as soon as they start.</summary>
public sealed class RacedDigestTests
{
    /// <summary>A scheduler looks for the first time half a minute after its start at the latest.</summary>
    private static readonly TimeSpan FirstLooks = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task Each_place_gets_one()
    {
        await using var company = await ReplicaCompany.StartAsync(LongRun.Or(10, 4), ("Digest:WhenEmpty", "OneLine"));
        await using var kept = company.OpenState();
        await Task.WhenAll(company.Replicas.Select(replica => replica.KillAsync()));
        await kept.WriteAsync(Rows.Of(Keys.Digests, new(DateTimeOffset.UtcNow.AddDays(-8), "", []), StoredJson.Default.DigestRecord));
        foreach (var replica in company.Replicas)
            replica.Launch();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(company.Replicas.Select(replica => replica.Ready()));
        await Task.Delay(FirstLooks - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } left ? left : TimeSpan.Zero);
        await WaitUntil.TrueAsync(
            () => DeliverySteps.ReviewChannels.All(channel => Digests(company, channel) > 0),
            () => "the digest in both channels"
        );
        Assert.All(DeliverySteps.ReviewChannels, channel => Assert.Equal(1, Digests(company, channel)));
        Assert.Equal(1, company.Said(": sent, rows written"));
        Assert.Single(await kept.KeysAsync(Keys.Announcement(DigestIssue.Prefix)));
    }

    private static int Digests(ReplicaCompany company, string channel) =>
        company.Connector.Threads(channel).Count(thread => thread.Contains("Nothing is waiting"));
}
