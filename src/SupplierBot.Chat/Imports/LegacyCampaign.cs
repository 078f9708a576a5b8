using System.Globalization;
using Microsoft.Extensions.Hosting;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Timers;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Imports;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Imports;

/// <summary>
/// Asks each owner once a week to assess a few suppliers from before the register, the ones due first, until none of theirs is left. The
/// week is noted before the message goes out, so that of several replicas one asks; a message that was not delivered takes the note back.
/// Ten parts: the rows, what was imported, who has which role and where people are, how it is said, whose bot it is, the time and whether
/// it is believed.
/// </summary>
public sealed class LegacyCampaign(
    ITable table,
    ImportStore imports,
    ConversationStore conversations,
    RoleAssignmentStore assignments,
    ContextFactory contexts,
    Channels channels,
    ChatSettings settings,
    ClockCheck clock,
    TimeProvider time,
    ILogger<LegacyCampaign> log
) : BackgroundService
{
    private const string Week = "Week";
    private const int Page = 100;
    private static readonly TimeSpan Round = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterStart = TimeSpan.FromMinutes(5);

    private readonly string partition = Keys.Workflow(settings.OrganisationId);
    private readonly string storage = Keys.Storage(settings.OrganisationId);

    /// <summary>Nothing outside working time.</summary>
    /// <returns>How many owners were asked.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (!clock.Believed || !settings.Calendar.IsWorkingTime(time.GetUtcNow()))
            return 0;
        var asked = 0;
        foreach (var (owner, entries) in await OwnedAsync(cancellation))
        {
            if (await AskedAsync(owner, entries, cancellation))
                asked++;
        }
        if (asked > 0)
            Log.LegacyAsked(log, asked);
        return asked;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.RunAsync(RunAsync, fault => Log.LegacyNotAsked(log, fault), AfterStart, Round, time, stoppingToken);

    /// <summary>Of what was imported alone, by owner; one that nobody bears is asked by nobody, and stands in the digest.</summary>
    private async Task<Dictionary<PersonId, List<RegisterEntry>>> OwnedAsync(CancellationToken cancellation)
    {
        var owned = new Dictionary<PersonId, List<RegisterEntry>>();
        foreach (var ids in (await imports.EntriesAsync(cancellation)).Chunk(Page))
        {
            foreach (var row in (await table.KeysAsync(partition, [.. ids.Select(Keys.Entry)], cancellation)).Values)
            {
                var entry = Rows.Read(row, StoredJson.Default.RegisterEntry);
                if (entry.Status != EntryStatus.Legacy || !Owners.CanBeNotified(entry.Owner))
                    continue;
                if (!owned.TryGetValue(entry.Owner.Id, out var entries))
                    owned[entry.Owner.Id] = entries = [];
                entries.Add(entry);
            }
        }
        return owned;
    }

    private async Task<bool> AskedAsync(PersonId owner, List<RegisterEntry> entries, CancellationToken cancellation)
    {
        if (await conversations.FindAsync(Keys.Person(owner), cancellation) is not { Removed: false, Reference: var own })
            return false;
        var week = WeekOf(settings.Calendar.Today(time.GetUtcNow()));
        var before = await table.GetAsync(storage, Keys.LegacyAsked(owner), cancellation);
        if (before?.Values.GetValueOrDefault(Week) as string == week || !await NoteAsync(owner, week, before?.ETag, cancellation))
            return false;
        var roles = (await assignments.RecentAsync(cancellation)).Roles;
        var channel = channels.Of(own);
        var card = channel.Render(LegacyCards.Portion(entries, contexts.Create(roles, own)), CardPlace.Message);
        if (await channel.SendAsync(own, card, cancellation) is DeliveryOutcome.Delivered or DeliveryOutcome.Unknown)
            return true;
        var noted = await table.GetAsync(storage, Keys.LegacyAsked(owner), cancellation);
        await NoteAsync(owner, "", noted?.ETag, cancellation);
        return false;
    }

    /// <returns>False where another was faster.</returns>
    private async Task<bool> NoteAsync(PersonId owner, string week, string? etag, CancellationToken cancellation)
    {
        var row = new Row(Keys.LegacyAsked(owner), new Dictionary<string, object> { [Week] = week });
        RowChange change = etag is null ? new RowChange.Add(row) : new RowChange.Replace(row, etag);
        return await table.CommitAsync(storage, [change], cancellation) is CommitResult.Committed;
    }

    private static string WeekOf(DateOnly day)
    {
        var at = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at)}-W{ISOWeek.GetWeekOfYear(at):D2}");
    }
}
