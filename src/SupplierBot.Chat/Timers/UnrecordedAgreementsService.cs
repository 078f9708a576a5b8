using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// After the update that began to keep what is agreed: <see cref="UnrecordedAgreements"/> asks the owner of each entry from before. The
/// walk that finds none is the last.
/// </summary>
public sealed class UnrecordedAgreementsService(
    ITable table,
    CaseTimerService cases,
    ChatSettings settings,
    TimeProvider time,
    ILogger<UnrecordedAgreementsService> log
) : RegisterWalk(table, settings, time, TimeSpan.FromMinutes(4), log)
{
    private protected override string Key => Keys.AgreementsAsked;
    private protected override bool EndsWhenDone => true;

    /// <summary>Only what is approved has a next review; one that says so was asked about.</summary>
    private protected override async Task<bool> DoneAsync(RegisterEntry entry, CancellationToken cancellation) =>
        entry is { AgreementsUnrecorded: false, NextReview: not null }
        && await cases.DecideAsync(
            "agreements",
            entry.CaseId,
            (state, current) => UnrecordedAgreements.Of(current, state.State.Entry, state.Policy, state.Context),
            cancellation
        );

    private protected override void LogFailed(Exception fault) => Log.AgreementsNotAsked(log, fault);
}
