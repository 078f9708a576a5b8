using Microsoft.Extensions.Logging;

namespace SupplierBot.BotFramework;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "Turn {Turn} failed; its reference is {Reference}")]
    public static partial void TurnFailed(this ILogger logger, Exception fault, string turn, string reference);

    [LoggerMessage(1002, LogLevel.Warning, "A request was refused with {Status}: {Reason}")]
    public static partial void RequestRefused(this ILogger logger, int status, string reason);

    [LoggerMessage(1003, LogLevel.Warning, "The answer of turn {Turn} was not delivered: {Delivery}")]
    public static partial void AnswerNotDelivered(this ILogger logger, string turn, string delivery);
}
