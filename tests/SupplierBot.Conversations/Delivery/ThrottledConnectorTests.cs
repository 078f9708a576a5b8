using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Delivery;

/// <summary>429 with <c>Retry-After: 1</c> to every odd call: everything arrives once, and what was typed in order.</summary>
public sealed class ThrottledConnectorTests
{
    private static readonly ConnectorAnswer Later = new ConnectorAnswer.Refuses((int)HttpStatusCode.TooManyRequests, 1);
    private static readonly ConnectorAnswer Takes = new ConnectorAnswer.Takes();

    [Fact]
    public async Task Twenty_typed_messages_of_four_conversations_are_answered_in_order()
    {
        await using var company = await WireCompany.StartAsync();
        var calls = new ConcurrentDictionary<string, int>();
        company.Connector.Answers = call => calls.AddOrUpdate(call.Conversation, 1, (_, before) => before + 1) % 2 == 1 ? Later : Takes;
        string[] suppliers = ["Alder", "Birch", "Cedar", "Dogwood", "Elder"];
        await Task.WhenAll(Enumerable.Range(1, 4).Select(number => TypesAsync(company.Employee($"typist-{number}"))));

        async Task TypesAsync(Employee employee)
        {
            var answered = new List<Task<Answer>>();
            foreach (var supplier in suppliers)
            {
                answered.Add(employee.GiveAsync(employee.Message($"can I use {supplier}")));
                // The next one is typed when this one was refused and waits: it must not overtake. Every message takes two calls.
                await WaitUntil.TrueAsync(
                    () => calls.GetValueOrDefault(employee.Conversation) >= 2 * answered.Count - 1,
                    () => $"a call for {supplier}"
                );
            }
            Assert.All(await Task.WhenAll(answered), answer => Assert.True(answer.Good, answer.Body));
            Assert.Equal(suppliers.Length, employee.Messages.Count);
            Assert.All(
                employee.Messages.Zip(suppliers),
                pair => Assert.True(pair.First.Contains(pair.Second), $"{pair.Second}: {pair.First}")
            );
        }
    }

    [Fact]
    public async Task Receipts_review_cards_and_decisions_arrive_once()
    {
        await using var company = await WireCompany.StartAsync();
        await company.OpensReviewChannelsAsync();
        var requests = Enumerable.Range(1, 4).Select(number => EmployeeRequest.Number(number, company)).ToList();
        await requests.GoOnAsync(_ => 1);
        company.Connector.Answers = call => call.Number % 2 == 1 ? Later : Takes;
        await requests.GoOnAsync();
        await requests.AreShownAsync(company);
        var sam = new Employee(company.Bot.Http, company.Connector, Personas.Sam);
        foreach (var request in requests)
            Assert.True((await sam.GiveAsync(Rejection(sam, request))).Card!.Contains(request.Supplier.Name));
        foreach (var request in requests)
        {
            await WaitUntil.TrueAsync(
                () => request.Employee.Messages is [var receipt, var notice] && receipt.Contains(Reason) && notice.Contains(Reason),
                () =>
                    $"receipt and message with the decision on {request.Supplier.Name}; there is: {string.Join('\n', request.Employee.Messages)}"
            );
        }
        Assert.All(
            DeliverySteps.ReviewChannels,
            channel => Assert.All(company.ReviewCards(channel).Values, copies => Assert.Equal(1, copies))
        );
        Assert.Equal(0, company.Bot.MayBeTwice());
    }

    private const string Reason = "Not with these terms, sorry.";

    private static JsonObject Rejection(Employee sam, EmployeeRequest request) =>
        sam.Execute(
            "reject",
            new JsonObject
            {
                ["target"] = "sent",
                ["comment"] = Reason,
                ["_"] = new JsonObject
                {
                    ["case"] = request.CaseId,
                    ["slot"] = "review-security",
                    ["version"] = 1,
                },
            }
        );
}
