using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SupplierBot.BotFramework.Hosting;

public static class BotFrameworkEndpoints
{
    public const string Path = "/api/messages";

    /// <summary>POST takes activities, HEAD says that we are here; every other verb is 405.</summary>
    public static IEndpointConventionBuilder MapBotFramework(this IEndpointRouteBuilder routes, IRequestAuthenticator authenticator)
    {
        ArgumentNullException.ThrowIfNull(authenticator);
        var messages = routes.ServiceProvider.GetRequiredService<MessagesEndpoint>();
        var group = routes.MapGroup(Path);
        group.MapMethods("", [HttpMethods.Post], (RequestDelegate)(http => messages.AnswerAsync(http, authenticator)));
        group.MapMethods("", [HttpMethods.Head], (RequestDelegate)(_ => Task.CompletedTask));
        return group;
    }
}
