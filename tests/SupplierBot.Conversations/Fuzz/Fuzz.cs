using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat;
using SupplierBot.Onboarding;
using SupplierBot.Web;

namespace SupplierBot.Conversations;

/// <summary>
/// Many thousand activities between recorded and broken, through the whole product: none is a server error, none a fault in the log, and nobody
/// changes what they have no part in. 20,000; with SUPPLIERBOT_LONG=1 a million.
/// </summary>
public sealed class Fuzz(ITestOutputHelper output)
{
    private const int InCompany = 20_000;
    private const int Batch = 500;
    private const int AtOnce = 8;
    /// <summary>What was refused can be taken once something else was; then no delivery is left that counts.</summary>
    private const int MostPasses = 6;

    [Fact]
    public async Task Changes_nothing_without_authority_and_finds_no_fault()
    {
        var seed = Environment.GetEnvironmentVariable("SUPPLIERBOT_SEED") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : Random.Shared.Next(int.MaxValue / 2);
        output.WriteLine($"SUPPLIERBOT_SEED={seed}");
        var tally = new Tally();
        for (var company = 0; company < Long.Or(50, 1); company++)
        {
            await OneCompanyAsync(seed + company, tally);
            output.WriteLine(tally.ToString());
        }
        // A run that only knocks at the door proves little: some of it must have gone all the way.
        Assert.True(tally is { Decided: > 0, Facts: > 100 }, tally.ToString());
    }

    private static async Task OneCompanyAsync(int seed, Tally tally)
    {
        await using var company = new CompanyInMemory();
        var fuzzed = new FuzzedActivities(seed);
        company.Posted = body => fuzzed.Saw(body, answered: false);
        var withPart = Hand.WithPart.ToList();
        var truth = new WhoMayWhat(company, withPart);
        var late = new List<byte[]>();
        for (var (done, week) = (0, 0); done < InCompany; done += (2 * Batch) + Corpus.Lines.Count, week++)
        {
            withPart.Add(Hand.Newcomer(week));
            for (var line = 0; line < Corpus.Lines.Count; line++)
            {
                // About the card that the one before was answered with.
                var body = fuzzed.Told(line, withPart[^1]);
                await SendAsync(company, fuzzed, [body], seed, tally);
                if (week == 0) late.Add(body);
            }
            await SendAsync(company, fuzzed, Bodies(fuzzed, withPart), seed, tally);
            var before = await truth.OfOthersAsync();
            await SendAsync(company, fuzzed, Bodies(fuzzed, Hand.Others), seed, tally);
            Assert.Equal(before, await truth.OfOthersAsync());
            Assert.True(company.Faults.IsEmpty, $"SUPPLIERBOT_SEED={seed}: {string.Join('\n', company.Faults)}");
        }
        await RepeatedAsync(company, fuzzed, truth, late, seed, tally);
        var (facts, decided) = await truth.EveryFactIsRightAsync();
        (tally.Facts, tally.Decided) = (tally.Facts + facts, tally.Decided + decided);
    }

    /// <summary>Every activity of a week comes again, late and again and again: each counts once at most, so that soon nothing changes any more; and what is kept is what was done.</summary>
    private static async Task RepeatedAsync(CompanyInMemory company, FuzzedActivities fuzzed, WhoMayWhat truth, List<byte[]> late, int seed, Tally tally)
    {
        var (passes, before) = (0, await truth.OfOthersAsync());
        for (var after = before; passes == 0 || !before.SequenceEqual(after); passes++)
        {
            Assert.True(passes < MostPasses, $"SUPPLIERBOT_SEED={seed}: deliveries that come again count again: {string.Join('\n', after.Except(before))}");
            before = after;
            foreach (var body in late) await SendAsync(company, fuzzed, [body], seed, tally);
            after = await truth.OfOthersAsync();
        }
        var found = new List<string>();
        await new ChainAudit(company.Services.GetRequiredService<ITable>(), company.Services.GetRequiredService<ChatSettings>()).RunAsync(found.Add, CancellationToken.None);
        Assert.True(found.Count == 0, $"SUPPLIERBOT_SEED={seed}: {string.Join('\n', found)}");
    }

    private static List<byte[]> Bodies(FuzzedActivities fuzzed, IReadOnlyList<Hand> hands) => [.. Enumerable.Range(0, Batch).Select(number => fuzzed.Next(hands[number % hands.Count]))];

    private static Task SendAsync(CompanyInMemory company, FuzzedActivities fuzzed, IEnumerable<byte[]> bodies, int seed, Tally tally) =>
        Parallel.ForEachAsync(bodies, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (body, _) =>
        {
            var (status, answer) = await company.PostAsync(body);
            // 501: an invoke of another name is one we do not answer (facts/bot-framework.md §5).
            Assert.True(status is < 500 or 501 && !answer.Contains("\"statusCode\":5", StringComparison.Ordinal), $"SUPPLIERBOT_SEED={seed}: {status} {answer} for {Encoding.UTF8.GetString(body)} {string.Join('\n', company.Faults)}");
            HostileCompany.SaysNothingOfTheInside(answer);
            tally.Count(status);
            fuzzed.Saw(answer, answered: true);
        });
}

/// <summary>What came of a run.</summary>
internal sealed class Tally
{
    private readonly int[] statuses = new int[600];

    public int Facts { get; set; }
    public int Decided { get; set; }

    public void Count(int status) => Interlocked.Increment(ref statuses[status]);

    public override string ToString() =>
        $"{statuses.Sum():N0} activities: {string.Join(", ", statuses.Select((count, status) => (count, status)).Where(pair => pair.count > 0).Select(pair => $"{pair.count:N0} × {pair.status}"))}; {Facts} facts, {Decided} decisions, each by somebody who may";
}

/// <summary>Who may have done what is asked of the rows themselves, not of the code that wrote them.</summary>
internal sealed class WhoMayWhat(CompanyInMemory company, IReadOnlyList<Hand> withPart)
{
    private const int Most = 1000;
    private static readonly HashSet<PersonId> reviewers = [Personas.Sam.Id, Personas.Priya.Id];
    private readonly CaseStore cases = company.Services.GetRequiredService<CaseStore>();

    /// <summary>What those with a part in something have: every case as its chain has it, every draft with its version, every role that was given or taken.</summary>
    /// <remarks>A channel's loss is told by the platform, whoever it names; the rows of open cases are then written anew with other places and the same content.</remarks>
    public async Task<IReadOnlyList<string>> OfOthersAsync()
    {
        var all = new List<string>();
        foreach (var hand in withPart)
        {
            foreach (var line in await cases.OfAsync(new($"teams:{hand.ObjectId}"), Most, default))
            {
                var current = (await cases.FindAsync(line.Id, default))!.Value;
                all.Add($"{current.Id} {current.Status} {current.ContentVersion} {current.Approvals.Count} {current.FactCount} {current.ChainHead}");
            }
        }
        var drafts = withPart.Select(hand => $".d.teams:{hand.ObjectId} ").ToList();
        all.AddRange(StoredRows.Of(company.Database).Where(row => drafts.Any(draft => row.Contains(draft, StringComparison.Ordinal))));
        if (await company.Services.GetRequiredService<RoleBookStore>().FindAsync(default) is { Value: var book }) all.AddRange(book.Given.Concat(book.Taken).Select(holding => holding.ToString()));
        return all;
    }

    /// <returns>How many facts there are, and how many of them are decisions.</returns>
    public async Task<(int Facts, int Decided)> EveryFactIsRightAsync()
    {
        var (count, decided) = (0, 0);
        foreach (var hand in withPart.Concat(Hand.Others))
        {
            foreach (var line in await cases.OfAsync(new($"teams:{hand.ObjectId}"), Most, default))
            {
                var facts = await cases.FactsAsync(line.Id, default);
                var current = (await cases.FindAsync(line.Id, default))!.Value;
                Assert.True(Chain.Verify(facts));
                Assert.All(facts, fact => Assert.True(MayHave(fact.Fact, current), $"{fact.Fact.Kind} of {current.Id} by {fact.Fact.Actor}, who may not"));
                (count, decided) = (count + facts.Count, decided + facts.Count(fact => fact.Fact.Kind is FactKind.Approved or FactKind.ApprovedWithConditions or FactKind.Rejected));
            }
        }
        return (count, decided);
    }

    private static bool MayHave(Fact fact, Case current) => fact.Kind switch
    {
        FactKind.Submitted or FactKind.Edited or FactKind.Withdrawn or FactKind.MainTypeChanged => fact.Actor == current.Requester.Id,
        FactKind.Replied or FactKind.ConditionReported => fact.Actor == current.Requester.Id || fact.Actor == current.Owner.Id || current.Conditions.Any(condition => condition.Owner.Id == fact.Actor),
        FactKind.Reminded => fact.Actor == current.Requester.Id || fact.Actor == Clockwork.Nobody,
        FactKind.Checked or FactKind.ReportSeen or FactKind.IncidentNoted or FactKind.ExitStarted or FactKind.ExitReported => fact.Actor == current.Requester.Id || fact.Actor == current.Owner.Id || reviewers.Contains(fact.Actor) || fact.Actor == Personas.Carla.Id,
        FactKind.Assigned => (reviewers.Contains(fact.Actor) && fact.Actor != current.Requester.Id) || fact.Actor == Personas.Carla.Id,
        _ => reviewers.Contains(fact.Actor) && fact.Actor != current.Requester.Id && fact.Actor != current.Owner.Id,
    };
}
