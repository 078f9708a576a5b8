using SupplierBot.Chat.Stores;
using SupplierBot.Conversations.Kit.Clients;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Delivery;

/// <summary>
/// One process on SQLite, killed again and again at random moments, also while it starts, under people who onboard and people who decide.
/// Afterwards, from outside: what was acknowledged is there once, every chain is whole, every message tells the truth.
/// </summary>
public sealed class KillStormTests
{
    private const int Requesters = 8;

    /// <summary>Between two steps of a person.</summary>
    private const int LongestPause = 400; // ms
    private const int MostAnswers = 60;
    private static readonly int Kills = LongRun.Or(200, 20);

    /// <summary>Of an answer from the platform: many a kill falls between a post and its id.</summary>
    private const int LongestWay = 150; // ms
    private static readonly IReadOnlyList<string> Channels = [.. DeliverySteps.ReviewChannels, Personas.Carla.ChannelId];
    private readonly Random chance = new(Environment.TickCount);
    private int answered;

    [Fact]
    public async Task Whatever_dies_whenever_nothing_confirmed_is_lost_and_nothing_is_decided_twice()
    {
        await using var company = await WireCompany.StartAsync();
        company.Connector.Answers = _ => new ConnectorAnswer.TakesSlowly(TimeSpan.FromMilliseconds(Random.Shared.Next(LongestWay)));
        await company.OpensReviewChannelsAsync();
        Assert.True((await company.Employee("admin").InstallsInAsync(Personas.Carla.ChannelId)).Good);
        Approver[] approvers =
        [
            .. new[] { Personas.Sam, Personas.Priya, Personas.Carla }.Select(
                (persona, number) => new Approver(company, persona, new(number), () => Interlocked.Increment(ref answered))
            ),
        ];
        foreach (var approver in approvers)
            Assert.True((await approver.InstallsAsync()).Good);
        var (storm, requests) = (StormAsync(company), new List<EmployeeRequest>());
        var onboarding = Enumerable.Range(0, Requesters).Select(_ => OnboardAsync(company, requests, () => storm.IsCompleted)).ToList();
        var decided = Task.WhenAll(Task.WhenAll(onboarding), storm);
        using var over = new CancellationTokenSource();
        var deciding = approvers.Select(approver => approver.DecidesUntilAsync(over.Token)).ToList();
        await decided;
        // Somebody who stopped deciding says why, before everybody waits for them.
        var left = WaitUntil.NoneIsLeftAsync(() => Undecided(company, requests), "a decision on");
        await await Task.WhenAny([left, .. deciding]);
        await over.CancelAsync();
        await Task.WhenAll(deciding);
        await LookedAtAsync(company, approvers);
        await DeliveredAsync(company.Bot);
        await using var kept = StoredState.By(company.Bot);
        await kept.HoldsExactlyAsync(requests);
        await DecisionsAreKeptAsync(kept, approvers);
        var unknown = await CopiesAreFinalAsync(company, kept);
        TestContext.Current.SendDiagnosticMessage(
            $"{Kills} kills, {requests.Count} requests, {approvers.Sum(approver => approver.Acknowledged.Count)} acknowledged decisions, {company.Bot.MayBeTwice()} posts repeated, {unknown} second copies adopted"
        );
    }

    /// <summary>
    /// After some number of answers, in the middle of the next; every fourth time while it starts. Counted in answers, so that a slow
    /// machine gets on, too.
    /// </summary>
    private async Task StormAsync(WireCompany company)
    {
        for (var kill = 0; kill < Kills; kill++)
        {
            if (kill % 4 == 3)
                await Task.Delay(chance.Next(600));
            else
                await AnsweredAsync(chance.Next(MostAnswers));
            await company.Bot.KillAsync();
            company.Bot.Launch();
        }
        await company.Bot.Ready();
    }

    private async Task AnsweredAsync(int more)
    {
        var enough = answered + more;
        await WaitUntil.TrueAsync(() => Volatile.Read(ref answered) > enough, () => $"{enough} answers; there are {answered}");
    }

    /// <summary>One request after another until the storm is over; each is finished.</summary>
    private async Task OnboardAsync(WireCompany company, List<EmployeeRequest> requests, Func<bool> over)
    {
        while (!over())
        {
            EmployeeRequest request;
            lock (requests)
                requests.Add(request = EmployeeRequest.Number(requests.Count + 1, company));
            await request.Employee.GivesUntilTakenAsync(request.Employee.Installation());
            while (request.CaseId is null)
            {
                var answer = await request.Employee.GivesUntilTakenAsync(request.Next());
                Interlocked.Increment(ref answered);
                if (request.Begun)
                    request.Sees(answer);
                else
                    request.Begins();
                await Task.Delay(Random.Shared.Next(LongestPause));
            }
        }
    }

    /// <summary>Not shown as decided in each channel.</summary>
    private static IReadOnlyList<string> Undecided(WireCompany company, IReadOnlyList<EmployeeRequest> requests) =>
        [
            .. DeliverySteps
                .ReviewChannels.SelectMany(channel => requests.Select(request => request.Supplier.Name).Except(company.Decided(channel)))
                .Distinct(),
        ];

    /// <summary>Copies nobody knew tell about themselves when somebody looks at them.</summary>
    private static Task LookedAtAsync(WireCompany company, IReadOnlyList<Approver> approvers) =>
        WaitUntil.NoneIsLeftAsync(
            async () =>
            {
                foreach (var approver in approvers)
                    await approver.LooksAtOldCopiesAsync();
                return
                [
                    .. Channels
                        .SelectMany(company.Connector.Threads)
                        .Where(thread => thread.Card!.Has("review"))
                        .Select(thread => thread.Id),
                ];
            },
            "the outcome on the copies"
        );

    /// <summary>Nothing waits any more, as the file says after a stop.</summary>
    private static Task DeliveredAsync(BotProcess bot) =>
        WaitUntil.NoneIsLeftAsync(
            async () =>
            {
                Assert.True(await bot.StopAsync());
                IReadOnlyList<string> waiting;
                await using (var kept = StoredState.By(bot))
                    waiting = [.. (await kept.OutboxAsync()).Select(item => item.ToString())];
                if (waiting.Count > 0)
                {
                    await bot.StartAgainAsync();
                    await Task.Delay(TimeSpan.FromSeconds(2));
                }
                return waiting;
            },
            "an empty outbox, but for"
        );

    private static async Task DecisionsAreKeptAsync(StoredState kept, IReadOnlyList<Approver> approvers)
    {
        foreach (var one in await kept.CasesAsync())
        {
            Assert.False(one.IsOpen, one.Id);
            var decisions = await kept.DecisionsAsync(one);
            // Who said yes may still say no while another yes is needed; nobody says the same twice.
            Assert.Equal(decisions.Count, decisions.Select(auditEvent => (auditEvent.Actor, auditEvent.Kind)).Distinct().Count());
            Assert.Equal(
                one.Status == CaseStatus.Rejected ? 1 : 0,
                decisions.Count(auditEvent => auditEvent.Kind == AuditEventKind.Rejected)
            );
            Assert.DoesNotContain(decisions.SkipLast(1), auditEvent => auditEvent.Kind == AuditEventKind.Rejected);
            foreach (var approver in approvers)
            {
                foreach (var (_, verb) in approver.Acknowledged.Where(done => done.Case == one.Id))
                {
                    Assert.Contains(
                        decisions,
                        auditEvent =>
                            auditEvent.Actor == approver.Id
                            && auditEvent.Kind == (verb == "reject" ? AuditEventKind.Rejected : AuditEventKind.Approved)
                    );
                }
            }
        }
    }

    /// <returns>How many messages there are beside the first of each slot.</returns>
    private static async Task<int> CopiesAreFinalAsync(WireCompany company, StoredState kept)
    {
        var (cases, slots) = ((await kept.CasesAsync()).ToDictionary(one => one.Id), await kept.SlotsAsync());
        Assert.All(
            slots,
            slot =>
                Assert.True(
                    slot is { MessageIds.Count: > 0, Posting: false } && slot.ShownVersion == cases[slot.CaseId].Version,
                    slot.ToString()
                )
        );
        Assert.All(
            cases.Values,
            one =>
                Assert.Superset(
                    new[] { Keys.Person(one.Requester.Id) }.Concat(DeliverySteps.ReviewChannels.Select(Keys.Conversation)).ToHashSet(),
                    slots.Where(slot => slot.CaseId == one.Id).Select(slot => slot.Target).ToHashSet()
                )
        );
        return slots.Sum(slot => slot.MessageIds.Count - 1);
    }
}
