using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Azure.Core;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Moq;
using SupplierBot.BotFramework.Authentication;
using SupplierBot.BotFramework.Connector;
using SupplierBot.Conversations.Kit.SignIn;

namespace SupplierBot.Conversations.Kit.Fuzz;

/// <summary>The whole product in this process, sign-in on, without a socket: from the header of a request to the row in the file.</summary>
internal sealed class CompanyInMemory : IAsyncDisposable, ILoggerProvider, ILogger, IDocumentRetriever
{
    public const string ServiceUrl = "http://127.0.0.1:1/";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fuzz-");
    private readonly FakeChannelIssuer channel = new();
    private readonly WebApplicationFactory<Program> factory;
    private readonly HttpClient http;

    public CompanyInMemory()
    {
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            foreach (var (key, value) in RegisteredCompany.SettingsFor(ServiceUrl, new("http://localhost/"), new("https://localhost/")))
                builder.UseSetting(key, value);
            builder.UseSetting("Storage:Sqlite:Path", Database);
            builder.UseSetting("Decisions:UndoSeconds", "0");
            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(this));
            builder.ConfigureTestServices(Replace);
        });
        http = factory.CreateClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", channel.Token(FakeDirectory.App, ServiceUrl));
    }

    /// <summary>Errors, and whatever was logged with an exception.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <summary>Gets what the bot sends to conversations.</summary>
    public Action<string> Posted { get; set; } = _ => { };
    public IServiceProvider Services => factory.Services;
    public string Database => Path.Combine(folder.FullName, "data.db");

    public async Task<(int Status, string Body)> PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        using var response = await http.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private void Replace(IServiceCollection services)
    {
        services.AddSingleton(provider => new SigningKeys(
            new("https://keys.test/"),
            this,
            TimeProvider.System,
            provider.GetRequiredService<ILogger<SigningKeys>>()
        ));
        services.AddSingleton(provider => new ConnectorTokens(
            SignedIn,
            "scope",
            TimeProvider.System,
            provider.GetRequiredService<ILogger<ConnectorTokens>>()
        ));
        services.AddHttpClient(ConnectorClient.HttpName).ConfigurePrimaryHttpMessageHandler(() => new Connector(this));
    }

    private static TokenCredential SignedIn()
    {
        var credential = new Mock<TokenCredential>();
        credential
            .Setup(own => own.GetTokenAsync(It.IsAny<TokenRequestContext>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync(() => new AccessToken("own", DateTimeOffset.UtcNow.AddHours(12)));
        return credential.Object;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await factory.DisposeAsync();
        channel.Dispose();
        folder.Delete(recursive: true);
    }

    Task<string> IDocumentRetriever.GetDocumentAsync(string address, CancellationToken cancel) =>
        Task.FromResult(
            (
                address.EndsWith("keys", StringComparison.Ordinal)
                    ? channel.Keys()
                    : FakeChannelIssuer.Metadata(FakeChannelIssuer.Issuer, "https://keys.test/")
            ).ToJsonString()
        );

    ILogger ILoggerProvider.CreateLogger(string categoryName) => this;

    void IDisposable.Dispose() { }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    void ILogger.Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (logLevel >= LogLevel.Error || (exception is not null && logLevel >= LogLevel.Warning))
            Faults.Enqueue($"{formatter(state, exception)} {exception}");
    }

    /// <summary>Takes everything, and gives every message an id.</summary>
    private sealed class Connector(CompanyInMemory of) : HttpMessageHandler
    {
        private static long Last;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.Content is not null)
                of.Posted(await request.Content.ReadAsStringAsync(cancellationToken));
            var id = Interlocked.Increment(ref Last).ToString(CultureInfo.InvariantCulture);
            return new(HttpStatusCode.OK)
            {
                Content = new StringContent($$"""{"id":"{{id}}","activityId":"{{id}}"}""", Encoding.UTF8, "application/json"),
            };
        }
    }
}
