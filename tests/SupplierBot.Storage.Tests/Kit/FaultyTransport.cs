using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Core.Pipeline;
using SupplierBot.Storage.Tables.AzureTables;

namespace SupplierBot.Storage.Tests.Kit;

/// <summary>The way to the service, which a test can spoil. Counts what is sent.</summary>
internal sealed class FaultyTransport() : DelegatingHandler(new SocketsHttpHandler())
{
    private int sent;

    /// <summary>What becomes of a request, by its number from 1; it goes its way where this is null or says null.</summary>
    public Func<int, HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>?>? Intercept { get; set; }

    /// <summary>Batches are heard and nothing comes back.</summary>
    public bool HoldsBatches { get; set; }
    public int Sent => sent;

    /// <summary>The table behind this wire; made before anything is spoilt.</summary>
    public async Task<AzureTable> TableAsync(string? connection = null)
    {
        var account = new AzureAccount.ByConnectionString(connection ?? Azurite.Shared.ConnectionString)
        {
            Configure = options => options.Transport = new HttpClientTransport(new HttpClient(this, disposeHandler: false)),
        };
        var table = AzureTable.At(account, Azurite.NewTable());
        await table.MakeIfMissingAsync(CancellationToken.None);
        sent = 0;
        return table;
    }

    /// <summary>The service did it, and its reply is lost.</summary>
    public void LosesReplies(int first) => Intercept = (number, _, go) => number <= first ? LoseAsync(go) : null;

    /// <summary>Nothing reaches the service.</summary>
    public void LosesRequests() =>
        Intercept = (_, _, _) =>
            Task.FromException<HttpResponseMessage>(
                new HttpRequestException("cut", new SocketException((int)SocketError.ConnectionRefused))
            );

    public void Answers(HttpStatusCode status, string code) => Intercept = (_, _, _) => Task.FromResult(Refusal(status, code));

    public static HttpResponseMessage Refusal(HttpStatusCode status, string code)
    {
        var error = new JsonObject
        {
            ["code"] = code,
            ["message"] = new JsonObject { ["lang"] = "en-US", ["value"] = "no" },
        };
        return new(status)
        {
            Content = new StringContent(new JsonObject { ["odata.error"] = error }.ToJsonString(), Encoding.UTF8, "application/json"),
        };
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (HoldsBatches && request.Method == HttpMethod.Post)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        Func<Task<HttpResponseMessage>> go = () => base.SendAsync(request, cancellationToken);
        return await (Intercept?.Invoke(Interlocked.Increment(ref sent), request, go) ?? go());
    }

    private static async Task<HttpResponseMessage> LoseAsync(Func<Task<HttpResponseMessage>> go)
    {
        using var reply = await go();
        throw new HttpRequestException("the reply is lost", new IOException());
    }
}
