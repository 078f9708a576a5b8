using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat;
using SupplierBot.Chat.Ports;
using SupplierBot.Slack.Api;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Home;
using SupplierBot.Slack.Modals;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Hosting;

public static class SlackServices
{
    /// <summary>The channel: its way in and its way out.</summary>
    /// <param name="cards">Its templates and its sentences, read and checked.</param>
    public static IServiceCollection AddSlack(
        this IServiceCollection services,
        SlackOptions options,
        SlackApiOptions api,
        SlackCards cards
    ) =>
        services
            .AddRefusedRequests()
            .AddSlackApi(api, cards)
            .AddSingleton(options)
            .AddSingleton<ResponseUrls>()
            .AddSingleton<ModalStamps>()
            .AddSingleton<SlackTurns>()
            .AddSingleton<ResponseSender>()
            .AddSingleton<AppHomeContents>()
            .AddSingleton<AppHomes>()
            .AddSingleton<StaleAppHomes>()
            .AddSingleton<IOpenLists>(provider => provider.GetRequiredService<StaleAppHomes>())
            .AddHostedService<AppHomeRefresh>()
            .AddSingleton<EventsEndpoint>()
            .AddSingleton<InteractionsEndpoint>()
            .AddSingleton<CommandsEndpoint>();
}
