using Microsoft.Extensions.Logging;

namespace SupplierBot.Slack.Api;

internal static partial class Log
{
    [LoggerMessage(1201, LogLevel.Warning, "Slack's {Method}: {Outcome}, {Error} {Messages}")]
    public static partial void CallFailed(this ILogger logger, string method, ApiOutcome outcome, string error, string messages);

    [LoggerMessage(1202, LogLevel.Information, "Slack's {Method} rests for {Wait}")]
    public static partial void MethodRests(this ILogger logger, string method, TimeSpan wait);

    [LoggerMessage(
        1203,
        LogLevel.Error,
        "Slack does not accept us for {Method}: {Error} {Needed}. Nothing reaches it until the app is installed again or its token and scopes are corrected"
    )]
    public static partial void NotKnownToSlack(this ILogger logger, string method, string error, string needed);

    [LoggerMessage(1204, LogLevel.Warning, "The user group {Group} cannot be read ({Error}): the configured people hold its role")]
    public static partial void NoGroup(this ILogger logger, string group, string error);

    [LoggerMessage(1205, LogLevel.Information, "Slack's workspace {Team} knows us as {User}")]
    public static partial void Connected(this ILogger logger, string team, string user);

    [LoggerMessage(
        1206,
        LogLevel.Error,
        "The token is of workspace {Team}, and Slack:TeamId says {Configured}: nobody of the one is a member, and nobody of the other can be reached. Correct one of the two"
    )]
    public static partial void OtherWorkspace(this ILogger logger, string team, string configured);

    [LoggerMessage(1207, LogLevel.Warning, "Slack did not say whether the token is good: {Error}")]
    public static partial void NotChecked(this ILogger logger, string error);
}
