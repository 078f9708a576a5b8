using System.Text.Json.Nodes;
using SupplierBot.Chat.Stores;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Onboarding.Cases;

namespace SupplierBot.Conversations.Delivery;

/// <summary>kill -9 while two hundred people are at it: what was acknowledged is kept, and what was not can be sent again.</summary>
public sealed class KilledInFlightTests
{
    private const int People = 200;
    private const int MostSteps = 8;

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_done_twice()
    {
        await using var company = await WireCompany.StartAsync();
        await company.OpensReviewChannelsAsync();
        var requests = Enumerable.Range(1, People).Select(number => EmployeeRequest.Number(number, company)).ToList();
        await requests.GoOnAsync(request => requests.IndexOf(request) / 4 % MostSteps);
        foreach (var answers in LongRun.IsOn ? [60, 20, 90, 5, 40] : new[] { 60 })
            await StormAsync(company, [.. requests.Where(request => request.CaseId is null)], answers);
        await requests.GoOnAsync();
        await requests.AreShownAsync(company);
        Assert.True(await company.Bot.StopAsync());
        await using var kept = StoredState.By(company.Bot);
        await kept.HoldsExactlyAsync(requests);
        await DoublesWereCountedAsync(company, requests, kept);
    }

    /// <summary>
    /// Everybody at once, and the end of the process after so many answers; then the platform and the people send again what was not
    /// answered.
    /// </summary>
    private static async Task StormAsync(WireCompany company, List<EmployeeRequest> requests, int answers)
    {
        var left = Math.Min(answers, requests.Count / 2);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sent = requests.ConvertAll(request => (Request: request, Activity: request.Next()));
        var turns = sent.ConvertAll(async turn =>
        {
            var answer = await turn.Request.Employee.TriesAsync(turn.Activity);
            if (Interlocked.Decrement(ref left) == 0)
                enough.SetResult();
            return answer;
        });
        await enough.Task;
        await company.Bot.KillAsync();
        var answered = await Task.WhenAll(turns);
        await using (var kept = StoredState.By(company.Bot))
            await IsKeptAsync(kept, sent, answered);
        await company.Bot.StartAgainAsync();
        foreach (var ((request, activity), answer) in sent.Zip(answered).Where(turn => turn.Second is null))
            Takes(request, await request.Employee.GivesUntilTakenAsync(activity));
    }

    private static async Task IsKeptAsync(StoredState kept, List<(EmployeeRequest Request, JsonObject Activity)> sent, Answer?[] answered)
    {
        var cases = (await kept.CasesAsync()).ToDictionary(one => one.Supplier);
        foreach (var ((request, _), answer) in sent.Zip(answered).Where(turn => turn.Second is not null))
        {
            Takes(request, answer!);
            Case? sentOne = request.CaseId is null ? null : Assert.Contains(request.Supplier.Name, cases);
            StoredState.AnswersAreAsTicked(sentOne?.Answers ?? (await kept.DraftOfAsync(request.Employee))!.Answers, request);
        }
    }

    private static void Takes(EmployeeRequest request, Answer answer)
    {
        Assert.True(answer.Good, answer.Body);
        if (request.Begun)
            request.Sees(answer);
        else
            request.Begins();
    }

    private static async Task DoublesWereCountedAsync(WireCompany company, List<EmployeeRequest> requests, StoredState kept)
    {
        var slots = (await kept.SlotsAsync()).ToDictionary(slot => (slot.CaseId, slot.Target));
        foreach (var channel in DeliverySteps.ReviewChannels)
        {
            var copies = company.ReviewCards(channel);
            Assert.All(
                requests,
                request =>
                    Assert.InRange(copies[request.Supplier.Name], 1, 1 + slots[(request.CaseId!, Keys.Conversation(channel))].Duplicates)
            );
        }
        Assert.InRange(
            requests.Sum(request => request.Employee.Messages.Count - 1) + slots.Values.Sum(slot => slot.Duplicates),
            0,
            company.Bot.MayBeTwice()
        );
    }
}
