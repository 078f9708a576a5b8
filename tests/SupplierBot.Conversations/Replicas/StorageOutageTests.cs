using System.Diagnostics;
using System.Net;
using SupplierBot.Conversations.Kit.Replicas;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Replicas;

/// <summary>The storage does not answer for half a minute while people work.</summary>
public sealed class StorageOutageTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Nobody_is_told_that_something_was_saved_and_everything_goes_on_by_itself()
    {
        await using var company = await ReplicaCompany.StartAsync(3);
        var work = new Workload(company);
        using var ended = new CancellationTokenSource();
        var people = work.RunAsync(4, ended.Token);
        await WaitUntil.TrueAsync(() => work.Decided.Count >= 3, () => "three decisions before the outage");
        var (cut, mended) = await CutAsync(company);
        var before = work.Decided.Count;
        await WaitUntil.TrueAsync(() => work.Decided.Count >= before + 3, () => "three decisions after the outage");
        await ended.CancelAsync();
        await people;
        await company.HoldsAsync(work);
        var meanwhile = work.Answers.Where(answer => answer.At > cut && answer.At < mended).Select(answer => answer.Answer).ToList();
        Assert.Empty(meanwhile.Where(answer => answer.Card is not null).Select(answer => answer.Body));
        Assert.Contains(
            meanwhile,
            answer =>
                answer.Words.StartsWith("I couldn't save that", StringComparison.Ordinal)
                || answer.Words.StartsWith("I couldn't confirm that it was saved", StringComparison.Ordinal)
        );
        output.WriteLine(
            $"{RunFigures.Of(company, work)}; told meanwhile: {string.Join(" | ", meanwhile.CountBy(answer => answer.Words).Select(pair => $"{pair.Value} × {pair.Key}"))}"
        );
    }

    /// <returns>The moments between which no reply of the storage can have come: what was on its way has a second to arrive.</returns>
    private static async Task<(long Cut, long Mended)> CutAsync(ReplicaCompany company)
    {
        company.Proxy.Cut();
        var started = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(1));
        var cut = Stopwatch.GetTimestamp();
        await WaitUntil.TrueAsync(
            async () => (await company.ReadinessAsync()).All(status => status == HttpStatusCode.ServiceUnavailable),
            () => "no replica ready"
        );
        await Task.Delay(TimeSpan.FromTicks(Math.Max(0, (Outage - Stopwatch.GetElapsedTime(started)).Ticks)));
        var mended = Stopwatch.GetTimestamp();
        company.Proxy.Mend();
        await WaitUntil.TrueAsync(
            async () => (await company.ReadinessAsync()).All(status => status == HttpStatusCode.OK),
            () => "every replica ready again"
        );
        return (cut, mended);
    }
}
