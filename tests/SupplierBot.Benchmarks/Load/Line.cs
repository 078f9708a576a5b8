using System.Collections.Concurrent;
using System.Text;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Benchmarks.Load;

/// <summary>
/// The way of one conversation's activities to the bot and of its replies back. Bodies are prepared texts: the load must cost less than
/// what it measures.
/// </summary>
internal sealed class Line(HttpClient bot, Employee employee, Replies replies)
{
    private const string Id = "@id@";
    private const string Hole = "@hole@";
    private readonly string message = Prepared(employee.Message(Hole));
    private readonly string press = Prepared(employee.Execute("@verb@", Hole));
    private readonly string submit = Prepared(employee.Message("")).Replace("\"text\":\"\"", "\"value\":" + Hole, StringComparison.Ordinal);
    private int turns;

    /// <summary>
    /// Typed words; returns when they are acknowledged and <paramref name="expected"/> replies have arrived at the connector.
    /// </summary>
    public Task<byte[]> SayAsync(string text, int expected = 1) =>
        AwaitedAsync(message.Replace(Hole, text, StringComparison.Ordinal), expected);

    /// <summary>A card's data sent as a message, as <c>Action.Submit</c> does.</summary>
    public Task<byte[]> SubmitAsync(string data) => AwaitedAsync(submit.Replace(Hole, data, StringComparison.Ordinal), 1);

    /// <summary>A pressed <c>Action.Execute</c>; the answer's body.</summary>
    public Task<byte[]> PressAsync(string verb, string data) =>
        PostAsync(press.Replace("@verb@", verb, StringComparison.Ordinal).Replace($"\"{Hole}\"", data, StringComparison.Ordinal));

    private async Task<byte[]> AwaitedAsync(string body, int expected)
    {
        var reply = replies.Expect(employee.Conversation, expected);
        await PostAsync(body);
        return await reply;
    }

    private async Task<byte[]> PostAsync(string body)
    {
        using var content = new ByteArrayContent(
            Encoding.UTF8.GetBytes(body.Replace(Id, $"{employee.Conversation}-{++turns}", StringComparison.Ordinal))
        );
        content.Headers.ContentType = new("application/json");
        using var response = await bot.PostAsync("/api/messages", content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode
            ? answer
            : throw new InvalidOperationException($"{(int)response.StatusCode}: {Encoding.UTF8.GetString(answer)}");
    }

    private static string Prepared(System.Text.Json.Nodes.JsonObject activity)
    {
        activity["id"] = Id;
        return activity.ToJsonString();
    }
}

/// <summary>Replies at the connector, handed to the conversations that wait for them.</summary>
internal sealed class Replies
{
    private readonly ConcurrentDictionary<string, Expected> waiting = new(StringComparer.Ordinal);

    public Task<byte[]> Expect(string conversation, int count)
    {
        var expected = new Expected(count);
        waiting[conversation] = expected;
        return expected.Whole;
    }

    public void Saw(string conversation, byte[] activity)
    {
        if (waiting.TryGetValue(conversation, out var expected))
            expected.Count(activity);
    }

    private sealed class Expected(int count)
    {
        private readonly TaskCompletionSource<byte[]> whole = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int left = count;

        public Task<byte[]> Whole => whole.Task;

        public void Count(byte[] activity)
        {
            if (Interlocked.Decrement(ref left) == 0)
                whole.TrySetResult(activity);
        }
    }
}
