namespace SupplierBot.Web;

internal static partial class Log
{
    [LoggerMessage(2, LogLevel.Warning, "The Playground of {Persona} on port {Port} has ended with exit code {ExitCode}. Start the bot again to get it back. Its log: {LogFile}")]
    public static partial void PlaygroundEnded(this ILogger log, string persona, int port, int exitCode, string logFile);

    [LoggerMessage(3, LogLevel.Error, "The Playgrounds could not be started: {Reason} The bot runs without them.")]
    public static partial void PlaygroundsNotStarted(this ILogger log, string reason);

    [LoggerMessage(4, LogLevel.Warning, "The bot did not answer its installation in {Conversation} within {Seconds} s; nothing can be posted there yet.")]
    public static partial void InstallationUnanswered(this ILogger log, string conversation, double seconds);

    [LoggerMessage(5, LogLevel.Information, "SupplierBot {Version} starts: storage {Storage}, policy {PolicyVersion} ({PolicyHash}), local mode {LocalMode}, exports {Telemetry}")]
    public static partial void Starting(this ILogger log, string version, StorageKind storage, string policyVersion, string policyHash, bool localMode, string telemetry);

    [LoggerMessage(7, LogLevel.Warning, "Made the {Place}, which was not there: the register is empty. Where it should not be, stop the bot and import the last export")]
    public static partial void StorageMade(this ILogger log, string place);
}
