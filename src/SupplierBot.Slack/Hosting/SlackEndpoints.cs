using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Telemetry;
using SupplierBot.Slack.Protocol;
using SupplierBot.Slack.Responses;

namespace SupplierBot.Slack.Hosting;

public static class SlackEndpoints
{
    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>
    /// POST alone. Nothing Slack, or somebody who says to be Slack, sends leads to a 500; a forged request gets 401 and nothing else.
    /// </summary>
    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        var services = routes.ServiceProvider;
        var group = routes.MapGroup("/slack");
        group.Map(services, "/events", MediaTypeNames.Application.Json, services.GetRequiredService<EventsEndpoint>().AnswerAsync);
        group.Map(services, "/interactions", Form, services.GetRequiredService<InteractionsEndpoint>().AnswerAsync);
        group.Map(services, "/commands", Form, services.GetRequiredService<CommandsEndpoint>().AnswerAsync);
        group.Map(services, "/options", Form, NoOptionsAsync);
    }

    private static void Map(
        this RouteGroupBuilder group,
        IServiceProvider services,
        string path,
        string type,
        Func<HttpContext, ReadOnlyMemory<byte>, Task> answer
    )
    {
        var (options, time, refusals) = (
            services.GetRequiredService<SlackOptions>(),
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<RefusedRequests>()
        );
        group.MapMethods(
            path,
            [HttpMethods.Post],
            (RequestDelegate)(
                async http =>
                {
                    switch (await SignedBody.ReadAsync(http.Request, type, options, time.GetUtcNow()))
                    {
                        case SignedBody.Whole whole:
                            await answer(http, whole.Bytes);
                            break;
                        case SignedBody.Refused refused:
                            refusals.Count($"Slack {path}", refused.Status, refused.Reason);
                            http.Response.StatusCode = refused.Status;
                            break;
                    }
                }
            )
        );
    }

    /// <summary>Every list of ours is in the card; one that asks gets none.</summary>
    private static Task NoOptionsAsync(HttpContext http, ReadOnlyMemory<byte> body)
    {
        if (PayloadReading.Interaction(body) is { Type: Interaction.Suggestion })
            return http.AnswerAsync(ResponseBodies.NoOptions());
        http.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }
}
