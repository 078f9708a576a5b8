using System.Text.Json;

namespace SupplierBot.Web;

/// <summary>Stands before the bot's endpoint in local mode; tells the Playgrounds which conversations have reached the bot.</summary>
internal sealed class LocalDoor(RequestDelegate next, LocalConnectors connectors, ILogger<LocalDoor> log)
{
    /// <summary>Far above any activity with a card's inputs; the real service allows about 100 KiB.</summary>
    private const int MostBytes = 1_048_576;

    public async Task InvokeAsync(HttpContext context)
    {
        var verdict = LocalGate.Check(context.Request);
        if (verdict != LocalVerdict.Open) await Refuse(context, verdict);
        else if (!HttpMethods.IsPost(context.Request.Method)) await next(context);
        else await LetIn(context);
    }

    private async Task LetIn(HttpContext context)
    {
        var sender = await ReadSender(context.Request, context.RequestAborted);
        var verdict = LocalGate.CheckServiceUrl(sender.ServiceUrl, connectors.Allowed);
        if (verdict != LocalVerdict.Open)
        {
            await Refuse(context, verdict);
            return;
        }
        await next(context);
        if (sender.Conversation is { } conversation) connectors.Arrived(conversation);
    }

    private Task Refuse(HttpContext context, LocalVerdict verdict)
    {
        log.LocalRequestRefused(verdict, context.Request.Method, context.Request.Path);
        context.Response.StatusCode = LocalGate.StatusOf(verdict);
        return context.Response.WriteAsync($"Local mode: {verdict}");
    }

    private static async Task<(string? ServiceUrl, string? Conversation)> ReadSender(HttpRequest request, CancellationToken cancellation)
    {
        request.EnableBuffering(bufferThreshold: MostBytes, bufferLimit: MostBytes);
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancellation);
            return (Text(body.RootElement, "serviceUrl"), Conversation(body.RootElement));
        }
        catch (Exception fault) when (fault is JsonException or IOException)
        {
            return (null, null);
        }
        finally
        {
            request.Body.Position = 0;
        }
    }

    private static string? Conversation(JsonElement activity) =>
        Text(activity, "type") == "installationUpdate" && activity.TryGetProperty("conversation", out var conversation) ? Text(conversation, "id") : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
