using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SupplierBot.Chat;
using SupplierBot.Chat.Delivery;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Roles;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Templates;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Timers;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Cards;
using SupplierBot.Slack.Hosting;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Outgoing;
using SupplierBot.Slack.Reading;
using SupplierBot.Storage.Tables;
using SupplierBot.Storage.Tables.Sqlite;

namespace SupplierBot.Slack.Tests.Kit;

/// <summary>
/// The real core, stores, delivery and way out to Slack, on a clock of the test's; each card is its one line of words. Sam and Priya
/// decide, Carla is the admin.
/// </summary>
internal sealed class StagedBot : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("slack-trouble-");
    private readonly FakeSlack slack;
    private readonly ServiceProvider services;

    /// <param name="place">Where security's reviews are posted; null for direct messages.</param>
    /// <param name="group">Whose members hold security's role.</param>
    /// <param name="teams">The other platform, where the same people have accounts and the same reviews are posted.</param>
    /// <param name="patience">With calls and turns, where the clock is moved under them.</param>
    public StagedBot(FakeSlack slack, string? place = null, string? group = null, FakeTeamsChannel? teams = null, TimeSpan? patience = null)
    {
        this.slack = slack;
        var options = new SlackOptions
        {
            TeamId = FakeSlack.Team,
            SigningSecrets = [FakeSlack.SigningSecret],
            TurnTimeout = patience ?? TimeSpan.FromSeconds(10),
        };
        var roles = new RoleHolders(
            new Dictionary<string, IReadOnlyList<Person>>
            {
                [RoleNames.Security] =
                [
                    Who("sam"),
                    Who("priya"),
                    .. teams is null ? Array.Empty<Person>() : [FakeTeamsChannel.PersonNamed("sam")],
                ],
                [RoleNames.Ciso] = [Who("carla")],
            },
            [Who("carla")]
        );
        var places = new Dictionary<string, IReadOnlyList<string>>();
        if (place is not null)
            places[RoleNames.Security] = teams is null ? [place] : [place, FakeTeamsChannel.Place];
        var calendar = new WorkingCalendar(
            TimeZoneInfo.Utc,
            new HashSet<DayOfWeek> { DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday },
            new HashSet<DateOnly>(),
            new(new(9, 0), new(17, 0))
        );
        var settings = new ChatSettings("test", "Example Ltd", calendar, roles, places)
        {
            Known = target => KnownAddresses.Of(target, options),
            JoinsAccounts = teams is not null,
        };
        var collection = new ServiceCollection();
        if (teams is not null)
            collection.AddSingleton<IChannel>(teams);
        services = collection
            .AddLogging(logging => logging.AddProvider(Log))
            .AddSingleton<TimeProvider>(Time)
            .AddSqliteTable(_ => Path.Combine(folder.FullName, "data.db"))
            .AddSingleton<ITable>(provider => provider.GetRequiredService<SqliteTable>())
            .AddSlack(
                options,
                new()
                {
                    BotToken = FakeSlack.BotToken,
                    Address = slack.Api,
                    TeamId = FakeSlack.Team,
                    CallTimeout = patience ?? TimeSpan.FromSeconds(10),
                    RoleGroups = group is null ? new Dictionary<string, string>() : new() { [RoleNames.Security] = group },
                },
                SlackCards.Load(Templates(), ShippedCards.Wording)
            )
            // For tests: the one that is in force at that moment.
            .AddTransient(provider => provider.GetRequiredService<PolicyInForce>().Current)
            .AddChat(
                settings,
                Assert.IsType<PolicyReading.Accepted>(PolicyReader.ReadAccepted(DefaultPolicy.Text())).Policy,
                ShippedCards.Wording
            )
            .BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 17, 9, 0, 0, TimeSpan.Zero));
    public WrittenLog Log { get; } = new();

    public T The<T>()
        where T : notnull => services.GetRequiredService<T>();

    public Task<Case> SendsAsync(string name, string supplier) => SendsAsync(OnSlack(name), supplier);

    /// <param name="says">Somebody's account: a turn to send again and again with other inputs.</param>
    public async Task<Case> SendsAsync(Turn says, string supplier)
    {
        await GiveAsync(says, RequestReader.Typed("new " + supplier));
        // What is registered makes no draft until somebody says that theirs is another.
        if (await The<DraftStore>().FindAsync(says.Actor.Id, CancellationToken.None) is null)
            await GiveAsync(says, RequestReader.Typed($"new “{supplier}” anyway"));
        for (var pages = 0; pages < 12; pages++)
        {
            var draft = (await The<DraftStore>().FindAsync(says.Actor.Id, CancellationToken.None))!.Value.Draft;
            if (Interview.Replay(The<Policy>(), draft.Answers, new DateOnly(2026, 11, 17)) is not InterviewState.Asking asking)
            {
                await PressesAsync(says, CardStamp.OfDraft(draft.Id, "summary", draft.Revision), "submit");
                return (
                    await The<CaseStore>()
                        .FindAsync((await The<CaseStore>().OfAsync(says.Actor.Id, 1, CancellationToken.None))[0].Id, CancellationToken.None)
                )!.Value;
            }
            await PressesAsync(
                says,
                CardStamp.OfDraft(draft.Id, asking.Page.Id, draft.Revision),
                "answer",
                SampleAnswers.NotesApp(supplier)
            );
        }
        throw new InvalidOperationException("The intake never ended.");
    }

    public Task RejectsAsync(string name, Case sent) => RejectsAsync(OnSlack(name), sent);

    public async Task<bool> IsOpenAsync(Case sent) => (await The<CaseStore>().FindAsync(sent.Id, CancellationToken.None))!.Value.IsOpen;

    /// <summary>Somebody's account there, with the address the workspace knows.</summary>
    public Turn OnSlack(string name) =>
        new("", RequestSenders.Own(slack.User(name), FakeSlack.Team, null), new(Who(name), true), RequestReader.Typed(""), null, false)
        {
            Email = $"{name}@acme.example",
        };

    public Task RejectsAsync(Turn says, Case sent) =>
        PressesAsync(
            says,
            CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion),
            "reject",
            new Dictionary<string, string> { ["comment"] = "They train on our calls and say so." }
        );

    /// <summary>An event as Slack sends it, past its signature.</summary>
    public async Task HearsAsync(JsonObject said)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        await The<EventsEndpoint>().AnswerAsync(http, Encoding.UTF8.GetBytes(SlackPayloads.Envelope(said).ToJsonString()));
        Assert.Equal(StatusCodes.Status200OK, http.Response.StatusCode);
    }

    /// <summary>Everything that is due by then, a second at a time.</summary>
    public async Task DeliverAsync(int seconds = 5)
    {
        for (var second = 0; second < seconds; second++)
        {
            await The<Dispatcher>().SweepAsync(CancellationToken.None);
            await The<RoleChangePropagation>().RunAsync(CancellationToken.None);
            Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>The words of the bot's own messages.</summary>
    /// <param name="reader">Somebody in the channel.</param>
    public async Task<IReadOnlyList<string>> ReadsAsync(string reader, string channel, string? thread = null) =>
        [
            .. (await slack.MessagesAsync(reader, channel, thread))
                .Where(message => (string?)message["user"] == FakeSlack.Bot)
                .Select(message => (string)message["text"]!),
        ];

    public async Task<IReadOnlyList<string>> ReadsAsync(string name) => await ReadsAsync(name, await slack.DirectAsync(name));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private Person Who(string name) => new(SlackIds.IdOf(FakeSlack.Team, slack.User(name)), char.ToUpperInvariant(name[0]) + name[1..]);

    private Task PressesAsync(Turn says, CardStamp stamp, string verb, IReadOnlyDictionary<string, string>? values = null) =>
        GiveAsync(says, RequestReader.Pressed(verb, "", stamp, values ?? new Dictionary<string, string>(), false));

    public async Task GiveAsync(Turn says, Request request)
    {
        var turn = says with { Id = Ids.New(), Request = request, AnswersInPlace = request.Press is not null };
        Assert.IsNotType<TurnAnswer.Failed>(await The<ITurnHandler>().HandleAsync(turn, CancellationToken.None));
    }

    private string Templates()
    {
        var cards = folder.CreateSubdirectory("cards");
        const string Words =
            """{ "text": "${plain}", "title": "SupplierBot", "blocks": [ { "type": "section", "text": { "type": "mrkdwn", "text": "${plain}" } } ] }""";
        var templates = cards.CreateSubdirectory(SlackChannel.Key);
        foreach (var view in CardTemplates.Views)
            File.WriteAllText(Path.Combine(templates.FullName, $"{CardTemplates.NameOf(view)}.json"), Words);
        return cards.FullName;
    }
}
