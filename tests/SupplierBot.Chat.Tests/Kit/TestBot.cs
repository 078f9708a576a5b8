using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Digest;
using SupplierBot.Chat.Identity;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit.Cards;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;
using SupplierBot.Storage.Tables;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>The real core, stores and delivery on a real SQLite file; only the platform and the clock are staged.</summary>
internal sealed class TestBot : IAsyncDisposable
{
    public static readonly Person Rita = new(new("teams:rita"), "Rita Requester");
    public static readonly Person Sam = new(new("teams:sam"), "Sam Security");
    public static readonly Person Priya = new(new("teams:priya"), "Priya Security");
    public static readonly Person Carla = new(new("teams:carla"), "Carla Ciso");
    public const string SecurityPlace = "19:security";

    private readonly string folder;
    private readonly ITable? storage;
    private readonly bool configurePlaces;
    private readonly Person? deputy;
    private ServiceProvider services;

    private TestBot(string folder, ITable? storage, bool configurePlaces, Person? deputy, DigestSettings? digest, RecordingChannel? channel)
    {
        Channel = channel ?? new();
        (this.folder, this.storage, this.configurePlaces, this.deputy, Digest) = (folder, storage, configurePlaces, deputy, digest);
        services = Build();
    }

    /// <summary>Counts from the next start.</summary>
    public DigestSettings? Digest { get; set; }

    /// <inheritdoc cref="Digest"/>
    public IRoleGroups? Groups { get; set; }

    /// <inheritdoc cref="Digest"/>
    public IOpenLists? Lists { get; set; }

    /// <inheritdoc cref="Digest"/>
    public bool JoinsAccounts { get; set; }

    /// <inheritdoc cref="Digest"/>
    public IReadOnlyList<IPeopleDirectory> Directories { get; set; } = [];

    /// <inheritdoc cref="Digest"/>
    public Func<ChatSettings, ChatSettings> Configure { get; set; } = settings => settings;

    /// <summary>The policy in force.</summary>
    /// <inheritdoc cref="Digest"/>
    public string PolicyText { get; set; } = DefaultPolicy.Text();

    /// <summary>Other channels, beside the one of this bot.</summary>
    /// <inheritdoc cref="Digest"/>
    public Action<IServiceCollection> Beside { get; set; } = _ => { };
    public RecordingChannel Channel { get; }

    /// <summary>Rows read so far.</summary>
    public RowCount Reads { get; } = new();
    public Context Context =>
        new(Time.GetUtcNow(), The<ChatSettings>().Calendar, The<ChatSettings>().Roles, The<Wording>(), "Example Ltd")
        {
            NewId = "id",
            Numbers = new("REQ-2026-0001", "SUP-0001"),
        };
    public JumpingTimeProvider Time { get; } = new StandingTime(new DateTimeOffset(2026, 11, 17, 9, 0, 0, TimeSpan.Zero));
    public UnreliableTable Table => The<UnreliableTable>();

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <param name="withoutPlaces">The bot was not installed in the security team's channel yet.</param>
    /// <param name="storage">In place of a file.</param>
    /// <param name="deputy">Of security.</param>
    /// <param name="channel">The platform, where several bots share one.</param>
    /// <param name="configurePlaces">The security team's channel is in the configuration.</param>
    public static async Task<TestBot> StartAsync(
        bool withoutPlaces = false,
        ITable? storage = null,
        bool configurePlaces = true,
        Person? deputy = null,
        DigestSettings? digest = null,
        RecordingChannel? channel = null
    )
    {
        var bot = new TestBot(Directory.CreateTempSubdirectory("supplierbot-").FullName, storage, configurePlaces, deputy, digest, channel);
        Assert.Null(await bot.The<PolicyStore>().PlaceAsync(DefaultPolicy.Text(), CancellationToken.None));
        foreach (var person in new[] { Rita, Sam, Priya, Carla })
            await bot.GiveAsync(bot.Personal(person, new Request.Installed()));
        if (!withoutPlaces)
            await bot.GiveAsync(bot.InPlace(Sam, new Request.Installed()));
        return bot;
    }

    /// <summary>With a register and open cases of every kind, of four people.</summary>
    public static async Task<TestBot> FilledAsync(int entries, int open)
    {
        var bot = await StartAsync();
        var people = Enumerable
            .Range(0, 3)
            .Select(number => new Person(new($"teams:person-{number}"), $"Person {number}"))
            .Append(Rita)
            .ToList();
        await new FilledRegister(bot.The<ITable>(), bot.The<ChatSettings>(), bot.The<Policy>(), bot.Context, people).FillAsync(
            entries,
            open
        );
        return bot;
    }

    /// <summary>As after a crash and a new start: nothing but the file is left.</summary>
    public async Task RestartAsync()
    {
        await services.DisposeAsync();
        services = Build();
    }

    public Task<TurnAnswer> SaysAsync(Person person, string text, string? turnId = null) =>
        GiveAsync(Personal(person, RequestReader.Typed(text), turnId));

    /// <summary>Presses a button of a card as the client would: its data and the values of the inputs.</summary>
    public Task<TurnAnswer> PressesAsync(
        Person person,
        CardStamp stamp,
        string verb,
        string target = "",
        IReadOnlyDictionary<string, string>? values = null,
        string? turnId = null
    ) =>
        GiveAsync(
            Personal(person, RequestReader.Pressed(verb, target, stamp, values ?? new Dictionary<string, string>(), false), turnId) with
            {
                AnswersInPlace = true,
            }
        );

    public Task<TurnAnswer> GiveAsync(Turn turn) => The<ITurnHandler>().HandleAsync(turn, CancellationToken.None);

    /// <summary>As people read it: what is bold is no text.</summary>
    public static string TextOf(TurnAnswer answer) =>
        answer is TurnAnswer.Card card
            ? ShippedCards.TextOnTeams(card.View).Replace("**", "", StringComparison.Ordinal)
            : answer.ToString()!;

    /// <summary>What a notice says, where there is no card for it.</summary>
    public static string WordsOf(TurnAnswer answer) =>
        answer switch
        {
            TurnAnswer.Card { View: View.Notice notice } => string.Join('\n', notice.Lines.Select(line => line.Text)),
            _ => Assert.IsType<TurnAnswer.Words>(answer).Text,
        };

    public Task DeliverAsync() => The<Dispatcher>().SweepAsync(CancellationToken.None);

    public Turn Personal(Person person, Request input, string? id = null) =>
        new(
            id ?? Ids.New(),
            new(
                "teams",
                "https://smba.trafficmanager.net/x/",
                "a:" + person.Id,
                ConversationScope.Personal,
                "28:bot",
                "tenant",
                person.Id.Value,
                null
            ),
            new(person, true),
            input,
            null,
            false
        );

    public Turn InPlace(Person person, Request input, string? id = null) =>
        new(
            id ?? Ids.New(),
            new("teams", "https://smba.trafficmanager.net/x/", SecurityPlace, ConversationScope.Channel, "28:bot", "tenant", null, null),
            new(person, true),
            input,
            null,
            false
        );

    /// <summary>Answers every page of the intake the same way a person would and returns the stamp of the summary.</summary>
    public async Task<CardStamp> AnswersAsync(Person person, string supplier, IReadOnlyDictionary<string, string> answers)
    {
        await SaysAsync(person, "new " + supplier);
        // What is registered makes no draft until somebody says that theirs is another.
        if (await The<DraftStore>().FindAsync(person.Id, CancellationToken.None) is null)
            await SaysAsync(person, $"new “{supplier}” anyway");
        for (var pages = 0; pages < 8; pages++)
        {
            var draft = (await The<DraftStore>().FindAsync(person.Id, CancellationToken.None))!.Value.Draft;
            if (Interview.Replay(The<Policy>(), draft.Answers, new DateOnly(2026, 11, 17)) is not InterviewState.Asking asking)
                return CardStamp.OfDraft(draft.Id, "summary", draft.Revision);
            await PressesAsync(person, CardStamp.OfDraft(draft.Id, asking.Page.Id, draft.Revision), "answer", values: answers);
        }
        throw new InvalidOperationException("The intake never ended.");
    }

    public async Task<Case> SendsAsync(Person person, string supplier, IReadOnlyDictionary<string, string> answers)
    {
        await PressesAsync(person, await AnswersAsync(person, supplier, answers), "submit");
        return await NewestAsync(person);
    }

    public Task<TurnAnswer> RejectsAsync(Person person, Case sent, string reason = "Not with these terms, sorry.") =>
        PressesAsync(
            person,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "reject",
            "sent",
            new Dictionary<string, string> { ["comment"] = reason }
        );

    /// <summary>Sam approves with one condition of the owner's.</summary>
    public Task<TurnAnswer> ApprovesWithConditionAsync(Case sent, string due) =>
        PressesAsync(
            Sam,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "approve_conditions",
            "sent",
            new Dictionary<string, string>
            {
                ["terms"] = "agreed",
                ["terms_ref"] = "MSA v3",
                ["condition_text"] = "Switch off training.",
                ["condition_when"] = "by_date",
                ["condition_due"] = due,
            }
        );

    /// <summary>A request whose review got into security's channel twice, because the answer to the first post was lost.</summary>
    public async Task<Case> PostsTwiceAsync()
    {
        var sent = await SendsAsync(Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        Channel.LoseReplies = true;
        await DeliverAsync();
        Channel.LoseReplies = false;
        Time.Advance(TimeSpan.FromSeconds(61));
        await DeliverAsync();
        Assert.Equal(2, Channel.In(SecurityPlace).Count());
        return sent;
    }

    public async Task<Case> NewestAsync(Person person)
    {
        var lines = await The<CaseStore>().OfAsync(person.Id, 1, CancellationToken.None);
        return (await The<CaseStore>().FindAsync(lines[0].Id, CancellationToken.None))!.Value;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private ServiceProvider Build()
    {
        var policy = Assert.IsType<PolicyReading.Accepted>(PolicyReader.ReadAccepted(PolicyText)).Policy;
        var calendar = new WorkingCalendar(
            TimeZoneInfo.Utc,
            new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
            new HashSet<DateOnly>(),
            new(new(9, 0), new(17, 0))
        );
        var roles = new RoleHolders(
            new Dictionary<string, IReadOnlyList<Person>> { [RoleNames.Security] = [Sam, Priya], [RoleNames.Ciso] = [Carla] },
            [Carla]
        );
        if (deputy is not null)
            roles = roles with { Deputies = new Dictionary<string, IReadOnlyList<Person>> { [RoleNames.Security] = [deputy] } };
        var places = new Dictionary<string, IReadOnlyList<string>>();
        if (configurePlaces)
            places[RoleNames.Security] = [SecurityPlace];
        var collection = new ServiceCollection();
        if (Groups is not null)
            collection.AddSingleton(Groups);
        if (Lists is not null)
            collection.AddSingleton(Lists);
        foreach (var platform in Directories)
            collection.AddSingleton(platform);
        Beside(collection);
        return collection
            .AddLogging()
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IChannel>(Channel)
            .AddSqliteTable(_ => Path.Combine(folder, "test.db"))
            .AddSingleton<UnreliableTable>(provider => new(provider.GetRequiredService<SqliteTable>()))
            // For tests: the one that is in force at that moment.
            .AddTransient(provider => provider.GetRequiredService<PolicyInForce>().Current)
            .AddSingleton<ITable>(provider => new CountingTable(storage ?? provider.GetRequiredService<UnreliableTable>(), Reads))
            .AddChat(
                Configure(
                    new("test", "Example Ltd", calendar, roles, places)
                    {
                        Digest = Digest,
                        JoinsAccounts = JoinsAccounts,
                        Platforms = Math.Max(1, Directories.Count),
                    }
                ),
                policy,
                ShippedCards.Wording
            )
            .BuildServiceProvider();
    }

    /// <summary>Nobody moves this clock while a lost race waits its few milliseconds: such waits pass by themselves.</summary>
    private sealed class StandingTime(DateTimeOffset now) : JumpingTimeProvider(now)
    {
        private static readonly TimeSpan Jitter = TimeSpan.FromMilliseconds(20);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            dueTime > TimeSpan.Zero && dueTime <= Jitter
                ? System.CreateTimer(callback, state, dueTime, period)
                : base.CreateTimer(callback, state, dueTime, period);
    }
}
