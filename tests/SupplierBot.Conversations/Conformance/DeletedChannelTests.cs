using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Conformance;

/// <summary>
/// Somebody deletes the channels where reviews are posted, and Teams says so as it does: from the team, about the channel.
/// </summary>
public sealed class DeletedChannelTests
{
    private const string Team = "19:purchasing@thread.tacv2";

    private static JsonObject Deletion(Employee by, string channel)
    {
        var update = by.Message("");
        update.Remove("text");
        update["type"] = "conversationUpdate";
        update["conversation"] = new JsonObject
        {
            ["id"] = Team,
            ["conversationType"] = "channel",
            ["isGroup"] = true,
            ["tenantId"] = Personas.TenantId,
        };
        update["channelData"] = new JsonObject
        {
            ["eventType"] = "channelDeleted",
            ["channel"] = new JsonObject { ["id"] = channel, ["name"] = "Supplier reviews" },
            ["team"] = new JsonObject { ["id"] = Team, ["name"] = "Purchasing" },
            ["tenant"] = new JsonObject { ["id"] = Personas.TenantId },
        };
        return update;
    }

    [Fact]
    public async Task Reviews_come_to_the_approvers_own_chats()
    {
        await using var company = await WireCompany.StartAsync();
        var approvers = new[] { Personas.Sam, Personas.Priya }
            .Select(persona => new Employee(company.Bot.Http, company.Connector, persona))
            .ToList();
        foreach (var approver in approvers)
            Assert.True((await approver.InstallsAsync()).Good);
        await company.OpensReviewChannelsAsync();
        foreach (var channel in DeliverySteps.ReviewChannels)
            Assert.True((await company.Employee("rita").GiveAsync(Deletion(company.Employee("rita"), channel))).Good);
        await new[] { EmployeeRequest.Number(0, company) }.GoOnAsync();
        await WaitUntil.TrueAsync(
            () => approvers.All(approver => approver.Messages.Any(message => message.Card?.Has("review") == true)),
            () => $"a review in each chat; there are {string.Join(" and ", approvers.Select(approver => approver.Messages.Count))} messages"
        );
        Assert.All(DeliverySteps.ReviewChannels, channel => Assert.Empty(company.Connector.Threads(channel)));
    }
}
