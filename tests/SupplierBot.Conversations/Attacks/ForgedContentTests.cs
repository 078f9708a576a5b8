using SupplierBot.Conversations.Kit.Attacks;

namespace SupplierBot.Conversations.Attacks;

/// <summary>
/// Attacks with a good token: other people's tenants, ids, cards and deliveries, and bodies that are none. Each gets its status, changes no
/// stored row, and leaves one line in the log (of refusals the first of a kind and minute) that holds no secret, no name and nothing
/// anybody wrote. Attacks on the token itself: <c>ForgedRequests</c>.
/// </summary>
public sealed class ForgedContentTests(AttackedCompany company) : IClassFixture<AttackedCompany>
{
    private static readonly Dictionary<string, Attack> Attacks = new[]
    {
        ForgedSenders.All,
        ForgedCards.All,
        ForgedDeliveries.All,
        ForgedBodies.All,
    }
        .SelectMany(table => table)
        .ToDictionary();

    private static readonly string[] Secrets =
    [
        "eyJ",
        "Rita",
        "Sam",
        "Vendor",
        "nobody but we",
        "@example",
        "a secret of the test",
        "5b0a3a2e",
    ];

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_comes_of(string attack)
    {
        var (launch, status, logged, own) = Attacks[attack];
        // What the clock notes at its first look is nobody's attack.
        IReadOnlyList<string> Rows() =>
            [
                .. company
                    .Bot.Rows()
                    .Where(row => !row.Contains(" b-digest ", StringComparison.Ordinal))
                    .Where(row => own is null || !IsOwn(row, own)),
            ];
        var (before, line) = (Rows(), company.Bot.Log.Count);
        var answered = await launch(company);
        var lines = await company.LinesAsync(line);
        Assert.True(status == answered, $"{answered}; {string.Join('\n', lines)}");
        Assert.Equal(before, Rows());
        if (logged is null)
            Assert.Empty(lines);
        // The first refusal of a kind is a line at once, the rest of its minute are counted.
        else if (lines.Count == 0 && logged.StartsWith("refused with", StringComparison.Ordinal))
            Assert.Contains(company.Bot.Log, said => said.Contains(logged, StringComparison.Ordinal));
        else
            Assert.Contains(logged, Assert.Single(lines), StringComparison.Ordinal);
        foreach (var secret in Secrets)
            Assert.All(lines, said => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
    }

    /// <summary>The draft of who attacks, and the marker that this delivery changed it.</summary>
    private static bool IsOwn(string row, string own) =>
        row[..row.LastIndexOf(' ')].EndsWith(own, StringComparison.Ordinal)
        || row.Contains($"{own.Split(' ')[0]} k-turn-", StringComparison.Ordinal);
}

/// <summary>The table proves nothing unless the same, unforged, gets in.</summary>
public sealed class UnforgedContentTests
{
    [Fact]
    public async Task Is_done()
    {
        var company = new AttackedCompany();
        await company.InitializeAsync();
        await using var _ = company;
        var before = company.Bot.Rows();
        Assert.True((await company.Sam.GiveAsync(company.Decides("approve", company.Waiting))).Card!.Contains("Done."));
        Assert.NotEqual(before, company.Bot.Rows());
    }
}
