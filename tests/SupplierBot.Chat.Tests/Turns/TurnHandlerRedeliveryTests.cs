using System.Text.Json;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Tests.Kit;
using SupplierBot.Chat.Turns;
using SupplierBot.Chat.Upkeep;
using SupplierBot.Onboarding.Audit;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Turns;

/// <summary>
/// A platform delivers again what it got no answer to: a fact, an alarm, a message of it is there once, however late the second delivery
/// comes.
/// </summary>
public sealed class TurnHandlerRedeliveryTests
{
    public static TheoryData<string, bool, bool> Deliveries()
    {
        var rows = new TheoryData<string, bool, bool>();
        foreach (var verb in RepeatedDelivery.All.Keys)
        {
            rows.Add(verb, false, false);
            rows.Add(verb, true, false);
            rows.Add(verb, true, true);
        }
        return rows;
    }

    [Theory]
    [MemberData(nameof(Deliveries))]
    public async Task The_same_delivery_counts_once(string verb, bool changes, bool restarts)
    {
        await using var bot = await TestBot.StartAsync();
        var (before, same, meanwhile) = RepeatedDelivery.All[verb];
        await before(bot);
        await bot.DeliverAsync();
        var turn = same(bot);
        var without = await CountedAsync(bot);
        var first = await bot.GiveAsync(turn);
        Assert.NotEqual(without, await CountedAsync(bot));
        if (changes)
            await meanwhile(bot);
        if (restarts)
            await bot.RestartAsync();
        await bot.DeliverAsync();
        var once = await CountedAsync(bot);
        var again = await bot.GiveAsync(turn);
        await bot.DeliverAsync();
        Assert.Equal(once, await CountedAsync(bot));
        if (turn.AnswersInPlace)
            Assert.Equal(first.GetType(), again.GetType());
        else
            Assert.IsType<TurnAnswer.Nothing>(again);
    }

    [Fact]
    public async Task A_note_that_comes_again_is_answered_with_what_was_said_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        var turn = await NoteAsync(bot);
        Assert.Contains("Logged", TestBot.TextOf(await bot.GiveAsync(turn)), StringComparison.Ordinal);
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("Logged", TestBot.TextOf(await bot.GiveAsync(turn)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("incident"), InlineData("report"), InlineData("checked")]
    public async Task A_double_click_on_one_form_is_two_deliveries_and_one_note(string verb)
    {
        await using var bot = await TestBot.StartAsync();
        var turn = await NoteAsync(bot, verb);
        var form = Formed(turn, "form-1");
        var answers = await Task.WhenAll(bot.GiveAsync(form with { Id = "first" }), bot.GiveAsync(form with { Id = "second" }));
        Assert.All(answers, answer => Assert.Contains("Logged", TestBot.TextOf(answer), StringComparison.Ordinal));
        Assert.Contains("Logged", TestBot.TextOf(await bot.GiveAsync(form with { Id = "third" })), StringComparison.Ordinal);
        await bot.RestartAsync();
        bot.Time.Advance(TimeSpan.FromHours(1));
        Assert.Contains("Logged", TestBot.TextOf(await bot.GiveAsync(form with { Id = "fourth" })), StringComparison.Ordinal);
        Assert.Equal(1, await NotesAsync(bot));
    }

    [Fact]
    public async Task Other_words_from_the_same_form_are_another_note()
    {
        await using var bot = await TestBot.StartAsync();
        var form = Formed(await NoteAsync(bot), "form-1");
        await bot.GiveAsync(form with { Id = "first" });
        await bot.GiveAsync(Worded(form, "And this morning once more.") with { Id = "second" });
        Assert.Equal(2, await NotesAsync(bot));
    }

    [Fact]
    public async Task The_same_words_within_minutes_are_asked_about_and_a_yes_counts_once()
    {
        await using var bot = await TestBot.StartAsync();
        var turn = await NoteAsync(bot);
        await bot.GiveAsync(Formed(turn, "form-1"));
        bot.Time.Advance(TimeSpan.FromMinutes(2));
        var asked = TestBot.TextOf(await bot.GiveAsync(Formed(turn, "form-2") with { Id = "another" }));
        Assert.Contains("You logged this 2 minutes ago. Log it again?", asked, StringComparison.Ordinal);
        Assert.Contains("They had a leak last night.", asked, StringComparison.Ordinal);
        Assert.Equal(1, await NotesAsync(bot));
        var yes = Sent(asked, turn) with { Id = "yes" };
        Assert.Contains("Logged", TestBot.TextOf(await bot.GiveAsync(yes)), StringComparison.Ordinal);
        Assert.Contains("Logged", TestBot.TextOf(await bot.GiveAsync(yes)), StringComparison.Ordinal);
        Assert.Contains("Logged", TestBot.TextOf(await bot.GiveAsync(yes with { Id = "yes once more" })), StringComparison.Ordinal);
        Assert.Equal(2, await NotesAsync(bot));
        bot.Time.Advance(TimeSpan.FromMinutes(11));
        await bot.GiveAsync(turn with { Id = "a card from before forms had ids" });
        Assert.Equal(3, await NotesAsync(bot));
    }

    [Fact]
    public async Task A_question_that_was_answered_is_asked_again_only_by_who_means_it()
    {
        await using var bot = await TestBot.StartAsync();
        var sent = await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var question = new Dictionary<string, string> { ["question"] = "Which data do they get?" };
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", 1), "ask", "sent", question);
        await bot.PressesAsync(
            TestBot.Rita,
            CardStamp.OfCase(sent.Id, Slot.Receipt, 1),
            "reply",
            "1",
            new Dictionary<string, string> { ["answer_text"] = "Only the notes." }
        );
        var now = await bot.NewestAsync(TestBot.Rita);
        var asked = await bot.PressesAsync(
            TestBot.Sam,
            CardStamp.OfCase(sent.Id, "review-security", now.ContentVersion),
            "ask",
            "sent",
            question
        );
        Assert.Contains("You asked this just now, and it was answered. Ask it again?", TestBot.TextOf(asked), StringComparison.Ordinal);
        Assert.Single((await bot.NewestAsync(TestBot.Rita)).InformationRequests);
        await bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", now.ContentVersion), "ask", "again", question);
        Assert.Equal(2, (await bot.NewestAsync(TestBot.Rita)).InformationRequests.Count);
    }

    [Fact]
    public async Task An_answer_that_was_posted_is_not_posted_for_a_second_delivery_and_a_lost_one_is()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.SendsAsync(TestBot.Rita, "Acme Notes", SampleAnswers.NotesApp("Acme Notes"));
        var turn = bot.Personal(TestBot.Sam, RequestReader.Typed("assign REQ-2026-0001 to Priya Security"), "twice");
        bot.Channel.Stage(new DeliveryOutcome.Refused("staged"));
        Assert.IsType<TurnAnswer.Failed>(await bot.GiveAsync(turn));
        var posts = bot.Channel.In("a:teams:sam").Count();
        Assert.IsType<TurnAnswer.Nothing>(await bot.GiveAsync(turn));
        Assert.Equal(posts + 1, bot.Channel.In("a:teams:sam").Count());
    }

    /// <summary>The id is the client's: neither another person nor another conversation is kept out by it.</summary>
    [Fact]
    public async Task An_id_counts_for_one_person_in_one_conversation()
    {
        await using var bot = await TestBot.StartAsync();
        var turn = await NoteAsync(bot);
        await bot.GiveAsync(turn);
        bot.Time.Advance(TimeSpan.FromHours(1));
        await bot.GiveAsync(turn with { Actor = new(TestBot.Sam, true) });
        await bot.GiveAsync(turn with { Conversation = bot.InPlace(TestBot.Rita, turn.Request).Conversation });
        Assert.Equal(3, await NotesAsync(bot));
    }

    [Fact]
    public async Task A_message_is_tried_again_once_for_one_press()
    {
        await using var bot = await TestBot.StartAsync();
        var item = new OutboxItem(
            "REQ-2026-0001",
            "receipt",
            "u-teams:nobody",
            1,
            bot.Time.GetUtcNow(),
            "",
            DateTimeOffset.UnixEpoch,
            0,
            ""
        );
        Task PutAsideAsync() =>
            bot.PutAsync(
                Rows.Of(Keys.Undelivered(item), new(item, "400", bot.Time.GetUtcNow(), false), StoredJson.Default.StoredDeadLetter)
            );
        await PutAsideAsync();
        Task<TurnAnswer> PressAsync(string id) =>
            bot.PressesAsync(TestBot.Carla, CardStamp.None, Verbs.Retry, DeadLetterCard.All, turnId: id);
        await PressAsync("twice");
        Assert.Empty(await bot.KeysAsync("x-"));
        await PutAsideAsync();
        await bot.RestartAsync();
        Assert.IsType<TurnAnswer.Card>(await PressAsync("twice"));
        Assert.Single(await bot.KeysAsync("x-"));
        var unpicked = await bot.PressesAsync(
            TestBot.Carla,
            CardStamp.None,
            Verbs.Retry,
            values: new Dictionary<string, string> { [CardPress.Pick] = "" },
            turnId: "nothing picked"
        );
        Assert.Contains(
            "Choose one from the list first",
            Assert.IsType<View.Entries>(Assert.IsType<TurnAnswer.Card>(unpicked).View).Small,
            StringComparison.Ordinal
        );
        Assert.Single(await bot.KeysAsync("x-"));
        await PressAsync("again");
        Assert.Empty(await bot.KeysAsync("x-"));
    }

    [Fact]
    public async Task Deliveries_are_known_for_a_month_and_then_forgotten_wherever_they_are_kept()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.GiveAsync(await NoteAsync(bot));
        await bot.SaysAsync(TestBot.Rita, "new Beta Boards");
        var drafts = Keys.Drafts("test", TestBot.Rita.Id);
        async Task<int> KeptAsync() =>
            (await bot.KeysAsync(Keys.DeliveryPrefix)).Count
            + (
                await bot.The<ITable>()
                    .ReadAsync(drafts, Keys.DeliveryPrefix, Keys.After(Keys.DeliveryPrefix), 1000, CancellationToken.None)
            ).Count;
        var (all, others) = (
            await KeptAsync(),
            (await bot.KeysAsync(Keys.MarkerPrefix)).Count - (await bot.KeysAsync(Keys.DeliveryPrefix)).Count
        );
        bot.Time.Advance(TimeSpan.FromDays(29));
        await SweepAsync(bot);
        Assert.Equal(all, await KeptAsync());
        bot.Time.Advance(TimeSpan.FromDays(2));
        await SweepAsync(bot);
        Assert.Equal(0, await KeptAsync());
        Assert.Equal(others, (await bot.KeysAsync(Keys.MarkerPrefix)).Count);
    }

    private static async Task SweepAsync(TestBot bot)
    {
        await foreach (var _ in bot.The<ExpiredRows>().DraftsAsync(CancellationToken.None)) { }
        await foreach (var _ in bot.The<ExpiredRows>().MarkersAsync(CancellationToken.None)) { }
    }

    private static async Task<Turn> NoteAsync(TestBot bot, string verb = "incident")
    {
        var (before, _, _) = RepeatedDelivery.All["incident"];
        await before(bot);
        return RepeatedDelivery.All[verb].Turn(bot) with { Id = "twice" };
    }

    private static async Task<int> NotesAsync(TestBot bot)
    {
        var events = await bot.The<CaseStore>().EventsAsync("REQ-2026-0001", CancellationToken.None);
        return events.Count(auditEvent =>
            auditEvent.Event.Kind is AuditEventKind.IncidentNoted or AuditEventKind.ReportSeen or AuditEventKind.Checked
        );
    }

    private static Turn Formed(Turn turn, string form) =>
        turn.Request.Press is { } press
            ? turn with
            {
                Request = turn.Request with { Press = press with { Stamp = press.Stamp with { Page = form } } },
            }
            : throw new InvalidOperationException();

    private static Turn Worded(Turn turn, string words) =>
        turn.Request.Press is { } press
            ? turn with
            {
                Request = turn.Request with { Press = press with { Values = new Dictionary<string, string> { ["note_text"] = words } } },
            }
            : throw new InvalidOperationException();

    /// <summary>The button that says yes, with what is in the form.</summary>
    private static Turn Sent(string card, Turn turn)
    {
        var json = JsonDocument.Parse(card).RootElement;
        var data = Objects(json).First(element => element.TryGetProperty("target", out var target) && target.GetString() == "again");
        var stamp = data.GetProperty("_");
        var press = turn.Request.Press!;
        return turn with
        {
            Request = turn.Request with
            {
                Press = press with { Target = "again", Stamp = press.Stamp with { Page = stamp.GetProperty("page").GetString() } },
            },
        };
    }

    private static IEnumerable<JsonElement> Objects(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Objects(member.Value)).Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
            _ => [],
        };

    /// <summary>Facts of cases and of roles, what was announced, what waits to be said, what was posted, and the draft.</summary>
    private static async Task<string> CountedAsync(TestBot bot)
    {
        string[] prefixes = ["a-", Keys.RolesEventPrefix, Keys.AnnouncementPrefix, "o-", "m-", "nm-"];
        var keys = await Task.WhenAll(prefixes.Select(prefix => bot.KeysAsync(prefix)));
        var draft = await bot.The<DraftStore>().FindAsync(TestBot.Rita.Id, CancellationToken.None);
        return $"{string.Join(' ', keys.SelectMany(found => found))} {draft?.Value.Draft.Id} {draft?.Value.Draft.Revision} {bot.Channel.Messages.Count} messages";
    }
}
