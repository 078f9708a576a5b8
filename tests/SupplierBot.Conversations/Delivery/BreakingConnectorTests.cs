using SupplierBot.Chat.Stores;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Delivery;

/// <summary>
/// A connector that takes messages and breaks the connection before it says so: nothing is lost, and what is there twice was counted.
/// </summary>
public sealed class BreakingConnectorTests
{
    [Fact]
    public async Task Answers_to_typed_messages_are_there_and_at_most_once_more_for_each_break()
    {
        await using var company = await WireCompany.StartAsync();
        var breaks = 0;
        company.Connector.Answers = call => call.Number % 3 == 0 ? new ConnectorAnswer.Takes() : Breaks(ref breaks);
        var people = Enumerable.Range(1, 6).Select(number => company.Employee($"typist-{number}")).ToList();
        await Task.WhenAll(people.Select(person => person.GivesUntilTakenAsync(person.Message("new Acme Notes"))));
        Assert.All(people, person => Assert.All(person.Messages, message => Assert.True(message.Contains("Acme Notes"))));
        Assert.All(people, person => Assert.NotEmpty(person.Messages));
        Assert.InRange(people.Sum(person => person.Messages.Count - 1), 1, breaks);
        Assert.InRange(breaks, 1, company.Bot.MayBeTwice());
    }

    [Fact]
    public async Task Review_cards_are_there_and_at_most_once_more_for_each_break()
    {
        await using var company = await WireCompany.StartAsync();
        await company.OpensReviewChannelsAsync();
        var requests = Enumerable.Range(1, 6).Select(number => EmployeeRequest.Number(number, company)).ToList();
        await requests.GoOnAsync(_ => 2);
        var breaks = 0;
        company.Connector.Answers = call =>
            call.Method == "POST" && Volatile.Read(ref breaks) < DeliverySteps.ReviewChannels.Count
                ? Breaks(ref breaks)
                : new ConnectorAnswer.Takes();
        await requests.GoOnAsync();
        await requests.AreShownAsync(company);
        await WaitUntil.TrueAsync(
            () => company.Bot.MayBeTwice() >= breaks,
            () => $"{breaks} repeated posts; the bot counted {company.Bot.MayBeTwice()}"
        );
        Assert.True(await company.Bot.StopAsync());
        await using var kept = StoredState.By(company.Bot);
        await kept.HoldsExactlyAsync(requests);
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
        Assert.Equal(breaks, slots.Values.Sum(slot => slot.Duplicates));
        Assert.All(requests, request => Assert.Single(request.Employee.Messages));
    }

    private static ConnectorAnswer Breaks(ref int breaks)
    {
        Interlocked.Increment(ref breaks);
        return new ConnectorAnswer.TakesAndBreaks();
    }
}
