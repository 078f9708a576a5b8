using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Intake;
using SupplierBot.Onboarding.Notifications;
using SupplierBot.Onboarding.Policies;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Views;
using SupplierBot.Slack.Identity;
using SupplierBot.Slack.Outgoing;
using SupplierBot.Slack.Reading;
using SupplierBot.Slack.Tests.Kit;
using static SupplierBot.Slack.Tests.Kit.Company;

namespace SupplierBot.Slack.Tests.Home;

/// <summary>
/// Somebody has their home open, and others change what it shows: it follows without being opened again. Carla never saw the bot.
/// </summary>
public sealed class AppHomeRefreshTests(Company company) : IClassFixture<Company>, IAsyncLifetime
{
    private static readonly Dictionary<string, string> Reason = new() { ["comment"] = "They train on our calls and say so." },
        Question = new() { ["question"] = "Which team will use it, and from when?" },
        Answer = new() { ["answer_text"] = "Sales, from January on." };

    /// <summary>No name is used twice: the workspace is one for all tests of the class.</summary>
    private readonly string supplier = $"Acme {Guid.NewGuid().ToString("N")[..8]}";

    private FakeSlack Slack => company.Slack;

    public async ValueTask InitializeAsync()
    {
        Slack.Faults.Clear();
        foreach (var name in new[] { "rita", "sam", "priya" })
            await company.Driver.OpenHomeAsync(name);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task What_is_asked_for_waits_on_every_approvers_home_and_leaves_it_decided()
    {
        await SentAsync();
        await PressesAsync("priya", "reject", Reason);
        await LeftAsync("sam", "priya");
        await SaysAsync("rita", "Not approved");
    }

    [Fact]
    public async Task Who_decides_reads_what_they_decide_and_everybody_what_is_in_use()
    {
        await Slack.SeesAsync("sam", view => Has(view, "You review supplier requests for Security."), "home");
        await SentAsync();
        await PressesAsync("sam", "approve", new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" });
        await Slack.SeesAsync("rita", view => Has(view, "In use") && Has(view, "Show all") && Has(view, "register in use"), "home");
        await Slack.SeesAsync("rita", view => Has(view, "I help you get suppliers approved"), "home");
    }

    [Fact]
    public async Task What_is_taken_back_leaves_every_home()
    {
        await SentAsync();
        await PressesAsync("rita", "withdraw", target: "yes");
        await LeftAsync("sam", "priya");
        await SaysAsync("rita", "Withdrawn");
    }

    [Fact]
    public async Task What_is_asked_back_waits_for_who_asked_for_it_and_comes_back_answered()
    {
        await SentAsync();
        await PressesAsync("sam", "ask", Question);
        await SaysAsync("rita", "Waiting for your answer to a question");
        await SaysAsync("priya", "Waiting for the requester");
        await PressesAsync("rita", "reply", Answer, target: "1");
        await Slack.SeesAsync("priya", view => Has(view, supplier) && !Has(view, "Waiting for the requester"), "home");
        await PressesAsync("priya", "reject", Reason);
        await LeftAsync("sam", "priya");
    }

    [Fact]
    public async Task Of_many_changes_in_a_row_the_newest_is_what_stays_and_nothing_is_published_twice()
    {
        await SentAsync();
        Slack.Calls.Clear();
        for (var round = 1; round <= 3; round++)
        {
            await PressesAsync("sam", "ask", Question);
            await PressesAsync("rita", "reply", Answer, target: $"{round}");
        }
        await PressesAsync("priya", "reject", Reason);
        await LeftAsync("sam", "priya");
        await SaysAsync("rita", "Not approved");
        foreach (var name in new[] { "rita", "sam", "priya" })
        {
            var shown = Published(name).Select(call => call.Form["view"]).ToList();
            Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        }
    }

    [Fact]
    public async Task A_limit_is_waited_out_and_ends_with_the_newest()
    {
        await SentAsync();
        for (var limit = 0; limit < 2; limit++)
            Slack.Faults.Limit("views.publish", "1");
        await PressesAsync("priya", "reject", Reason);
        await LeftAsync("sam", "priya");
        await SaysAsync("rita", "Not approved");
    }

    [Fact]
    public async Task A_home_that_cannot_be_shown_when_it_is_opened_is_shown_later()
    {
        Slack.Faults.Limit("views.publish", "1");
        await company.Driver.OpenHomeAsync("guest");
        await Slack.SeesAsync("guest", view => Has(view, "say:new"), "home");
    }

    [Fact]
    public async Task Homes_that_fail_disturb_no_message_and_come_later()
    {
        for (var fault = 0; fault < 2; fault++)
            Slack.Faults.Refuse("views.publish", "internal_error");
        Slack.Faults.LoseReply("views.publish");
        await ModalIntake.SendAsync(company, "rita", new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = supplier });
        var review = await company.ReadsAsync(
            "sam",
            company.Reviews,
            message => Has(message, ";review-security;") && Has(message, supplier)
        );
        await PressesAsync("priya", "reject", Reason);
        await company.ReadsAsync(
            "sam",
            company.Reviews,
            message => (string?)message["ts"] == (string?)review["ts"] && !Has(message, "review:")
        );
        await SaysAsync("rita", "Not approved");
        await LeftAsync("sam", "priya");
    }

    [Fact]
    public async Task A_home_is_published_only_to_people_who_saw_the_bot()
    {
        await SentAsync();
        await PressesAsync("priya", "reject", Reason);
        await SaysAsync("rita", "Not approved");
        await LeftAsync("sam", "priya");
        Assert.Empty(Published("carla"));
    }

    [Fact]
    public async Task What_is_decided_on_Teams_leaves_the_homes_of_Slack()
    {
        var sam = FakeTeamsChannel.Account("sam") with { Actor = new(new(new("teams:cccccccc-0000-0000-0000-00000000000c"), "Sam"), true) };
        await using var product = new Product(
            Slack,
            services =>
                services
                    .RemoveAll<IChannel>()
                    .AddSingleton<IChannel>(provider => provider.GetRequiredService<SlackChannel>())
                    .AddSingleton<IChannel>(new FakeTeamsChannel()),
            ("Teams:AppId", "aaaaaaaa-0000-0000-0000-00000000000a"),
            ("Teams:TenantId", "bbbbbbbb-0000-0000-0000-00000000000b"),
            ("Teams:ClientSecret", "of-the-registration"),
            // Nobody is asked for keys outside this machine.
            ("Teams:Authorities:Metadata", "http://127.0.0.1:9/"),
            ("Roles:security:People:2:Id", sam.Actor.Id.Value),
            ("Roles:security:People:2:Name", "Sam")
        );
        await product.Driver.OpenHomeAsync("priya");
        await GiveAsync(product, FakeTeamsChannel.Account("rita"), RequestReader.Typed("help"));
        var sent = await SendAsync(product, FakeTeamsChannel.Account("rita"));
        await WaitsAsync("priya");
        await PressesAsync(product, sam, sent, "reject", Reason);
        await LeftAsync("priya");
    }

    /// <summary>Rita asked for it in a modal; it waits for the approvers, and she sees that it does.</summary>
    private async Task SentAsync()
    {
        await ModalIntake.SendAsync(company, "rita", new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = supplier });
        foreach (var name in new[] { "sam", "priya" })
            await WaitsAsync(name);
        await SaysAsync("rita", "In review");
    }

    private Task<JsonObject> WaitsAsync(string name) =>
        Slack.SeesAsync(name, view => Has(view, "review:REQ-") && Has(view, supplier), "home");

    private async Task LeftAsync(params IEnumerable<string> names)
    {
        foreach (var name in names)
            await Slack.SeesAsync(name, view => !Has(view, supplier), "home");
    }

    /// <summary>Of the request, on their own list.</summary>
    private Task<JsonObject> SaysAsync(string name, string words) =>
        Slack.SeesAsync(name, view => Has(view, supplier) && Has(view, words), "home");

    private IEnumerable<FakeSlack.Call> Published(string name) =>
        Slack.Calls.Where(call => call.Method == "views.publish" && call.Form["user_id"] == Slack.User(name));

    private async Task<Case> CaseAsync()
    {
        var cases = company.Product.Services.GetRequiredService<CaseStore>();
        return (
            await cases.FindAsync(
                (await cases.OfAsync(Account("rita").Actor.Id, 50, CancellationToken.None)).Single(line => line.Supplier == supplier).Id,
                CancellationToken.None
            )
        )!.Value;
    }

    private Turn Account(string name) =>
        new(
            "",
            RequestSenders.Own(Slack.User(name), FakeSlack.Team, FakeSlack.App),
            new(new(SlackIds.IdOf(FakeSlack.Team, Slack.User(name)), name), true),
            RequestReader.Typed(""),
            null,
            false
        );

    private async Task PressesAsync(string name, string verb, Dictionary<string, string>? values = null, string target = "") =>
        await PressesAsync(company.Product, Account(name), await CaseAsync(), verb, values, target);

    private static Task PressesAsync(
        Product product,
        Turn says,
        Case sent,
        string verb,
        Dictionary<string, string>? values,
        string target = ""
    ) =>
        GiveAsync(
            product,
            says,
            RequestReader.Pressed(
                verb,
                target,
                CardStamp.OfCase(sent.Id, says.Actor.Id == sent.Requester.Id ? Slot.Receipt : "review-security", sent.ContentVersion),
                values ?? [],
                false
            )
        );

    private static async Task GiveAsync(Product product, Turn says, Request request)
    {
        var turn = says with { Id = Ids.New(), Request = request, AnswersInPlace = request.Press is not null };
        Assert.IsNotType<TurnAnswer.Failed>(
            await product.Services.GetRequiredService<ITurnHandler>().HandleAsync(turn, CancellationToken.None)
        );
    }

    /// <summary>Past the modals, as the other platform's forms do.</summary>
    private async Task<Case> SendAsync(Product product, Turn says)
    {
        var (drafts, policy, cases) = (
            product.Services.GetRequiredService<DraftStore>(),
            product.Services.GetRequiredService<PolicyInForce>().Current,
            product.Services.GetRequiredService<CaseStore>()
        );
        await GiveAsync(product, says, RequestReader.Typed("new " + supplier));
        for (var pages = 0; pages < 12; pages++)
        {
            var draft = (await drafts.FindAsync(says.Actor.Id, CancellationToken.None))!.Value.Draft;
            var page = Interview.Replay(policy, draft.Answers, DateOnly.FromDateTime(DateTime.UtcNow)) is InterviewState.Asking asking
                ? asking.Page.Id
                : "summary";
            await GiveAsync(
                product,
                says,
                RequestReader.Pressed(
                    page == "summary" ? "submit" : "answer",
                    "",
                    CardStamp.OfDraft(draft.Id, page, draft.Revision),
                    new Dictionary<string, string>(ModalIntake.Answers) { ["name"] = supplier },
                    false
                )
            );
            if (page == "summary")
                return (
                    await cases.FindAsync((await cases.OfAsync(says.Actor.Id, 1, CancellationToken.None))[0].Id, CancellationToken.None)
                )!.Value;
        }
        throw new InvalidOperationException("The intake never ended.");
    }
}
