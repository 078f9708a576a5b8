using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Ports;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Outgoing;

namespace SupplierBot.Slack.Api;

public static class SlackApiServices
{
    private const int LongestAnswer = 1024 * 1024;

    /// <summary>One workspace: its Web API, the way out to it, and who its people are.</summary>
    /// <exception cref="ArgumentException">An address the token may not go to.</exception>
    public static IServiceCollection AddSlackApi(this IServiceCollection services, SlackApiOptions options, SlackCards cards)
    {
        if (!IsAllowed(options.Address))
            throw new ArgumentException(
                $"'{options.Address}' is not an address of the Web API: https, or http on a loopback address; it ends with '/'."
            );
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(cards);
        services.AddSingleton<SlackApi>();
        services.AddHostedService<SlackTokenCheck>();
        services.AddSingleton<SlackPeople>();
        services.AddSingleton<IPeopleDirectory, SlackDirectory>();
        services.AddSingleton<Membership>();
        services.AddSingleton<UserGroups>();
        if (options.RoleGroups.Count > 0)
            services.AddSingleton<IRoleGroups, SlackRoleGroups>();
        services.AddSingleton<DirectMessages>();
        services.AddSingleton<FollowUps>();
        services.AddSingleton<SlackChannel>();
        services.AddSingleton<IChannel>(provider => provider.GetRequiredService<SlackChannel>());
        services.AddSingleton<IFileSource, SlackFiles>();
        services
            .AddHttpClient(SlackFiles.HttpName, client => client.Timeout = Timeout.InfiniteTimeSpan) // Who reads counts.
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services
            .AddHttpClient(
                SlackApi.HttpName,
                client =>
                {
                    client.Timeout = Timeout.InfiniteTimeSpan; // The client of the Web API counts for itself.
                    client.MaxResponseContentBufferSize = LongestAnswer;
                    client.DefaultRequestHeaders.UserAgent.Add(new("SupplierBot", null)); // Who calls, in the platform's own logs.
                }
            )
            .RemoveAllLoggers()
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .AddPolicyHandler(ApiRetries.For);
        return services;
    }

    private static SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false, // A redirect would carry the token to an address nobody checked.
            UseCookies = false,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(), // Our traces are nobody else's affair.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };

    /// <summary>Methods are below it, so it ends with a slash.</summary>
    internal static bool IsAllowed(Uri address) =>
        address is { IsAbsoluteUri: true, UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 }
        && address.AbsolutePath.EndsWith('/')
        && (
            address.Scheme == Uri.UriSchemeHttps
            || (
                address.Scheme == Uri.UriSchemeHttp
                && (
                    address.IdnHost == "localhost"
                    || (IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))
                )
            )
        );
}
