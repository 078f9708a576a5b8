using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Identity;

/// <summary>
/// A platform says, or an undelivered message shows, that somebody is gone: admins hear once what of theirs waits for other hands. Eight
/// parts: the rows, who they were, who has which role, what they own, whose bot it is, what sends messages, the time, the log.
/// </summary>
public sealed class LeaverNotices(
    ITable table,
    ConversationStore conversations,
    RoleAssignmentStore assignments,
    RegisterReader register,
    ChatSettings settings,
    WakeSignal outbox,
    TimeProvider time,
    ILogger<LeaverNotices> log
)
{
    private const int MostKnown = 1_000;

    /// <summary>The bot was switched off for everybody: nobody left.</summary>
    private const string ForAll = "BotDisabledByAdmin";

    /// <summary>Slack says so of an account that was deactivated.</summary>
    private const string Deactivated = "user_disabled";

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Looked at today: a walk over the register for each message that waits for them would be too much.</summary>
    private readonly BoundedCache<(string, DateOnly), bool> looked = new(MostKnown);

    /// <summary>The platform says that this account is no more; beside whatever else is done about it.</summary>
    public void Left(PersonId person) => _ = Task.Run(() => OrLoggedAsync(person), CancellationToken.None);

    /// <param name="target">Row key of the conversation that can't be written to; one that is nobody's own is none.</param>
    /// <param name="code">The platform's.</param>
    public async Task UnreachableAsync(string target, string code, CancellationToken cancellation)
    {
        if (Keys.IsPlace(target) || code == ForAll)
            return;
        var directory = await assignments.RecentAsync(cancellation);
        var person =
            (await conversations.FindAsync(target, cancellation))?.Person
            ?? directory.Everyone().FirstOrDefault(holder => Keys.Person(holder.Id) == target);
        if (person is not null)
            await NoteAsync(person, (code, code == Deactivated), cancellation);
    }

    /// <returns>Whether admins hear of it now.</returns>
    public async Task<bool> NoteAsync(Person person, (string Reason, bool Certain) sign, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var today = (person.Id.Value, settings.Calendar.Today(now));
        var id = Leavers.Prefix + Keys.Part(person.Id.Value);
        if (looked.TryGet(today, out _) || await table.GetAsync(partition, Keys.Announcement(id), cancellation) is not null)
            return false;
        looked.Set(today, true);
        var owned = await register.OfAsync(owner => owner.Id == person.Id, cancellation);
        var directory = await assignments.NowAsync(cancellation);
        if (
            Leavers.Notice(id, person, owned, directory, sign, now) is not { } notice
            || !await table.AnnounceOnceAsync(partition, notice, now, cancellation)
        )
            return false;
        Log.SomebodyLeft(log, person.Id, sign.Reason, notice.Leaver!.Entries.Count, notice.Leaver.Roles.Count);
        outbox.Wake();
        return true;
    }

    private async Task OrLoggedAsync(PersonId person)
    {
        try
        {
            var known = await conversations.FindAsync(Keys.Person(person), CancellationToken.None);
            var directory = await assignments.RecentAsync(CancellationToken.None);
            await NoteAsync(
                known?.Person ?? directory.Everyone().FirstOrDefault(holder => holder.Id == person) ?? new(person, ""),
                (Deactivated, true),
                CancellationToken.None
            );
        }
        catch (Exception fault) when (fault is not OutOfMemoryException) // the next message that can't be delivered says so again
        {
            Log.LeaverNotNoted(log, person, fault);
        }
    }
}
