using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Timers;

namespace SupplierBot.BotFramework.Authentication;

/// <summary>How the bot signs in and whom it lets in.</summary>
/// <param name="AppId">The bot's application id; audience of the channel's tokens.</param>
/// <param name="Credential">Makes a credential with an empty cache.</param>
public sealed record SignIn(string AppId, BotCloud Cloud, Func<TokenCredential> Credential)
{
    private const int LongestDocument = 1024 * 1024;
    private const string HttpName = "keys";

    internal void AddTo(IServiceCollection services, IHttpClientBuilder connector)
    {
        services
            .AddHttpClient(HttpName, client => client.MaxResponseContentBufferSize = LongestDocument)
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton(provider => new SigningKeys(
            Cloud.Metadata,
            Documents(provider),
            new MonotonicTime(provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<ILogger<SigningKeys>>()
        ));
        services.AddSingleton(provider => new ChannelTokens(
            Cloud.Issuer,
            AppId,
            provider.GetRequiredService<SigningKeys>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<TokenAuthenticator>();
        services.AddSingleton(provider => new ConnectorTokens(
            Credential,
            Cloud.Scope,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ConnectorTokens>>()
        ));
        connector.AddHttpMessageHandler(provider => new TokenHandler(provider.GetRequiredService<ConnectorTokens>()));
    }

    /// <summary>In the clear only on this machine, where the settings say so.</summary>
    private KeyDocuments Documents(IServiceProvider provider) =>
        new(provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpName), secure: Cloud.Metadata.Scheme == Uri.UriSchemeHttps);
}
