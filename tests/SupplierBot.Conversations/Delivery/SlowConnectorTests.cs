using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Delivery;

/// <summary>A connector that takes its time: it holds up what is said there, and nobody else.</summary>
public sealed class SlowConnectorTests
{
    [Fact]
    public async Task Thirty_two_people_get_to_their_receipts_while_no_call_returns()
    {
        await using var company = await WireCompany.StartAsync();
        await company.OpensReviewChannelsAsync();
        var requests = Enumerable.Range(1, 32).Select(number => EmployeeRequest.Number(number, company)).ToList();
        await requests.GoOnAsync(_ => 1);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        company.Connector.Answers = _ => new ConnectorAnswer.TakesWhen(release.Task);
        var typist = company.Employee("typist");
        var typed = typist.GivesUntilTakenAsync(typist.Message("help"));
        await requests.GoOnAsync();
        release.SetResult();
        await typed;
        await requests.AreShownAsync(company);
        Assert.All(requests, request => Assert.Single(request.Employee.Messages));
    }

    [Fact]
    public async Task A_slow_channel_holds_up_neither_receipts_nor_the_other_channel()
    {
        await using var company = await WireCompany.StartAsync();
        await company.OpensReviewChannelsAsync();
        var requests = Enumerable.Range(1, 6).Select(number => EmployeeRequest.Number(number, company)).ToList();
        await requests.GoOnAsync(_ => 1);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = Personas.Sam.ChannelId;
        var slowCalls = 0;
        company.Connector.Answers = call =>
        {
            if (!call.Conversation.StartsWith(slow, StringComparison.Ordinal))
                return new ConnectorAnswer.Takes();
            Interlocked.Increment(ref slowCalls);
            return new ConnectorAnswer.TakesWhen(release.Task);
        };
        await requests.GoOnAsync();
        await WaitUntil.TrueAsync(
            () => company.ReviewCards(Personas.Priya.ChannelId).Count == requests.Count,
            () => "every review card in the other channel"
        );
        foreach (var request in requests)
            await WaitUntil.TrueAsync(() => request.Employee.Newest.Contains(request.CaseId!), () => $"the receipt {request.CaseId}");
        Assert.Equal(1, slowCalls);
        release.SetResult();
        await requests.AreShownAsync(company);
    }
}
