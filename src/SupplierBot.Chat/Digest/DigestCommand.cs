using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Digest;

/// <summary>The <c>digest</c> command: what waits for the person who asks, at once.</summary>
public sealed class DigestCommand(DigestReader reader, RoleAssignmentStore assignmentStore, ContextFactory contexts, TimeProvider time)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    public async Task<View> HandleAsync(Turn turn, CancellationToken cancellation)
    {
        var directory = await assignmentStore.RecentAsync(cancellation);
        var id = turn.Actor.Id;
        Func<CaseLine, bool>? theirs = directory.Roles.Decides(id) ? line => DigestCard.Waits(line, id, directory.Roles) : null;
        var contents = directory.Roles.ReadsEverything(id)
            ? await reader.ReadAsync(time.GetUtcNow() - Week, id, theirs, cancellation)
            : new([], [], [], [], time.GetUtcNow());
        // Who decides nothing but sees everything gets what the channel gets.
        return DigestCard.Show(
            contents,
            directory.Roles.Decides(turn.Actor.Id) ? turn.Actor.Id : null,
            contexts.Create(directory.Roles, turn.Conversation)
        );
    }
}
