using SupplierBot.Web.Options;

namespace SupplierBot.Web.Hosting;

internal static partial class Log
{
    [LoggerMessage(
        2,
        LogLevel.Warning,
        "The Playground of {Persona} on port {Port} has ended with exit code {ExitCode}. Start the bot again to get it back. Its log: {LogFile}"
    )]
    public static partial void PlaygroundEnded(this ILogger log, string persona, int port, int exitCode, string logFile);

    [LoggerMessage(3, LogLevel.Error, "The Playgrounds could not be started: {Reason} The bot runs without them.")]
    public static partial void PlaygroundsNotStarted(this ILogger log, string reason);

    [LoggerMessage(
        5,
        LogLevel.Information,
        "SupplierBot {Version} starts: storage {Storage}, policy {PolicyVersion} ({PolicyHash}), {Mode}, telemetry {Telemetry}"
    )]
    public static partial void Starting(
        this ILogger log,
        string version,
        StorageKind storage,
        string policyVersion,
        string policyHash,
        string mode,
        string telemetry
    );

    [LoggerMessage(6, LogLevel.Information, "Listening on {Addresses}")]
    public static partial void Listening(this ILogger log, string addresses);

    [LoggerMessage(
        12,
        LogLevel.Warning,
        "Organisation:JoinAccounts is false, and both Teams and Slack are configured: somebody with an account on each can decide with one what they asked for with the other, and say yes twice. Remove the setting, or set it to true"
    )]
    public static partial void AccountsNotJoined(this ILogger log);

    [LoggerMessage(
        13,
        LogLevel.Warning,
        "The policy has no role {Role}, and {Holders} people were given it in chat: it counts only for requests that were sent under an earlier policy. Say \"roles remove {Role} NAME\" to end it, or add the role to the policy"
    )]
    public static partial void RoleOfEarlierPolicy(this ILogger log, string role, int holders);

    [LoggerMessage(
        7,
        LogLevel.Warning,
        "Made the {Place}, which was not there: the register is empty. Where it should not be, stop the bot and import the last export"
    )]
    public static partial void StorageMade(this ILogger log, string place);

    [LoggerMessage(
        8,
        LogLevel.Warning,
        "THE REGISTER IS KEPT IN THE PROGRAM'S OWN FOLDER ({Path}): a deployment that replaces the folder takes the register with it. Set Storage:Sqlite:Path to a file elsewhere, for example /var/lib/supplierbot/supplierbot.db, and move the database there while the bot is stopped"
    )]
    public static partial void KeptWithTheProgram(this ILogger log, string path);

    [LoggerMessage(14, LogLevel.Information, "Policy {Version} is in force: it is {Place}, and nobody published another")]
    public static partial void PolicyOfSettings(this ILogger log, string version, string place);

    [LoggerMessage(15, LogLevel.Information, "Policy {Version} is in force: {Proposal} was accepted by {By} on {Since:u}")]
    public static partial void PolicyPublished(this ILogger log, string version, string proposal, string by, DateTimeOffset since);

    [LoggerMessage(
        16,
        LogLevel.Warning,
        "{Place} has policy {Newer}, which is not in force: policy {Version} was published, and a start replaces no policy that two people decided on. \"policy publish\" proposes the newer one"
    )]
    public static partial void NewerPolicyNotInForce(this ILogger log, string place, string newer, string version);
}
