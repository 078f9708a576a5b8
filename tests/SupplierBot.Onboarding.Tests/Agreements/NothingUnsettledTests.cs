using System.Collections.Concurrent;
using System.Globalization;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Tests.Kit;

namespace SupplierBot.Onboarding.Tests.Agreements;

/// <summary>
/// No sequence of requests, by anybody, makes something usable while a contract point or a document that it must have is unsettled
/// (src/SupplierBot.Onboarding/Policies/README.md "Before use").
/// </summary>
public sealed class NothingUnsettledTests
{
    private const int Walks = 20;

    /// <summary>A million with <c>./test.sh --long</c>; <c>SUPPLIERBOT_SEED</c> is the first seed.</summary>
    private static readonly int Steps = LongRun.Or(1_000_000, 4_000);

    private static readonly int First = int.TryParse(
        Environment.GetEnvironmentVariable("SUPPLIERBOT_SEED"),
        CultureInfo.InvariantCulture,
        out var seed
    )
        ? seed
        : 1;

    [Fact]
    public void Whatever_is_done_what_is_usable_is_settled()
    {
        var walks = Enumerable.Range(First, Walks).Select(seed => new UseWalk(seed)).ToList();
        var wrong = new ConcurrentBag<string>();
        Parallel.ForEach(
            walks,
            people =>
            {
                if (people.Take(Steps / Walks) is { } found)
                    wrong.Add(found);
            }
        );
        Assert.Empty(wrong);
        // A walk that never gets there would prove nothing.
        Assert.Superset(
            new HashSet<EntryStatus>
            {
                EntryStatus.Active,
                EntryStatus.ActiveConditional,
                EntryStatus.Onboarding,
                EntryStatus.Suspended,
                EntryStatus.UnderReview,
            },
            walks.SelectMany(people => people.Reached.Keys).ToHashSet()
        );
    }
}
