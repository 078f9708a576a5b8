using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.BotFramework.Hosting;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Tests.Kit;
using SupplierBot.Chat.Turns;

namespace SupplierBot.BotFramework.Tests.Hosting;

/// <summary>What the endpoint does not take, and whatever else arrives.</summary>
public sealed partial class MessagesEndpointTests
{
    [Fact]
    public async Task The_gate_comes_first()
    {
        Authorizes(new AuthenticationResult.Refused(401, "no token"));
        Assert.Equal((401, ""), await Post(SampleActivities.Message(change: sent => sent["serviceUrl"] = "https://evil.example/")));
        Assert.Empty(Turns);
    }

    [Fact]
    public async Task Another_service_address_is_forbidden()
    {
        Assert.Equal(403, (await Post(SampleActivities.Message(change: sent => sent["serviceUrl"] = "https://evil.example/"))).Status);
        Assert.Empty(Turns);
    }

    [Fact]
    public async Task What_is_no_activity_is_a_bad_request()
    {
        Assert.Equal(400, (await Post("{}"u8.ToArray())).Status);
        Assert.Equal(400, (await Post([])).Status);
        Assert.Equal(400, (await Post([0xFF, 0xFE])).Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=utf-16")]
    public async Task Another_kind_of_body_is_not_read(string type) =>
        Assert.Equal(415, (await Post(SampleActivities.Message().Bytes(), type)).Status);

    [Fact]
    public async Task A_compressed_body_is_not_read()
    {
        using var content = new ByteArrayContent([1, 2, 3])
        {
            Headers = { ContentType = new("application/json"), ContentEncoding = { "gzip" } },
        };
        using var response = await client.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_not_read_announced_or_not()
    {
        var body = Encoding.UTF8.GetBytes($"\"{new string('x', ActivityReading.MostBytes)}\"");
        Assert.Equal(413, (await Post(body)).Status);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
        };
        request.Headers.TransferEncodingChunked = true;
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Broken_framing_is_a_bad_request()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, client.BaseAddress!.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(
            "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n"u8.ToArray()
        );
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task A_turn_goes_on_when_the_platform_hangs_up()
    {
        var finished = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        Answers(
            async (_, cancellation) =>
            {
                begun.SetResult();
                await Task.Delay(300, cancellation);
                finished.SetResult();
                return new TurnAnswer.Nothing();
            }
        );
        using var hangUp = new CancellationTokenSource();
        var activity = SampleActivities.Message("help", sent => sent["serviceUrl"] = connector.Url);
        using var content = new ByteArrayContent(activity.Bytes()) { Headers = { ContentType = new("application/json") } };
        var posting = client.PostAsync(new Uri("/api/messages", UriKind.Relative), content, hangUp.Token);
        await begun.Task;
        await hangUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => posting);
        await finished.Task.WaitAsync(TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData("HEAD", 200)]
    [InlineData("GET", 405)]
    [InlineData("PUT", 405)]
    [InlineData("DELETE", 405)]
    [InlineData("OPTIONS", 405)]
    public async Task Other_verbs(string verb, int status)
    {
        using var request = new HttpRequestMessage(new(verb), "/api/messages");
        using var response = await client.SendAsync(request);
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task No_bytes_lead_to_a_server_error()
    {
        var random = new Random(20261123);
        var sound = SampleActivities.Press("answer", """{ "_": { "version": 3 } }""").Bytes();
        for (var round = 0; round < 300; round++)
        {
            byte[] body = [.. sound];
            for (var damage = random.Next(1, 4); damage > 0; damage--)
                body[random.Next(body.Length)] = (byte)random.Next(256);
            var (status, _) = await Post(body[..random.Next(body.Length + 1)]);
            Assert.True(status is 200 or 400 or 403 or 501, $"{status} for {Encoding.Latin1.GetString(body)}");
        }
    }
}
