using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupplierBot.BotFramework.Authentication;
using SupplierBot.BotFramework.Cards;
using SupplierBot.BotFramework.Connector;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Ports;

namespace SupplierBot.BotFramework.Hosting;

public static class BotFrameworkServices
{
    private const int LongestAnswer = 1024 * 1024;

    /// <summary>The channel and its connector.</summary>
    /// <param name="cards">Its templates and its sentences, read and checked.</param>
    /// <param name="signIn">Null: calls carry no token (local mode).</param>
    public static IServiceCollection AddBotFramework(
        this IServiceCollection services,
        BotFrameworkOptions options,
        TeamsCards cards,
        SignIn? signIn = null
    )
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddRefusedRequests().AddSingleton(options).AddSingleton(cards);
        services.AddSingleton(Tenants.Of(options.Tenants));
        services.AddSingleton(new ServiceUrls(options.ServiceUrls, signIn?.Cloud.ChannelHosts ?? []));
        services.AddSingleton(provider => new ConnectorClient(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<ServiceUrls>(),
            options.ConnectorTimeout,
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<ConnectorRateLimiter>();
        services.AddSingleton<TypingIndicator>();
        services.AddSingleton<TeamsChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TeamsChannel>());
        // Local mode has no directory that could have guests.
        services.AddSingleton(provider => new GuestTurns(
            signIn is null ? null : provider.GetRequiredService<ConnectorClient>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        if (signIn is not null)
            services.AddSingleton<IPeopleDirectory, TeamsDirectory>();
        services.AddSingleton<IFileSource, TeamsFiles>();
        services.AddFilesHttp();
        services.AddSingleton<BotTurns>();
        services.AddSingleton<MessagesEndpoint>();
        var connector = services.AddConnectorHttp();
        signIn?.AddTo(services, connector);
        return services;
    }

    /// <summary>Without a token, a redirect or anything kept from one file to the next.</summary>
    private static void AddFilesHttp(this IServiceCollection services) =>
        services
            .AddHttpClient(
                TeamsFiles.HttpName,
                client =>
                {
                    client.Timeout = Timeout.InfiniteTimeSpan; // Who reads counts.
                    client.DefaultRequestHeaders.UserAgent.Add(new("SupplierBot", null));
                }
            )
            .RemoveAllLoggers() // The address is the key to the file.
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, // It would lead to an address nobody checked.
                UseCookies = false,
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
                ConnectCallback = provider.GetRequiredService<ServiceUrls>().ConnectAsync,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    private static IHttpClientBuilder AddConnectorHttp(this IServiceCollection services) =>
        services
            .AddHttpClient(
                ConnectorClient.HttpName,
                client =>
                {
                    client.Timeout = Timeout.InfiniteTimeSpan; // The connector client counts for itself.
                    client.MaxResponseContentBufferSize = LongestAnswer;
                    client.DefaultRequestHeaders.UserAgent.Add(new("SupplierBot", null)); // Who calls, in the platform's own logs.
                }
            )
            .RemoveAllLoggers() // They write addresses, and those name conversations.
            .ConfigurePrimaryHttpMessageHandler(provider => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, // A redirect would carry the token to an address nobody checked.
                UseCookies = false,
                ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(), // Our traces are nobody else's affair.
                ConnectCallback = provider.GetRequiredService<ServiceUrls>().ConnectAsync,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddPolicyHandler(ConnectorRetries.For);
}
