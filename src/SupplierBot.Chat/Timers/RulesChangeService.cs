using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Register;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// Compares the register with the policy in force, and has <see cref="RulesChanges"/> decide whose review is due. The case remembers the
/// policy, so that what is interrupted or found twice happens once.
/// </summary>
public sealed class RulesChangeService(
    ITable table,
    CaseTimerService cases,
    PolicyStore policies,
    ChatSettings settings,
    TimeProvider time,
    ILogger<RulesChangeService> log
) : RegisterWalk(table, settings, time, TimeSpan.FromMinutes(3), log)
{
    /// <summary>
    /// Each policy has a row of its own: while an update goes from replica to replica, the old policy takes no day away from the new one.
    /// </summary>
    private protected override string Key => Keys.PolicyCompared(policies.Current.Hash);

    private protected override int Most => Settings.ReviewsADay;

    /// <summary>A version has one text for ever.</summary>
    private protected override async Task<bool> DoneAsync(RegisterEntry entry, CancellationToken cancellation)
    {
        var inForce = policies.Current;
        return entry.PolicyVersion != inForce.Version
            && entry.NextReview is not null
            && await cases.DecideAsync(
                "rules",
                entry.CaseId,
                (state, current) => RulesChanges.Of(current, state.State.Entry, inForce, state.Policy, state.Context),
                cancellation
            );
    }

    private protected override void LogDone(int entries) => Log.RulesChanged(log, policies.Current.Version, entries);

    private protected override void LogFailed(Exception fault) => Log.RulesChangeFailed(log, fault);
}
