using System.Globalization;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Agreements;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Files;

/// <summary>
/// Files are dropped into the own chat: they are fetched from the platform and kept, and then the person says which supplier each is about.
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
    /// <summary>Of one message: each of them is a card.</summary>
    private const int Most = 10;

    /// <summary>Shorter than a turn may take, so that there is time to say that it was too slow.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    /// <param name="maySheet">Suppliers may be read from it.</param>
    /// <returns>A card for each file that was kept, and one for all that were not; none where it was kept to read suppliers from it
    /// alone.</returns>
    public async Task<IReadOnlyList<View>> HandleAsync(Turn turn, Request.GiveFile given, bool maySheet, CancellationToken cancellation)
    {
        var roles = (await assignments.RecentAsync(cancellation)).Roles;
        var context = contexts.Create(roles, turn.Conversation);
        if (given.Others.Count >= Most)
            return [FileCards.Refused("file.too_many", context, ("max", Most.ToString(CultureInfo.InvariantCulture)))];
        if (given.Others.Count == 0)
            return await FetchedAsync(turn, given, maySheet, cancellation) is var became and not IncomingFile.Sheet
                ? [Of(became, await LinesAsync(turn, cancellation), given, context)]
                : [];
        var all = await AllAsync(turn, given, cancellation);
        var kept = all.Select(file => file.Became).OfType<IncomingFile.Kept>().Select(kept => kept.File).ToList();
        var refused = all.Where(file => file.Became is not IncomingFile.Kept).Select(file => (file.Name, Refusal(file.Became))).ToList();
        var lines = kept.Count > 0 ? await LinesAsync(turn, cancellation) : [];
        return
        [
            .. refused.Count > 0 ? [FileCards.Refused(refused, context)] : Array.Empty<View>(),
            .. FileCards.Which(kept, lines, given.Words.Length > 0, context),
        ];
    }

    /// <summary>All at once: together they have the time of one.</summary>
    private async Task<IReadOnlyList<(string Name, IncomingFile? Became)>> AllAsync(
        Turn turn,
        Request.GiveFile given,
        CancellationToken cancellation
    ) =>
        await Task.WhenAll(
            given
                .Others.Prepend((given.Name, given.Address))
                .Select(
                    async (one, index) =>
                        (
                            FileNames.Clean(one.Item1),
                            await FetchedAsync(
                                index == 0 ? turn : turn with { Id = $"{turn.Id}/{index}" },
                                new Request.GiveFile(one.Item1, one.Item2),
                                false,
                                cancellation
                            )
                        )
                )
        );

    private static View Of(IncomingFile? became, IEnumerable<CaseLine> lines, Request.GiveFile given, Context context) =>
        became is IncomingFile.Kept(var file)
            ? FileCards.Which(file, lines, given.Words.Length > 0, context)
            : FileCards.Refused(Refusal(became), context);

    private static string Refusal(IncomingFile? became) =>
        became switch
        {
            IncomingFile.TooBig => "file.too_big",
            IncomingFile.Empty => "file.empty",
            IncomingFile.AnotherKind => "file.kind",
            _ => "file.not_fetched",
        };

    /// <summary>Null where the platform doesn't give it, or gives it too slowly.</summary>
    private async Task<IncomingFile?> FetchedAsync(Turn turn, Request.GiveFile given, bool maySheet, CancellationToken cancellation)
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
                : await new IncomingFiles(store, time).KeepAsync(turn.Id, given.Name, turn.Actor.Id, content, either.Token, maySheet);
        }
        catch (Exception fault)
            when (fault is HttpRequestException or IOException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            Log.FileNotFetched(log, fault);
            return null;
        }
    }

    /// <summary>What the person asked for, and what waits for their decision.</summary>
    private async Task<IReadOnlyList<CaseLine>> LinesAsync(Turn turn, CancellationToken cancellation)
    {
        var own = await lists.OwnAsync(new TurnState(), turn.Actor, cancellation);
        var waiting = await lists.PageAsync(new TurnState(), new Request.ShowPending(), turn.Actor, cancellation);
        return [.. own.Cases, .. waiting.Cases];
    }
}
