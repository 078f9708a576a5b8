using SupplierBot.Chat.Ports;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Roles;

namespace SupplierBot.Chat.Stores;

/// <summary>
/// Open cases in the order in which they wait: overdue; begun; nothing open; open points; waiting for the requester; within each the one of
/// the highest tier, and of those the one due first. The index has a range for each tier of each place but the first, which follows from
/// the clock: it is the beginning of the others.
/// </summary>
public sealed class CaseQueue(ITable table, ChatSettings settings, DamagedRows? damaged = null)
{
    private static readonly int[] InReview = [1, 2, 3];
    private static readonly Tier[] TiersFromTheTop = [.. Enum.GetValues<Tier>().OrderDescending()];
    internal const int OfRequester = 4;

    /// <summary>
    /// What waits beside decisions on the whole, also of what is approved: the case as often as it is there in another place.
    /// </summary>
    internal const int OfAgreements = 5;

    private readonly string partition = Keys.Workflow(settings.OrganisationId);

    /// <summary>Of the case alone, no matter who holds which role now: a decision finds the row that an earlier commit wrote.</summary>
    public static int PlaceOf(Case current) =>
        current switch
        {
            { Status: CaseStatus.InfoRequested } => OfRequester,
            { Approvals.Count: > 0 } => 1,
            { Assessment.OpenPoints.Count: 0 } => 2,
            _ => 3,
        };

    /// <summary>
    /// The first <paramref name="take"/> that are not this person's own, as they are now. What <c>pending</c>, the digest and the home of
    /// the Slack app say of open requests is read here, and nowhere else.
    /// </summary>
    public async Task<IReadOnlyList<CaseLine>> FirstAsync(DateTimeOffset now, PersonId except, int take, CancellationToken cancellation) =>
        [
            .. (await ReadAsync(now, except, take, cancellation))
                .Where(line => !line.IsUnsent(now))
                .Select(line => line.AsOf(now, settings.Calendar)),
        ];

    /// <summary>Changes, gaps and what others filled in: that of the highest tier first, and of those what waits longest.</summary>
    public async Task<IReadOnlyList<CaseLine>> AgreementsAsync(PersonId except, int take, CancellationToken cancellation)
    {
        var lines = new List<CaseLine>();
        await AddAsync(lines, Keys.QueuePrefix(OfAgreements), Keys.After(Keys.QueuePrefix(OfAgreements)), except, take, cancellation);
        return lines;
    }

    private async Task<IReadOnlyList<CaseLine>> ReadAsync(DateTimeOffset now, PersonId except, int take, CancellationToken cancellation)
    {
        var lines = new List<CaseLine>();
        foreach (var tier in TiersFromTheTop)
        {
            var late = await EachAsync(
                place => (Keys.QueuePrefix(place, tier), Keys.Queue(place, tier, now, "")),
                except,
                take - lines.Count,
                cancellation
            );
            lines.AddRange(late.OrderBy(line => line.DueAt).Take(take - lines.Count));
            if (lines.Count == take)
                return lines;
        }
        foreach (var place in InReview)
        {
            foreach (var tier in TiersFromTheTop)
                await AddAsync(
                    lines,
                    Keys.Queue(place, tier, now, ""),
                    Keys.After(Keys.QueuePrefix(place, tier)),
                    except,
                    take,
                    cancellation
                );
        }
        await AddAsync(lines, Keys.QueuePrefix(OfRequester), Keys.After(Keys.QueuePrefix(OfRequester)), except, take, cancellation);
        return lines;
    }

    /// <summary>What reviewers can go on with: the first <paramref name="take"/> of each place.</summary>
    public async Task<IReadOnlyList<CaseLine>> NextAsync(int take, CancellationToken cancellation) =>
        [.. await EachAsync(place => (Keys.QueuePrefix(place), Keys.After(Keys.QueuePrefix(place))), new(""), take, cancellation)];

    private async Task<IEnumerable<CaseLine>> EachAsync(
        Func<int, (string From, string Before)> range,
        PersonId except,
        int take,
        CancellationToken cancellation
    )
    {
        var places = await Task.WhenAll(
            InReview.Select(async place =>
            {
                var lines = new List<CaseLine>();
                await AddAsync(lines, range(place).From, range(place).Before, except, take, cancellation);
                return lines;
            })
        );
        return places.SelectMany(lines => lines);
    }

    /// <summary>Goes on where the first rows were the person's own, until there are enough or no more.</summary>
    private async Task AddAsync(List<CaseLine> lines, string from, string before, PersonId except, int take, CancellationToken cancellation)
    {
        for (var more = true; more && lines.Count < take; )
        {
            var wanted = take - lines.Count;
            var rows = await table.ReadAsync(partition, from, before, wanted, cancellation);
            lines.AddRange(
                damaged.Readable(rows, row => Rows.Read(row, StoredJson.Default.CaseLine)).Where(line => line.Requester.Id != except)
            );
            more = rows.Count == wanted;
            if (more)
                from = Keys.Following(rows[^1].Key);
        }
    }
}
