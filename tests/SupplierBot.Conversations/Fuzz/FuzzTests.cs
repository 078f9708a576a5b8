using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Conversations.Kit.Fuzz;
using SupplierBot.Conversations.Kit.Hostile;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Web.Local;

namespace SupplierBot.Conversations.Fuzz;

/// <summary>
/// Many thousand activities between recorded and broken, through the whole product: none is a server error, none a fault in the log, and
/// nobody changes what they have no part in. 20,000; with SUPPLIERBOT_LONG=1 a million.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int InCompany = 20_000;
    private const int Batch = 500;
    private const int AtOnce = 8;

    /// <summary>What was refused can be taken once something else was; then no delivery is left that counts.</summary>
    private const int MostPasses = 6;

    [Fact]
    public async Task Changes_nothing_without_authority_and_finds_no_fault()
    {
        var seed = Environment.GetEnvironmentVariable("SUPPLIERBOT_SEED") is { Length: > 0 } given
            ? int.Parse(given, CultureInfo.InvariantCulture)
            : Random.Shared.Next(int.MaxValue / 2);
        output.WriteLine($"SUPPLIERBOT_SEED={seed}");
        var tally = new FuzzTally();
        for (var company = 0; company < LongRun.Or(50, 1); company++)
        {
            await OneCompanyAsync(seed + company, tally);
            output.WriteLine(tally.ToString());
        }
        // A run that only knocks at the door proves little: some of it must have gone all the way.
        Assert.True(tally is { Decided: > 0, Facts: > 100 }, tally.ToString());
    }

    private static async Task OneCompanyAsync(int seed, FuzzTally tally)
    {
        await using var company = new CompanyInMemory();
        var fuzzed = new FuzzedActivities(seed);
        company.Posted = body => fuzzed.Saw(body, answered: false);
        var withPart = FuzzedSender.WithPart.ToList();
        var truth = new AuthorityCheck(company, withPart);
        var late = new List<byte[]>();
        for (var (done, week) = (0, 0); done < InCompany; done += (2 * Batch) + RecordedCorpus.Lines.Count, week++)
        {
            withPart.Add(FuzzedSender.Newcomer(week));
            for (var line = 0; line < RecordedCorpus.Lines.Count; line++)
            {
                // About the card that the one before was answered with.
                var body = fuzzed.Told(line, withPart[^1]);
                await SendAsync(company, fuzzed, [body], seed, tally);
                if (week == 0)
                    late.Add(body);
            }
            await SendAsync(company, fuzzed, Bodies(fuzzed, withPart), seed, tally);
            var before = await truth.OfOthersAsync();
            await SendAsync(company, fuzzed, Bodies(fuzzed, FuzzedSender.Others), seed, tally);
            Assert.Equal(before, await truth.OfOthersAsync());
            Assert.True(company.Faults.IsEmpty, $"SUPPLIERBOT_SEED={seed}: {string.Join('\n', company.Faults)}");
        }
        await RepeatedAsync(company, fuzzed, truth, late, seed, tally);
        var (events, decided) = await truth.EveryFactIsRightAsync();
        (tally.Facts, tally.Decided) = (tally.Facts + events, tally.Decided + decided);
    }

    /// <summary>
    /// Every activity of a week comes again, late and again and again: each counts once at most, so that soon nothing changes any more; and
    /// what is kept is what was done.
    /// </summary>
    private static async Task RepeatedAsync(
        CompanyInMemory company,
        FuzzedActivities fuzzed,
        AuthorityCheck truth,
        List<byte[]> late,
        int seed,
        FuzzTally tally
    )
    {
        var (passes, before) = (0, await truth.OfOthersAsync());
        for (var after = before; passes == 0 || !before.SequenceEqual(after); passes++)
        {
            Assert.True(
                passes < MostPasses,
                $"SUPPLIERBOT_SEED={seed}: deliveries that come again count again: {string.Join('\n', after.Except(before))}"
            );
            before = after;
            foreach (var body in late)
                await SendAsync(company, fuzzed, [body], seed, tally);
            after = await truth.OfOthersAsync();
        }
        var found = new List<string>();
        await new ChainAudit(company.Services.GetRequiredService<ITable>(), company.Services.GetRequiredService<ChatSettings>()).RunAsync(
            found.Add,
            CancellationToken.None
        );
        Assert.True(found.Count == 0, $"SUPPLIERBOT_SEED={seed}: {string.Join('\n', found)}");
    }

    private static List<byte[]> Bodies(FuzzedActivities fuzzed, IReadOnlyList<FuzzedSender> hands) =>
        [.. Enumerable.Range(0, Batch).Select(number => fuzzed.Next(hands[number % hands.Count]))];

    private static Task SendAsync(
        CompanyInMemory company,
        FuzzedActivities fuzzed,
        IEnumerable<byte[]> bodies,
        int seed,
        FuzzTally tally
    ) =>
        Parallel.ForEachAsync(
            bodies,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (body, _) =>
            {
                var (status, answer) = await company.PostAsync(body);
                // 501: an invoke of another name is one we do not answer (src/SupplierBot.BotFramework/PROTOCOL.md "Invokes").
                Assert.True(
                    status is < 500 or 501 && !answer.Contains("\"statusCode\":5", StringComparison.Ordinal),
                    $"SUPPLIERBOT_SEED={seed}: {status} {answer} for {Encoding.UTF8.GetString(body)} {string.Join('\n', company.Faults)}"
                );
                HostileCompany.SaysNothingOfTheInside(answer);
                tally.Count(status);
                fuzzed.Saw(answer, answered: true);
            }
        );
}

/// <summary>What came of a run.</summary>
internal sealed class FuzzTally
{
    private readonly int[] statuses = new int[600];

    public int Facts { get; set; }
    public int Decided { get; set; }

    public void Count(int status) => Interlocked.Increment(ref statuses[status]);

    public override string ToString() =>
        $"{statuses.Sum():N0} activities: {string.Join(", ", statuses.Select((count, status) => (count, status)).Where(pair => pair.count > 0).Select(pair => $"{pair.count:N0} × {pair.status}"))}; {Facts} facts, {Decided} decisions, each by somebody who may";
}

/// <summary>Who may have done what is asked of the rows themselves, not of the code that wrote them.</summary>
internal sealed class AuthorityCheck(CompanyInMemory company, IReadOnlyList<FuzzedSender> withPart)
{
    private const int Most = 1000;
    private static readonly HashSet<PersonId> Reviewers = [Personas.Sam.Id, Personas.Priya.Id];
    private readonly CaseStore cases = company.Services.GetRequiredService<CaseStore>();

    /// <summary>
    /// What those with a part in something have: every case as its chain has it, every draft with its version, every role that was given or
    /// taken.
    /// </summary>
    /// <remarks>
    /// A channel's loss is told by the platform, no matter whom it names; the rows of open cases are then written again with other places
    /// and
    /// the same content. Which message shows a draft is noted when it was posted, which may be a moment after the turn.
    /// </remarks>
    public async Task<IReadOnlyList<string>> OfOthersAsync()
    {
        var all = new List<string>();
        foreach (var hand in withPart)
        {
            foreach (var line in await cases.OfAsync(new($"teams:{hand.ObjectId}"), Most, default))
            {
                var current = (await cases.FindAsync(line.Id, default))!.Value;
                all.Add(
                    $"{current.Id} {current.Status} {current.ContentVersion} {current.Approvals.Count} {current.EventCount} {current.ChainHead}"
                );
            }
        }
        var drafts = withPart.Select(hand => $".d.teams:{hand.ObjectId} ").ToList();
        all.AddRange(
            StoredRows
                .Of(company.Database)
                .Where(row =>
                    drafts.Any(draft => row.Contains(draft, StringComparison.Ordinal)) && !row.Contains(" draft ", StringComparison.Ordinal)
                )
        );
        foreach (var hand in withPart)
        {
            if (
                await company.Services.GetRequiredService<DraftStore>().FindAsync(new($"teams:{hand.ObjectId}"), default) is
                { Value: var draft }
            )
                all.Add(JsonSerializer.Serialize(draft with { MessageId = null, Shown = 0 }, StoredJson.Default.StoredDraft));
        }
        if (await company.Services.GetRequiredService<RoleAssignmentStore>().FindAsync(default) is { Value: var assignments })
            all.AddRange(assignments.Given.Concat(assignments.Taken).Select(holding => holding.ToString()));
        return all;
    }

    /// <returns>How many facts there are, and how many of them are decisions.</returns>
    public async Task<(int Facts, int Decided)> EveryFactIsRightAsync()
    {
        var (count, decided) = (0, 0);
        foreach (var hand in withPart.Concat(FuzzedSender.Others))
        {
            foreach (var line in await cases.OfAsync(new($"teams:{hand.ObjectId}"), Most, default))
            {
                var events = await cases.EventsAsync(line.Id, default);
                var current = (await cases.FindAsync(line.Id, default))!.Value;
                Assert.True(HashChain.Verify(events));
                Assert.All(
                    events,
                    auditEvent =>
                        Assert.True(
                            MayHave(auditEvent.Event, current),
                            $"{auditEvent.Event.Kind} of {current.Id} by {auditEvent.Event.Actor}, who may not"
                        )
                );
                (count, decided) = (
                    count + events.Count,
                    decided
                        + events.Count(auditEvent =>
                            auditEvent.Event.Kind
                                is AuditEventKind.Approved
                                    or AuditEventKind.ApprovedWithConditions
                                    or AuditEventKind.Rejected
                        )
                );
            }
        }
        return (count, decided);
    }

    private static bool MayHave(AuditEvent auditEvent, Case current) =>
        auditEvent.Kind switch
        {
            AuditEventKind.Submitted or AuditEventKind.Edited or AuditEventKind.Withdrawn or AuditEventKind.MainTypeChanged =>
                auditEvent.Actor == current.Requester.Id,
            AuditEventKind.Replied or AuditEventKind.ConditionReported => auditEvent.Actor == current.Requester.Id
                || auditEvent.Actor == current.Owner.Id
                || current.Conditions.Any(condition => condition.Owner.Id == auditEvent.Actor),
            AuditEventKind.Reminded => auditEvent.Actor == current.Requester.Id || auditEvent.Actor == CaseTimers.Nobody,
            AuditEventKind.Checked
            or AuditEventKind.ReportSeen
            or AuditEventKind.IncidentNoted
            or AuditEventKind.ExitStarted
            or AuditEventKind.ExitReported => auditEvent.Actor == current.Requester.Id
                || auditEvent.Actor == current.Owner.Id
                || Reviewers.Contains(auditEvent.Actor)
                || auditEvent.Actor == Personas.Carla.Id,
            AuditEventKind.Assigned => (Reviewers.Contains(auditEvent.Actor) && auditEvent.Actor != current.Requester.Id)
                || auditEvent.Actor == Personas.Carla.Id,
            _ => Reviewers.Contains(auditEvent.Actor) && auditEvent.Actor != current.Requester.Id && auditEvent.Actor != current.Owner.Id,
        };
}
