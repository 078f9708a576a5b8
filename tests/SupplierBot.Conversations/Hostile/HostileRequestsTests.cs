using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using SupplierBot.Conversations.Kit.Hostile;

namespace SupplierBot.Conversations.Hostile;

/// <summary>What is no activity, or no HTTP, over a real socket: refused with a plain status, and the next one is served.</summary>
[Collection(HostileCollection.Name)]
public sealed class HostileRequestsTests(HostileCompany company)
{
    private static readonly string Deep = string.Concat(Enumerable.Repeat("{\"a\":[", 500));

    public static TheoryData<string, byte[], string, int> Bodies =>
        new()
        {
            { "nothing", [], "application/json", 400 },
            { "null", "null"u8.ToArray(), "application/json", 400 },
            { "a number", "7"u8.ToArray(), "application/json", 400 },
            { "an array", "[]"u8.ToArray(), "application/json", 400 },
            { "another object", "{\"hello\":\"world\"}"u8.ToArray(), "application/json", 400 },
            { "half an object", "{\"type\":\"message\",\"text\":\"he"u8.ToArray(), "application/json", 400 },
            { "1,000 levels", Encoding.UTF8.GetBytes(Deep), "application/json", 400 },
            { "a name twice", "{\"type\":\"message\",\"type\":\"invoke\"}"u8.ToArray(), "application/json", 400 },
            { "no text", [0xFF, 0xFE, 0x00, 0x7B], "application/json", 400 },
            { "an overlong slash", [0x7B, 0x22, 0xC0, 0xAF, 0x22, 0x3A, 0x31, 0x7D], "application/json", 400 },
            { "a form", "a=b"u8.ToArray(), "application/x-www-form-urlencoded", 415 },
            { "XML", "<type>message</type>"u8.ToArray(), "application/xml", 415 },
            { "another text", "{}"u8.ToArray(), "application/json; charset=utf-16", 415 },
            { "a strange type", "{}"u8.ToArray(), "application/json; charset=\u0022x\u0022", 415 },
            { "2 MB", Encoding.UTF8.GetBytes($"\"{new string('x', 2_000_000)}\""), "application/json", 413 },
        };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_that_is_no_activity_is_refused_announced_and_in_chunks(string what, byte[] body, string type, int status)
    {
        foreach (var chunked in new[] { false, true })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, company.Bot.Messages)
            {
                Content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } },
            };
            request.Headers.TransferEncodingChunked = chunked;
            // A server that refuses a long body may close before all of it was sent.
            request.Headers.ExpectContinue = body.Length > 1_000_000;
            using var response = await company.Bot.Http.SendAsync(request);
            Assert.True(status == (int)response.StatusCode, $"{what}: {(int)response.StatusCode}");
            HostileCompany.SaysNothingOfTheInside(await response.Content.ReadAsStringAsync());
        }
        await ServesTheNextAsync();
    }

    [Theory]
    [InlineData("GET /api/messages HTTP/1.1\r\nHost: localhost\r\n\r\n", 405)]
    [InlineData("PUT /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}", 405)]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n", 415)]
    [InlineData(
        "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}",
        415
    )]
    [InlineData("POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}", 400)]
    [InlineData(
        "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 99999999999999999999\r\n\r\n",
        400
    )]
    [InlineData(
        "POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n",
        400
    )]
    [InlineData("POST /api/messages HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", 400)]
    [InlineData("POST /api/messages HTTP/9.9\r\nHost: localhost\r\n\r\n", 505)]
    [InlineData("POST /api/../../messages%00 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n", 400)]
    [InlineData("GET /api/messages/../../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", 404)]
    [InlineData("\u0016\u0003\u0001\u0002 nothing of HTTP\r\n\r\n", 400)]
    public async Task What_is_hardly_HTTP_is_refused(string request, int status)
    {
        Assert.Equal(status, await SendAsync(Encoding.Latin1.GetBytes(request)));
        await ServesTheNextAsync();
    }

    [Theory]
    [InlineData(40_000, 431)]
    [InlineData(100, 415)]
    public async Task A_very_long_header_is_too_long(int length, int status) =>
        Assert.Equal(
            status,
            await SendAsync(
                Encoding.ASCII.GetBytes(
                    $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {new string('x', length)}\r\nContent-Length: 0\r\n\r\n"
                )
            )
        );

    [Fact]
    public async Task A_body_that_ends_early_is_no_turn()
    {
        var message = company.Eve.Message("mine").ToJsonString();
        var begun = company.Eve.Messages.Count;
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(company.Bot.Address.Host, company.Bot.Address.Port);
            await socket
                .GetStream()
                .WriteAsync(
                    Encoding.UTF8.GetBytes(
                        $"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {message.Length + 10}\r\n\r\n{message}"
                    )
                );
        }
        await ServesTheNextAsync();
        Assert.Equal(begun + 1, company.Eve.Messages.Count);
    }

    private async Task ServesTheNextAsync()
    {
        await company.Sound(company.Eve.SaysAsync("help"));
        Assert.True(company.Eve.Newest.Contains("What you can ask me"));
        company.LoggedNoFault();
    }

    /// <returns>The status of the answer's first line.</returns>
    private async Task<int> SendAsync(byte[] request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(company.Bot.Address.Host, company.Bot.Address.Port);
        await socket.GetStream().WriteAsync(request);
        using var reader = new StreamReader(socket.GetStream());
        return int.Parse((await reader.ReadLineAsync())!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
