using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Files;

/// <summary>
/// A file is dropped into the own chat: it is fetched from the platform and kept, and then the person says which supplier it is about.
/// </summary>
public sealed class FileTurns(
    IEnumerable<IFileSource> sources,
    ListLoader lists,
    ContextFactory contexts,
    RoleAssignmentStore assignments,
    TimeProvider time,
    ILogger<FileTurns> log,
    IFileStore? store = null
)
{
    /// <summary>Shorter than a turn may take, so that there is time to say that it was too slow.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    public async Task<View> HandleAsync(Turn turn, Request.GiveFile given, CancellationToken cancellation)
    {
        var roles = (await assignments.RecentAsync(cancellation)).Roles;
        var context = contexts.Create(roles, turn.Conversation);
        if (given.Several)
            return FileCards.Refused("file.one_by_one", context);
        return await FetchedAsync(turn, given, cancellation) switch
        {
            IncomingFile.Kept(var file) => FileCards.Which(file, await LinesAsync(turn, cancellation), given.Words.Length > 0, context),
            IncomingFile.TooBig => FileCards.Refused("file.too_big", context),
            IncomingFile.Empty => FileCards.Refused("file.empty", context),
            IncomingFile.AnotherKind => FileCards.Refused("file.kind", context),
            _ => FileCards.Refused("file.not_fetched", context),
        };
    }

    /// <summary>Null where the platform doesn't give it, or gives it too slowly.</summary>
    private async Task<IncomingFile?> FetchedAsync(Turn turn, Request.GiveFile given, CancellationToken cancellation)
    {
        if (store is null || sources.FirstOrDefault(one => one.Channel == turn.Conversation.Channel) is not { } source)
            return null;
        using var limit = new CancellationTokenSource(Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await using var content = await source.OpenAsync(given.Address, either.Token);
            return content is null
                ? null
                : await new IncomingFiles(store, time).KeepAsync(turn.Id, given.Name, turn.Actor.Id, content, either.Token);
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            Log.FileNotFetched(log, fault);
            return null;
        }
    }

    /// <summary>What the person asked for, and what waits for their decision.</summary>
    private async Task<IEnumerable<CaseLine>> LinesAsync(Turn turn, CancellationToken cancellation)
    {
        var own = await lists.OwnAsync(new TurnState(), turn.Actor, cancellation);
        var waiting = await lists.PageAsync(new TurnState(), new Request.ShowPending(), turn.Actor, cancellation);
        return own.Cases.Concat(waiting.Cases);
    }
}
