using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Timers;

namespace SupplierBot.Chat.Timers;

/// <summary>
/// Finds the cases for which something is due by the range of their timer rows, and has <see cref="CaseTimers"/> decide what. The commit is
/// that of a turn: of any number of replicas one wins, and what passed is in the case.
/// </summary>
public sealed class CaseTimerService(
    ITable table,
    ClockCheck clock,
    CaseStore cases,
    CaseLoader loader,
    TurnCommit commits,
    ChatSettings settings,
    TimeProvider time,
    ILogger<CaseTimerService> log
)
{
    /// <summary>Rows of one read; a tick without work reads none.</summary>
    private const int PageSize = 20;

    /// <summary>A case that changes all the time is due again a minute later.</summary>
    private const int Tries = 3;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Everything that is due now, once.</summary>
    /// <returns>How many cases something happened to.</returns>
    public async Task<int> TickAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return await RangeAsync(Keys.TimerPrefix, Keys.TimerAfter(now), cancellation)
            + await RangeAsync(Keys.ApprovedTimerPrefix, Keys.ApprovedTimerAfter(now), cancellation);
    }

    private async Task<int> RangeAsync(string from, string before, CancellationToken cancellation)
    {
        var happened = 0;
        for (
            ;
            await table.ReadAsync(partition, from, before, PageSize, cancellation) is { Count: > 0 } due;
            from = Keys.Following(due[^1].Key)
        )
        {
            foreach (var row in due)
            {
                if (!clock.Believed)
                    return happened;
                if (await TickOrSayWhyNotAsync(row, cancellation))
                    happened++;
            }
        }
        return happened;
    }

    /// <summary>Every case is asked whether something became due of it that is still to come.</summary>
    /// <returns>How many cases were put right.</returns>
    public async Task<int> PutRightAsync(CancellationToken cancellation)
    {
        var found = 0;
        await foreach (var row in table.PrefixAsync(partition, Keys.CasePrefix, cancellation))
        {
            try
            {
                if (await PutRightAsync(Rows.Read(row, StoredJson.Default.Case), cancellation))
                    found++;
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                Log.ClockFailed(log, row.Key, fault);
            }
        }
        return found;
    }

    private async Task<bool> PutRightAsync(Case current, CancellationToken cancellation)
    {
        for (var tries = 0; tries < Tries && await cases.FindAsync(current.Id, cancellation) is { } found; tries++)
        {
            var state = await loader.AsItIsAsync(found, cancellation);
            if (!CaseTimers.RanAhead(found.Value, state.Policy, settings.Calendar, time.GetUtcNow()))
                return false;
            if (CaseTimers.Tick(found.Value, state.State.Entry, state.Policy, state.Context) is not { } outcome)
                return false;
            if (await commits.SaveAsync("clock", state, outcome, cancellation))
                return true;
        }
        return false;
    }

    /// <summary>What becomes of one case without a turn or a moment of its own: decided again where the race was lost.</summary>
    /// <returns>Whether something did.</returns>
    internal async Task<bool> DecideAsync(
        string cause,
        string caseId,
        Func<LoadedState, Case, Outcome?> decide,
        CancellationToken cancellation
    )
    {
        for (var tries = 0; tries < Tries && clock.Believed && await cases.FindAsync(caseId, cancellation) is { } found; tries++)
        {
            var state = await loader.AsItIsAsync(found, cancellation);
            if (decide(state, found.Value) is not { } outcome)
                return false;
            if (await commits.SaveAsync(cause, state, outcome, cancellation))
                return true;
        }
        return false;
    }

    /// <summary>One case that cannot be read must not stop the clock of all others.</summary>
    private async Task<bool> TickOrSayWhyNotAsync(Row row, CancellationToken cancellation)
    {
        try
        {
            return await TickAsync(Keys.OfTimer(row.Key), row, cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            Log.ClockFailed(log, row.Key, fault);
            return false;
        }
    }

    private async Task<bool> TickAsync(string caseId, Row row, CancellationToken cancellation)
    {
        for (var tries = 0; tries < Tries; tries++)
        {
            if (await cases.FindAsync(caseId, cancellation) is not { } found || !IndexRows.KeysOf(found.Value).Contains(row.Key))
            {
                // Left by a commit that moved it on: it leads nowhere.
                await table.CommitAsync(partition, [new RowChange.Delete(row.Key, row.ETag)], cancellation);
                return false;
            }
            var state = await loader.AsItIsAsync(found, cancellation);
            if (CaseTimers.Tick(found.Value, state.State.Entry, state.Policy, state.Context) is not { } outcome)
                return false;
            if (await commits.SaveAsync("clock", state, outcome, cancellation))
                return outcome.Events.Count > 0;
        }
        return false;
    }
}
