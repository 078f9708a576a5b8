using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupplierBot.Chat.Stores;

namespace SupplierBot.Portal.Api;

/// <summary>A fault of ours is answered in the form of every other problem; what it was is in the log.</summary>
internal sealed partial class FaultFilter(ILogger<FaultFilter> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception fault) when (fault is UnreadableRowException or IOException or InvalidOperationException)
        {
            Failed(log, fault, context.HttpContext.Request.Path);
            return Results.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable,
                detail: "What is kept could not be read or written just now. Try again in a moment; the log of the bot says why."
            );
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The interface could not answer {Path}")]
    private static partial void Failed(ILogger log, Exception fault, string path);
}
