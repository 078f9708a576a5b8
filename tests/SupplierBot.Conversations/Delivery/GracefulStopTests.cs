using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Delivery;

/// <summary>
/// SIGTERM, as every restart and deployment sends it: nothing new is begun, what is on its way is finished, and so nothing appears twice.
/// </summary>
public sealed class GracefulStopTests
{
    [Fact]
    public async Task A_post_that_is_on_its_way_is_finished_and_not_repeated_after_the_start()
    {
        await using var company = await WireCompany.StartAsync();
        await company.OpensReviewChannelsAsync();
        var requests = new[] { EmployeeRequest.Number(1, company) };
        var (begun, release) = (
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously),
            new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
        );
        company.Connector.Answers = call =>
        {
            if (!call.Conversation.StartsWith(Personas.Sam.ChannelId, StringComparison.Ordinal))
                return new ConnectorAnswer.Takes();
            begun.TrySetResult();
            return new ConnectorAnswer.TakesWhen(release.Task);
        };
        await requests.GoOnAsync();
        await begun.Task;
        var stopping = company.Bot.StopAsync();
        await company.RefusesConnectionsAsync();
        Assert.False(stopping.IsCompleted);
        release.SetResult();
        Assert.True(await stopping);
        await company.Bot.StartAgainAsync();
        await requests.AreShownAsync(company);
        Assert.True(await company.Bot.StopAsync());
        await using var kept = StoredState.By(company.Bot);
        Assert.Empty(await kept.OutboxAsync());
        Assert.All(await kept.SlotsAsync(), slot => Assert.Equal((0, null), (slot.Duplicates, slot.Holder)));
        Assert.All(DeliverySteps.ReviewChannels, channel => Assert.Equal([1], company.ReviewCards(channel).Values));
    }
}
