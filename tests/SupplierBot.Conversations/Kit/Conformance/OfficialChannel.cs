using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SupplierBot.Conversations.Kit.Wire;

namespace SupplierBot.Conversations.Kit.Conformance;

/// <summary>
/// The official JavaScript library between people and the bot, both ways (tests/clients/channel.js): what is posted through this handler is
/// posted by its client, and what the bot calls is served by its routes and passed on to our own connector by its connector client.
/// </summary>
internal sealed class OfficialChannel : HttpMessageHandler, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process node;
    private readonly Uri bot;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> waiting = new();
    private readonly TaskCompletionSource<int> port = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim writing = new(1);
    private int number;

    private OfficialChannel(Process node, Uri bot) => (this.node, this.bot) = (node, bot);

    public Uri ServiceUrl { get; private set; } = null!;

    /// <summary>What the bot called, as the library read it.</summary>
    public ConcurrentQueue<JsonNode> Calls { get; } = new();
    public IEnumerable<string> CallNames => Calls.Select(call => (string)call["call"]!).Where(name => name != "authenticate");

    /// <param name="messages">Where the bot takes activities.</param>
    public static async Task<OfficialChannel> StartAsync(Uri messages, Uri connector)
    {
        var node = Process.Start(
            new ProcessStartInfo("node", ["channel.js", connector.ToString()])
            {
                WorkingDirectory = Repository.Clients,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var channel = new OfficialChannel(node, messages);
        node.OutputDataReceived += (_, line) => channel.Hear(line.Data);
        node.ErrorDataReceived += (_, _) => { };
        node.BeginOutputReadLine();
        node.BeginErrorReadLine();
        channel.ServiceUrl = new($"http://127.0.0.1:{await channel.port.Task.WaitAsync(Patience)}/");
        return channel;
    }

    public async Task<Answer> PostAsync(JsonObject activity)
    {
        var n = Interlocked.Increment(ref number);
        var answered = waiting[n] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await writing.WaitAsync();
        try
        {
            await node.StandardInput.WriteLineAsync(
                new JsonObject
                {
                    ["n"] = n,
                    ["bot"] = bot.ToString(),
                    ["conversation"] = (string)activity["conversation"]!["id"]!,
                    ["activity"] = activity.DeepClone(),
                }.ToJsonString()
            );
            await node.StandardInput.FlushAsync();
        }
        finally
        {
            writing.Release();
        }
        var answer = await answered.Task.WaitAsync(Patience);
        var body = answer["body"] switch
        {
            null => "",
            JsonValue text when text.TryGetValue<string>(out var plain) => plain,
            var json => json.ToJsonString(),
        };
        return new((HttpStatusCode)(int)answer["status"]!, body);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await PostAsync(JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken))!.AsObject());
        return new(answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, "application/json") };
    }

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync().WaitAsync(Patience);
        node.Dispose();
        writing.Dispose();
        Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null || !line.StartsWith('{'))
            return;
        var said = JsonNode.Parse(line)!;
        if (said["port"] is { } at)
            port.TrySetResult((int)at);
        else if (said["n"] is { } n && waiting.TryRemove((int)n, out var asked))
            asked.TrySetResult(said);
        else
            Calls.Enqueue(said);
    }
}
