using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupplierBot.Chat;

namespace SupplierBot.BotFramework;

public static class BotFrameworkServices
{
    private const int LongestAnswer = 1024 * 1024;

    /// <summary>
    /// The channel and its connector. The returned builder takes the handler that adds the token; without one, calls carry none (local mode).
    /// </summary>
    public static IHttpClientBuilder AddBotFramework(this IServiceCollection services, BotFrameworkOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(options.AnyTenant ? Tenants.Any : Tenants.Of(options.Tenants));
        services.AddSingleton(new ServiceUrls(options.ServiceUrls));
        services.AddSingleton(provider => new ConnectorClient(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<ServiceUrls>(),
            options.ConnectorTimeout,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<TeamsChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<TeamsChannel>());
        services.AddSingleton<Turns>();
        services.AddSingleton<MessagesEndpoint>();
        return services.AddConnectorHttp();
    }

    private static IHttpClientBuilder AddConnectorHttp(this IServiceCollection services) => services
        .AddHttpClient(ConnectorClient.HttpName, client =>
        {
            client.Timeout = Timeout.InfiniteTimeSpan; // The connector client counts for itself.
            client.MaxResponseContentBufferSize = LongestAnswer;
        })
        .RemoveAllLoggers() // They write addresses, and those name conversations.
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false, // A redirect would carry the token to an address nobody checked.
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
        .AddPolicyHandler(Retries.For);
}
