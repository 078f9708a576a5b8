using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Register;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Storage.Tables;
using SupplierBot.Web.Hosting;
using SupplierBot.Web.Local;
using SupplierBot.Web.Local.Demo;
using SupplierBot.Web.Options;

namespace SupplierBot.Web.Tests.Local;

/// <summary>The example company over a real file, filled on several days of the week and the year.</summary>
public sealed class DemoCompanyTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demo-");
    private readonly Policy policy = Assert.IsType<PolicyReading.Accepted>(PolicyReader.Read(DefaultPolicy.Text())).Policy;
    private readonly Settings settings;
    private readonly ChatSettings chat;
    private readonly Wording wording = WordingFile.Read(Path.Combine(AppContext.BaseDirectory, "cards"));

    public DemoCompanyTests()
    {
        settings = LocalMode.Apply(Settings.Read(new ConfigurationBuilder().Build(), folder.FullName).Settings, [], _ => true).Settings;
        chat = BotSetup.ChatSettingsOf(LocalMode.WithRolesOf(policy, settings));
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("2026-11-30T08:05:00Z")]
    [InlineData("2027-01-02T13:00:00Z")]
    [InlineData("2027-03-04T23:30:00Z")]
    public async Task Every_state_is_there_and_everything_was_really_decided(string now)
    {
        await using var services = Bot(now);
        Assert.Null(await services.GetRequiredService<PolicyStore>().PlaceAsync(DefaultPolicy.Text(), CancellationToken.None));
        var suppliers = await FillAsync(services, now);
        var cases = await CasesAsync(services);
        var entries = await EntriesAsync(services, cases);

        Assert.InRange(suppliers, 25, 32);
        Assert.Equal(Enum.GetValues<CaseStatus>(), cases.Select(one => one.Status).Distinct().Order());
        // What comes in from a spreadsheet has no request behind it, and nothing is there twice: that is for who tries the demo to do.
        Assert.Equal(
            Enum.GetValues<EntryStatus>().Except([EntryStatus.Legacy, EntryStatus.Merged]),
            entries.Select(entry => entry.Status).Distinct().Order()
        );
        Assert.Equal(Enum.GetValues<Tier>(), cases.Where(one => one.IsOpen).Select(one => one.Assessment.Tier).Distinct().Order());
        Assert.Equal([-1, 1], cases.Where(one => one.TierChange is not null).Select(Direction).Distinct().Order());
        var at = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal([false, true], cases.Where(one => one.IsOpen).Select(one => one.DueAt < at).Distinct().Order());
        Assert.All(cases, one => Assert.Contains(one.Requester.Id, Personas.All.Select(persona => persona.Id)));
        Assert.Contains(cases.SelectMany(one => one.Approvals), approval => approval.By.Id == Personas.Dana.Id);

        var found = new List<string>();
        await new ChainAudit(services.GetRequiredService<ITable>(), chat).RunAsync(found.Add, CancellationToken.None);
        Assert.Empty(found);
        Assert.Empty(await WaitingAsync(services, Keys.OutboxPrefix));
        Assert.Empty(await WaitingAsync(services, Keys.DeadLetterPrefix));
        await HasSomethingToShowAsync(services);
    }

    [Fact]
    public async Task A_register_with_anything_in_it_is_left_alone()
    {
        const string now = "2026-11-30T08:05:00Z";
        await using var services = Bot(now);
        Assert.Null(await services.GetRequiredService<PolicyStore>().PlaceAsync(DefaultPolicy.Text(), CancellationToken.None));
        await SaysAsync(services, Personas.Rita, "new Acme Notes");
        var refusal = await DemoStart.FillAsync(services, settings);
        Assert.Contains("isn't empty", refusal!.Problem, StringComparison.Ordinal);
        Assert.Contains("without `demo`", refusal.Remedy, StringComparison.Ordinal);
        Assert.Empty(await CasesAsync(services));
    }

    [Fact]
    public async Task Filling_it_twice_is_refused()
    {
        await using var services = Bot("2026-11-30T08:05:00Z");
        Assert.Null(await services.GetRequiredService<PolicyStore>().PlaceAsync(DefaultPolicy.Text(), CancellationToken.None));
        Assert.Null(await DemoStart.FillAsync(services, settings));
        var before = await CasesAsync(services);
        Assert.NotNull(await DemoStart.FillAsync(services, settings));
        Assert.Equal(before.Select(one => (one.Id, one.Version)), (await CasesAsync(services)).Select(one => (one.Id, one.Version)));
    }

    [Fact]
    public async Task The_same_moment_fills_the_same_company()
    {
        const string now = "2026-11-30T08:05:00Z";
        await using var first = Bot(now, "first.db");
        await using var second = Bot(now, "second.db");
        foreach (var services in new[] { first, second })
        {
            Assert.Null(await services.GetRequiredService<PolicyStore>().PlaceAsync(DefaultPolicy.Text(), CancellationToken.None));
            await FillAsync(services, now);
        }
        Assert.Equal(
            (await CasesAsync(first)).Select(one => (one.Id, one.Supplier, one.Status, one.Version, one.SubmittedAt, one.DueAt)),
            (await CasesAsync(second)).Select(one => (one.Id, one.Supplier, one.Status, one.Version, one.SubmittedAt, one.DueAt))
        );
    }

    [Fact]
    public void A_bot_with_sign_in_is_refused()
    {
        Assert.Empty(DemoStart.Faults(settings));
        var (signedIn, _) = Settings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection([
                    new("Teams:AppId", "12345678-1234-1234-1234-123456789abc"),
                    new("Teams:TenantId", Personas.TenantId),
                    new("Teams:ClientSecret", "4f1c8e2b"),
                ])
                .Build(),
            folder.FullName
        );
        Assert.True(signedIn.SignsIn);
        Assert.Contains("local mode", Assert.Single(DemoStart.Faults(signedIn)).Problem, StringComparison.Ordinal);
    }

    private static int Direction(Case changed) => Math.Sign(changed.Assessment.Tier.CompareTo(changed.Assessment.ComputedTier!.Value));

    private static async Task HasSomethingToShowAsync(ServiceProvider services)
    {
        foreach (
            var (who, text) in new[]
            {
                (Personas.Sam, "pending"),
                (Personas.Carla, "pending"),
                (Personas.Dana, "pending"),
                (Personas.Rita, "mine"),
            }
        )
        {
            var list = Assert.IsType<View.Entries>(await SaysAsync(services, who, text));
            Assert.NotEmpty(list.Groups.SelectMany(group => group.Rows));
        }
        var digest = Assert.IsType<View.Entries>(await SaysAsync(services, Personas.Sam, "digest"));
        Assert.NotEmpty(digest.Groups.SelectMany(group => group.Rows));
    }

    private static async Task<View> SaysAsync(ServiceProvider services, Persona who, string text)
    {
        var turn = new PersonaTurns(who, 56150).InChat(Ids.New(), RequestReader.Typed(text));
        return Assert
            .IsType<TurnAnswer.Card>(await services.GetRequiredService<ITurnHandler>().HandleAsync(turn, CancellationToken.None))
            .View;
    }

    private Task<int> FillAsync(ServiceProvider services, string now) =>
        DemoCompany.FillAsync(
            services.GetRequiredService<ITable>(),
            chat,
            policy,
            wording,
            settings.Local.Ports,
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)
        );

    private ServiceProvider Bot(string now, string file = "demo.db") =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new DemoClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)))
            .AddSingleton<IChannel>(new SilentChannel(wording))
            .AddSqliteTable(_ => Path.Combine(folder.FullName, file))
            .AddChat(chat, policy, wording)
            .BuildServiceProvider();

    private async Task<IReadOnlyList<Row>> WaitingAsync(ServiceProvider services, string prefix) =>
        await services
            .GetRequiredService<ITable>()
            .ReadAsync(Keys.Workflow(chat.OrganisationId), prefix, prefix + "~", 100, CancellationToken.None);

    /// <summary>In the order of their numbers, over the years.</summary>
    private static async Task<IReadOnlyList<Case>> CasesAsync(ServiceProvider services)
    {
        var cases = new List<Case>();
        for (var year = 2024; year <= 2027; year++)
        {
            for (var number = 1; await FindAsync(CaseStore.CaseId(year, number)) is { } found; number++)
                cases.Add(found);
        }
        return cases;

        async Task<Case?> FindAsync(string id) =>
            (await services.GetRequiredService<CaseStore>().FindAsync(id, CancellationToken.None))?.Value;
    }

    private static async Task<IReadOnlyList<RegisterEntry>> EntriesAsync(ServiceProvider services, IReadOnlyList<Case> cases)
    {
        var entries = new List<RegisterEntry>();
        foreach (var id in cases.Select(one => one.EntryId).Distinct())
            entries.Add((await services.GetRequiredService<CaseStore>().EntryAsync(id, CancellationToken.None))!);
        return entries;
    }
}
