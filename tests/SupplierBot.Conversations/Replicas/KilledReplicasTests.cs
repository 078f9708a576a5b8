using SupplierBot.Conversations.Kit.Replicas;

namespace SupplierBot.Conversations.Replicas;

/// <summary>
/// Three replicas on one storage account: one of them dies every few seconds, and of the storage's replies some are lost.
/// </summary>
public sealed class KilledReplicasTests(ITestOutputHelper output)
{
    private const int People = 6;

    [Fact]
    public async Task Nothing_is_lost_or_decided_twice_and_every_card_tells_the_truth()
    {
        await using var company = await ReplicaCompany.StartAsync(3);
        var work = new Workload(company);
        company.Proxy.Loses = 0.03;
        using var ended = new CancellationTokenSource();
        var people = work.RunAsync(People, ended.Token);
        await company.AreKilledAsync(atLeast: TimeSpan.FromSeconds(LongRun.Or(120, 20)), times: LongRun.Or(20, 5));
        await ended.CancelAsync();
        await people;
        company.Proxy.Loses = 0;
        await company.HoldsAsync(work);
        output.WriteLine(RunFigures.Of(company, work));
    }
}

internal static class RunFigures
{
    public static string Of(ReplicaCompany company, Workload work) =>
        $"{work.Decided.Count} requests decided in {company.Turns} turns; {company.Kills} kills, {work.Broken} connections broken, {company.Proxy.Lost} storage replies lost; "
        + $"{company.Said("the commit lost its race")} lost races, {company.Said("it was found written")} replies found written, "
        + $"{company.Said("posted again after an unknown outcome")} posts repeated, {company.Said("adopted")} copies adopted, {company.Connector.Calls} connector calls";
}
