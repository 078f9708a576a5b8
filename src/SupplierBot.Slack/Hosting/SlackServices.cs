using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat;

namespace SupplierBot.Slack;

public static class SlackServices
{
    /// <summary>The channel: its way in and its way out.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options, SlackApiOptions api) => services
        .AddRefusedRequests()
        .AddSlackApi(api)
        .AddSingleton(options)
        .AddSingleton<ResponseUrls>().AddSingleton<WindowStamps>().AddSingleton<Turns>().AddSingleton<Screen>().AddSingleton<Homes>()
        .AddSingleton<StaleHomes>().AddSingleton<IOpenLists>(provider => provider.GetRequiredService<StaleHomes>()).AddHostedService<HomeUpkeep>()
        .AddSingleton<EventsEndpoint>().AddSingleton<InteractionsEndpoint>().AddSingleton<CommandsEndpoint>();
}
