using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// Asks the owner of a draft that was idle for long whether to go on, in their own chat. Found by the range of timer rows; the
/// announcement's id makes it once, whatever is restarted, and the timer goes when it is sent.
/// </summary>
public sealed class DraftTimerService(
    ITable table,
    ClockCheck clock,
    DraftStore drafts,
    OtherDrafts others,
    CaseStore cases,
    WakeSignal outbox,
    ChatSettings settings,
    TimeProvider time,
    ILogger<DraftTimerService> log
)
{
    /// <summary>Rows of one read; a tick without work reads none.</summary>
    private const int PageSize = 20;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <returns>How many people were asked.</returns>
    public async Task<int> TickAsync(CancellationToken cancellation)
    {
        var asked = 0;
        for (
            var from = Keys.TimerPrefix;
            await drafts.IdleAsync(from, time.GetUtcNow(), PageSize, cancellation) is { Count: > 0 } due;
            from = Keys.Following(due[^1].Key)
        )
        {
            foreach (var timer in due)
            {
                if (!clock.Believed)
                    return asked;
                if (await AskedOrSayWhyNotAsync(timer, cancellation))
                    asked++;
            }
        }
        if (asked > 0)
            outbox.Wake();
        return asked;
    }

    /// <summary>
    /// All drafts of the person: several may have been left on one day. One draft that cannot be read must not stop the clock of all
    /// others.
    /// </summary>
    private async Task<bool> AskedOrSayWhyNotAsync(Row timer, CancellationToken cancellation)
    {
        try
        {
            var asked = false;
            var waiting = new List<Draft>();
            foreach (var draft in await drafts.OfTimerAsync(timer.Key, others, cancellation))
            {
                if (DraftTimers.WakesAt(draft, settings.Calendar) > time.GetUtcNow())
                    waiting.Add(draft);
                else if (await IsOpenAsync(draft, cancellation))
                    asked |= await table.AnnounceOnceAsync(partition, DraftTimers.Nudge(draft), time.GetUtcNow(), cancellation);
            }
            await drafts.PassTimerAsync(timer, waiting, cancellation);
            return asked;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Log.ClockFailed(log, timer.Key, fault);
            return false;
        }
    }

    /// <summary>Neither forgotten nor sent: what was sent can be left where its deletion was lost.</summary>
    private async Task<bool> IsOpenAsync(Draft draft, CancellationToken cancellation) =>
        draft.ChangedAt + settings.Retention.Drafts > time.GetUtcNow()
        && await cases.DoneOnAsync(OperationKeys.Create(draft.Id), cancellation) is null;
}
