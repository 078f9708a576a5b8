using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Delivery;

/// <summary>Nobody listens where the bot delivers: presses go on, and what was to be said arrives when somebody listens again.</summary>
public sealed class ConnectorDownTests
{
    private static readonly TimeSpan Outage = TimeSpan.FromSeconds(LongRun.Or(30, 6));

    [Fact]
    public async Task Presses_are_answered_and_everything_arrives_afterwards()
    {
        await using var company = await WireCompany.StartAsync();
        await company.OpensReviewChannelsAsync();
        var requests = Enumerable.Range(1, 12).Select(number => EmployeeRequest.Number(number, company)).ToList();
        await requests.GoOnAsync(_ => 1);
        await company.Connector.StopAsync();
        var outage = Task.Delay(Outage);
        var typist = company.Employee("typist");
        var typed = typist.GivesUntilTakenAsync(typist.Message("new Acme Notes"));
        await requests.GoOnAsync();
        Assert.All(requests, request => Assert.NotNull(request.CaseId));
        await outage;
        await company.Connector.StartAgainAsync();
        await typed;
        await requests.AreShownAsync(company);
        Assert.All(requests, request => Assert.Single(request.Employee.Messages));
        var surplus = DeliverySteps.ReviewChannels.Sum(channel => company.ReviewCards(channel).Values.Sum(copies => copies - 1));
        Assert.InRange(surplus + typist.Messages.Count - 1, 0, company.Bot.MayBeTwice());
        Assert.True(typist.Newest.Contains("Acme Notes"));
        Assert.True(await company.Bot.StopAsync());
        await using var kept = StoredState.By(company.Bot);
        await kept.HoldsExactlyAsync(requests);
    }
}
