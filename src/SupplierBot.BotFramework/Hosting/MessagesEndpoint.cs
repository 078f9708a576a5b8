using Microsoft.AspNetCore.Http;
using SupplierBot.BotFramework.Cards;
using SupplierBot.BotFramework.Connector;
using SupplierBot.BotFramework.Protocol;
using SupplierBot.BotFramework.Teams;
using SupplierBot.Chat.Telemetry;

namespace SupplierBot.BotFramework.Hosting;

/// <summary>One request: gate, body, gate again, address, turn, answer. Nothing a client sends leads to a 500.</summary>
internal sealed class MessagesEndpoint(BotTurns turns, ServiceUrls allowed, Tenants tenants, RefusedRequests refusals, TeamsCards cards)
{
    private const string Door = "Teams";

    public async Task AnswerAsync(HttpContext http, IRequestAuthenticator authenticator)
    {
        if (await authenticator.AuthenticateAsync(http, http.RequestAborted) is AuthenticationResult.Refused stranger)
            Reject(http, stranger);
        else
            await ReadAsync(http, authenticator);
    }

    private async Task ReadAsync(HttpContext http, IRequestAuthenticator authenticator)
    {
        switch (await RequestBody.ReadAsync(http.Request))
        {
            case RequestBody.Refused refused:
                await RefuseAsync(http, refused.Status, refused.Reason);
                break;
            case RequestBody.Whole { Reading: ActivityReading.Malformed malformed }:
                await RefuseAsync(http, StatusCodes.Status400BadRequest, malformed.Reason);
                break;
            case RequestBody.Whole { Reading: ActivityReading.Accepted accepted }:
                await AdmitAsync(http, authenticator, accepted.Activity);
                break;
        }
    }

    private async Task AdmitAsync(HttpContext http, IRequestAuthenticator authenticator, Activity activity)
    {
        if (authenticator.AuthorizeActivity(http, activity) is AuthenticationResult.Refused refused)
        {
            Reject(http, refused);
        }
        else if (!allowed.Allows(activity.ServiceUrl))
        {
            await RefuseAsync(
                http,
                StatusCodes.Status403Forbidden,
                "The serviceUrl is not on the list of those we speak to.",
                ServiceUrls.HostOf(activity.ServiceUrl)
            );
        }
        else
        {
            await TakeAsync(http, activity);
        }
    }

    /// <summary>The status and nothing else.</summary>
    private void Reject(HttpContext http, AuthenticationResult.Refused refused)
    {
        refusals.Count(Door, refused.Status, refused.Reason, refused.Named);
        http.Response.StatusCode = refused.Status;
    }

    private Task TakeAsync(HttpContext http, Activity activity) =>
        (ActivityToTurn.Read(activity, tenants, http.TraceIdentifier, turns.Today), activity.IsInvoke) switch
        {
            ({ } turn, true) => PressedAsync(http, turns.InvokeAsync(turn), activity.ExpectsReplies),
            ({ } turn, false) when activity.ExpectsReplies => RepliedAsync(http, turns.RepliesAsync(turn)),
            ({ } turn, false) => SaidAsync(http, turns.MessageAsync(turn)),
            (null, true) when ActivityToTurn.IsCardAction(activity) => PressedAsync(
                http,
                Task.FromResult<IInvokeBody>(NotAPress()),
                activity.ExpectsReplies
            ),
            (null, true) when InvokeHandling.Known(activity) => RefuseAsync(
                http,
                StatusCodes.Status400BadRequest,
                "The value of this invoke is not one we know.",
                activity.Name
            ),
            (null, true) => RefuseAsync(http, StatusCodes.Status501NotImplemented, "This invoke is not one we answer.", activity.Name),
            (null, false) when activity.ExpectsReplies => RepliedAsync(http, Task.FromResult<IReadOnlyList<OutgoingActivity>>([])),
            (null, false) => LeaveAloneAsync(activity),
        };

    private Task LeaveAloneAsync(Activity activity)
    {
        if (!ActivityTypes.LeftAlone.Contains(activity.Type))
            refusals.Count(Door, StatusCodes.Status200OK, "an activity of a type that is not read", activity.Type);
        return Task.CompletedTask;
    }

    private InvokeResponse NotAPress() =>
        InvokeResponse.Error(StatusCodes.Status400BadRequest, "BadRequest", cards.Wording["teams.unknown_button"]);

    private static async Task PressedAsync(HttpContext http, Task<IInvokeBody> answering, bool asReply)
    {
        var answer = asReply ? new InvokeReply(await answering) : await answering;
        http.Response.ContentType = "application/json; charset=utf-8";
        answer.WriteTo(http.Response.BodyWriter);
        await http.Response.BodyWriter.FlushAsync();
    }

    private static async Task RepliedAsync(HttpContext http, Task<IReadOnlyList<OutgoingActivity>> answering) =>
        await http.Response.WriteAsJsonAsync(new ExpectedReplies(await answering), ActivityJsonContext.Default.ExpectedReplies);

    private static async Task SaidAsync(HttpContext http, Task<bool> answered)
    {
        if (!await answered)
            await WriteAsync(http, StatusCodes.Status503ServiceUnavailable, "The turn failed; it may be sent again.");
    }

    /// <param name="named">What stood outside a list; only from a sender that was let in.</param>
    private Task RefuseAsync(HttpContext http, int status, string reason, string? named = null)
    {
        refusals.Count(Door, status, reason.TrimEnd('.'), named);
        return WriteAsync(http, status, reason);
    }

    private static Task WriteAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new ErrorResponse(new(Code(status), message)), ActivityJsonContext.Default.ErrorResponse);
    }

    private static string Code(int status) =>
        status switch
        {
            StatusCodes.Status403Forbidden => "Forbidden",
            StatusCodes.Status413PayloadTooLarge => "RequestEntityTooLarge",
            StatusCodes.Status415UnsupportedMediaType => "UnsupportedMediaType",
            StatusCodes.Status501NotImplemented => "NotImplemented",
            StatusCodes.Status503ServiceUnavailable => "ServiceUnavailable",
            _ => "BadRequest",
        };
}
