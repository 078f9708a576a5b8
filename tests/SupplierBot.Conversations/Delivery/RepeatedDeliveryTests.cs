using SupplierBot.Conversations.Kit.Delivery;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Delivery;

/// <summary>A hundred onboardings while people and platform say everything twice: each comes out as if it had been said once.</summary>
public sealed class RepeatedDeliveryTests
{
    private const int Onboardings = 100;
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    [Fact]
    public Task Every_button_pressed_twice_80_ms_apart() =>
        OnboardAsync(
            once: employee => employee.GiveAsync,
            twice: async request =>
            {
                var (first, second) = (request.Next(), request.Next());
                var answered = request.Employee.GiveAsync(first);
                await Task.Delay(80);
                return await Task.WhenAll(answered, request.Employee.GiveAsync(second));
            }
        );

    [Fact]
    public Task Every_activity_delivered_twice_at_the_same_time() =>
        OnboardAsync(
            once: BothAtOnce,
            twice: async request =>
            {
                var press = request.Next();
                return await Task.WhenAll(request.Employee.GiveAsync(press), request.Employee.GiveAsync(press));
            }
        );

    [Fact]
    public Task Every_press_delivered_again_at_the_same_time_with_another_id() =>
        OnboardAsync(
            once: BothAtOnce,
            twice: async request =>
            {
                var (first, again) = (request.Next(), request.Next());
                return await Task.WhenAll(request.Employee.GiveAsync(first), request.Employee.GiveAsync(again));
            }
        );

    private static async Task OnboardAsync(
        Func<Employee, Func<System.Text.Json.Nodes.JsonObject, Task<Answer>>> once,
        Func<EmployeeRequest, Task<Answer[]>> twice
    )
    {
        await using var company = await WireCompany.StartAsync();
        var requests = Enumerable.Range(1, Onboardings).Select(number => EmployeeRequest.Number(number, company)).ToList();
        await Parallel.ForEachAsync(
            requests,
            AtOnce,
            async (request, _) =>
            {
                var give = once(request.Employee);
                Assert.True((await give(request.Employee.Installation())).Good);
                for (; !request.Begun; request.Begins())
                    Assert.True((await give(request.Employee.Message($"new {request.Supplier.Name}"))).Good);
                while (request.CaseId is null)
                {
                    var both = await twice(request);
                    if (!both.Any(answer => answer.NotSaved))
                        Agree(request, both);
                }
            }
        );
        foreach (var request in requests)
            await LooksAtReceiptAsync(request);
        Assert.True(await company.Bot.StopAsync());
        await using var kept = StoredState.By(company.Bot);
        await kept.HoldsExactlyAsync(requests);
        Assert.All(await kept.SlotsAsync(), slot => Assert.Equal(0, slot.Duplicates));
    }

    private static Func<System.Text.Json.Nodes.JsonObject, Task<Answer>> BothAtOnce(Employee employee) =>
        async activity =>
        {
            var both = await Task.WhenAll(employee.GiveAsync(activity), employee.GiveAsync(activity));
            return both.First(answer => answer.Good == both.All(one => one.Good));
        };

    /// <summary>
    /// Whichever answer the client shows last, the person looks at the same card; receipts may count the queue a moment later.
    /// </summary>
    private static void Agree(EmployeeRequest request, Answer[] both)
    {
        foreach (var answer in both)
            request.Sees(answer);
        if (request.CaseId is null)
            Assert.Equal(both[0].Body, both[1].Body);
        else
            Assert.All(both, answer => Assert.True(answer.Card!.Contains(request.CaseId), answer.Body));
    }

    /// <summary>The greeting and the one card that became the receipt: nothing else was ever posted to this person.</summary>
    private static async Task LooksAtReceiptAsync(EmployeeRequest request)
    {
        await WaitUntil.TrueAsync(
            () => request.Employee.Newest.Contains(request.CaseId!),
            () =>
                $"the receipt {request.CaseId} in {request.Employee.Conversation}; there is: {string.Join('\n', request.Employee.Messages)}"
        );
        var messages = request.Employee.Messages.Where(message => !message.Contains(Employee.CouldNotSave)).ToList();
        Assert.True(messages.Count == 2, string.Join('\n', messages));
        Assert.Equal(request.Message, messages[1].Id);
    }
}
