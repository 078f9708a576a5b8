using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace SupplierBot.Conversations.Kit.Clients;

/// <summary>
/// Everything the bot says in one Playground, written to its transcript; what was said before is delivered on connecting.
/// </summary>
internal sealed class PlaygroundStream : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource stopping = new();
    private Task reading = Task.CompletedTask;

    private PlaygroundStream() { }

    public Transcript Transcript { get; } = new();

    public static async Task<PlaygroundStream> OpenAsync(Uri playground)
    {
        var stream = new PlaygroundStream();
        using var patience = new CancellationTokenSource(Patience);
        await stream.socket.ConnectAsync(
            new UriBuilder(playground) { Scheme = "ws", Path = "/_ws_conversation/v1/conversations/stream" }.Uri,
            patience.Token
        );
        stream.reading = stream.Read();
        return stream;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await reading;
        socket.Dispose();
        stopping.Dispose();
    }

    private async Task Read()
    {
        try
        {
            while (await Next() is { } frame)
                Take(JsonNode.Parse(frame)!);
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            // The Playground or the test has ended; what was seen stays in the transcript.
        }
    }

    private void Take(JsonNode frame)
    {
        if ((string?)frame["action"] is not ("createMessage" or "updateMessage"))
            return;
        Transcript.Write(ShownMessage.From((string)frame["actionConversationId"]!, frame["message"]!, version: 1));
    }

    private async Task<byte[]?> Next()
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16_384];
        for (; ; )
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), stopping.Token);
            if (part.MessageType == WebSocketMessageType.Close)
                return null;
            frame.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return frame.ToArray();
        }
    }
}
