using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat;
using SupplierBot.Chat.Ports;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Home;
using SupplierBot.Slack.Modals;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Hosting;

public static class SlackServices
{
    /// <summary>The channel: its way in and its way out.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackOptions options, SlackApiOptions api) => services
        .AddRefusedRequests()
        .AddSlackApi(api)
        .AddSingleton(options)
        .AddSingleton<ResponseUrls>().AddSingleton<ModalStamps>().AddSingleton<SlackTurns>().AddSingleton<ResponseSender>().AddSingleton<AppHomes>()
        .AddSingleton<StaleAppHomes>().AddSingleton<IOpenLists>(provider => provider.GetRequiredService<StaleAppHomes>()).AddHostedService<AppHomeRefresh>()
        .AddSingleton<EventsEndpoint>().AddSingleton<InteractionsEndpoint>().AddSingleton<CommandsEndpoint>();
}
