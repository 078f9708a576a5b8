using Microsoft.Extensions.Logging;

namespace SupplierBot.Slack.Hosting;

internal static partial class Log
{
    [LoggerMessage(1221, LogLevel.Error, "Turn {Turn} failed; its reference is {Reference}")]
    public static partial void TurnFailed(this ILogger logger, Exception fault, string turn, string reference);

    [LoggerMessage(1223, LogLevel.Warning, "The answer of turn {Turn} was not shown: {Method}, {Error}")]
    public static partial void AnswerNotShown(this ILogger logger, string turn, string method, string error);

    [LoggerMessage(
        1224,
        LogLevel.Error,
        "The app was removed from the workspace or its token revoked ({Event}). Nothing reaches Slack until it is installed again and Slack:BotToken is the new one"
    )]
    public static partial void AppRemoved(this ILogger logger, string @event);

    [LoggerMessage(1225, LogLevel.Warning, "Slack sends no more events for now: more than 30,000 came in an hour")]
    public static partial void EventsLimited(this ILogger logger);

    [LoggerMessage(1226, LogLevel.Error, "What turn {Turn} answered could not be shown")]
    public static partial void ShowingFailed(this ILogger logger, Exception fault, string turn);

    [LoggerMessage(1227, LogLevel.Warning, "The home of {Person} shows something older until they open it: {Error}")]
    public static partial void HomeGivenUp(this ILogger logger, string person, string error);

    [LoggerMessage(1228, LogLevel.Error, "The home of {Person} could not be brought up to date")]
    public static partial void HomeFailed(this ILogger logger, Exception fault, string person);
}
