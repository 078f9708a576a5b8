using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupplierBot.Chat.Audit;
using SupplierBot.Chat.Ports;
using SupplierBot.Chat.Publishing;
using SupplierBot.Chat.Stores;
using SupplierBot.Chat.Turns;
using SupplierBot.Onboarding.Cases;
using SupplierBot.Onboarding.Publishing;
using SupplierBot.Onboarding.Requests;
using SupplierBot.Onboarding.Roles;
using SupplierBot.Onboarding.Views;

namespace SupplierBot.Chat.Tests.Kit;

/// <summary>A company in which Carla and Sam are admins, and policies are dropped into a chat.</summary>
internal sealed class PolicyOffice : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Agreed = new() { ["terms"] = "agreed", ["terms_ref"] = "MSA v3" };
    private readonly Platform platform = new();

    private PolicyOffice(TestBot bot) => Bot = bot;

    public TestBot Bot { get; }

    /// <summary>Fewer points are High, under a version of its own.</summary>
    public static string Stricter(string version = "2027.1") =>
        Renamed(version)
            .Replace("    from: 15\n", "    from: 7\n", StringComparison.Ordinal)
            .Replace("    from: 35\n", "    from: 8\n", StringComparison.Ordinal);

    /// <summary>The shipped policy under another version.</summary>
    public static string Renamed(string version) =>
        DefaultPolicy.Text().Replace($"version: {ShippedVersion}\n", $"version: {version}\n", StringComparison.Ordinal);

    public static string ShippedVersion { get; } =
        DefaultPolicy.Text().Split('\n').First(line => line.StartsWith("version: ", StringComparison.Ordinal))["version: ".Length..];

    public static async Task<PolicyOffice> OpenAsync(TestBot? bot = null, params IReadOnlyList<Person> admins)
    {
        var office = new PolicyOffice(bot ?? await TestBot.StartAsync());
        office.Bot.Beside = services => services.AddSingleton<IFileSource>(office.platform);
        IReadOnlyList<Person> those = admins.Count > 0 ? admins : [TestBot.Carla, TestBot.Sam];
        var configured = office.Bot.Configure;
        office.Bot.Configure = settings =>
            configured(settings) is var own ? own with { Roles = own.Roles with { Admins = those } } : settings;
        await office.Bot.RestartAsync();
        return office;
    }

    public async Task<View> DropsAsync(Person person, string text)
    {
        platform.Text = text;
        var answer = await Bot.GiveAsync(
            Bot.Personal(person, new Request.GiveFile("policy.yaml", "https://x/1")) with
            {
                AnswersInPlace = true,
            }
        );
        return Assert.IsType<TurnAnswer.Card>(answer).View;
    }

    /// <summary>Drops a policy and proposes it.</summary>
    public async Task<View> ProposesAsync(Person person, string text) =>
        await PressesAsync(person, await DropsAsync(person, text), "Propose");

    public Task<View> PressesAsync(Person person, View view, string label, string? comment = null) =>
        PressesAsync(
            person,
            view.Buttons.Single(button => button.Label == label),
            comment is null ? null : new() { [PublishCards.Comment] = comment }
        );

    public async Task<View> PressesAsync(Person person, Button button, Dictionary<string, string>? values = null) =>
        Assert.IsType<TurnAnswer.Card>(await Bot.PressesAsync(person, CardStamp.None, button.Verb, button.Target, values)).View;

    public Task<View> DoesAsync(Person person, PublishStepKind step, string proposal = "POL-0001", string? comment = null) =>
        PressesAsync(
            person,
            new Button("", Verbs.Publish, new PublishStep(step, proposal).Target),
            comment is null ? null : new() { [PublishCards.Comment] = comment }
        );

    public async Task<View> SaysAsync(Person person, string text) =>
        Assert
            .IsType<TurnAnswer.Card>(await Bot.GiveAsync(Bot.Personal(person, RequestReader.Typed(text)) with { AnswersInPlace = true }))
            .View;

    /// <summary>Everything that somebody can read of it.</summary>
    public static string Words(View view) =>
        view switch
        {
            View.Notice notice => string.Join('\n', [notice.Title, .. notice.Lines.Select(line => line.Text), notice.Small]),
            View.Form form => string.Join('\n', form.Title, form.Problem, form.Foot),
            View.Entries entries => string.Join(
                '\n',
                [entries.Title, .. entries.Groups.SelectMany(group => group.Rows).Select(row => $"{row.Title}: {row.Text}")]
            ),
            _ => view.Plain,
        };

    /// <summary>What is on this person's screen about policies now.</summary>
    public async Task<string> ScreenOfAsync(Person person)
    {
        for (var sweeps = 0; sweeps < 3; sweeps++)
            await Bot.DeliverAsync();
        return string.Join('\n', Bot.Channel.In("a:" + person.Id).Select(shown => shown.Text));
    }

    public Task WatchAsync() => Bot.The<PolicyWatch>().RunAsync(CancellationToken.None);

    public string InForce => Bot.The<PolicyInForce>().Current.Version;

    public Task<PolicyLog> LogAsync() => LogOfAsync(Bot);

    public static async Task<PolicyLog> LogOfAsync(TestBot bot) =>
        (await bot.The<PublishStore>().FindAsync(CancellationToken.None))?.Value ?? PolicyLog.Empty;

    public async Task<PolicyProposal> ProposalAsync(string id = "POL-0001") =>
        (await Bot.The<PublishStore>().ProposalAsync(id, CancellationToken.None))!;

    public async Task<Case> ApprovedAsync(string supplier)
    {
        Bot.Time.Advance(TimeSpan.FromMinutes(1)); // the newest is the one that is sent here
        var sent = await Bot.SendsAsync(TestBot.Rita, supplier, SampleAnswers.NotesApp(supplier));
        await Bot.PressesAsync(TestBot.Sam, CardStamp.OfCase(sent.Id, "review-security", sent.ContentVersion), "approve", values: Agreed);
        return await Bot.NewestAsync(TestBot.Rita);
    }

    public async Task<string> FindingsAsync()
    {
        var found = new List<string>();
        await new ChainAudit(Bot.The<ITable>(), Bot.The<ChatSettings>()).RunAsync(found.Add, CancellationToken.None);
        return string.Join('\n', found);
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private sealed class Platform : IFileSource
    {
        public string Text { get; set; } = "";

        public string Channel => "teams";

        public Task<Stream?> OpenAsync(string address, CancellationToken cancellation) =>
            Task.FromResult<Stream?>(new MemoryStream(Encoding.UTF8.GetBytes(Text)));
    }
}
