using SupplierBot.Chat.Access;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Timers;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit.Tampering;

/// <summary>
/// A register in which everything happened once: all states, reviews, conditions, reports and incidents, an end, roles that changed, two
/// policies.
/// </summary>
internal sealed class BusyRegister : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Terms = new()
    {
        ["terms"] = "agreed",
        ["terms_ref"] = "MSA v3",
        ["comment"] = "Looked at their certificate.",
    };
    private readonly TestBot bot;

    private BusyRegister(TestBot bot, MemoryTable table) => (this.bot, Table) = (bot, table);

    public MemoryTable Table { get; }
    public ChatSettings Settings => bot.The<ChatSettings>();

    public static async Task<BusyRegister> FillAsync()
    {
        var table = new MemoryTable();
        var register = new BusyRegister(
            await TestBot.StartAsync(storage: table, digest: new(Schedule.Read("0 9 * * MON", TimeZoneInfo.Utc)!, true)),
            table
        );
        await register.PoliciesAsync();
        await register.EndedAsync();
        await register.RolesAsync();
        await register.InUseAsync();
        await register.OpenAsync();
        await register.KeysAsync();
        await register.bot.The<Scheduler>().TickAsync(CancellationToken.None);
        return register;
    }

    /// <returns>Every finding, a line each.</returns>
    public async Task<string> AuditAsync(ITable table)
    {
        var found = new List<string>();
        await new ChainAudit(table, Settings).RunAsync(found.Add, CancellationToken.None);
        return string.Join('\n', found);
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private async Task PoliciesAsync()
    {
        var earlier = DefaultPolicy.Text().Replace("version: ", "version: earlier-", StringComparison.Ordinal);
        var policy = Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(earlier)).Policy;
        Assert.Null(await new PolicyStore(Table, Settings, new(policy)).PlaceAsync(earlier, CancellationToken.None));
        Assert.Null(await bot.The<PolicyStore>().PlaceAsync(DefaultPolicy.Text(), CancellationToken.None));
    }

    private async Task EndedAsync()
    {
        await PressAsync(
            TestBot.Sam,
            (await SentAsync("Beta Boards")).Id,
            "reject",
            "sent",
            new() { ["comment"] = "They lost our data twice last year." }
        );
        await PressAsync(TestBot.Rita, (await SentAsync("Gamma Gates")).Id, "withdraw", "yes", []);
        var revoked = await ApprovedAsync("Delta Desks");
        await PressAsync(TestBot.Priya, revoked.Id, "revoke", "sent", new() { ["comment"] = "Their certificate was a fake." });
        var silent = await SentAsync("Epsilon Ease");
        await PressAsync(TestBot.Sam, silent.Id, "ask", "sent", new() { ["question"] = "Which data exactly do they get?" });
        var promised = await SentAsync("Zeta Zoo");
        await PressAsync(
            TestBot.Sam,
            promised.Id,
            "approve_conditions",
            "sent",
            new(Terms)
            {
                ["condition_text"] = "Sign the data terms.",
                ["condition_when"] = "by_date",
                ["condition_due"] = "2026-11-25",
                ["condition_owner"] = "requester",
            }
        );
        await TickAsync(new(2026, 12, 14, 9, 30, 0, TimeSpan.Zero));
        Assert.Equal(
            (CaseStatus.Expired, EntryStatus.Suspended),
            ((await CaseAsync(silent.Id)).Status, RegisterUpdate.StatusOf(await CaseAsync(promised.Id)))
        );
    }

    private async Task RolesAsync()
    {
        await bot.SaysAsync(TestBot.Priya, "away until 20 Dec");
        await bot.SaysAsync(TestBot.Priya, "back in office");
        await bot.SaysAsync(TestBot.Priya, "away until 22 Dec");
        foreach (
            var text in new[] { "roles add privacy Priya Security", "roles add legal Priya Security", "roles remove legal Priya Security" }
        )
            await bot.SaysAsync(TestBot.Carla, text);
        Assert.Equal(6, (await bot.ReadAsync(Keys.Roles, StoredJson.Default.RoleAssignments)).EventCount);
    }

    private async Task KeysAsync()
    {
        var keys = bot.The<ApiKeyStore>();
        var (made, secret) = await keys.MakeAsync("Jira", ApiScopes.All, TestBot.Sam, TestBot.Carla.Id, 30, CancellationToken.None);
        Assert.NotNull(await keys.KnownAsync(secret, CancellationToken.None));
        await keys.MakeAsync("Orders", [ApiScopes.Register], TestBot.Rita, TestBot.Carla.Id, 365, CancellationToken.None);
        Assert.NotNull(await keys.EndAsync(made.Id, TestBot.Sam.Id, CancellationToken.None));
    }

    private async Task InUseAsync()
    {
        var used = await ApprovedAsync("Acme Notes");
        await PressAsync(TestBot.Sam, used.Id, "checked", "sent", new() { ["note_text"] = "Looked at their status page." });
        await PressAsync(TestBot.Rita, used.Id, "incident", "sent", new() { ["note_text"] = "They were down for a day." });
        await PressAsync(TestBot.Sam, used.Id, "report", "sent", new() { ["note_text"] = "Read their yearly report." });
        var conditional = await SentAsync("Eta Echo");
        await PressAsync(
            TestBot.Sam,
            conditional.Id,
            "approve_conditions",
            "sent",
            new(Terms) { ["condition_text"] = "Switch off training.", ["condition_when"] = "before_use" }
        );
        await PressAsync(TestBot.Rita, conditional.Id, "done", "1", new() { ["proof_text"] = "Switched off, see ticket 12." });
        await PressAsync(TestBot.Carla, conditional.Id, "confirm", "1", []);
        await PressAsync(TestBot.Sam, conditional.Id, "confirm", "1", []);
        var left = await ApprovedAsync("Theta Things");
        await PressAsync(
            TestBot.Rita,
            left.Id,
            "exit",
            "sent",
            new()
            {
                ["exit_access"] = "Closed, ticket 13",
                ["exit_data"] = "Deletion letter",
                ["exit_moved"] = "None",
            }
        );
        await PressAsync(TestBot.Sam, left.Id, "ended", "", []);
        var offboarding = await ApprovedAsync("Iota Inks");
        await PressAsync(
            TestBot.Rita,
            offboarding.Id,
            "exit",
            "sent",
            new()
            {
                ["exit_access"] = "Closed, ticket 14",
                ["exit_data"] = "",
                ["exit_moved"] = "",
            }
        );
        var lowered = await ApprovedAsync("Omicron Oaks");
        await PressAsync(TestBot.Carla, lowered.Id, "tier", "sent", Tier("Low", "2027-03-01"));
        var raised = await ApprovedAsync("Pi Pipes");
        await PressAsync(TestBot.Sam, raised.Id, "tier", "sent", Tier("High"));
        await ReviewAsync(raised);
        var reviewed = await ApprovedAsync("Kappa Keys");
        await ReviewAsync(reviewed);
        await PressAsync(TestBot.Sam, (await bot.NewestAsync(TestBot.Rita)).Id, "approve", "", Terms);
        await ReviewAsync(await CaseAsync(used.Id));
        Assert.Equal(EntryStatus.UnderReview, (await bot.The<CaseStore>().EntryAsync(used.EntryId, CancellationToken.None))!.Status);
    }

    private async Task OpenAsync()
    {
        var asked = await SentAsync("Lambda Lights");
        await PressAsync(TestBot.Sam, asked.Id, "ask", "sent", new() { ["question"] = "Who of us will use it, and for what?" });
        var answered = await SentAsync("Mu Maps");
        await PressAsync(TestBot.Sam, answered.Id, "ask", "sent", new() { ["question"] = "How many of us will use it?" });
        await PressAsync(TestBot.Rita, answered.Id, "reply", "1", new() { ["answer_text"] = "Twenty people of Sales." });
        await PressAsync(TestBot.Sam, answered.Id, "claim", "", []);
        var half = await bot.SendsAsync(TestBot.Rita, "Nu Nets", SampleAnswers.LargeApp("Nu Nets"));
        await PressAsync(TestBot.Sam, half.Id, "approve", "", Terms);
        Assert.Equal((1, true), ((await CaseAsync(half.Id)).Approvals.Count, (await CaseAsync(half.Id)).IsOpen));
        await PressAsync(TestBot.Sam, (await SentAsync("Rho Rugs")).Id, "tier", "sent", Tier("Critical"));
        var changed = await bot.SendsAsync(TestBot.Rita, "Sigma Saws", SampleAnswers.LargeApp("Sigma Saws"));
        await PressAsync(
            TestBot.Sam,
            changed.Id,
            "approve",
            "",
            new(Terms)
            {
                ["terms"] = "changed",
                ["changed_clauses"] = "SCOPE,CONTACT",
                ["changed_words"] = "They name no security contact.",
            }
        );
        Assert.Equal(2, (await CaseAsync(changed.Id)).ClauseChanges.Count);
        await bot.AnswersAsync(TestBot.Rita, "Xi Xylophones", SampleAnswers.NotesApp("Xi Xylophones"));
    }

    private static Dictionary<string, string> Tier(string tier, string until = "") =>
        new()
        {
            ["tier"] = tier,
            ["comment"] = "They were in the news for a leak.",
            ["until"] = until,
        };

    private async Task<Case> SentAsync(string name)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(7));
        return await bot.SendsAsync(TestBot.Rita, name, SampleAnswers.NotesApp(name));
    }

    private async Task<Case> ApprovedAsync(string name)
    {
        var sent = await SentAsync(name);
        await PressAsync(TestBot.Sam, sent.Id, "approve", "", Terms);
        var approved = await CaseAsync(sent.Id);
        return approved.IsApproved ? approved : throw new InvalidOperationException($"{name} is {approved.Status}.");
    }

    private async Task ReviewAsync(Case used)
    {
        await bot.SaysAsync(TestBot.Rita, $"review {used.EntryId}");
        for (var pages = 0; pages < 10; pages++)
        {
            var draft = (await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None))!.Value.Draft;
            var asking =
                Interview.Replay(bot.The<Policy>(), draft, DateOnly.FromDateTime(bot.Time.GetUtcNow().Date)) as InterviewState.Asking;
            var stamp = CardStamp.OfDraft(draft.Id, asking?.Page.Id ?? "summary", draft.Revision);
            await bot.PressesAsync(
                TestBot.Rita,
                stamp,
                asking is null ? "submit" : "answer",
                values: (asking?.Page.Questions ?? []).ToDictionary(id => id, id => string.Join(',', draft.Answers.Picked(id)))
            );
            if (asking is null)
                return;
        }
        throw new InvalidOperationException("The review never came to its summary.");
    }

    private async Task PressAsync(Person person, string caseId, string verb, string target, Dictionary<string, string> values)
    {
        bot.Time.Advance(TimeSpan.FromMinutes(3));
        await bot.PressesAsync(
            person,
            CardStamp.OfCase(caseId, Slot.Receipt, (await CaseAsync(caseId)).ContentVersion),
            verb,
            target,
            values
        );
    }

    private async Task TickAsync(DateTimeOffset now)
    {
        bot.Time.SetUtcNow(now);
        await bot.The<Scheduler>().TickAsync(CancellationToken.None);
        await bot.DeliverAsync();
    }

    private async Task<Case> CaseAsync(string id) => (await bot.The<CaseStore>().FindAsync(id, CancellationToken.None))!.Value;
}
