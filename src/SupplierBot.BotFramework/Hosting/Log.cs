using Microsoft.Extensions.Logging;

namespace SupplierBot.BotFramework.Hosting;

internal static partial class Log
{
    [LoggerMessage(1001, LogLevel.Error, "Turn {Turn} failed; its reference is {Reference}")]
    public static partial void TurnFailed(this ILogger logger, Exception fault, string turn, string reference);

    [LoggerMessage(1003, LogLevel.Warning, "The answer of turn {Turn} was not delivered: {Delivery}")]
    public static partial void AnswerNotDelivered(this ILogger logger, string turn, string delivery);

    [LoggerMessage(1004, LogLevel.Information, "{Count} signing keys of the channel were fetched from {Host}")]
    public static partial void KeysFetched(this ILogger logger, int count, string host);

    [LoggerMessage(
        1005,
        LogLevel.Error,
        "The signing keys of the channel could not be fetched from {Metadata}; those of before are used: {Kept}. {Problem}"
    )]
    public static partial void KeysNotFetched(this ILogger logger, Uri metadata, bool kept, string problem);

    [LoggerMessage(1006, LogLevel.Error, "Nothing can be sent: no token for the connector. {Problem}")]
    public static partial void NoToken(this ILogger logger, string problem);
}
