using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat;

/// <content>Policies that are proposed, accepted and in force.</content>
internal static partial class Log
{
    [LoggerMessage(EventId = 200, Level = LogLevel.Warning, Message = "Policy {Version} ({Hash}) is proposed as {Proposal} by {By}")]
    public static partial void PolicyProposed(ILogger logger, string proposal, string version, string hash, PersonId by);

    [LoggerMessage(EventId = 201, Level = LogLevel.Warning, Message = "Proposal {Proposal} of policy {Version} is {Stage} by {By}")]
    public static partial void PolicyProposalEnded(ILogger logger, string proposal, string version, ProposalStage stage, string by);

    [LoggerMessage(
        EventId = 202,
        Level = LogLevel.Warning,
        Message = "Policy {Version} ({Hash}) is in force here from now on: {Proposal}, accepted by {By}"
    )]
    public static partial void PolicyTakesEffect(ILogger logger, string version, string hash, string proposal, PersonId by);

    [LoggerMessage(
        EventId = 203,
        Level = LogLevel.Error,
        Message = "Which policy is in force could not be read; policy {Version} stays in force here, and it is looked again every few seconds"
    )]
    public static partial void PolicyNotRead(ILogger logger, string version, Exception fault);

    [LoggerMessage(EventId = 204, Level = LogLevel.Error, Message = "A policy could not be tried on the register; nothing was proposed")]
    public static partial void PolicyTrialStopped(ILogger logger, Exception fault);
}
