using System.Text.Json.Nodes;
using SupplierBot.Benchmarks.Load;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Benchmarks;

/// <summary>
/// Five-step conversations in which everything comes twice; perfect is the right answers and each reply once. Ours is tested for it in
/// <c>SupplierBot.Conversations/Delivery</c>; here is the peer.
/// </summary>
internal static class Twice
{
    private const int Conversations = 100;
    private const int Steps = 5;
    private const int AtOnce = 10;
    private static readonly TimeSpan Impatience = TimeSpan.FromMilliseconds(80);

    public static async Task<int> RunAsync()
    {
        await using var peer = await PeerBot.JavaScriptAsync(keeps: true);
        Console.WriteLine(
            $"botbuilder (JS), pressed twice 80 ms apart: {await CountAsync(peer, "pressed", PressedAsync)} of {Conversations} perfect"
        );
        Console.WriteLine(
            $"botbuilder (JS), delivered twice at once: {await CountAsync(peer, "delivered", DeliveredAsync)} of {Conversations} perfect"
        );
        return 0;
    }

    private static async Task<int> CountAsync(PeerBot peer, string name, Func<Employee, JsonObject, Task> give)
    {
        var perfect = 0;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Conversations),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) =>
            {
                if (await IsPerfectAsync(peer.Employee($"{name}{number}"), give))
                    Interlocked.Increment(ref perfect);
            }
        );
        return perfect;
    }

    private static async Task<bool> IsPerfectAsync(Employee employee, Func<Employee, JsonObject, Task> give)
    {
        await employee.SaysAsync("start");
        for (var step = 1; step <= Steps; step++)
        {
            var submit = employee.Message("");
            submit.Remove("text");
            submit["value"] = new JsonObject { ["answer"] = $"{step}" };
            await give(employee, submit);
        }
        return employee.Messages.Count == 1 + Steps && employee.Newest.Text == "Thank you: 1 2 3 4 5";
    }

    /// <summary>An impatient thumb: two deliveries with ids of their own.</summary>
    private static async Task PressedAsync(Employee employee, JsonObject submit)
    {
        var first = employee.GiveAsync(submit);
        await Task.Delay(Impatience);
        var again = submit.DeepClone().AsObject();
        again["id"] = $"{again["id"]}-again";
        await Task.WhenAll(first, employee.GiveAsync(again));
    }

    /// <summary>A platform that sends again: the same id.</summary>
    private static Task DeliveredAsync(Employee employee, JsonObject submit) =>
        Task.WhenAll(employee.GiveAsync(submit), employee.GiveAsync(submit));
}
